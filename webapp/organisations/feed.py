"""Structures brought in from the public feed, brought up to date, never doubled nor removed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from webapp.clock import PARIS
from webapp.extensions import db
from webapp.offers import actions as offers
from webapp.offers.queries import offers_of
from webapp.organisations.feed_jobs import Jobs
from webapp.organisations.feed_placing import commune_of
from webapp.organisations.feed_reading import Address, Reading, Structure, facts_of
from webapp.organisations.models import Organisation

FEW = 100  # known structures under which half of them may well disappear at once
LEAST_LEFT = 0.5  # share of the known that a whole feed still names
PLAIN = ("kind", "name", "about", "phone")  # facts kept in a column of the same name


@dataclass
class Report:
    """What an import did; `unplaced` names the structures whose address says no place."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    gone: int = 0
    unplaced: list[str] = field(default_factory=list)
    drafts: int = 0
    paused: int = 0
    too_many_gone: int = 0


class Import:
    """One reading of the feed being written down."""

    def __init__(self, reading: Reading, now: datetime) -> None:
        """Take what was read, and the moment."""
        self.reading = reading
        self.now = now
        self.today: date = now.astimezone(PARIS).date()
        self.report = Report()
        self.known = known_structures()
        self.jobs = Jobs(now)

    def run(self, *, surely_whole: bool = False) -> Report:
        """Write every structure that was read; mark those that a whole feed no longer names."""
        for item in self.reading.structures.values():
            self.take(item)
        db.session.flush()
        if self.reading.whole:
            self.mark_gone(surely_whole=surely_whole)
        self.report.drafts, self.report.paused = self.jobs.drafts, self.jobs.paused
        return self.report

    def take(self, item: Structure) -> None:
        """Add or bring up to date one structure and its jobs."""
        structure = self.known.get(item.id)
        if structure is None:
            structure = self.add(item)
        elif structure.feed_facts == facts_of(item) and structure.gone_since is None:
            self.report.unchanged += 1
        else:
            self.update(structure, item)
        if structure is not None:
            self.jobs.follow(structure, item)

    def add(self, item: Structure) -> Organisation | None:
        """Add a structure, unless nobody can say where it is."""
        place = self.place(item)
        if place is None:
            return None
        structure = Organisation(
            feed_id=item.id,
            feed_facts=facts_of(item),
            takes_requests=not item.blocked,
            created_at=self.now,
            **{name: getattr(item, name) for name in PLAIN},
            **place,
        )
        db.session.add(structure)
        self.known[item.id] = structure
        self.report.added += 1
        return structure

    def update(self, structure: Organisation, item: Structure) -> None:
        """Write what the feed changed since it was last read, and nothing else."""
        old, new = structure.feed_facts or {}, facts_of(item)
        changed = {name for name in new if name not in old or old[name] != new[name]}
        for name in changed.intersection(PLAIN):
            setattr(structure, name, new[name])
        if "blocked" in changed:
            structure.takes_requests = not item.blocked
        if "address" in changed and not self.move(structure, item):
            new["address"] = old.get("address")  # to be looked for again at the next run
        structure.feed_facts = new
        structure.gone_since = None
        self.report.updated += 1
        if "name" in changed:
            search_again(structure)

    def move(self, structure: Organisation, item: Structure) -> bool:
        """Write a new address and return True; one that says no place changes nothing."""
        place = self.place(item)
        if place is None:
            return False
        self.jobs.move(structure, place)
        for name, value in place.items():
            setattr(structure, name, value)
        return True

    def place(self, item: Structure) -> dict[str, Any] | None:
        """Return the columns of a place; note the structure where there is none."""
        commune = commune_of(item.address)
        if commune is None:
            self.report.unplaced.append(f"{item.id} {item.name}: {in_words(item.address)}")
            return None
        return {
            "address": item.address.lines,
            "insee": commune.insee,
            "lat": commune.lat,
            "lon": commune.lon,
        }

    def mark_gone(self, *, surely_whole: bool) -> None:
        """Note the day on which structures disappeared; keep them, and pause their jobs.

        When most of them would, the feed is held for a part of itself, unless it is said whole.
        """
        missing = [one for one in self.known.values() if one.feed_id not in self.reading.structures]
        most = len(self.known) * LEAST_LEFT
        if not surely_whole and len(self.known) > FEW and len(missing) > most:
            self.report.too_many_gone = len(missing)
            return
        for structure in missing:
            if structure.gone_since is None:
                structure.gone_since = self.today
                self.report.gone += 1
            self.jobs.silence_all(structure)


def import_feed(reading: Reading, now: datetime, *, surely_whole: bool = False) -> Report:
    """Write down what was read of the feed and return what changed; a reading can be repeated."""
    return Import(reading, now).run(surely_whole=surely_whole)


def known_structures() -> dict[str, Organisation]:
    """Return the structures that came from the feed, by its name for them."""
    rows: Iterable[Organisation] = db.session.scalars(
        select(Organisation).where(Organisation.feed_id.is_not(None)).order_by(Organisation.id)
    )
    return {row.feed_id: row for row in rows if row.feed_id}


def search_again(structure: Organisation) -> None:
    """Make the offers of a structure be found by its new name."""
    for offer in offers_of(structure.id):
        offers.index(offer)


def in_words(address: Address) -> str:
    """Return an address on one line."""
    return " ".join(filter(None, (address.lines, address.postcode, address.town))) or "no address"


def line_of(structure: Organisation) -> dict[str, Any]:
    """Return a structure as `export` writes it, by the feed's own id where it has one."""
    plain = ("kind", "name", "lat", "lon", "insee", "address", "phone", "public_id")
    return {
        "id": structure.feed_id or structure.public_id,
        **{name: getattr(structure, name) for name in plain},
        "takes_requests": structure.takes_requests,
        "gone_since": structure.gone_since.isoformat() if structure.gone_since else None,
    }
