"""What tests of a phone without network do and ask: lose it, find it, see what is kept."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from sqlalchemy import func, select

from tests.browser.live import Live
from tests.browser.signed_in import cookies_of, hold
from tests.factories import make_person
from webapp.applications.models import Application
from webapp.extensions import db

KEPT = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const keys = await (await caches.open(name)).keys();
    found[name] = keys.map((key) => key.url.replace(location.origin, ""));
  }
  return found;
}"""
IS_KEPT = """async () => {
  const root = location.pathname.startsWith("/simple/") ? "/simple" : "";
  const wanted = [location.href.split("#")[0], root + "/sans-reseau"];
  const found = wanted.map((key) => caches.match(key, { ignoreVary: true }));
  return (await Promise.all(found)).every(Boolean);
}"""

LATER = """async () => {
  for (const name of ["pages", "own"]) {
    const cache = await caches.open(name);
    for (const key of await cache.keys()) {
      const kept = await cache.match(key, { ignoreVary: true });
      const headers = new Headers(kept.headers);
      headers.set("x-seen", headers.get("x-seen") - 600000);
      await cache.put(key, new Response(await kept.blob(), { headers }));
    }
  }
}"""


def visit(page: Page, path: str) -> None:
    """Open a page and wait until the worker has kept it, and the page without network."""
    page.goto(path)
    until(page, lambda: page.evaluate(IS_KEPT))


def kept(page: Page) -> dict[str, list[str]]:
    """What each part of the phone's store holds."""
    found: dict[str, list[str]] = page.evaluate(KEPT)
    return found


def go_off(page: Page) -> None:
    """Lose the network, ten minutes after what was read."""
    if page.evaluate("Boolean(navigator.serviceWorker.controller)"):
        page.evaluate(LATER)
    page.context.set_offline(True)


def come_back(page: Page) -> None:
    """Find the network again."""
    page.context.set_offline(False)


def requests_of(live: Live, number: str) -> int:
    """How many requests were made with a number."""
    wanted = select(func.count()).select_from(Application).where(Application.phone == number)
    return live.ask(lambda: db.session.scalar(wanted) or 0)


def until(page: Page, wanted: Callable[[], bool]) -> None:
    """Wait until something is so."""
    for _turn in range(100):
        if wanted():
            return
        page.wait_for_timeout(100)
    raise AssertionError("it never came to that")


def ask_without_network(page: Page, offer: str, number: str, name: str = "Awa") -> None:
    """Press “ça m’intéresse” on an offer whose form was never seen here."""
    page.goto(f"/offres/{offer}/interesse")
    page.get_by_label("Votre prénom").fill(name)
    page.get_by_label("Votre numéro de téléphone").fill(number)
    page.get_by_role("button", name="Envoyer", exact=True).click()
    expect(page.get_by_text("Attend le réseau, puis part tout seul.")).to_be_visible()


def come_in(live: Live, page: Page, name: str) -> None:
    """Sign someone new in on this phone."""
    hold(page, live.ask(lambda: cookies_of(make_person(first_name=name), confirmed=True)))
