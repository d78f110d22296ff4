"""A lead's pages on a phone: every one of them is measured, with things in it."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import measure
from tests.browser.live import Live
from tests.browser.signed_in import cookies_of, hold
from tests.factories import make_account, make_contact, make_organisation
from webapp.clock import now
from webapp.extensions import db
from webapp.organisations import actions, members, own

LOOKS = ("light", "dark")


def structure() -> tuple[dict[str, str], list[str]]:
    """Make a structure in which everything happened; return what its lead holds, and its pages."""
    here = make_organisation(kind="aci", name="Les Ateliers du Canal et de la Rize")
    lead = make_account("lead", organisation=here, first_name="Hélène", last_name="Roux")
    colleague = make_account("employer", organisation=here, function="encadrante technique")
    leaving = make_account("adviser", organisation=here, first_name="Tom")
    members.close(leaving, by=lead, now=now())
    contact = make_contact(organisation=here)
    where = {"name": "Dépôt", "address": "2 rue Neuve", "insee": "69256", "lat": 45.7, "lon": 4.9}
    site = own.add_site(here, where, by=lead, now=now())
    own.keep_hours(site, [[0, 540, 720], [0, 780, 1020]], by=lead, now=now())
    actions.invite(here, now())
    db.session.commit()
    return cookies_of(lead, confirmed=True), [
        *("", "journal", "fiche", "fiche/changer", "horaires", "contacts", "absence"),
        *("equipe/nouveau", "lieux/nouveau", "contacts/nouveau"),
        *(f"equipe/{colleague.public_id}{act}" for act in ("", "/fermer", "/absence")),
        *(f"lieux/{site.public_id}", f"lieux/{site.public_id}/horaires"),
        f"contacts/{contact.public_id}",
    ]


@pytest.fixture
def visit(live: Live) -> Callable[[Page], Iterator[str]]:
    """A function that opens each page of the structure, one after the other."""
    cookies, paths = live.ask(structure)

    def open_each(page: Page) -> Iterator[str]:
        hold(page, cookies)
        for path in paths:
            answer = page.goto(f"/structure/{path}")
            assert answer is not None
            assert answer.status == 200, path
            yield path

    return open_each


def shut_out(page: Page) -> list[str]:
    """What shuts people out in light and dark, with everything open."""
    measure.unfold(page)
    faults = []
    for look in LOOKS:
        page.emulate_media(color_scheme=look)  # type: ignore[arg-type]
        faults += [*measure.axe(page), *measure.low_contrasts(page)]
    return faults + measure.small_targets(page)


def test_a_structure_shuts_nobody_out(page, visit):
    found = {path: faults for path in visit(page) if (faults := shut_out(page))}

    assert not found, found


@pytest.mark.parametrize("width", [320, 1280])
def test_a_structure_is_not_cut(browser: Browser, open_phone, visit, width):
    page = open_phone(browser, viewport={"width": width, "height": 800}, is_mobile=width < 1000)

    assert not [path for path in visit(page) if measure.overflows(page)]


def test_a_structure_is_kept_by_keyboard(page, visit):
    assert not {path: faults for path in visit(page) if (faults := measure.walk_by_keyboard(page))}


def test_an_account_is_opened_and_closed_without_a_script(browser: Browser, open_phone, visit):
    page = open_phone(browser, java_script_enabled=False)
    next(visit(page))
    page.get_by_role("link", name="Ouvrir un compte").click()
    page.get_by_label("Prénom").fill("Awa")
    page.get_by_label("Adresse e-mail").fill("awa.nouvelle@exemple.fr")
    page.get_by_label("Employeur").check()
    page.get_by_role("button", name="Ouvrir le compte").click()
    assert "Un message est parti à awa.nouvelle@exemple.fr" in page.inner_text("main")

    page.get_by_role("link", name="Fermer : Awa").click()
    page.get_by_role("button", name="Fermer ce compte").click()

    assert "Le compte de Awa est fermé" in page.inner_text("main")
