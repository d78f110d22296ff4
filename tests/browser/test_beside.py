"""Beside a person, in a real browser: what it costs, how it looks, the card on paper."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import delete, select

from tests.browser import measure
from tests.browser.journey import Journey
from tests.browser.live import Live
from tests.browser.signed_in import cookies_of, hold
from tests.factories import make_account, make_organisation, make_person
from webapp.accounts import cards
from webapp.accounts.models import Attempt
from webapp.extensions import db
from webapp.messages.models import Message
from webapp.people.models import Person

NEW, OTHER = "06 39 98 56 78", "06 39 98 43 21"
HALF_A4 = 559  # CSS pixels: 148 mm


def e164(phone: str) -> str:
    return "+33" + phone.replace(" ", "")[1:]


def arrive() -> dict[str, str]:
    """Make an adviser with people; return what their browser holds."""
    nadia = make_account(
        "adviser", organisation=make_organisation(kind="ccas"), phone="+33465712222"
    )
    make_person(first_name="Fatou", last_name="Diallo", registered_by_id=nadia.id)
    make_person(first_name="Fatoumata", last_name="Diallo", registered_by_id=nadia.id)
    make_person(first_name="Karim", last_name="Benali", registered_by_id=nadia.id, phone=None)
    return cookies_of(nadia, confirmed=True)


@pytest.fixture(autouse=True)
def nobody_left(live: Live) -> Iterator[None]:
    """Numbers that no earlier test wrote to."""
    live.ask(forget)
    yield
    live.ask(forget)


def forget() -> None:
    """Take out the people and the messages of these tests."""
    for person in db.session.scalars(select(Person).where(Person.demonstration.is_(False))):
        person.phone, person.registered_by_id = None, None
    db.session.execute(delete(Attempt))
    db.session.commit()


@pytest.fixture
def nadia(live: Live, page: Page) -> Page:
    """The phone of an adviser who is in."""
    hold(page, live.ask(arrive))
    return page


def code_to(live: Live, phone: str) -> str:
    """The six digits that the person reads on their phone."""
    wanted = select(Message.text).filter_by(recipient=e164(phone), kind="code")
    text = live.ask(lambda: db.session.scalars(wanted.order_by(Message.id.desc())).first())
    found = re.match(r"(\d{3}) (\d{3})", text or "")
    assert found, text
    return found[0]


def press(page: Page, role: str, name: str) -> None:
    """Press a button or a link, and wait for the page that it opens."""
    with page.expect_navigation():
        page.get_by_role(role, name=name).first.click()  # type: ignore[arg-type]


def choose(page: Page, text: str) -> None:
    page.locator(".chip", has_text=text).first.click()


def test_a_lost_number_is_replaced_in_six_pages_and_three_typed_fields(live, nadia):
    journey = Journey(nadia)
    journey.open("/conseiller/")
    journey.type(nadia.get_by_label("Trouver une personne"), "fatou d")
    journey.tap(nadia.get_by_role("button", name="Chercher"), shows="Mes personnes")
    journey.tap(nadia.get_by_role("link", name="Ouvrir : Fatou Diallo"), shows="Fatou Diallo")
    journey.tap(nadia.get_by_role("link", name="Nouveau numéro"), shows="Nouveau numéro")
    journey.type(nadia.get_by_label("Nouveau numéro de portable"), NEW)
    journey.choose(nadia.locator(".chip", has_text="Perdu ou volé"))
    journey.choose(nadia.locator(".chip", has_text="Je connais cette personne"))
    journey.tap(
        nadia.get_by_role("button", name="Envoyer un code au nouveau numéro"),
        shows="Le code reçu par la personne",
    )
    journey.type(nadia.get_by_label("Les 6 chiffres que la personne lit"), code_to(live, NEW))
    journey.tap(nadia.get_by_role("button", name="Continuer"), shows="Fatou Diallo")

    expect(nadia.get_by_text("le nouveau numéro marche")).to_be_visible()
    cost = journey.cost()
    assert cost["pages"] <= 6
    assert cost["taps"] <= 11
    assert cost["typed fields"] <= 3
    assert cost["bytes"] <= 100_000


def walk(live: Live, page: Page) -> Iterator[str]:
    """Go through every page of the area, stopping on each."""
    page.goto("/conseiller/")
    yield "home"
    yield from writing_down(live, page)
    yield from a_card(page)
    yield from a_new_number(live, page)
    yield from two_records(page)


def writing_down(live: Live, page: Page) -> Iterator[str]:
    press(page, "link", "Inscrire quelqu’un")
    press(page, "button", "Continuer")
    yield "someone to write down, with nothing written"
    page.get_by_label("Prénom", exact=True).fill("Awa")
    page.get_by_label("Téléphone", exact=True).fill(OTHER)
    press(page, "button", "Continuer")
    yield "the code to read aloud"
    page.get_by_label("Les 6 chiffres").fill("12")
    press(page, "button", "Continuer")
    yield "a code too short"
    page.get_by_label("Les 6 chiffres").fill(code_to(live, OTHER))
    press(page, "button", "Continuer")
    expect(page.get_by_role("heading", level=1)).to_have_text("Awa")
    yield "someone just written down"


def a_card(page: Page) -> Iterator[str]:
    page.get_by_label("Jour de naissance").fill("14 07")
    press(page, "button", "Faire une carte")
    yield "the card"
    press(page, "link", "Awa")
    yield "someone with a card"
    press(page, "button", "Arrêter la carte")


def a_new_number(live: Live, page: Page) -> Iterator[str]:
    press(page, "link", "Nouveau numéro")
    press(page, "button", "Envoyer un code")
    yield "a new number, with nothing written"
    page.get_by_label("Nouveau numéro de portable").fill(NEW)
    choose(page, "Perdu ou volé")
    choose(page, "Une pièce d’identité")
    press(page, "button", "Envoyer un code")
    page.get_by_label("Les 6 chiffres").fill(code_to(live, NEW))
    press(page, "button", "Continuer")
    yield "someone whose number has just changed"


def two_records(page: Page) -> Iterator[str]:
    page.goto("/conseiller/")
    page.get_by_label("Trouver une personne").fill("fatou d")
    press(page, "button", "Chercher")
    press(page, "link", "Ouvrir : Fatou Diallo")
    press(page, "link", "Accord et carte")
    press(page, "link", "Regarder avec la personne")
    yield "records alike"
    press(page, "link", "Comparer")
    yield "two records side by side"
    press(page, "button", "Réunir les deux fiches")
    yield "two records, not agreed to"
    page.locator(".chip").first.click()
    choose(page, "La personne est avec moi")
    press(page, "button", "Réunir les deux fiches")
    expect(page.get_by_text("n’en font plus qu’une")).to_be_visible()


def faults(live: Live, page: Page, look: Callable[[Page], list[str]]) -> dict[str, list[str]]:
    """Return what a measure finds on each page of the area."""
    return {name: found for name in walk(live, page) if (found := look(page))}


def unfolded(page: Page) -> list[str]:
    """Return what shuts people out in light and dark, with everything open."""
    measure.unfold(page)
    found = []
    for look in ("light", "dark"):
        page.emulate_media(color_scheme=look)  # type: ignore[arg-type]
        found += [*measure.axe(page), *measure.low_contrasts(page)]
    return found + measure.small_targets(page)


def test_the_area_shuts_nobody_out(live, nadia):
    assert not faults(live, nadia, unfolded)


def test_nothing_of_the_area_is_cut_on_a_narrow_screen(live, browser: Browser, open_phone):
    page = open_phone(browser, viewport={"width": 320, "height": 640})
    hold(page, live.ask(arrive))

    assert not faults(live, page, measure.overflows)


def test_the_area_works_without_scripts(live, browser: Browser, open_phone):
    page = open_phone(browser, java_script_enabled=False)
    hold(page, live.ask(arrive))

    assert len(list(walk(live, page))) == 12


# --- the card


@pytest.fixture
def paper(live: Live, browser: Browser, open_phone: Callable[..., Page]) -> Page:
    """A person's new card, on a screen as wide as a sheet."""
    page = open_phone(browser, viewport={"width": 794, "height": 1123}, is_mobile=False)
    person = live.ask(with_birthday)
    hold(page, person)
    page.goto("/moi/carte")
    press(page, "button", "Faire ma carte")
    return page


def with_birthday() -> dict[str, str]:
    person = make_person(first_name="Zeynep")
    cards.learn_birthday(person, "14-07")
    db.session.commit()
    return cookies_of(person, confirmed=True)


def test_a_card_fits_on_half_a_sheet_in_black_alone(paper):
    sheet = paper.pdf(format="A4")
    paper.emulate_media(media="print")

    box = paper.locator(".paper").bounding_box()
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
    assert box
    assert box["height"] <= HALF_A4
    square = paper.locator(".paper .qr svg").bounding_box()
    assert square
    assert square["width"] >= 150  # 40 mm: a cheap camera reads it at arm's length


def test_the_square_opens_a_form_with_the_code_and_sends_it_nowhere(live, page):
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url.partition("#")[0] + str(one.headers)))
    page.goto("/c#4k7m2qxa")

    expect(page.get_by_label("Le code de la carte")).to_have_value("4K7M 2QXA")
    assert page.url == f"{live.url}/c"
    expect(page.get_by_label("Votre prénom")).to_be_focused()
    assert asked
    assert not [one for one in asked if "4k7m2qxa" in one]


def test_a_card_opens_in_two_pages_on_a_new_phone(live, paper, page):
    code = paper.locator(".paper .eight").inner_text()
    journey = Journey(page)
    journey.open(f"/c#{code.replace(chr(0xA0), '').lower()}")
    journey.type(page.get_by_label("Votre prénom"), "Zeynep")
    journey.type(page.get_by_label("Quel jour"), "14 07")
    page.get_by_role("button", name="Entrer", exact=True).tap()
    page.wait_for_url("**/suivi")

    assert journey.cost()["typed fields"] == 2
    assert journey.loads == 2
