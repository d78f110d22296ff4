"""The worker turned off: it leaves every phone, and what waits still leaves."""

from collections.abc import Callable, Iterator

import pytest

from tests.browser.live import Live
from tests.browser.offline import (
    ask_without_network,
    come_back,
    go_off,
    kept,
    requests_of,
    until,
    visit,
)
from tests.factories import new_phone


@pytest.fixture
def turned_off(live: Live) -> Iterator[Callable[[], None]]:
    """A function that turns the worker off, until the end of the test."""
    yield lambda: live.app.config.update(OFFLINE=False)
    live.app.config.update(OFFLINE=True)


def test_turned_off_the_worker_leaves_every_phone_and_what_waits_still_leaves(
    live, phone, turned_off
):
    number, offer = live.ask(new_phone), live.offer()
    visit(phone, f"/offres/{offer}")
    go_off(phone)
    ask_without_network(phone, offer, number)
    turned_off()
    phone.evaluate("self.registration_of = () => navigator.serviceWorker.getRegistrations()")
    phone.route("**/interesse", lambda route: route.abort())  # not sent by the worker meanwhile
    come_back(phone)
    phone.evaluate("async () => { for (const one of await registration_of()) await one.update(); }")
    until(phone, lambda: phone.evaluate("async () => !(await registration_of()).length"))
    phone.unroute("**/interesse")

    phone.goto("/sans-reseau")

    assert set(kept(phone)) <= {"waiting", "shell", "own", "pages", "files"}
    if requests_of(live, number) == 0:
        phone.get_by_role("button", name="Envoyer maintenant").click()
        phone.wait_for_url("**/demande/*")
    assert requests_of(live, number) == 1
    assert phone.evaluate("navigator.serviceWorker.controller") is None
