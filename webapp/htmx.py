"""A page, or the part of it that htmx asked for."""

from typing import Any

from flask import Flask, Response, make_response, render_template, request
from htmx_flask import Htmx

htmx = Htmx()
FRAGMENT = "a_deux_pas.fragment"


def init_app(app: Flask) -> None:
    """Teach requests to say whether htmx sent them."""
    htmx.init_app(app)


def wants_fragment() -> bool:
    """Return whether this request swaps a part of a page already on the screen."""
    environ = request.environ  # each picture of a page asks: it is read from the headers once
    found: bool | None = environ.get(FRAGMENT)
    if found is None:
        hx = request.htmx  # type: ignore[attr-defined]
        found = bool(hx) and not (hx.boosted or hx.history_restore_request)
        environ[FRAGMENT] = found
    return found


def render(template: str, fragment: str | None = None, **context: Any) -> Response:
    """Render the fragment alone where htmx asks for it, else the page."""
    name = fragment if fragment and wants_fragment() else template
    response = make_response(render_template(name, **context))
    return by_asker(response) if fragment else response


def by_asker(response: Response) -> Response:
    """Say that htmx gets another answer at the same address."""
    return differs_by(response, "HX-Request")


def differs_by(response: Response, *headers: str) -> Response:
    """Say that an answer is another one where these headers of the request are.

    It is written as text, on each page: the library would read it and write it at each name.
    """
    said = response.headers.get("Vary", "")
    named = [said, *(name for name in headers if name not in said)]
    response.headers["Vary"] = ", ".join(filter(None, named))
    return response
