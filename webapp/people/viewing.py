"""Which people a professional may see: one condition, for a query and for one person alike."""

from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, exists, false, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute

from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.people import rules
from webapp.people.models import Consent, Person

Query = TypeVar("Query", bound=Select[*tuple[Any, ...]])


def visible(account: Account, on: date) -> ColumnElement[bool]:
    """Return the condition that a professional may see a person on this day.

    Their account is open, and either the person's agreement with their organisation holds for a
    purpose of their role, or their own organisation wrote this person down.
    """
    works = exists().where(Account.id == account.id, Account.closed_at.is_(None))
    return and_(
        works, Person.merged_into_id.is_(None), or_(agreed(account, on), written_down_by(account))
    )


def agreed(account: Account, on: date) -> ColumnElement[bool]:
    """Return the condition that the person's agreement with this organisation holds."""
    return agreed_by(Person.id, account, on)


def agreed_by(
    person_id: InstrumentedAttribute[int] | InstrumentedAttribute[int | None],
    account: Account,
    on: date,
    purposes: frozenset[str] = rules.ANY_PURPOSE,
) -> ColumnElement[bool]:
    """Return the same condition of the person whom a column points at.

    `purposes` are those whose words tell of what is asked for: a yes opens what it said, no more.
    """
    return (
        exists()
        .where(
            Consent.person_id == person_id,
            Consent.organisation_id == account.organisation_id,
            Consent.purpose.in_(of_role(account) & purposes),
            Consent.holds(on),
        )
        .correlate(person_id.class_)
    )


def of_role(account: Account) -> frozenset[str]:
    """Return what the people of an account's role may look at someone's path for."""
    return rules.PURPOSES.get(account.role, frozenset())


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
        Consent.purpose.in_(of_role(account)),
        Consent.holds(on),
    )
    wrote = select(Person.id).where(written_down_by(account)).correlate(None)
    return and_(Person.id.in_(consented.union(wrote)), visible(account, on))


def written_down_by(account: Account) -> ColumnElement[bool]:
    """Return the condition that this professional's organisation wrote the person down itself."""
    colleagues = select(Account.id).where(Account.organisation_id == account.organisation_id)
    follows = true() if account.role in rules.OWN_RECORD else false()
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
