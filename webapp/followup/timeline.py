"""What happened to a person, in order: written by every feature, read by those it is marked for.

A feature names the kinds of things that it tells in its `followup.py`, with their words, and calls
`record` from the action that makes them happen. An event holds keys, public names, days and small
counts: what a person or a professional wrote stays in its own table.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from flask_babel.speaklater import LazyString
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from webapp.accounts import together
from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.followup import readers as reading
from webapp.followup import sent
from webapp.followup.enums import Readers
from webapp.followup.models import TimelineEvent
from webapp.followup.sent import Sent
from webapp.people.models import Person

About = Mapping[str, Any]
Told = TimelineEvent | Sent
# A stable key, a public name, a day, a moment: nothing that someone wrote, and no number of theirs.
KEY = re.compile(r"[a-z][a-z0-9_.-]{0,31}|[a-z2-9]{8}|\d{4}-\d\d-\d\d(T\d\d:\d\d\+00:00)?")
COUNT = 1000


@dataclass(frozen=True, kw_only=True)
class Kind:
    """How one kind of event is shown: its words, made from its facts, and where it leads."""

    text: Callable[[About], str]
    picture: str = "clock"
    address: Callable[[About], str] | None = None  # of a page for professionals


KINDS: dict[str, Kind] = {}


def plain(text: LazyString, picture: str, address: Callable[[About], str] | None = None) -> Kind:
    """Return how a kind of event is shown whose words say all."""
    return Kind(text=lambda _about: str(text), picture=picture, address=address)


class NotAFact(ValueError):
    """An event holds keys, public names, days, moments and small counts: no text, no number."""


def kinds(named: Mapping[str, Kind]) -> None:
    """Make kinds of events known, with their words."""
    KINDS.update(named)


def record(
    person: Person,
    kind: str,
    at: datetime,
    *,
    by: Account | None = None,
    organisation_id: int | None = None,
    readers: Readers = Readers.SHARED,
    **about: object,
) -> TimelineEvent:
    """Add an event, of the account's own organisation unless said; raise KeyError or NotAFact."""
    by = by or together.helper()
    event = TimelineEvent(
        person_id=person.id,
        kind=known(kind),
        at=at,
        account_id=by.id if by else None,
        organisation_id=by.organisation_id if by else organisation_id,
        readers=readers,
        about={name: checked(value) for name, value in about.items()},
    )
    db.session.add(event)
    return event


def known(kind: str) -> str:
    """Return a kind that a feature named, or raise KeyError: an event without words shows none."""
    if kind not in KINDS:
        raise KeyError(kind)
    return kind


def checked(value: object) -> Any:
    """Return what may stand in an event, or raise NotAFact."""
    if isinstance(value, bool) or (isinstance(value, int) and abs(value) <= COUNT):
        return value
    text = written(value)
    if not KEY.fullmatch(text):
        raise NotAFact("an event holds keys, days and counts only")
    return text


def written(value: object) -> str:
    """Return a value as an event keeps it: moments in UTC, to the minute."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date) else str(value)


def of_person(
    person: Person, account: Account, at: datetime, *, limit: int, offset: int = 0
) -> Sequence[Told]:
    """Return what a professional may read of someone whom they may see, the latest first."""
    on = at.astimezone(PARIS).date()
    found = select(TimelineEvent).where(TimelineEvent.person_id == person.id)
    found = found.where(reading.readable(TimelineEvent, account, on))
    most = limit + offset
    return merged(read(found, most), sent.to_person(person, account, on, most), limit, offset)


def own(person: Person, *, limit: int, offset: int = 0) -> Sequence[Told]:
    """Return what a person reads of their own timeline: what is marked for them, and no more."""
    found = select(TimelineEvent).where(
        TimelineEvent.person_id == person.id, TimelineEvent.readers == Readers.PERSON
    )
    most = limit + offset
    return merged(read(found, most), sent.own(person, most), limit, offset)


def merged(
    events: Sequence[TimelineEvent], messages: Sequence[Sent], limit: int, offset: int
) -> Sequence[Told]:
    """Return a page of both, the latest first."""
    both: list[Told] = [*events, *messages]
    return sorted(both, key=lambda one: one.at, reverse=True)[offset : offset + limit]


def read(found: Select[TimelineEvent], most: int) -> Sequence[TimelineEvent]:
    """Return the last events with who made them happen: one query, however many there are."""
    return db.session.scalars(
        found.options(joinedload(TimelineEvent.account), joinedload(TimelineEvent.organisation))
        .order_by(TimelineEvent.at.desc(), TimelineEvent.id.desc())
        .limit(most)
    ).all()
