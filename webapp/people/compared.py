"""Two records side by side: what each holds, and which one stays."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Column, Table, func, select

from webapp.accounts.models import Card, Device
from webapp.applications.models import Application
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.people import merging
from webapp.people.models import Consent, Person
from webapp.phones import Phone


@dataclass(frozen=True)
class Side:
    """One record, in what helps to tell whether it is the same person's."""

    person: Person
    stays: bool
    since: date
    requests: int
    agreements: int
    cards: int
    devices: int

    @property
    def phone(self) -> Phone | None:
        """The number, if there is one."""
        return Phone(self.person.phone) if self.person.phone else None


def sides(one: Person, other: Person) -> tuple[Side, Side]:
    """Return both records, the one that stays first."""
    kept, gone = merging.keeps(one, other)
    return side(kept, stays=True), side(gone, stays=False)


def side(person: Person, *, stays: bool) -> Side:
    """Return one record with what it holds, counted."""
    return Side(
        person,
        stays=stays,
        since=person.created_at.astimezone(PARIS).date(),
        requests=count(Application.__table__, person),
        agreements=count(Consent.__table__, person, "stopped_at"),
        cards=count(Card.__table__, person, "revoked_at"),
        devices=count(Device.__table__, person, "closed_at"),
    )


def count(table: object, person: Person, ended: str = "") -> int:
    """Return how many rows of a table are a person's, without those that ended."""
    assert isinstance(table, Table)  # noqa: S101  what a model's table always is
    owner: Column[int] = table.c.person_id
    wanted = select(func.count()).where(owner == person.id)
    if ended:
        wanted = wanted.where(table.c[ended].is_(None))
    return db.session.scalar(wanted) or 0


def phones(one: Side, other: Side) -> dict[str, object]:
    """Return the numbers to choose from: what is sent, and what is shown."""
    both = [side.phone for side in (one, other) if side.phone]
    return {phone.e164: phone.shown for phone in both} or {"": ""}
