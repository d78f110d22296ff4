"""The employer's side on a phone: every page of a whole posting is measured as it is filled."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import measure
from tests.browser.live import Live
from tests.factories import make_application, make_contact, make_offer, make_organisation
from webapp.clock import now
from webapp.extensions import db
from webapp.organisations import actions

LOOKS = ("light", "dark")


def invited(kind: str) -> str:
    """Make a structure with one contact, an offer and someone who waits; return its link."""
    structure = make_organisation(kind=kind)
    make_contact(organisation=structure)
    tasks = ["vacuum", "wash-floors"]
    make_application(offer=make_offer(organisation=structure, tasks=tasks), first_name="Awa")
    make_offer("paused", organisation=structure, tasks=tasks)
    token = actions.invite(structure, now())
    db.session.commit()
    return f"/employeur/invitation/{token}"


def press(page: Page, role: str, name: str) -> None:
    """Press a button or a link, and wait for the page that it opens."""
    with page.expect_navigation():
        page.get_by_role(role, name=name).first.click()  # type: ignore[arg-type]


def posting(page: Page) -> Iterator[str]:
    """Post an offer, stopping on every page."""
    yield "invitation"
    press(page, "button", "Entrer")
    yield "home"
    press(page, "link", "Nouvelle offre")
    yield from choosing_the_work(page)
    for slug, choices in QUESTIONS.items():
        press(page, "button", "Continuer")
        yield slug
        for choice in choices:
            page.locator(f"[name=mode][value={choice}] + label").click()
            yield f"{slug}, {choice}"
    yield from naming_a_replacement(page)
    press(page, "button", "Publier")
    yield "published"
    page.goto("/employeur/fermee")
    yield "closed"


QUESTIONS = {
    "place": ("elsewhere", "zone", "here"),
    "week": ("same", "each", "range"),
    "contract": (),
    "pay": ("amount", "smic"),
    "needs": (),
    "contact": (),
}


def choosing_the_work(page: Page) -> Iterator[str]:
    """Choose a family, a job and two tasks."""
    yield "family"
    press(page, "button", "Ménage")
    yield "job"
    press(page, "button", "Ménage dans des bureaux")
    yield "tasks"
    for task in ("vacuum", "wash-floors"):
        page.locator(f"label:has([value={task}])").click()


def naming_a_replacement(page: Page) -> Iterator[str]:
    """Add someone new, with a number too short at first."""
    page.locator("[name=backup][value=new] + label").click()
    page.get_by_label("Prénom").last.fill("Léa")
    page.get_by_label("Téléphone").last.fill("06 39")
    press(page, "button", "Continuer")
    yield "contact, a number too short"
    page.get_by_label("Téléphone").last.fill("06 39 98 12 34")
    press(page, "button", "Continuer")
    yield "offer"


@pytest.fixture
def link(live: Live) -> str:
    """An invitation to a structure that sends people to others: the one with most choices."""
    return live.ask(lambda: invited("ai"))


def faults_on_the_way(page: Page, look: Callable[[Page], list[str]]) -> dict[str, list[str]]:
    """Return what a measure finds on each page of a posting."""
    return {name: found for name in posting(page) if (found := look(page))}


def unfolded(page: Page) -> list[str]:
    """Return what shuts people out in light and dark, with everything open."""
    measure.unfold(page)
    faults = []
    for look in LOOKS:
        page.emulate_media(color_scheme=look)  # type: ignore[arg-type]
        faults += [*measure.axe(page), *measure.low_contrasts(page)]
    return faults + measure.small_targets(page)


def test_a_posting_shuts_nobody_out(page, link):
    page.goto(link)

    found = faults_on_the_way(page, unfolded)
    assert not found, "\n".join(f"{name}: {fault}" for name in found for fault in found[name])


def test_a_posting_is_not_cut_on_a_narrow_screen(browser: Browser, open_phone, link):
    page = open_phone(browser, viewport={"width": 320, "height": 640})
    page.goto(link)

    assert not faults_on_the_way(page, measure.overflows)


def test_a_posting_is_done_by_keyboard(page, link):
    page.goto(link)

    def walk(page: Page) -> list[str]:
        if page.evaluate("document.activeElement !== document.body"):
            return []  # already inside the page: Tab would start from there
        return measure.walk_by_keyboard(page)

    assert not faults_on_the_way(page, walk)


def test_a_posting_needs_no_script(browser: Browser, open_phone, link):
    page = open_phone(browser, java_script_enabled=False)
    page.goto(link)

    names = list(posting(page))

    assert "published" in names
