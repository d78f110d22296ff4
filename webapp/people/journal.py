"""Who saw or changed what of a person, and when: written before it is shown, read by the person.

A view is one page load: each one writes its own line, however soon it comes after another, so that
nothing seen goes unsaid. Within one page load a person is noted once. A list that names many people
writes one line a day for each of them and for each professional.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

from flask import g
from sqlalchemy import delete, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import joinedload

from webapp.accounts.models import Account
from webapp.clock import PARIS, now
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import lazy_gettext as _l
from webapp.people import rules
from webapp.people.enums import Act
from webapp.people.models import JournalEntry, Person

LIST = "list"  # seen by name among others
# A stable key, a public name, a day: nothing that a person wrote, and no telephone number.
KEY = re.compile(r"[a-z][a-z0-9_.-]{0,31}|[a-z2-9]{8}|\d{4}-\d\d-\d\d")
COUNT = 1000  # a whole number above is no count: it may be a piece of someone's number


class NotJournaled(Refused):
    """The line could not be kept, so nothing is shown."""

    title = _l("Cette fiche ne peut pas s’ouvrir maintenant")
    advice = _l(
        "Chaque lecture est notée, et la note n’a pas pu s’écrire. Essayez dans une minute."
    )
    code = 503


class NotAKey(ValueError):
    """A journal line holds stable keys, public names and days: no text, no name, no number."""


def note(
    person: Person,
    act: Act,
    *,
    account: Account | None = None,
    organisation_id: int | None = None,
    now: datetime,
    **about: object,
) -> JournalEntry:
    """Add a line to a person's journal, in the transaction of what it tells; never commits.

    `organisation_id` is the account's own unless it is said. Raise NotAKey where `about` holds
    anything but keys, public names, days and small counts.
    """
    entry = JournalEntry(
        person_id=person.id,
        account_id=account.id if account else None,
        organisation_id=account.organisation_id if account else organisation_id,
        act=act,
        about={name: checked(value) for name, value in about.items()},
        at=now,
    )
    db.session.add(entry)
    return entry


def checked(value: object) -> Any:
    """Return what may stand in a line, or raise NotAKey."""
    if isinstance(value, bool) or (isinstance(value, int) and abs(value) <= COUNT):
        return value
    text = value.isoformat() if type(value) is date else str(value)
    if not KEY.fullmatch(text):
        raise NotAKey("a journal line holds keys and days only")
    return text


def seen(person: Person, account: Account, now: datetime) -> JournalEntry | None:
    """Note that a professional looks at a person: once in a page load; None when it was noted."""
    noted: set[int] = g.setdefault("journaled", set())
    if person.id in noted:
        return None
    noted.add(person.id)
    return note(person, Act.SEEN, account=account, now=now)


def seen_now(*people: Person) -> None:
    """Commit that the professional of this request sees these people, before the page is made.

    Call it first in a view, before any change. Raise NotJournaled when it could not be kept.
    """
    with kept_now():
        for person in people:
            seen(person, g.staff, now())


def sealed_seen_now(person: Person, account: Account, kind: str) -> None:
    """Commit that a professional reads a sealed fact, before it is opened."""
    with kept_now():
        note(person, Act.SEEN_SENSITIVE, account=account, now=now(), kind=kind)


def listed_now(people: Sequence[Person]) -> None:
    """Commit that the professional of this request reads these names in a list: once a day each."""
    moment = now()
    since = moment.astimezone(PARIS).replace(hour=0, minute=0, second=0, microsecond=0)
    with kept_now():
        known = set(db.session.scalars(listed_since(g.staff, since)))
        for person in people:
            if person.id not in known:
                note(person, Act.SEEN, account=g.staff, now=moment, where=LIST)


def listed_since(account: Account, since: datetime) -> Any:
    """Return the query of whom a professional already read in a list since a moment."""
    return select(JournalEntry.person_id).where(
        JournalEntry.account_id == account.id,
        JournalEntry.act == Act.SEEN,
        JournalEntry.at >= since,
        JournalEntry.about["where"].as_string() == LIST,
    )


@contextmanager
def kept_now() -> Iterator[None]:
    """Commit the lines written within on the writing engine, though the page is only looked at.

    What was read for the page stays read: a list would else ask again for each of its people.
    """
    g.may_write = True
    db.session.expire_on_commit = False
    try:
        yield
        db.session.commit()
    except SQLAlchemyError as error:
        db.session.rollback()
        raise NotJournaled from error
    finally:
        g.may_write = False
        db.session.expire_on_commit = True


def read_by(person: Person, limit: int | None = None, offset: int = 0) -> Sequence[JournalEntry]:
    """Return a person's journal with who did each thing, the latest first."""
    return db.session.scalars(
        select(JournalEntry)
        .where(JournalEntry.person_id == person.id)
        .options(joinedload(JournalEntry.account), joinedload(JournalEntry.organisation))
        .order_by(JournalEntry.at.desc(), JournalEntry.id.desc())
        .limit(limit)
        .offset(offset)
    ).all()


def forget_old(on: date) -> int:
    """Erase the lines older than a year; return how many went."""
    before = datetime(on.year, on.month, on.day, tzinfo=PARIS) - timedelta(rules.JOURNAL.days)
    erased = db.session.execute(
        delete(JournalEntry)
        .where(JournalEntry.at < before)
        .execution_options(synchronize_session=False)
    )
    return int(erased.rowcount)  # type: ignore[attr-defined]
