"""Who follows whom: an adviser's own people, and those of whom they replace today."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select, update
from sqlalchemy.orm import aliased, joinedload

from webapp.accounts.enums import Role
from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.followup.models import Following
from webapp.people.models import Consent, Person
from webapp.people.viewing import KEPT, candidates, visible

FOLLOW = frozenset({Role.ADVISER, Role.EMPLOYER, Role.LEAD})


def mine(account: Account, at: datetime, *, everyone: bool = False) -> ColumnElement[bool]:
    """Return the condition, on `Person`, of the people whom this account answers for.

    They may see them, and they follow them or replace today who does; with `everyone`, all those
    whom their organisation may see.
    """
    on = at.astimezone(PARIS).date()
    if everyone:
        return candidates(account, on)
    return and_(visible(account, on), followed_by(account, on))


def followed_by(account: Account, on: date) -> ColumnElement[bool]:
    """Return the condition, on `Person`, that this account follows them, or replaces who does."""
    return followed_at(account.id, account.organisation_id, on)


@lru_cache(maxsize=KEPT)
def followed_at(account_id: int, organisation_id: int, on: date) -> ColumnElement[bool]:
    """Return the same condition, kept: the page of a day asks for it several times."""
    followed = select(Following.person_id).where(
        Following.organisation_id == organisation_id,
        Following.account_id.in_(acting_at(account_id, organisation_id, on)),
        Following.ended_at.is_(None),
    )
    return Person.id.in_(followed)


def acting_for(account: Account, on: date) -> Select[int]:
    """Return the accounts for whom this one acts: itself, and whom it replaces that day."""
    return acting_at(account.id, account.organisation_id, on)


@lru_cache(maxsize=KEPT)
def acting_at(account_id: int, organisation_id: int, on: date) -> Select[int]:
    """Return the same accounts, of an account by its number."""
    one = aliased(Account)
    away = and_(
        one.backup_id == account_id,
        one.organisation_id == organisation_id,
        one.away_from <= on,
        or_(one.away_until >= on, one.away_until.is_(None)),
    )
    return select(one.id).where(or_(one.id == account_id, away))


def who_follow(person: Person, on: date) -> Sequence[Account]:
    """Return the professionals who follow a person now, each of another organisation.

    Whose agreement is over follows no more, unless their organisation keeps its own record.
    """
    colleague = aliased(Account)
    agreed = exists().where(
        Consent.person_id == person.id,
        Consent.organisation_id == Account.organisation_id,
        Consent.holds(on),
    )
    wrote = exists().where(
        colleague.id == person.registered_by_id,
        colleague.organisation_id == Account.organisation_id,
    )
    return db.session.scalars(
        select(Account)
        .join(Following, Following.account_id == Account.id)
        .where(Following.person_id == person.id, Following.ended_at.is_(None))
        .where(Account.closed_at.is_(None), or_(agreed.correlate(Account), wrote))
        .options(joinedload(Account.organisation))
        .order_by(Following.since, Following.id)
    ).all()


def who_advise(person: Person, on: date) -> Sequence[Account]:
    """Return those who follow a person and hire nobody: criteria never go to an employer."""
    return [one for one in who_follow(person, on) if not one.organisation.what.hires]


def without_anyone(account: Account) -> ColumnElement[bool]:
    """Return the condition, on `Person`, that nobody of this account's organisation follows them.

    Whose adviser has left is without anyone.
    """
    works = exists().where(Account.id == Following.account_id, Account.closed_at.is_(None))
    followed = select(Following.person_id).where(
        Following.organisation_id == account.organisation_id,
        Following.ended_at.is_(None),
        works.correlate(Following),
    )
    return Person.id.not_in(followed)


def begin(person: Person, account: Account, now: datetime) -> None:
    """Make whoever began with a person the one who follows them, where nobody does yet."""
    if account.role in FOLLOW and following(person, account.organisation_id) is None:
        follow(person, account, by=account, now=now)


def hand_over(giver: int | None, taker: Account, lead: Account, at: datetime) -> int:
    """Give all the people of one adviser, or those of nobody, to another; return how many.

    `giver` is the account's number, of someone who may have left; the lead sees all of them.
    """
    here = candidates(lead, at.astimezone(PARIS).date())
    whose = without_anyone(lead) if giver is None else Person.id.in_(of_account(giver, lead))
    people = db.session.scalars(select(Person).where(here, whose).order_by(Person.id)).all()
    for person in people:
        follow(person, taker, by=lead, now=at)
    return len(people)


def of_account(account_id: int, lead: Account) -> Select[int]:
    """Return the people whom an account of the lead's organisation follows."""
    return select(Following.person_id).where(
        Following.organisation_id == lead.organisation_id,
        Following.account_id == account_id,
        Following.ended_at.is_(None),
    )


def counts(lead: Account, on: date) -> Mapping[int | None, int]:
    """Return how many people each account of the lead's organisation follows; None: nobody."""
    here = select(Person.id).where(candidates(lead, on)).subquery()
    rows = db.session.execute(
        select(Following.account_id, func.count().label("people"))
        .where(Following.person_id.in_(select(here.c.id)))
        .where(Following.organisation_id == lead.organisation_id, Following.ended_at.is_(None))
        .group_by(Following.account_id)
    )
    alone = select(func.count()).select_from(Person)
    found: dict[int | None, int] = {one.account_id: one.people for one in rows}
    found[None] = db.session.scalar(alone.where(candidates(lead, on), without_anyone(lead))) or 0
    return found


def is_alone(person: Person, account: Account) -> bool:
    """Return whether nobody of this account's organisation follows a person."""
    found = select(Person.id).where(Person.id == person.id, without_anyone(account))
    return db.session.scalar(found) is not None


def follow(person: Person, account: Account, *, by: Account | None, now: datetime) -> None:
    """Make an adviser the one who follows a person in their organisation, in another's place."""
    current = following(person, account.organisation_id)
    if current is not None and current.account_id == account.id:
        return
    end(person, account.organisation_id, now)
    db.session.add(
        Following(
            person_id=person.id,
            organisation_id=account.organisation_id,
            account_id=account.id,
            by_id=by.id if by else None,
            since=now,
        )
    )
    db.session.flush()


def end(person: Person, organisation_id: int, now: datetime) -> None:
    """Let nobody of an organisation follow a person any more."""
    db.session.execute(
        update(Following)
        .where(Following.person_id == person.id, Following.organisation_id == organisation_id)
        .where(Following.ended_at.is_(None))
        .values(ended_at=now)
    )


def following(person: Person, organisation_id: int) -> Following | None:
    """Return who follows a person in an organisation; None where nobody does."""
    found = select(Following).where(
        Following.person_id == person.id,
        Following.organisation_id == organisation_id,
        Following.ended_at.is_(None),
    )
    return db.session.scalars(found.order_by(Following.id.desc()).limit(1)).first()
