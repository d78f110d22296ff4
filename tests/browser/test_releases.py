"""A new version never breaks an old one: the worker of the release before, on today's server.

`tests/pwa/previous/worker.js` is the worker as the last release served it. To renew it: copy
static/small/worker.js there on the day of a release.
"""

import json
from collections.abc import Callable, Iterator

import pytest
from flask import Response
from playwright.sync_api import Page, expect

from tests.browser.live import Live
from tests.browser.offline import (
    ask_without_network,
    come_back,
    come_in,
    go_off,
    kept,
    requests_of,
    until,
    visit,
)
from tests.factories import new_phone
from webapp.config import ROOT

PREVIOUS = ROOT / "tests" / "pwa" / "previous" / "worker.js"
RENEW = "async () => { await (await navigator.serviceWorker.getRegistration()).update(); }"
SHOWN = """async () => {
  const ready = await navigator.serviceWorker.ready;
  return (await ready.getNotifications()).map((one) => one.body);
}"""
TOLD = {
    "title": "À deux pas",
    "body": "Karim vous attend.",
    "lang": "fr",
    "dir": "ltr",
    "ref": "abcdefgh",
    "url": "/suivi",
}


@pytest.fixture
def before(live: Live) -> Iterator[Callable[[], None]]:
    """The worker of the release before is served; call this to serve today's."""
    today = live.app.view_functions["pwa.worker"]

    def former() -> Response:
        return Response(PREVIOUS.read_bytes(), mimetype="text/javascript")

    former.access = "public"  # type: ignore[attr-defined]
    live.app.view_functions["pwa.worker"] = former
    yield lambda: live.app.view_functions.update({"pwa.worker": today})
    live.app.view_functions["pwa.worker"] = today


def renewed(page: Page) -> None:
    """Have the phone find the new worker, as it does by itself within a day."""
    page.evaluate("navigator.serviceWorker.oncontrollerchange = () => { window.renewed = true; }")
    page.evaluate(RENEW)
    page.wait_for_function("window.renewed")


def press_off(page: Page, offer: str, number: str) -> None:
    """Send a request without network, from a page that was seen."""
    go_off(page)
    page.goto(f"/offres/{offer}/interesse")
    page.locator("#first_name").fill("Awa")
    page.get_by_label("Votre numéro de téléphone").fill(number)
    page.get_by_role("button", name="Envoyer à").click()
    page.wait_for_url("**/sans-reseau*")


@pytest.mark.usefixtures("before")
def test_the_worker_of_the_release_before_works_with_todays_server(live, phone):
    number, offer = live.ask(new_phone), live.offer()
    come_in(live, phone, "Zahra")
    visit(phone, "/suivi")
    visit(phone, f"/offres/{offer}/interesse")
    go_off(phone)
    phone.goto("/suivi")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Bonjour Zahra")
    phone.goto("/aide")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Sans réseau")
    press_off(phone, offer, number)

    come_back(phone)
    phone.goto("/")

    until(phone, lambda: requests_of(live, number) == 1)


def test_a_new_worker_takes_over_without_a_reload_and_with_what_was_kept(live, phone, before):
    number, offer = live.ask(new_phone), live.offer()
    visit(phone, "/arnaques")
    visit(phone, f"/offres/{offer}/interesse")
    press_off(phone, offer, number)
    come_back(phone)
    before()
    phone.goto("/arnaques")
    opened: list[str] = []
    phone.on("framenavigated", lambda frame: opened.append(frame.url))

    renewed(phone)
    phone.wait_for_timeout(1500)

    assert opened == []  # nobody loses what they were typing
    until(phone, lambda: requests_of(live, number) == 1)
    go_off(phone)
    phone.goto("/arnaques")
    expect(phone.get_by_text("Peu ou pas de réseau. Page vue le")).to_be_visible()
    phone.goto("/aide")
    expect(phone.locator("#kept a").first).to_be_visible()
    assert kept(phone)["pages"]


def test_what_waited_under_the_release_before_leaves_under_this_one(live, phone, before):
    number, offer = live.ask(new_phone), live.offer()
    visit(phone, f"/offres/{offer}")
    before()
    renewed(phone)
    go_off(phone)

    ask_without_network(phone, offer, number)
    come_back(phone)
    phone.goto("/")

    until(phone, lambda: requests_of(live, number) == 1)


def test_a_notification_shows_on_the_phone(live, phone):
    visit(phone, "/")
    phone.context.grant_permissions(["notifications"], origin=live.url)
    browser = phone.context.new_cdp_session(phone)
    known: list[str] = []
    browser.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda told: known.extend(one["registrationId"] for one in told["registrations"]),
    )
    browser.send("ServiceWorker.enable")
    until(phone, lambda: bool(known))

    browser.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": live.url, "registrationId": known[-1], "data": json.dumps(TOLD)},
    )

    until(phone, lambda: phone.evaluate(SHOWN) == ["Karim vous attend."])
