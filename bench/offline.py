"""The phone on a bad network, in a real browser: `python -m bench.offline [paint|bytes|cuts|room]`.

400 kbit/s, 400 ms there and back, a processor six times slower: when the first words show and when
the page can be used, against a bare page of the same bytes; what a journey weighs; a hundred cuts;
the room that two hundred pages take.
"""

import random
import shutil
import sqlite3
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import brotli
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from bench.link import Link, link
from bench.served import PAGES, Served, fetch, served, table

RATE, DELAY, SLOWER = 400_000 / 8, 0.4, 6
TIMES = 5  # each page, each visit: the median counts
CUTS = 100
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic"]
PHONE: dict[str, Any] = {
    "locale": "fr-FR",
    "viewport": {"width": 360, "height": 640},
    "is_mobile": True,
    "has_touch": True,
    "service_workers": "allow",
}
SEEN = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return [paint ? paint.startTime : 0, page.domContentLoadedEventEnd];
}"""
WORDS = "travail maison ville jardin ménage cuisine près demande heure jour semaine bus pied"


@contextmanager
def browser() -> Iterator[Browser]:
    """Give a real browser."""
    with sync_playwright() as driver:
        path = shutil.which("chromium")
        opened = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


def bare(size: int) -> bytes:
    """Return a bare page of words that weighs as much, compressed."""
    chance, words, html = random.Random(1), WORDS.split(), b""
    text = ""
    while len(brotli.compress(html, quality=5)) < size:
        text += "<p>" + " ".join(f"{chance.choice(words)}{chance.randrange(999)}" for _ in range(9))
        html = f"<!doctype html><title>x</title><h1>x</h1>{text}".encode()
    return html


class BarePages(BaseHTTPRequestHandler):
    """Answers with bare pages, compressed as ours are, under as many headers."""

    protocol_version = "HTTP/1.1"
    pages: ClassVar[dict[str, bytes]] = {}

    def do_GET(self) -> None:
        """Send one page."""
        body = brotli.compress(self.pages.get(self.path, b"x"), quality=5)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Encoding", "br")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Headers", "x" * 700)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def bare_server(pages: dict[str, bytes]) -> Iterator[int]:
    """Serve bare pages on a free port."""
    BarePages.pages = pages
    server = ThreadingHTTPServer(("127.0.0.1", 0), BarePages)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()


def slow_phone(context: BrowserContext) -> Page:
    """Return a page of a phone with a slow processor."""
    page = context.new_page()
    control = context.new_cdp_session(page)
    control.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page


def look(page: Page, url: str) -> tuple[float, float]:
    """Open a page; return when its first words show and when it can be used, in ms."""
    page.goto(url, wait_until="load")
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    first, usable = page.evaluate(SEEN)
    return first, usable


def visits(opened: Browser, url: str, times: int) -> dict[str, list[tuple[float, float]]]:
    """Return what is seen at the first and at the second visit, each time by a new phone."""
    found: dict[str, list[tuple[float, float]]] = {"first": [], "second": []}
    for _turn in range(times):
        context = opened.new_context(**PHONE)
        page = slow_phone(context)
        found["first"].append(look(page, url))
        page.wait_for_timeout(6000)  # the worker comes after the page
        page.goto("about:blank")
        found["second"].append(look(page, url))
        context.close()
    return found


def paint(opened: Browser, running: Served) -> str:
    """Return the table of first words and usable pages, against bare pages of the same bytes."""
    names = ("home", "results", "offer")
    sizes = {n: len(fetch(running.address(n), **{"Accept-Encoding": "br"})[0]) for n in names}
    rows: list[list[object]] = []
    with (
        bare_server({f"/{name}": bare(size) for name, size in sizes.items()}) as port,
        link(port, RATE, DELAY) as bare_link,
        link(port_of(running), RATE, DELAY) as own_link,
    ):
        for name in names:
            path = PAGES[name].format(offer=running.offer)
            own = visits(opened, own_link.url + path, TIMES)
            base = visits(opened, f"{bare_link.url}/{name}", TIMES)
            for visit in ("first", "second"):
                for at, what in enumerate(("first words", "usable")):
                    ours = statistics.median(one[at] for one in own[visit])
                    bares = statistics.median(one[at] for one in base[visit])
                    share = f"{ours / bares:.2f}"
                    rows.append([name, visit, what, round(ours), round(bares), share])
    return table(["page", "visit", "what", "ours, ms", "bare page, ms", "share"], rows)


def port_of(running: Served) -> int:
    """Return the port of a running instance."""
    return int(running.url.rsplit(":", 1)[1])


def journey(page: Page, url: str, offer: str, phone: str) -> None:
    """Make the journey of someone who looks for work, from home to a sent request."""
    for path in ("/", "/offres?metier=cleaning&ou=Vaulx-en-Velin", f"/offres/{offer}"):
        page.goto(url + path)
        page.wait_for_timeout(1500)
    ask(page, url, offer, phone)
    page.wait_for_timeout(1500)


def ask(page: Page, url: str, offer: str, phone: str) -> None:
    """Press “ça m’intéresse” on an offer, network or not."""
    page.goto(f"{url}/offres/{offer}/interesse", wait_until="commit")
    form = page.locator("form:visible:has([name=phone])").last
    form.locator("[name=first_name]").fill("Awa")
    form.locator("[name=phone]").fill(phone)
    form.locator("button").last.click()


def weights(opened: Browser, running: Served) -> str:
    """Return what the journey weighs the first time and again later, on the wire."""
    rows: list[list[object]] = []
    with link(port_of(running)) as counted:
        context = opened.new_context(**PHONE)
        page = context.new_page()
        for visit, phone in (("first", "0639980001"), ("second", "0639980002")):
            before = counted.carried
            journey(page, counted.url, running.offer, phone)
            page.wait_for_timeout(4000)
            rows.append([visit, counted.carried - before])
        context.close()
    return table(["journey", "bytes down, headers, worker and all"], rows)


def database(running: Served) -> Path:
    """Return the file of the database of a running instance."""
    return running.folder / "app.db"


def asked(running: Served, phone: str) -> int:
    """Return how many requests a number made."""
    with sqlite3.connect(database(running)) as connection:
        wanted = "SELECT count(*) FROM application WHERE phone = ?"
        found: int = connection.execute(wanted, ("+33" + phone[1:],)).fetchone()[0]
    return found


def storm(network: Link, chance: random.Random) -> None:
    """Cut the network at any moment, and mend it a little later."""
    time.sleep(chance.uniform(0.0, 0.6))
    network.cut()
    time.sleep(chance.uniform(0.2, 1.5))
    network.mend()


def press_in_a_storm(page: Page, network: Link, running: Served, turn: int) -> tuple[str, bool]:
    """Press once while the network is cut; return the number, and whether something was said."""
    phone = f"063998{turn:04d}"  # of those kept for films
    weather = Thread(target=storm, args=(network, random.Random(turn)))
    weather.start()
    try:
        ask(page, network.url, running.offer, phone)
        page.wait_for_url(lambda url: "/demande/" in url or "/sans-reseau" in url, timeout=25_000)
        acknowledged = True
    except BrowserError:  # nothing was said: nothing is promised
        acknowledged = False
    weather.join()
    return phone, acknowledged


def storms(opened: Browser, running: Served) -> str:
    """Return what became of presses during a hundred cuts."""
    with link(port_of(running), RATE * 4, 0.05) as network:
        context = opened.new_context(**PHONE)
        page = context.new_page()
        page.goto(f"{network.url}/offres/{running.offer}")
        page.wait_for_timeout(4000)
        pressed = [press_in_a_storm(page, network, running, turn) for turn in range(CUTS)]
        for _turn in range(10):
            page.goto(f"{network.url}/")
            page.wait_for_timeout(1000)
        said = [phone for phone, acknowledged in pressed if acknowledged]
        times = [asked(running, phone) for phone in said]
        unsaid = [asked(running, phone) for phone, known in pressed if not known]
        context.close()
    rows: list[list[object]] = [
        ["cuts", network.cuts],
        ["changes acknowledged", len(said)],
        ["arrived once", times.count(1)],
        ["lost", times.count(0)],
        ["arrived twice or more", sum(one > 1 for one in times)],
        ["not acknowledged", len(unsaid)],
        ["of which arrived once", unsaid.count(1)],
    ]
    return table(["a person’s journey", ""], rows)


def room(opened: Browser, running: Served) -> str:
    """Return the room taken by two hundred pages."""
    context = opened.new_context(**PHONE)
    page = context.new_page()
    towns = ("Lyon", "Villeurbanne", "Vaulx-en-Velin", "Bron", "Valence", "Décines")
    paths = [f"/offres?ou={town}&rayon={2 + n}" for n in range(34) for town in towns][:200]
    for path in paths:
        page.goto(running.url + path)
        page.wait_for_timeout(250)
    page.wait_for_timeout(2000)
    used = page.evaluate("navigator.storage.estimate().then((all) => all.usage)")
    held = page.evaluate("caches.open('pages').then((one) => one.keys()).then((all) => all.length)")
    context.close()
    return table(["pages seen", "pages kept", "bytes taken"], [[len(paths), held, used]])


PARTS = {"paint": paint, "bytes": weights, "cuts": storms, "room": room}


def main() -> None:
    """Print the tables asked for, or all."""
    chosen = sys.argv[1:] or list(PARTS)
    with served() as running, browser() as opened:
        for name in chosen:
            print(PARTS[name](opened, running), flush=True)
            print()


if __name__ == "__main__":
    main()
