"""A SIAE's professional and a person who shares with them, each in their browser, to the stop."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import measure
from tests.browser.live import Live
from tests.browser.scenes import followed, hires_there
from tests.browser.signed_in import cookies_of, hold
from tests.browser.test_followup import PHONE, WIDE, press
from tests.followup.making import make_task
from webapp import clock
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.people import consents
from webapp.people.enums import ConsentWay, Purpose


class Pair(NamedTuple):
    """The two of them, each with a browser."""

    karim: Page
    fatou: Page


def arrive() -> tuple[dict[str, str], dict[str, str]]:
    """Make someone who shares their follow-up with a SIAE; return what both browsers hold."""
    fatou, _nadia = followed()
    karim = hires_there()
    asked = consents.add(fatou, karim.organisation, Purpose.FOLLOWUP, 31, karim, clock.now())
    consents.give(asked, ConsentWay.SMS, clock.now())
    caseloads.begin(fatou, karim, clock.now())
    make_task(fatou, karim, title="Signer le contrat", due_on=clock.today())
    db.session.commit()
    return cookies_of(karim, confirmed=True), cookies_of(fatou, confirmed=True)


@pytest.fixture(params=[WIDE, PHONE], ids=["1280 px", "360 px"])
def pair(
    request: pytest.FixtureRequest,
    live: Live,
    browser: Browser,
    open_phone: Callable[..., Page],
) -> Pair:
    """Karim on each kind of screen, Fatou on a phone."""
    ours, theirs = live.ask(arrive)
    karim = open_phone(browser, viewport=request.param, is_mobile=request.param is PHONE)
    fatou = open_phone(browser, viewport=PHONE, is_mobile=True)
    hold(karim, ours)
    hold(fatou, theirs)
    return Pair(karim, fatou)


def faults(page: Page) -> list[str]:
    """What shuts someone out of a page."""
    return measure.axe(page) + measure.overflows(page) + measure.small_targets(page)


def begin_the_day(page: Page) -> str:
    """Open what waits about Fatou; return the address of her page."""
    page.goto("/employeur/")
    press(page, "link", "Ma journée de suivi")
    assert not faults(page)
    press(page, "link", "Ouvrir : Fatou : Signer le contrat")
    expect(page.get_by_role("heading", level=1)).to_have_text("Fatou Diallo")
    return page.url


def write(page: Page) -> None:
    """Add a note for all, and propose a step."""
    press(page, "link", "Écrire une note")
    page.get_by_label("Note", exact=True).fill("Peut commencer lundi.")
    page.locator(".chip", has_text="Tous ceux que la personne a choisis").click()
    press(page, "button", "Garder la note")
    expect(page.get_by_text("Peut commencer lundi.")).to_be_visible()
    press(page, "link", "Ajouter une étape")
    page.get_by_label("Étape", exact=True).fill("Apporter le RIB")
    page.get_by_label("Avant le").fill(clock.today().isoformat())
    page.locator(".chip", has_text="c’est proposé").click()
    press(page, "button", "Garder l’étape")
    assert not faults(page)


def test_a_siae_follows_someone_who_says_yes_then_stops(pair: Pair) -> None:
    karim, fatou = pair
    address = begin_the_day(karim)
    write(karim)

    fatou.goto("/suivi")
    expect(fatou.get_by_role("heading", name="Apporter le RIB")).to_be_visible()
    press(fatou, "button", "Oui, je le fais")
    karim.reload()
    expect(karim.get_by_text("Fatou, a dit oui")).to_be_visible()
    fatou.goto("/moi/donnees")
    press(fatou, "button", "Arrêter : Le Chantier vert")
    expect(fatou.locator("main")).to_contain_text("Le Chantier vert ne voit plus rien.")

    answer = karim.goto(address)

    assert answer is not None
    assert answer.status == 404
    assert "Fatou" not in karim.content()
