"""A hundred cuts of the network while a person and an adviser press: what became of each press."""

import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from threading import Thread

from playwright.sync_api import Browser, BrowserContext, Page, expect
from playwright.sync_api import Error as BrowserError

from bench.link import Link, link
from bench.phone import ask, new_phone, port_of
from bench.served import Served, table
from webapp import clock, create_app
from webapp.accounts import devices
from webapp.accounts.enums import SignInWay
from webapp.accounts.models import Account, Device
from webapp.config import Config
from webapp.demonstration import team
from webapp.extensions import db
from webapp.helping import queries as helps

CUTS = 100
RATE, DELAY = 200_000, 0.05  # bytes a second, seconds: quick enough for a hundred presses
PATIENCE = 25_000  # ms for something to be said
OPENINGS = 10  # of the product afterwards: each lets what waits leave
REQUESTS = "SELECT count(*) FROM application WHERE phone = '+33' || substr(?, 2)"
NOTES = "SELECT count(*) FROM help_step WHERE text = ?"
HELD = """async () => {
  const cache = await caches.open("waiting");
  const answers = await Promise.all((await cache.keys()).map((key) => cache.match(key)));
  return Promise.all(answers.map((answer) => answer.json()));
}"""
NOWHERE = "not on the phone"


@dataclass
class Storms:
    """Presses while the network is cut, and what each was told."""

    running: Served
    network: Link
    page: Page
    wanted: str  # counts what arrived of one press
    pressed: dict[str, str] = field(default_factory=dict)  # of each mark: what was acknowledged
    faults: dict[str, str] = field(default_factory=dict)  # why nothing was

    def press(self, turn: int, mark: str, act: Callable[[], str]) -> None:
        """Press once while the network is cut; note what was said."""
        weather = Thread(target=storm, args=(self.network, random.Random(turn)))
        weather.start()
        self.pressed[mark] = ""
        try:
            self.pressed[mark] = act()
        except (BrowserError, AssertionError) as fault:  # nothing was said: nothing is promised
            self.faults[mark] = str(fault).partition("\n")[0]
        weather.join()

    def arrived(self, mark: str) -> int:
        """Return how many times a press arrived."""
        with sqlite3.connect(self.running.folder / "app.db") as connection:
            found: int = connection.execute(self.wanted, (mark,)).fetchone()[0]
        return found

    def outcome(self, who: str) -> str:
        """Open the product a few times, as anyone would; return what became of the presses."""
        for _turn in range(OPENINGS):
            self.page.goto(f"{self.network.url}/")
            self.page.wait_for_timeout(1000)
        came = {mark: self.arrived(mark) for mark in self.pressed}
        said = [came[mark] for mark, told in self.pressed.items() if told]
        unsaid = [came[mark] for mark, told in self.pressed.items() if not told]
        rows: list[list[object]] = [
            ["cuts", self.network.cuts],
            ["changes acknowledged", len(said)],
            ["arrived once", said.count(1)],
            ["lost", said.count(0)],
            ["arrived twice or more", sum(one > 1 for one in came.values())],
            ["not acknowledged", len(unsaid)],
            ["of which arrived once", unsaid.count(1)],
        ]
        return f"{table([who, ''], rows)}\n\n{self.astray(came)}"

    def astray(self, came: dict[str, int]) -> str:
        """Return every press that did not arrive once, with what was said and where it stands."""
        held = self.page.evaluate(HELD)
        rows: list[list[object]] = [
            [mark, came[mark], told or f"nothing: {self.faults[mark]}", state(held, mark)]
            for mark, told in self.pressed.items()
            if came[mark] != 1
        ]
        head = ["did not arrive once", "times", "what was said", "where it stands"]
        return table(head, rows) if rows else "Each press arrived once."


def state(held: list[dict[str, str]], mark: str) -> str:
    """Return the state of a press in the list of what waits on the phone."""
    found = [one for one in held if mark in one["body"].replace("+", " ")]
    return ", ".join(f"{one.get('state')} {one.get('why', '')}".strip() for one in found) or NOWHERE


def storm(network: Link, chance: random.Random) -> None:
    """Cut the network at any moment, and mend it a little later."""
    time.sleep(chance.uniform(0.0, 0.6))
    network.cut()
    time.sleep(chance.uniform(0.2, 1.5))
    network.mend()


def persons(opened: Browser, running: Served) -> str:
    """Return what became of the requests that a person sent in a storm."""
    with link(port_of(running), RATE, DELAY) as network, new_phone(opened) as context:
        page = context.new_page()
        page.goto(f"{network.url}/offres/{running.offer}")
        page.wait_for_timeout(4000)  # the worker comes after the page
        presses = Storms(running, network, page, REQUESTS)
        for turn in range(CUTS):
            phone = f"063998{turn:04d}"  # of those kept for films
            presses.press(turn, phone, partial(request, presses, phone))
        return presses.outcome("a person’s journey")


def request(storms: Storms, phone: str) -> str:
    """Send a request; return where it was said that it left, or waits."""
    ask(storms.page, storms.network.url, storms.running.offer, phone)
    said = ("/demande/", "/sans-reseau")
    storms.page.wait_for_url(lambda url: any(one in url for one in said), timeout=PATIENCE)
    return storms.page.url.removeprefix(storms.network.url)


def advisers(opened: Browser, running: Served) -> str:
    """Return what became of the notes that an adviser kept on a request for help in a storm."""
    token, helped = entered(running)
    with link(port_of(running), RATE, DELAY) as network, new_phone(opened) as context:
        hold(context, token)
        page = context.new_page()
        page.goto(f"{network.url}/conseiller/")
        page.wait_for_timeout(4000)
        presses = Storms(running, network, page, NOTES)
        for turn in range(CUTS):
            note = f"Passage {turn}"
            # Such pages are never kept: it comes before the network is cut.
            page.goto(f"{network.url}/conseiller/aides/{helped}")
            presses.press(turn, note, partial(write, page, note))
        return presses.outcome("an adviser’s journey")


def write(page: Page, note: str) -> str:
    """Keep a note; return whether it was read on the page, or said to wait."""
    page.get_by_text("Écrire une note").first.click()
    page.get_by_label("Ce qui a été fait").fill(note)
    page.get_by_role("button", name="Garder la note").click()
    kept = page.locator(".lines").get_by_text(note, exact=True)
    expect(kept.or_(page.locator("#nothing")).first).to_be_attached(timeout=PATIENCE)
    return "kept" if kept.count() else "waits"


def entered(running: Served) -> tuple[str, str]:
    """Let the invented adviser in; return the secret of their phone and a request for help."""
    app = create_app(Config.from_environ({**os.environ, "DATA_DIR": str(running.folder)}))
    with app.app_context():
        adviser = db.session.query(Account).filter_by(email=team.ADVISER).one()
        device = Device(account=adviser, way=SignInWay.LINK, shared=False)
        device.expires_at = clock.now() + devices.STAFF
        token = devices.complete(device, "", confirmed=True, now=clock.now())
        helped = helps.open_ones(adviser.organisation_id)[0].public_id
        db.session.commit()
    return token, helped


def hold(context: BrowserContext, token: str) -> None:
    """Give a phone its secret; localhost is held to be safe."""
    kind = {"url": "https://localhost", "secure": True, "httpOnly": True, "sameSite": "Lax"}
    context.add_cookies([{"name": devices.COOKIE, "value": token, **kind}])


def cuts(opened: Browser, running: Served) -> Iterator[str]:
    """Give each table as it is known."""
    yield persons(opened, running)
    yield advisers(opened, running)
