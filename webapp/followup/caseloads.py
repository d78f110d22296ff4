"""Who follows whom: an adviser's own people, and those of whom they replace today."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, exists, select, update
from sqlalchemy.orm import aliased

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.followup.models import Following
from webapp.people.models import Person
from webapp.people.viewing import visible


def mine(account: Account, at: datetime, *, everyone: bool = False) -> ColumnElement[bool]:
    """Return the condition, on `Person`, of the people whom this account answers for.

    They may see them, and they follow them or replace today who does; with `everyone`, all those
    whom their organisation may see.
    """
    on = at.astimezone(PARIS).date()
    if everyone:
        return visible(account, on)
    return and_(visible(account, on), followed_by(account, on))


def followed_by(account: Account, on: date) -> ColumnElement[bool]:
    """Return the condition, on `Person`, that this account follows them, or replaces who does."""
    away = aliased(Account)
    replaced = select(away.id).where(
        away.backup_id == account.id,
        away.organisation_id == account.organisation_id,
        away.away_from <= on,
        (away.away_until >= on) | away.away_until.is_(None),
    )
    followed = select(Following.person_id).where(
        Following.organisation_id == account.organisation_id,
        (Following.account_id == account.id) | Following.account_id.in_(replaced),
        Following.ended_at.is_(None),
    )
    return Person.id.in_(followed)


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
