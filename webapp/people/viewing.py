"""Which people a professional may see: one condition, for a query and for one person alike."""

from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, exists, false, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute

from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.people import rules
from webapp.people.models import Consent, Person

KEPT = 256  # conditions, which hold no row: making one costs more than what the database asks
Query = TypeVar("Query", bound=Select[*tuple[Any, ...]])


def visible(account: Account, on: date) -> ColumnElement[bool]:
    """Return the condition that a professional may see a person on this day.

    Their account is open, and either the person's agreement with their organisation holds for a
    purpose of their role, or their own organisation wrote this person down.
    """
    return visible_to(account.id, account.organisation_id, account.role, on)


@lru_cache(maxsize=KEPT)
def visible_to(account_id: int, organisation_id: int, role: str, on: date) -> ColumnElement[bool]:
    """Return the same condition, kept: the page of a day asks for it a dozen times."""
    works = exists().where(Account.id == account_id, Account.closed_at.is_(None))
    told = agreed_for(Person.id, organisation_id, purposes_of(role), on)
    wrote = written_down_at(organisation_id, role)
    return and_(works, Person.merged_into_id.is_(None), or_(told, wrote))


def agreed_by(
    person_id: InstrumentedAttribute[int] | InstrumentedAttribute[int | None],
    account: Account,
    on: date,
    purposes: frozenset[str] = rules.ANY_PURPOSE,
) -> ColumnElement[bool]:
    """Return the condition that the agreement of whom a column points at holds with this account.

    `purposes` are those whose words tell of what is asked for: a yes opens what it said, no more.
    """
    return agreed_for(person_id, account.organisation_id, purposes_of(account.role) & purposes, on)


@lru_cache(maxsize=KEPT)
def agreed_for(
    person_id: InstrumentedAttribute[int] | InstrumentedAttribute[int | None],
    organisation_id: int,
    purposes: frozenset[str],
    on: date,
) -> ColumnElement[bool]:
    """Return the condition that an agreement with an organisation holds, for one of these."""
    return (
        exists()
        .where(
            Consent.person_id == person_id,
            Consent.organisation_id == organisation_id,
            Consent.purpose.in_(sorted(purposes)),
            Consent.holds(on),
        )
        .correlate(person_id.class_)
    )


def purposes_of(role: str) -> frozenset[str]:
    """Return what the people of a role may look at someone's path for."""
    return rules.PURPOSES.get(role, frozenset())


def opened(account: Account, on: date) -> ColumnElement[bool]:
    """Return the condition that a person's follow-up is open to an account that may see them.

    Their agreement tells of it, or the account's organisation wrote them down itself.
    """
    told = agreed_by(Person.id, account, on, rules.TELLS_FOLLOWUP)
    return or_(told, written_down_by(account))


def candidates(account: Account, on: date) -> ColumnElement[bool]:
    """Return the same condition as `visible`, made for lists: it begins with the structure's own.

    A database then reads the few people of one organisation, and never looks at all the others.
    """
    consented = select(Consent.person_id).where(
        Consent.organisation_id == account.organisation_id,
        Consent.purpose.in_(sorted(purposes_of(account.role))),
        Consent.holds(on),
    )
    wrote = select(Person.id).where(written_down_by(account)).correlate(None)
    return and_(Person.id.in_(consented.union(wrote)), visible(account, on))


def written_down_by(account: Account) -> ColumnElement[bool]:
    """Return the condition that this professional's organisation wrote the person down itself."""
    return written_down_at(account.organisation_id, account.role)


@lru_cache(maxsize=KEPT)
def written_down_at(organisation_id: int, role: str) -> ColumnElement[bool]:
    """Return the same condition, of an organisation, for a role that keeps its own record."""
    colleagues = select(Account.id).where(Account.organisation_id == organisation_id)
    follows = true() if role in rules.OWN_RECORD else false()
    return and_(follows, Person.registered_by_id.in_(colleagues))


def for_viewer(statement: Query, account: Account, on: date) -> Query:
    """Return a query of people (or joined to Person) with only those this professional may see."""
    return statement.where(visible(account, on))


def may_see(account: Account, person: Person, on: date) -> bool:
    """Return whether a professional may see this person on this day: the same condition."""
    found = select(Person.id).where(Person.id == person.id)
    return db.session.scalar(for_viewer(found, account, on)) is not None


def has_agreed(
    account: Account, person: Person, on: date, purposes: frozenset[str] = rules.ANY_PURPOSE
) -> bool:
    """Return whether the person's agreement with this professional's organisation holds."""
    told = agreed_by(Person.id, account, on, purposes)
    found = select(Person.id).where(Person.id == person.id, told)
    return db.session.scalar(found) is not None
