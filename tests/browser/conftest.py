"""A real browser, as small as an old phone; it may call nobody but the product."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    Route,
    expect,
    sync_playwright,
)

from tests.browser.live import Live, serving

expect.set_options(timeout=15_000)  # two browsers at once on two cores: what is right may be late
ARGUMENTS = [
    "--no-sandbox",
    "--no-first-run",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]
PHONE = {
    "locale": "fr-FR",
    "timezone_id": "Europe/Paris",
    "viewport": {"width": 360, "height": 640},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "service_workers": "block",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


def chromium() -> str:
    """Return where the browser is."""
    found = os.environ.get("CHROMIUM_PATH") or shutil.which("chromium")
    assert found, "Chromium is missing: bin/test installs it, or set CHROMIUM_PATH"
    return found


@pytest.fixture(scope="session")
def live(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """The product with its demonstration, served to the browser."""
    with serving(sqlite_template, tmp_path_factory.mktemp("live")) as live:
        yield live


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of browsers."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One browser for every test; each gets a new profile in it."""
    browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def large_text_browser(playwright: Playwright) -> Iterator[Browser]:
    """A browser whose owner has set text to 32 px, twice the usual."""
    large = [*ARGUMENTS, "--blink-settings=defaultFontSize=32"]
    browser = playwright.chromium.launch(executable_path=chromium(), args=large)
    yield browser
    browser.close()


@pytest.fixture
def open_phone(live: Live) -> Iterator[Callable[..., Page]]:
    """A function that opens a new phone in a browser, with some settings of its own.

    At the end the test fails if a page called another site, or raised an error in a script.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_one(browser: Browser, **settings: Any) -> Page:
        context = browser.new_context(**{**PHONE, "base_url": live.url, **settings})
        contexts.append(context)
        return watched(context, live.url, faults)

    yield open_one
    for context in contexts:
        context.close()
    assert not faults, faults


def watched(context: BrowserContext, ours: str, faults: list[str]) -> Page:
    """Return a page of this context that notes what it must not do."""

    def refuse(route: Route) -> None:
        faults.append(f"calls {route.request.url}")
        route.abort()

    context.route(lambda url: url.startswith("http") and not url.startswith(ours), refuse)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    page = context.new_page()
    page.on("console", lambda said: note(said.type, said.text, faults))
    return page


def note(kind: str, text: str, faults: list[str]) -> None:
    """Note an error of the console, such as a broken security policy; not an answer's status."""
    if kind == "error" and "Failed to load resource" not in text:
        faults.append(text)


@pytest.fixture
def page(open_phone: Callable[..., Page], browser: Browser) -> Page:
    """A page on a phone."""
    return open_phone(browser)


@pytest.fixture
def phone(open_phone: Callable[..., Page], browser: Browser) -> Page:
    """A phone whose browser may have a worker."""
    return open_phone(browser, service_workers="allow")
