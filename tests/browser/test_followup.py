"""The adviser's day, in a real browser: on a desk's screen and on a phone, by keyboard too."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import measure
from tests.browser.live import Live
from tests.browser.scenes import followed
from tests.browser.signed_in import cookies_of, hold
from tests.factories import make_account, make_organisation, make_person
from tests.followup.making import make_note, make_task
from webapp import clock
from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.people import consents
from webapp.people.enums import ConsentWay, Purpose
from webapp.people.models import Person

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


def walk(page: Page) -> Iterator[str]:
    """Go through the adviser's day, stopping on each page."""
    page.goto("/conseiller/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ma journée")
    yield "my day"
    press(page, "link", "Ouvrir : Fatou : Rappeler Karim")
    expect(page.get_by_role("heading", level=1)).to_have_text("Fatou Diallo")
    expect(page.get_by_text("Cherche le matin.")).to_be_visible()
    yield "a person"
    yield from writing(page)
    yield from finding(page)
    yield from choosing(page)
    yield from together(page)
    yield from card(page)


def writing(page: Page) -> Iterator[str]:
    press(page, "link", "Écrire une note")
    page.get_by_label("Note", exact=True).fill("Sort de prison.")
    press(page, "button", "Garder la note")
    expect(page.get_by_text("Ces mots parlent peut-être de santé ou de justice")).to_be_visible()
    yield "a note to look at again"
    page.get_by_label("Note", exact=True).fill("Peut commencer à 6 h.")
    press(page, "button", "Garder la note")
    expect(page.get_by_text("Peut commencer à 6 h.")).to_be_visible()
    press(page, "link", "Ajouter une étape")
    yield "a next step"
    page.get_by_label("Étape", exact=True).fill("Faire le CV")
    page.get_by_label("Avant le").fill(clock.today().isoformat())
    page.locator(".chip", has_text="c’est proposé").click()
    press(page, "button", "Garder l’étape")
    expect(page.get_by_text("n’a pas encore répondu")).to_be_visible()


def finding(page: Page) -> Iterator[str]:
    page.goto("/conseiller/")
    page.get_by_label("Trouver une personne").fill("fatou d")
    press(page, "button", "Chercher")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("fatou d")
    yield "who is found"
    press(page, "link", "Ouvrir : Fatou Diallo")


def choosing(page: Page) -> Iterator[str]:
    press(page, "link", "Changer ensemble")
    yield "how someone reads"
    page.locator(".chip", has_text="Français simple").click()
    press(page, "button", "Garder")
    expect(page.get_by_text("Lit en : Français simple")).to_be_visible()


def together(page: Page) -> Iterator[str]:
    press(page, "link", "Faire avec Fatou")
    yield "beginning together"
    page.locator(".chip", has_text="Sur mon écran").click()
    page.locator(".chip", has_text="Je connais cette personne").click()
    press(page, "button", "Commencer ensemble")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bonjour Fatou")
    yield "together"
    press(page, "button", "Oui, je le fais")
    expect(page.get_by_role("button", name="C’est fait")).to_be_visible()
    press(page, "button", "Sur mon téléphone")
    yield "the square"
    page.goto("/suivi")
    press(page, "button", "Finir")
    expect(page.get_by_text("Rien ne reste sur cet écran.")).to_be_visible()
    yield "the end"


def card(page: Page) -> Iterator[str]:
    press(page, "link", "Faire sa carte")
    page.get_by_label("Jour de naissance").fill("14 07")
    press(page, "button", "Faire une carte")
    yield "the card"


def test_the_adviser_s_day_by_keyboard_shuts_nobody_out(nadia: Page) -> None:
    found = {name: faults(nadia) for name in walk(nadia)}

    assert len(found) == 11
    assert not any(found.values()), found


def follow_together(live: Live) -> tuple[dict[str, str], int, int]:
    """An adviser's cookies, the person whom they follow, and a colleague, by their numbers."""

    def make() -> tuple[dict[str, str], int, int]:
        fatou, nadia = followed()
        sami = make_account("adviser", organisation=nadia.organisation, first_name="Sami")
        db.session.commit()
        return cookies_of(nadia, confirmed=True), fatou.id, sami.id

    return live.ask(make)


def writes(person: int, account: int) -> None:
    """A colleague writes a note."""
    who = db.session.get_one(Account, account)
    make_note(db.session.get_one(Person, person), who, text="Vu ce matin.")


def test_an_open_page_says_by_itself_what_a_colleague_has_just_written(live: Live, page: Page):
    cookies, person, colleague = follow_together(live)
    name = live.ask(lambda: db.session.get_one(Person, person).public_id)
    hold(page, cookies)
    page.clock.install()
    page.goto(f"/conseiller/suivi/{name}")
    expect(page.locator("#since")).to_be_empty()
    live.ask(lambda: writes(person, colleague))

    page.clock.fast_forward(31_000)

    expect(page.locator("#since")).to_contain_text("Note · Sami Perrin")
    assert not measure.axe(page)
