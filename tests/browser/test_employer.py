"""The employer's side on a phone: every page of a whole posting is measured as it is filled."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import measure
from tests.browser.live import Live
from tests.browser.signed_in import cookies_of, hold
from tests.factories import (
    make_account,
    make_application,
    make_contact,
    make_offer,
    make_organisation,
)
from webapp.clock import now
from webapp.extensions import db
from webapp.organisations import actions

LOOKS = ("light", "dark")


class Entry(NamedTuple):
    """How one comes to a structure: its invitation, and what the browser holds once one is in."""

    invitation: str
    cookies: dict[str, str]


def entry(kind: str) -> Entry:
    """Make a structure with one contact, an offer and someone who waits; return how to enter."""
    structure = make_organisation(kind=kind)
    make_contact(organisation=structure)
    tasks = ["vacuum", "wash-floors"]
    make_application(offer=make_offer(organisation=structure, tasks=tasks), first_name="Awa")
    make_offer("paused", organisation=structure, tasks=tasks)
    token = actions.invite(structure, now())
    db.session.commit()
    recruiter = make_account("employer", organisation=structure)
    return Entry(f"/employeur/invitation/{token}", cookies_of(recruiter, confirmed=True))


def come(page: Page, way: Entry) -> None:
    """Open the invitation on the phone of someone who is in already."""
    hold(page, way.cookies)
    page.goto(way.invitation)


def press(page: Page, role: str, name: str) -> None:
    """Press a button or a link, and wait for the page that it opens."""
    with page.expect_navigation():
        page.get_by_role(role, name=name).first.click()  # type: ignore[arg-type]


def posting(page: Page) -> Iterator[str]:
    """Post an offer, stopping on every page."""
    yield "invitation"
    page.goto("/employeur/")
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
    page.goto("/employeur/invitation/gone")
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
def way(live: Live) -> Entry:
    """The way to a structure that sends people to others: the one with most choices."""
    return live.ask(lambda: entry("ai"))


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


def test_a_posting_shuts_nobody_out(page, way):
    come(page, way)

    found = faults_on_the_way(page, unfolded)
    assert not found, "\n".join(f"{name}: {fault}" for name in found for fault in found[name])


def test_a_posting_is_not_cut_on_a_narrow_screen(browser: Browser, open_phone, way):
    page = open_phone(browser, viewport={"width": 320, "height": 640})
    come(page, way)

    assert not faults_on_the_way(page, measure.overflows)


def test_a_posting_is_done_by_keyboard(page, way):
    come(page, way)

    def walk(page: Page) -> list[str]:
        if page.evaluate("document.activeElement !== document.body"):
            return []  # already inside the page: Tab would start from there
        return measure.walk_by_keyboard(page)

    assert not faults_on_the_way(page, walk)


def test_a_posting_needs_no_script(browser: Browser, open_phone, way):
    page = open_phone(browser, java_script_enabled=False)
    come(page, way)

    names = list(posting(page))

    assert "published" in names
