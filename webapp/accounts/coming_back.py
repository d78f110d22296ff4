"""Where someone goes once they have entered: back to the page they wanted, else to their own."""

from flask import current_app, request, session, url_for

from webapp.access import local
from webapp.accounts import roles
from webapp.accounts.enums import Role
from webapp.accounts.models import Account

KEPT = "suite"  # in the session, while a professional goes to fetch their e-mail
LEAD_HOME = "/structure/"
STAFF_HOME = "/connexion/pro/appareils"


def keep_wanted() -> None:
    """Keep for later the page that was wanted, if it is one of ours."""
    wanted = local(request.values.get(KEPT))
    if wanted:
        session[KEPT] = wanted


def wanted() -> str | None:
    """Return the page of ours that was wanted, if any."""
    return local(request.values.get(KEPT)) or local(session.get(KEPT))


def after_entering() -> str:
    """Return where a person goes once they are in."""
    return wanted() or url_for("applications.following.index")


def home_of(account: Account) -> str:
    """Return the page where a professional works."""
    doors = [home for door, home in roles.HOMES if roles.opens(door, account)]
    if account.role == Role.LEAD:
        doors.insert(0, LEAD_HOME)
    home = next((one for one in doors if is_page(one)), STAFF_HOME)
    return request.script_root + home


def is_page(path: str) -> bool:
    """Return whether a page has this address."""
    return current_app.url_map.bind("localhost").test(path, "GET")
