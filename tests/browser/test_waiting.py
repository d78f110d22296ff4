"""A moment chosen, help asked, an offer reported without network leave later, once each."""

from playwright.sync_api import expect
from sqlalchemy import func, select

from tests.browser.offline import come_back, go_off, until, visit
from tests.browser.test_answers import awa_asks, invite, status
from tests.factories import new_phone
from webapp.extensions import db
from webapp.helping.models import HelpRequest
from webapp.scams.models import Report

WAITS = "Attend le réseau, puis part tout seul."


def test_a_slot_chosen_without_network_is_taken_when_it_is_back(live, phone):
    name, _cookies = live.ask(awa_asks)
    invite(live, name)
    visit(phone, "/")
    phone.goto(f"/demande/{name}")
    go_off(phone)

    phone.locator("form .btn").first.tap()
    expect(phone.get_by_text(WAITS)).to_be_visible(timeout=20_000)
    assert status(live, name) == "proposed"

    come_back(phone)
    phone.goto("/")
    until(phone, lambda: status(live, name) == "chosen")


def test_help_asked_without_network_is_asked_once(live, phone):
    number = live.ask(new_phone)
    count = select(func.count()).select_from(HelpRequest).where(HelpRequest.phone == number)
    visit(phone, "/")
    phone.goto("/aide/demander/papiers?ou=Valence")
    go_off(phone)
    phone.locator("#first_name").fill("Awa")
    phone.locator("#phone").fill(number)
    phone.get_by_role("button", name="Demander de l’aide").tap()
    expect(phone.get_by_text(WAITS)).to_be_visible(timeout=20_000)
    expect(phone.locator("form.card p").filter(has_text=number)).to_be_visible()

    come_back(phone)
    phone.goto("/")

    until(phone, lambda: live.ask(lambda: db.session.scalar(count)) == 1)
    phone.goto("/sans-reseau")
    expect(phone.get_by_text("C’est envoyé.")).to_be_visible()
    assert live.ask(lambda: db.session.scalar(count)) == 1


def test_a_report_of_an_offer_leaves_once(live, phone):
    offer = live.offer()
    words = f"Il demande 50 euros à {live.ask(new_phone)}."
    count = select(func.count()).select_from(Report).where(Report.words == words)
    visit(phone, "/")
    phone.goto(f"/offres/{offer}/signaler")
    go_off(phone)
    phone.locator("[name=reason][value=money]").check()
    phone.locator("[name=words]").fill(words)
    phone.get_by_role("button", name="Signaler").tap()
    expect(phone.get_by_text(WAITS)).to_be_visible(timeout=20_000)

    come_back(phone)
    phone.goto("/")

    until(phone, lambda: live.ask(lambda: db.session.scalar(count)) == 1)
    phone.goto("/sans-reseau")
    expect(phone.get_by_text("C’est envoyé.")).to_be_visible()
    assert live.ask(lambda: db.session.scalar(count)) == 1
