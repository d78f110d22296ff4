"""What others changed of a person since a page of theirs was opened: who, what, at what time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.followup import readers, timeline
from webapp.followup.enums import Happened
from webapp.followup.models import Note, TimelineEvent
from webapp.people.models import Person

MOST = 5
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Change:
    """One thing that someone else did."""

    what: str
    who: Account | None  # None: the person, or a date
    at: datetime


def stamp(at: datetime) -> str:
    """Return a moment as an address holds it."""
    return str(int((at - EPOCH).total_seconds()))


def moment(stamped: str) -> datetime | None:
    """Return the moment of an address; None where it is none."""
    plain = stamped.isdecimal() and len(stamped) <= 11
    return datetime.fromtimestamp(int(stamped), UTC) if plain else None


def changes(person: Person, account: Account, since: datetime, at: datetime) -> Sequence[Change]:
    """Return what an account may read of what others did since a moment, the latest first."""
    found = [*events(person, account, since, at), *notes(person, account, since, at)]
    return sorted(found, key=lambda one: one.at, reverse=True)[:MOST]


def events(person: Person, account: Account, since: datetime, at: datetime) -> list[Change]:
    """Return what happened: one query."""
    rows = db.session.scalars(
        select(TimelineEvent)
        .where(TimelineEvent.person_id == person.id, TimelineEvent.at > since)
        .where(by_others(TimelineEvent.account_id, account))
        .where(readers.readable(TimelineEvent, account, at.astimezone(PARIS).date()))
        .options(joinedload(TimelineEvent.account))
        .order_by(TimelineEvent.at.desc(), TimelineEvent.id.desc())
        .limit(MOST)
    )
    known = [one for one in rows if one.kind in timeline.KINDS]
    return [Change(timeline.KINDS[one.kind].text(one.about), one.account, one.at) for one in known]


def notes(person: Person, account: Account, since: datetime, at: datetime) -> list[Change]:
    """Return which notes were written anew: one query."""
    rows = db.session.scalars(
        select(Note)
        .where(Note.person_id == person.id, Note.changed_at > since, Note.version > 1)
        .where(by_others(Note.changed_by_id, account))
        .where(readers.readable(Note, account, at.astimezone(PARIS).date()))
        .options(joinedload(Note.changed_by))
        .order_by(Note.changed_at.desc(), Note.id.desc())
        .limit(MOST)
    )
    note = timeline.KINDS[Happened.NOTE].text({})
    return [Change(note, one.changed_by, one.changed_at) for one in rows]


def by_others(who: InstrumentedAttribute[int | None], account: Account) -> ColumnElement[bool]:
    """Return the condition that someone else did it."""
    return or_(who != account.id, who.is_(None))
