"""What tests of listening share: phones with voices of their own, and what they heard."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect

HERE = Path(__file__).parent
FRENCH = [["fr-FR", "Amélie", True], ["fra", "Thomas", True], ["en-US", "Sam", True]]


def phone_with(
    open_phone: Callable[..., Page],
    browser: Browser,
    voices: list[list[Any]],
    service_workers: str = "block",
    **settings: Any,
) -> Page:
    """Open a phone with these voices, each a language, a name, and whether it is in the phone."""
    page = open_phone(browser, service_workers=service_workers)
    script = (HERE / "fake_speech.js").read_text(encoding="utf-8")
    _, arguments, body = script.partition("(settings)")
    asked = json.dumps({"voices": voices, **settings})
    page.add_init_script(f"({arguments}{body})({asked})")
    return page


def until(page: Page, condition: str, seconds: float = 20.0) -> None:
    """Wait for a condition of the page; its policy refuses Playwright's own way."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(20)


def open_player(page: Page) -> None:
    page.get_by_role("link", name="Écouter", exact=True).click()
    expect(page.get_by_role("region", name="Écouter la page")).to_be_visible()


def heard(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("window.heard")
    return found


def sounds_asked(page: Page) -> list[str]:
    asked: list[str] = []
    page.on(
        "request", lambda request: asked.append(request.url) if "/son/" in request.url else None
    )
    return asked


def marked(page: Page) -> str:
    text: str = page.evaluate(
        "[...document.querySelectorAll('mark')].map((mark) => mark.textContent).join('')"
    )
    return text
