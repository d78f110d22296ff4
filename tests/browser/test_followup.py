"""The adviser's day, in a real browser: on a desk's screen and on a phone, by keyboard too."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import measure
from tests.browser.live import Live
from tests.browser.signed_in import cookies_of, hold
from tests.factories import make_account, make_organisation, make_person
from tests.followup.making import make_note, make_task
from webapp import clock
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.people import consents
from webapp.people.enums import ConsentWay, Purpose

WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 640}


def arrive() -> dict[str, str]:
    """Make an adviser with someone who agreed, a step and a note; return their cookies."""
    place = make_organisation(kind="ccas")
    nadia = make_account("adviser", organisation=place, phone="+33465712222")
    fatou = make_person(first_name="Fatou", last_name="Diallo", registered_by_id=nadia.id)
    now = clock.now()
    asked = consents.add(fatou, place, Purpose.FOLLOWUP, 31, nadia, now)
    consents.give(asked, ConsentWay.CODE, now)
    caseloads.begin(fatou, nadia, now)
    make_task(fatou, nadia, title="Rappeler Karim", due_on=clock.today())
    make_note(fatou, nadia, text="Cherche le matin.")
    db.session.commit()
    return cookies_of(nadia, confirmed=True)


@pytest.fixture(params=[WIDE, PHONE], ids=["1280 px", "360 px"])
def nadia(
    request: pytest.FixtureRequest,
    live: Live,
    browser: Browser,
    open_phone: Callable[..., Page],
) -> Page:
    """An adviser's browser, on each kind of screen."""
    page = open_phone(browser, viewport=request.param, is_mobile=request.param is PHONE)
    hold(page, live.ask(arrive))
    return page


def faults(page: Page) -> list[str]:
    """What shuts someone out of a page."""
    measure.unfold(page)
    return measure.axe(page) + measure.overflows(page) + measure.small_targets(page)


def press(page: Page, role: str, name: str) -> None:
    """Press with the keyboard alone, and wait for the page that it opens."""
    target = page.get_by_role(role, name=name).first  # type: ignore[arg-type]
    target.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_the_adviser_s_day(nadia: Page) -> None:
    found = {}
    nadia.goto("/conseiller/")
    expect(nadia.get_by_role("heading", level=1)).to_contain_text("Ma journée")
    found["day"] = faults(nadia)

    press(nadia, "link", "Ouvrir : Fatou : Rappeler Karim")
    expect(nadia.get_by_role("heading", level=1)).to_have_text("Fatou Diallo")
    expect(nadia.get_by_text("Cherche le matin.")).to_be_visible()
    found["person"] = faults(nadia)

    press(nadia, "link", "Écrire une note")
    nadia.get_by_label("Note", exact=True).fill("Sort de prison.")
    press(nadia, "button", "Garder la note")
    expect(nadia.get_by_text("Ces mots parlent peut-être de santé ou de justice")).to_be_visible()
    found["note"] = faults(nadia)
    nadia.get_by_label("Note", exact=True).fill("Peut commencer à 6 h.")
    press(nadia, "button", "Garder la note")
    expect(nadia.get_by_text("Peut commencer à 6 h.")).to_be_visible()

    press(nadia, "link", "Ajouter une étape")
    found["step"] = faults(nadia)
    nadia.get_by_label("Étape", exact=True).fill("Faire le CV")
    nadia.get_by_label("Avant le").fill(clock.today().isoformat())
    nadia.locator(".chip", has_text="c’est proposé").click()
    press(nadia, "button", "Garder l’étape")
    expect(nadia.get_by_text("n’a pas encore répondu")).to_be_visible()

    press(nadia, "link", "Faire avec Fatou")
    found["beginning together"] = faults(nadia)
    nadia.locator(".chip", has_text="Sur mon écran").click()
    nadia.locator(".chip", has_text="Je connais cette personne").click()
    press(nadia, "button", "Commencer ensemble")
    expect(nadia.get_by_role("heading", level=1)).to_have_text("Bonjour Fatou")
    found["together"] = faults(nadia)
    press(nadia, "button", "Oui, je le fais")
    expect(nadia.get_by_role("button", name="C’est fait")).to_be_visible()
    press(nadia, "button", "Sur mon téléphone")
    found["the square"] = faults(nadia)
    nadia.goto("/suivi")
    press(nadia, "button", "Finir")
    expect(nadia.get_by_text("Rien ne reste sur cet écran.")).to_be_visible()
    found["over"] = faults(nadia)

    assert not any(found.values()), found
