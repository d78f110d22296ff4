"""Someone who is signed in, in a real browser, as their two proofs would do it."""

from flask import current_app
from flask.testing import FlaskClient
from playwright.sync_api import Page

from tests.browser.live import Live
from tests.factories import make_account, make_organisation, make_person, sign_in
from webapp.accounts import devices
from webapp.accounts.models import Account
from webapp.people.models import Person

Owner = Person | Account
ANYONE = "anyone"


def make_owner(role: str) -> Owner:
    """Someone of this role, of a structure of the demonstration's kind."""
    if role == "person":
        return make_person(first_name="Awa")
    organisation = make_organisation(kind="support" if role == "adviser" else "aci")
    return make_account(role, organisation=organisation, first_name="Nadia")


def cookies_of(owner: Owner, *, confirmed: bool) -> dict[str, str]:
    """What their browser holds once they are in."""
    browser = FlaskClient(current_app)
    sign_in(browser, owner, confirmed=confirmed)
    found = browser.get_cookie(devices.COOKIE)
    assert found
    return {devices.COOKIE: found.value}


def come_in(live: Live, page: Page, who: str) -> None:
    """Sign someone of this role in on this page's browser; "half …" by one proof alone."""
    role = who.removeprefix("half ")
    if role != ANYONE:
        hold(page, live.ask(lambda: cookies_of(make_owner(role), confirmed=role == who)))


def hold(page: Page, cookies: dict[str, str]) -> None:
    """Give a browser cookies such as only a safe page may set; localhost is held to be one."""
    kind = {"url": "https://localhost", "secure": True, "httpOnly": True, "sameSite": "Lax"}
    page.context.add_cookies(
        [{"name": name, "value": value, **kind} for name, value in cookies.items()]
    )
