"""Agreements, read: a person's, the questions that wait, those that hold."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import joinedload

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.organisations.models import Organisation
from webapp.people import rules
from webapp.people.enums import Purpose
from webapp.people.models import Consent, Person


def of_person(person: Person) -> Sequence[Consent]:
    """Return every agreement asked of a person with its organisation, the last asked first."""
    return db.session.scalars(
        select(Consent)
        .where(Consent.person_id == person.id)
        .options(joinedload(Consent.organisation), joinedload(Consent.asked_by))
        .order_by(Consent.asked_at.desc(), Consent.id.desc())
    ).all()


def of_person_named(person: Person, public_id: str) -> Consent | None:
    """Return an agreement of this person by its name; None for another's."""
    found = select(Consent).where(
        Consent.person_id == person.id, Consent.public_id == public_id.lower()
    )
    return db.session.scalar(found)


def same_question(
    person: Person, organisation: Organisation, purpose: Purpose, now: datetime
) -> Consent | None:
    """Return the question that already waits for this person's answer."""
    found = select(Consent).where(
        Consent.person_id == person.id,
        Consent.organisation_id == organisation.id,
        Consent.purpose == purpose,
        is_waiting(now),
    )
    return db.session.scalars(found.order_by(Consent.id.desc()).limit(1)).first()


def waiting(person: Person, now: datetime) -> Sequence[Consent]:
    """Return the questions that wait for this person's answer, the first asked first."""
    found = select(Consent).where(Consent.person_id == person.id, is_waiting(now))
    return db.session.scalars(found.order_by(Consent.id)).all()


def is_waiting(now: datetime) -> ColumnElement[bool]:
    """Return the condition of a question that nobody has answered yet."""
    return and_(
        Consent.given_at.is_(None),
        Consent.refused_at.is_(None),
        Consent.stopped_at.is_(None),
        Consent.asked_at > now - rules.QUESTION_LIVES,
    )


def held_like(consent: Consent, now: datetime) -> Sequence[Consent]:
    """Return the agreements that hold for the same organisation and purpose."""
    found = select(Consent).where(
        Consent.person_id == consent.person_id,
        Consent.organisation_id == consent.organisation_id,
        Consent.purpose == consent.purpose,
        Consent.id != consent.id,
        Consent.holds(now.astimezone(PARIS).date()),
    )
    return db.session.scalars(found.order_by(Consent.id)).all()


def last_asked(person: Person, organisation: Organisation, purpose: Purpose) -> Consent | None:
    """Return the last agreement that an organisation asked of a person for a purpose."""
    found = select(Consent).where(
        Consent.person_id == person.id,
        Consent.organisation_id == organisation.id,
        Consent.purpose == purpose,
    )
    return db.session.scalars(found.order_by(Consent.id.desc()).limit(1)).first()


def holding_here(consent: Consent, on: date) -> Sequence[Consent]:
    """Return the other agreements of this person with the same organisation that hold."""
    found = select(Consent).where(
        Consent.person_id == consent.person_id,
        Consent.organisation_id == consent.organisation_id,
        Consent.id != consent.id,
        Consent.holds(on),
    )
    return db.session.scalars(found.order_by(Consent.id)).all()


def asked_by_sms(phone: str, now: datetime) -> Sequence[Consent]:
    """Return the questions that wait on a number, of everyone who shares it."""
    found = select(Consent).join(Consent.person).where(Person.phone == phone, is_waiting(now))
    return db.session.scalars(found.order_by(Consent.id)).all()


def keeper(person: Person) -> Organisation | None:
    """Return the structure that wrote this person down: its own record stays its own."""
    found = select(Organisation).join(Account, Account.organisation_id == Organisation.id)
    return db.session.scalars(found.where(Account.id == person.registered_by_id)).first()


def named(public_id: str) -> Person | None:
    """Return a person by the public name of their record."""
    return db.session.scalar(select(Person).where(Person.public_id == public_id.lower()))
