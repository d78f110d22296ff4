"""The worker turned off: it leaves every phone, once what waits has left."""

from collections.abc import Callable, Iterator

import pytest
from flask import Response

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

STANDS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
RENEW = "async () => { for (const one of await navigator.serviceWorker.getRegistrations()) "
RENEW += "await one.update(); }"


@pytest.fixture
def turned_off(live: Live) -> Iterator[Callable[[], None]]:
    """A function that turns the worker off, until the end of the test."""
    yield lambda: live.app.config.update(OFFLINE=False)
    live.app.config.update(OFFLINE=True)


@pytest.fixture
def overloaded(live: Live) -> Iterator[Callable[[], None]]:
    """Nobody can send a request, until this is called."""
    usual = live.app.view_functions["applications.interested"]

    def full(**_arguments: str) -> Response:
        return Response(status=503)

    full.access = "public"  # type: ignore[attr-defined]
    live.app.view_functions["applications.interested"] = full
    yield lambda: live.app.view_functions.update({"applications.interested": usual})
    live.app.view_functions["applications.interested"] = usual


def test_turned_off_the_worker_leaves_each_phone_once_what_waits_has_left(
    live, phone, turned_off, overloaded
):
    number, offer = live.ask(new_phone), live.offer()
    visit(phone, f"/offres/{offer}")
    go_off(phone)
    ask_without_network(phone, offer, number)
    turned_off()
    come_back(phone)
    phone.goto("/arnaques")
    phone.evaluate(RENEW)
    until(phone, lambda: set(kept(phone)) == {"waiting"})
    assert phone.evaluate(STANDS) == 1  # something waits
    assert requests_of(live, number) == 0

    overloaded()
    phone.goto("/arnaques")

    until(phone, lambda: phone.evaluate(STANDS) == 0)
    assert requests_of(live, number) == 1
    phone.goto("/arnaques")
    assert phone.evaluate("navigator.serviceWorker.controller") is None
