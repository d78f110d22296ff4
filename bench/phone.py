"""A phone in a real browser, for what is measured here."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench.served import Served

SLOWER = 6  # times, its processor
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic"]
PHONE: dict[str, Any] = {
    "locale": "fr-FR",
    "viewport": {"width": 360, "height": 640},
    "is_mobile": True,
    "has_touch": True,
    "service_workers": "allow",
}


@contextmanager
def browser() -> Iterator[Browser]:
    """Give a real browser."""
    with sync_playwright() as driver:
        path = shutil.which("chromium")
        opened = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


@contextmanager
def new_phone(opened: Browser) -> Iterator[BrowserContext]:
    """Give a phone that has seen nothing yet."""
    context = opened.new_context(**PHONE)
    yield context
    context.close()


def slow_page(context: BrowserContext) -> Page:
    """Return a page of a phone with a slow processor."""
    page = context.new_page()
    control = context.new_cdp_session(page)
    control.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def ask(page: Page, url: str, offer: str, phone: str) -> None:
    """Press “ça m’intéresse” on an offer, network or not."""
    page.goto(f"{url}/offres/{offer}/interesse", wait_until="commit")
    form = page.locator("form:visible:has([name=phone])").last
    form.locator("[name=first_name]").fill("Awa")
    form.locator("[name=phone]").fill(phone)
    form.locator("button").last.click()


def port_of(running: Served) -> int:
    """Return the port of a running instance."""
    return int(running.url.rsplit(":", 1)[1])
