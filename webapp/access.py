"""Who may open a view: each view says so, and one that says nothing opens for nobody."""

from collections.abc import Callable
from typing import TypeVar

from flask import Flask, abort, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])

# What each kind of view asks of who opens it: the person, or one of these roles.
STAFF = {
    "staff_only": frozenset({"adviser", "employer", "lead", "network"}),
    "adviser_only": frozenset({"adviser", "lead"}),
    "employer_only": frozenset({"employer", "lead"}),
    "lead_only": frozenset({"lead"}),
    "network_only": frozenset({"network"}),
}


def declare(access: str) -> Callable[[View], View]:
    """Return a decorator that writes on a view who may open it."""

    def mark(view: View) -> View:
        view.access = access  # type: ignore[attr-defined]
        return view

    return mark


public = declare("public")
person_only = declare("person_only")
staff_only = declare("staff_only")
adviser_only = declare("adviser_only")
employer_only = declare("employer_only")
lead_only = declare("lead_only")
network_only = declare("network_only")


def access_of(endpoint: str) -> str | None:
    """Return what a view says about who may open it; None when it says nothing."""
    return getattr(current_app.view_functions[endpoint], "access", None)


def check() -> ResponseReturnValue | None:
    """Refuse a view that declares nothing; show an unknown visitor how people enter.

    Who someone is comes from the database each time: a closed door counts at once.
    """
    if request.endpoint is None:
        return None
    access = "public" if request.endpoint == "static" else access_of(request.endpoint)
    if access is None:
        abort(403)
    if access == "employer_only":
        g.employer = current_app.extensions["employer"]()
        if g.employer is None:
            return redirect(url_for("employers.closed"), code=303)
    return None


def init_app(app: Flask) -> None:
    """Check each request before its view runs."""
    app.before_request(check)
