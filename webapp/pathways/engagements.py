"""Engagements: one that holds at a time for each body; a new one ends the former. No commit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from webapp import sealing
from webapp.accounts.enums import Role
from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.pathways import happened, reach
from webapp.pathways.engagement_models import Engagement
from webapp.pathways.enums import Promise
from webapp.pathways.rights import allow
from webapp.people.models import Person


@dataclass(frozen=True, kw_only=True)
class Promised:
    """What was promised: since when, until which review, how many hours a week, to what end."""

    kind: Promise
    signed_on: date
    review_on: date
    weekly_hours: int
    aim: str


def may_write(account: Account) -> bool:
    """Return whether a professional signs engagements: whoever accompanies."""
    accompanies = account.organisation.what.accompanies and not account.organisation.what.is_siae
    return account.role in (Role.ADVISER, Role.LEAD) and accompanies


def of_person(person: Person) -> Sequence[Engagement]:
    """Return the engagements of a person, the latest first."""
    return db.session.scalars(
        select(Engagement)
        .where(Engagement.person_id == person.id)
        .options(joinedload(Engagement.organisation), joinedload(Engagement.written_by))
        .order_by(Engagement.signed_on.desc(), Engagement.id.desc())
    ).all()


def read_by(account: Account, person: Person, on: date) -> Sequence[Engagement]:
    """Return the engagements of a person that a professional reads, the latest first."""
    ours = select(Engagement.id).where(
        Engagement.person_id == person.id, reach.engagements(account, on)
    )
    read = set(db.session.scalars(ours))
    return [one for one in of_person(person) if one.id in read]


def write(person: Person, account: Account, promised: Promised, now: datetime) -> Engagement:
    """Write an engagement down; the former one of the same body ends. Raise NotYours."""
    allow(may_write(account))
    for former in of_person(person):
        if former.organisation_id == account.organisation_id and former.ended_on is None:
            former.ended_on = promised.signed_on
    made = Engagement(
        person_id=person.id,
        organisation_id=account.organisation_id,
        kind=promised.kind,
        signed_on=promised.signed_on,
        review_on=promised.review_on,
        weekly_hours=promised.weekly_hours,
        sealed=sealing.seal(promised.aim),
        written_by_id=account.id,
        written_at=now,
    )
    db.session.add(made)
    db.session.flush()
    happened.tell(person, "engagement", account, now, form=promised.kind)
    return made


def aim(one: Engagement) -> str:
    """Return what an engagement aims at."""
    return sealing.unseal(one.sealed)
