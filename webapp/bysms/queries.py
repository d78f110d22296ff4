"""What a number looked for, the offers near it, and how someone of this number is called."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select

from webapp.applications.models import Application
from webapp.applications.queries import invitation_of
from webapp.bysms import rules
from webapp.bysms.models import Talk
from webapp.extensions import db
from webapp.jobs import queries as jobs
from webapp.offers import search
from webapp.offers.finding import FARTHEST, RADII, USUAL_RADIUS, Asked, Finding
from webapp.offers.models import Offer
from webapp.offers.queries import Found, by_id, found
from webapp.offers.search import Hit, Wanted
from webapp.people.models import Person
from webapp.places import queries as places


def talk_of(phone: str, at: datetime) -> Talk | None:
    """Return what a number was shown or asked, while an answer still makes sense."""
    kept = db.session.get(Talk, phone)
    return kept if kept and at - kept.at <= rules.OPEN_FOR else None


def invited_after(talk: Talk) -> bool:
    """Return whether this number was invited to a meeting since it was shown offers."""
    invited = invitation_of(talk.phone, talk.at)
    meeting = invited.meeting if invited else None
    return meeting is not None and meeting.proposed_at > talk.at


def near(work: str, insee: str, skip: int) -> list[Found]:
    """Return the next nearest offers of a work around a town, looked for farther where few are.

    The family that the words name comes first; others that share some of its works come after.
    """
    town = places.commune(insee)
    if town is None:
        return []
    enough = skip + rules.SHOWN
    hits: dict[int, Hit] = {}
    for km in (radius for radius in RADII if radius >= USUAL_RADIUS):
        for wanted in in_turn(work):
            more = search.near(town.lat, town.lon, wanted, radius_km=km, limit=enough)
            hits |= {hit.id: hit for hit in more if hit.id not in hits}
        if len(hits) > skip:
            break
    return found(list(hits.values())[skip:enough])


def nearest(work: str, insee: str) -> list[Found]:
    """Return the nearest offer of a work, else of any, as far as one can go from a town."""
    town = places.commune(insee)
    if town is None:
        return []
    for wanted in (*in_turn(work), Wanted()):
        hits = search.near(town.lat, town.lon, wanted, radius_km=FARTHEST, limit=1)
        if hits:
            return found(hits)
    return []


def in_turn(work: str) -> list[Wanted]:
    """Return what words look for: first the works of their family, then the others."""
    wanted = Finding(Asked(word=work)).wanted
    first = rules.of_one_family(wanted.codes, jobs.family_of)
    rest = tuple(code for code in wanted.codes if code not in first)
    if not first or not rest:
        return [wanted]
    return [replace(wanted, codes=codes) for codes in (first, rest)]


def offer(number: int) -> Offer | None:
    """Return an offer that was shown."""
    return by_id([number]).get(number)


def first_name_of(phone: str) -> str:
    """Return the first name of who has this number, where only one person is known by it."""
    known: Sequence[str] = db.session.scalars(
        select(Person.first_name)
        .where(Person.phone == phone, Person.merged_into_id.is_(None))
        .order_by(Person.id)
    ).all()
    asked: Sequence[str] = db.session.scalars(
        select(Application.first_name)
        .where(Application.phone == phone)
        .order_by(Application.id)
        .distinct()
    ).all()
    names = set(known) | set(asked)
    return next(iter(names)) if len(names) == 1 else ""
