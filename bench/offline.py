"""The phone on a bad network, in a real browser: `python -m bench.offline [paint|bytes|cuts|room]`.

400 kbit/s, 400 ms there and back, a processor six times slower: when the first words show and when
the page can be used, against a bare page of the same bytes; what a journey weighs; a hundred cuts;
the room that two hundred pages take.
"""

import random
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar

import brotli
from playwright.sync_api import Browser, Page

from bench.cuts import cuts
from bench.link import link
from bench.phone import ask, browser, new_phone, port_of, slow_page
from bench.served import PAGES, Served, fetch, served, table

RATE, DELAY = 400_000 / 8, 0.4
TIMES = 5  # each page, each visit: the median counts
SEEN = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return [paint ? paint.startTime : 0, page.domInteractive, page.domContentLoadedEventEnd];
}"""
TAKEN = """async () => {
  const { usage } = await navigator.storage.estimate();
  return [usage, (await (await caches.open("pages")).keys()).length];
}"""
# A page is usable once all of it is there: its links and forms work without its scripts.
WHATS = ("first words", "usable", "with its scripts")
LOOKED_AT = [(visit, what) for visit in ("first", "second") for what in WHATS]
WORDS = "travail maison ville jardin ménage cuisine près demande heure jour semaine bus pied"


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


def look(page: Page, url: str) -> list[float]:
    """Open a page; return, in ms, when its first words show, and the rest of WHATS."""
    page.goto(url, wait_until="load")
    seen: list[float] = page.evaluate(SEEN)
    while not seen[0]:
        page.wait_for_timeout(50)
        seen = page.evaluate(SEEN)
    return seen


def visits(opened: Browser, url: str) -> list[float]:
    """Return what a new phone sees at its first and its second visit: WHATS, twice."""
    with new_phone(opened) as context:
        page = slow_page(context)
        first = look(page, url)
        page.wait_for_timeout(6000)  # the worker comes after the page
        page.goto("about:blank")
        return [*first, *look(page, url)]


def paint(opened: Browser, running: Served) -> Iterator[str]:
    """Give the table of first words and usable pages, against bare pages of the same bytes."""
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
            pairs = [  # in turns, so that a busy machine slows both alike
                (visits(opened, own_link.url + path), visits(opened, f"{bare_link.url}/{name}"))
                for _turn in range(TIMES)
            ]
            for at, (visit, what) in enumerate(LOOKED_AT):
                ours = statistics.median(own[at] for own, _bare in pairs)
                bares = statistics.median(base[at] for _own, base in pairs)
                share = f"{ours / bares:.2f}"
                rows.append([name, visit, what, round(ours), round(bares), share])
    yield table(["page", "visit", "what", "ours, ms", "bare page, ms", "share"], rows)


def journey(page: Page, url: str, offer: str, phone: str) -> None:
    """Make the journey of someone who looks for work, from home to a sent request."""
    for path in ("/", "/offres?metier=cleaning&ou=Vaulx-en-Velin", f"/offres/{offer}"):
        page.goto(url + path)
        page.wait_for_timeout(1500)
    ask(page, url, offer, phone)
    page.wait_for_timeout(1500)


def weights(opened: Browser, running: Served) -> Iterator[str]:
    """Give what the journey weighs the first time and again later, on the wire."""
    rows: list[list[object]] = []
    with link(port_of(running)) as counted, new_phone(opened) as context:
        page = context.new_page()
        for visit, phone in (("first", "0639980001"), ("second", "0639980002")):
            before = counted.carried
            journey(page, counted.url, running.offer, phone)
            page.wait_for_timeout(4000)
            rows.append([visit, counted.carried - before])
    yield table(["journey", "bytes down, headers, worker and all"], rows)


def room(opened: Browser, running: Served) -> Iterator[str]:
    """Give the room taken by two hundred pages."""
    towns = ("Lyon", "Villeurbanne", "Vaulx-en-Velin", "Bron", "Valence", "Décines")
    paths = [f"/offres?ou={town}&rayon={2 + n}" for n in range(34) for town in towns][:200]
    with new_phone(opened) as context:
        page = context.new_page()
        for path in paths:
            page.goto(running.url + path)
            page.wait_for_timeout(250)
        page.wait_for_timeout(2000)
        used, held = page.evaluate(TAKEN)
    yield table(["pages seen", "pages kept", "bytes taken"], [[len(paths), held, used]])


PARTS = {"paint": paint, "bytes": weights, "cuts": cuts, "room": room}


def main() -> None:
    """Print the tables asked for, or all."""
    chosen = sys.argv[1:] or list(PARTS)
    with served() as running, browser() as opened:
        for name in chosen:
            for found in PARTS[name](opened, running):
                print(found, end="\n\n", flush=True)


if __name__ == "__main__":
    main()
