"""Someone comes in with a number, follows a request, and comes back on another phone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from tests.browser import measure
from tests.browser.journey import Journey
from tests.browser.live import Live
from tests.browser.test_journeys import ask_to_be_called
from webapp.applications.models import Application
from webapp.extensions import db
from webapp.messages.models import Message

FIRST_VIEW = 8 * 1024  # bytes, compressed


def last_sms(live: Live, number: str) -> str:
    """The last SMS to a number."""
    query = select(Message.text).where(Message.recipient == number).order_by(Message.id.desc())
    return live.ask(lambda: db.session.scalars(query).first()) or ""


def code_in(sms: str) -> str:
    """The code as people read it."""
    found = re.match(r"\d{3} \d{3}", sms)
    assert found, sms
    return found[0]


def employer_of(live: Live, number: str) -> str:
    """The employer whom someone with this number asked."""
    query = select(Application).where(Application.phone == number)
    return live.ask(lambda: db.session.scalars(query).one().offer.organisation.name)


def check(page: Page) -> None:
    """Fail where a page shuts someone out."""
    faults = [*measure.axe(page), *measure.small_targets(page), *measure.overflows(page)]
    assert not faults, (page.url, faults)


def press(page: Page, words: str, shows: str, *, looked_at: bool = True) -> None:
    """Press a button, and wait for the page with this title, which shuts nobody out."""
    page.get_by_role("button", name=words, exact=True).tap()
    page.get_by_role("heading", level=1, name=shows).wait_for()
    if looked_at:
        check(page)


def type_number(page: Page, typed: str) -> None:
    """Ask for a code."""
    page.get_by_label("Votre numéro de portable").fill(typed)
    press(page, "Recevoir mon code", "Votre code")


def follow(live: Live, page: Page, typed: str, number: str, *, looked_at: bool) -> None:
    """From the confirmation of a request to its follow-up; axe needs a page's own scripts."""
    page.get_by_role("link", name="Suivre ma demande avec mon numéro").tap()
    page.get_by_label("Votre numéro de portable").fill(typed)
    press(page, "Recevoir mon code", "Votre code", looked_at=looked_at)
    field = page.get_by_label(re.compile("Les 6.chiffres du SMS"))
    expect(field).to_have_attribute("autocomplete", "one-time-code")
    expect(field).to_have_attribute("inputmode", "numeric")
    field.fill(last_sms(live, number))  # all of it, as someone pastes it
    press(page, "Entrer", "Votre prénom", looked_at=looked_at)
    page.get_by_label("Votre prénom").fill("nadine")
    press(page, "Continuer", "Retrouver vos demandes", looked_at=looked_at)
    page.get_by_label(employer_of(live, number), exact=True).check()
    press(page, "Continuer", "Ce téléphone est à vous", looked_at=looked_at)
    page.get_by_label("On le partage").check()
    press(page, "Continuer", "Si vous changez de téléphone", looked_at=looked_at)
    page.get_by_role("link", name="Plus tard").tap()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_request_is_followed_with_its_number_and_nothing_else(
    live: Live, browser: Browser, open_phone: Callable[..., Page], scripts: bool
) -> None:
    typed, number = ("06 39 98 41 0" + "12"[scripts], "+3363998410" + "12"[scripts])
    page = open_phone(browser, java_script_enabled=scripts)
    page.goto(live.path("/offres/{offer}"))
    ask_to_be_called(Journey(page), "Nadine", typed)
    follow(live, page, typed, number, looked_at=scripts)

    expect(page.get_by_role("heading", level=1)).to_have_text("Bonjour nadine")
    expect(page.locator(".followed")).to_have_count(1)
    expect(page.locator(".followed")).to_contain_text(employer_of(live, number))
    expect(page.locator("main a[href^='tel:']")).to_have_count(1)
    if scripts:
        check(page)


def test_a_first_sign_in_costs_a_number_a_code_and_a_first_name(live, page):
    journey = Journey(page)
    journey.open("/suivi")
    expect(page).to_have_url(re.compile("/connexion"))
    journey.type(page.get_by_label("Votre numéro de portable"), "06 39 98 42 01")
    journey.tap(page.get_by_role("button", name="Recevoir mon code"), shows="Votre code")
    journey.type(
        page.get_by_label(re.compile("6.chiffres")), code_in(last_sms(live, "+33639984201"))
    )
    journey.tap(page.get_by_role("button", name="Entrer", exact=True), shows="Votre prénom")
    journey.type(page.get_by_label("Votre prénom"), "Salif")
    journey.tap(page.get_by_role("button", name="Continuer"), shows="Ce téléphone est à vous")

    cost = journey.cost()
    assert cost["typed fields"] == 3, cost
    assert cost["taps"] <= 6, cost
    assert cost["pages"] <= 4, cost


def test_on_a_new_phone_the_birthday_opens_and_the_known_phone_costs_nothing(
    live: Live, browser: Browser, open_phone: Callable[..., Page]
) -> None:
    typed, number = "06 39 98 43 01", "+33639984301"
    mine = open_phone(browser)
    come_in(live, mine, typed, number)
    mine.get_by_label("Il est à moi").check()
    press(mine, "Continuer", "Si vous changez de téléphone")
    mine.get_by_label("Quel jour").fill("2 mars 1984")
    mine.get_by_role("button", name="Garder ce jour").tap()
    mine.get_by_role("heading", level=1, name="Revenir plus vite").wait_for()
    mine.goto("/suivi")
    expect(mine.get_by_role("heading", level=1)).to_have_text("Bonjour Rosa")

    other = open_phone(browser)
    live.ask(forget_waits)
    come_in(live, other, typed, number, shows="Est-ce bien vous")
    other.get_by_label("Quel jour").fill("2 3")
    press(other, "Entrer", "Ce téléphone est à vous")
    other.goto("/suivi")
    expect(other.get_by_role("heading", level=1)).to_have_text("Bonjour Rosa")
    assert "un autre telephone" in last_sms(live, number)


def forget_waits() -> None:
    """Let time pass for the codes already asked for."""
    from sqlalchemy import delete

    from webapp.accounts.models import Attempt

    db.session.execute(delete(Attempt))
    db.session.commit()


def come_in(
    live: Live, page: Page, typed: str, number: str, shows: str = "Ce téléphone est à vous"
) -> None:
    """Type the number, the code and the first name."""
    page.goto("/connexion")
    type_number(page, typed)
    page.get_by_label(re.compile("6.chiffres")).fill(code_in(last_sms(live, number)))
    press(page, "Entrer", "Votre prénom")
    page.get_by_label("Votre prénom").fill("Rosa")
    press(page, "Continuer", shows)


def test_first_views_stay_light(live, page):
    heavy = {}
    journey = Journey(page)
    come_in(live, page, "06 39 98 44 01", "+33639984401")
    for path in ("/connexion/anniversaire", "/suivi"):
        page.goto(path)
    journey.cost()
    for address, size in journey.requests.items():
        if "/static/" not in address and size > FIRST_VIEW:
            heavy[address] = size

    assert journey.requests
    assert not heavy
