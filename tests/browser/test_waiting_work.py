"""A professional without network: what was pressed leaves later, once, in their own name."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.live import Live
from tests.browser.offline import come_back, go_off, kept, until, visit
from tests.browser.signed_in import cookies_of, hold
from tests.browser.test_answers import awa_asks, found
from tests.factories import make_account, make_help_request, make_organisation
from webapp.extensions import db
from webapp.helping.models import HelpRequest, HelpStep

WAITS = "Attend le réseau, puis part tout seul."
COUNTS = "navigator.setAppBadge = (count) => { self.shown = count; return Promise.resolve(); };"
CLEARS = "navigator.clearAppBadge = () => { self.shown = 'none'; return Promise.resolve(); };"


def fatou_asks() -> tuple[str, dict[str, str]]:
    """Fatou's request for help, and what the browser of the adviser who answers holds."""
    here = make_organisation(kind="ccas")
    asked = make_help_request(organisation=here, first_name="Fatou", status="asked")
    return asked.public_id, cookies_of(make_account("adviser", organisation=here), confirmed=True)


def steps(live: Live, name: str, kind: str) -> int:
    """How many steps of a kind a request for help has had."""

    def asked() -> int:
        wanted = db.session.query(HelpStep).filter_by(kind=kind)
        return wanted.join(HelpRequest).filter_by(public_id=name).count()

    return live.ask(asked)


def is_called(live: Live, name: str) -> bool:
    """Whether the employer has said that they call."""
    return live.ask(lambda: found(name).called_at is not None)


def press_off(page: Page, name: str) -> None:
    """Press without network; the list of what waits says so."""
    page.get_by_role("button", name=name).first.tap()
    expect(page.get_by_text(WAITS)).to_be_visible(timeout=20_000)


@pytest.fixture
def employer(live: Live, phone: Page) -> str:
    """Awa's request, open on the phone of its employer, who has lost the network."""
    name, cookies = live.ask(awa_asks)
    hold(phone, cookies)
    visit(phone, "/")
    phone.goto("/employeur/")
    go_off(phone)
    return name


def test_an_employers_answer_waits_on_the_badge_too_and_leaves_once(live, phone, employer):
    for worker in phone.context.service_workers:
        worker.evaluate(COUNTS + CLEARS)

    press_off(phone, "Je l’appelle")
    badge = phone.context.service_workers[0]
    until(phone, lambda: badge.evaluate("self.shown") == 1)
    assert not is_called(live, employer)

    come_back(phone)
    phone.goto("/employeur/")

    until(phone, lambda: is_called(live, employer))
    until(phone, lambda: badge.evaluate("self.shown") == "none")


def test_once_the_session_has_ended_it_asks_to_sign_in_then_sends(live, phone, employer):
    press_off(phone, "Je l’appelle")
    inside = phone.context.cookies("https://localhost")
    phone.context.clear_cookies()

    come_back(phone)
    phone.goto("/sans-reseau")
    expect(phone.get_by_text("Entrez sur votre page, puis ça part.")).to_be_visible()
    assert not is_called(live, employer)
    phone.get_by_role("link", name="Entrer").tap()
    expect(phone.get_by_role("heading", level=1)).not_to_have_text("Sans réseau")

    hold(phone, {one["name"]: one["value"] for one in inside})
    phone.goto("/employeur/")
    until(phone, lambda: is_called(live, employer))


def test_an_advisers_act_and_note_leave_once_each(live, phone):
    name, cookies = live.ask(fatou_asks)
    hold(phone, cookies)
    visit(phone, "/")
    phone.goto(f"/conseiller/aides/{name}")
    go_off(phone)
    phone.get_by_text("Écrire une note").first.tap()
    phone.get_by_label("Ce qui a été fait").fill(f"Passage de {name}")
    press_off(phone, "Garder la note")
    assert name not in str(kept(phone)["pages"])  # other people's lives are never kept

    come_back(phone)
    phone.goto(f"/conseiller/aides/{name}")
    until(phone, lambda: steps(live, name, "note") == 1)
    phone.goto(f"/conseiller/aides/{name}")
    go_off(phone)
    press_off(phone, "J’ai appelé, sans réponse")

    come_back(phone)
    phone.goto(f"/conseiller/aides/{name}")

    until(phone, lambda: steps(live, name, "no-answer") == 1)
    assert steps(live, name, "note") == 1
