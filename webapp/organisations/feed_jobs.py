"""Jobs of the public feed: drafts that their employer completes, paused once they disappear."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from webapp.clock import PARIS
from webapp.employers.rules import usual_posture
from webapp.extensions import db
from webapp.jobs import queries as jobs
from webapp.offers import actions as offers
from webapp.offers.enums import OfferStatus
from webapp.offers.models import Offer
from webapp.organisations.feed_placing import commune_of
from webapp.organisations.feed_reading import Job, Structure, facts_of
from webapp.organisations.models import Organisation

WAITING = (OfferStatus.DRAFT, OfferStatus.IN_REVIEW)
PLACE = ("insee", "address", "lat", "lon")


class Jobs:
    """The jobs of the feed, each an offer that is here at most once."""

    def __init__(self, now: datetime) -> None:
        """Read the offers that came from the feed."""
        self.now = now
        self.today: date = now.astimezone(PARIS).date()
        self.drafts = self.paused = 0
        self.known: dict[str, Offer] = {}
        self.of: dict[int, list[Offer]] = defaultdict(list)
        rows = select(Offer).where(Offer.feed_id.is_not(None)).order_by(Offer.id)
        for offer in db.session.scalars(rows):
            self.keep(offer)

    def keep(self, offer: Offer) -> None:
        """Remember an offer by its name in the feed and by its structure."""
        self.known[offer.feed_id or ""] = offer
        self.of[offer.organisation_id].append(offer)

    def offers_of(self, structure: Organisation) -> list[Offer]:
        """Return the offers of a structure that came from the feed."""
        return self.of.get(structure.id, [])

    def follow(self, structure: Organisation, item: Structure) -> None:
        """Add the open jobs as drafts, bring the drafts up to date, pause what is over."""
        named = {name_of(item, job): job for job in item.jobs}
        wanted = {} if item.blocked else {key: job for key, job in named.items() if job.is_open}
        for offer in self.offers_of(structure):
            if offer.feed_id not in wanted:
                self.silence(offer)
        for feed_id, job in wanted.items():
            if feed_id in self.known:
                self.update(self.known[feed_id], job)
            else:
                self.add(structure, feed_id, job)

    def add(self, structure: Organisation, feed_id: str, job: Job) -> None:
        """Start an offer from a job: a draft, since it has no human, no hours and no pay."""
        offer = offers.create_draft(structure, self.now)
        offer.feed_id = feed_id
        write(offer, job, set(columns(job)))
        self.keep(offer)
        self.drafts += 1

    def update(self, offer: Offer, job: Job) -> None:
        """Write in a draft what the feed changed; an offer once published is its employer's."""
        if offer.gone_since is not None:
            offer.gone_since = None
            if offer.status == OfferStatus.PAUSED and offer.published_at is None:
                offer.status = OfferStatus.DRAFT
        facts = facts_of(job)
        old = offer.feed_facts or {}
        if old == facts:
            return
        changed = {name for name in facts if old.get(name) != facts[name]}
        if offer.status in WAITING and offer.published_at is None:
            write(offer, job, changed)
        offer.feed_facts = facts
        offer.updated_at = self.now

    def silence(self, offer: Offer) -> None:
        """Hide an offer whose job is over, once: what its employer does afterwards is theirs."""
        if offer.gone_since is not None:
            return
        offer.gone_since = self.today
        if offer.is_published or offer.status in WAITING:
            offers.pause(offer, self.now)
            self.paused += 1

    def silence_all(self, structure: Organisation) -> None:
        """Hide the offers of a structure that has disappeared."""
        for offer in self.offers_of(structure):
            self.silence(offer)

    def move(self, structure: Organisation, place: dict[str, Any]) -> None:
        """Bring the drafts that stand at a structure's address to its new one."""
        before = [getattr(structure, name) for name in PLACE]
        for offer in self.offers_of(structure):
            if offer.status in WAITING and [getattr(offer, name) for name in PLACE] == before:
                for name in PLACE:
                    setattr(offer, name, place[name])


def name_of(item: Structure, job: Job) -> str:
    """Return the name of a job among all those of the feed."""
    return f"{item.id}/{job.id}"


def columns(job: Job) -> dict[str, dict[str, Any]]:
    """Return what each fact of a job writes in an offer."""
    return {
        "rome": work(job.rome, job.title),
        "words": {"words": job.words},
        "contract": {"contract": job.contract},
        "positions": {"positions": job.positions},
        "place": place(job),
    }


def write(offer: Offer, job: Job, changed: set[str]) -> None:
    """Write the facts of a job that changed."""
    for name, values in columns(job).items():
        if name in changed:
            for column, value in values.items():
                setattr(offer, column, value)
    offer.feed_facts = facts_of(job)
    db.session.flush()


def work(rome: str, title: str) -> dict[str, Any]:
    """Return the everyday job that a ROME code means, the title choosing among several."""
    family = jobs.family_of(rome)
    said = jobs.match(title).jobs
    near = [job for job in jobs.jobs() if rome in job.codes]
    near.sort(key=lambda job: (job.key not in said, job.codes.index(rome), job.family != family))
    family = near[0].family if near else family
    return {
        "rome": rome or None,
        "job": near[0].key if near else None,
        "family": family,
        "tasks": [],
        "posture": usual_posture(family or ""),
    }


def place(job: Job) -> dict[str, Any]:
    """Return where a job is, when not at its structure's address; nothing when that is unknown."""
    commune = commune_of(job.place) if job.place else None
    if commune is None:
        return {}
    return {
        "insee": commune.insee,
        "address": "",
        "place_name": "",
        "lat": commune.lat,
        "lon": commune.lon,
    }
