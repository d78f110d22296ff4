"""Requests for help and who answers for what, read."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import joinedload, selectinload

from webapp import calendars
from webapp.accounts.enums import Role
from webapp.accounts.models import Account
from webapp.applications.models import Application
from webapp.extensions import db
from webapp.helping.enums import OPEN, Need
from webapp.helping.models import HelpRequest, HelpStep, Responsibility
from webapp.helping.rules import Candidate, Spot
from webapp.offers.models import Offer
from webapp.organisations.models import Organisation
from webapp.people.models import Person
from webapp.people.queries import keeper


def whole() -> Select[HelpRequest]:
    """Return the query of requests, each with who answers and its steps."""
    return select(HelpRequest).options(
        joinedload(HelpRequest.organisation),
        joinedload(HelpRequest.owner),
        joinedload(HelpRequest.person),
        selectinload(HelpRequest.steps).options(
            joinedload(HelpStep.account), joinedload(HelpStep.organisation)
        ),
    )


def named(public_id: str) -> HelpRequest | None:
    """Return a request by the name that only its person knows; capitals do not matter."""
    return db.session.scalar(whole().where(HelpRequest.public_id == public_id.lower()))


def of_organisation(organisation_id: int, public_id: str) -> HelpRequest | None:
    """Return a request that this organisation answers; None for another's."""
    found = whole().where(HelpRequest.public_id == public_id.lower())
    return db.session.scalar(found.where(HelpRequest.organisation_id == organisation_id))


def of_person(person_id: int) -> Sequence[HelpRequest]:
    """Return a person's requests, the latest first."""
    return db.session.scalars(
        whole()
        .where(HelpRequest.person_id == person_id)
        .order_by(HelpRequest.created_at.desc(), HelpRequest.id.desc())
    ).all()


def open_ones(organisation_id: int, most: int | None = None) -> Sequence[HelpRequest]:
    """Return who waits for this organisation, the first to be due first."""
    return db.session.scalars(
        select(HelpRequest)
        .options(joinedload(HelpRequest.owner), joinedload(HelpRequest.person))
        .where(HelpRequest.organisation_id == organisation_id, HelpRequest.status.in_(OPEN))
        .order_by(HelpRequest.due_on, HelpRequest.id)
        .limit(most)
    ).all()


def over(organisation_id: int, since: datetime) -> Sequence[HelpRequest]:
    """Return the requests of this organisation that ended since a moment, the latest first."""
    return db.session.scalars(
        select(HelpRequest)
        .options(joinedload(HelpRequest.owner), joinedload(HelpRequest.person))
        .where(HelpRequest.organisation_id == organisation_id, HelpRequest.closed_at >= since)
        .order_by(HelpRequest.closed_at.desc(), HelpRequest.id.desc())
    ).all()


def same_request(key: str) -> HelpRequest | None:
    """Return the open request that the same person already made for the same need."""
    return db.session.scalar(select(HelpRequest).where(HelpRequest.idempotency_key == key))


def without_place(phone: str, since: datetime) -> HelpRequest | None:
    """Return the last open request of a number, made since a moment, that tells no place."""
    return db.session.scalars(
        select(HelpRequest)
        .where(HelpRequest.phone == phone, HelpRequest.created_at >= since)
        .where(HelpRequest.status.in_(OPEN), HelpRequest.insee == "")
        .order_by(HelpRequest.id.desc())
        .limit(1)
    ).first()


def asked_since(phone: str, since: datetime) -> int:
    """Return how many requests name this number since a moment."""
    counted = select(func.count(HelpRequest.id)).where(
        HelpRequest.phone == phone, HelpRequest.created_at >= since
    )
    return db.session.scalar(counted) or 0


def late(on: date) -> Sequence[HelpRequest]:
    """Return the open requests whose last day has passed and that nobody was told of."""
    return db.session.scalars(
        select(HelpRequest)
        .where(HelpRequest.status.in_(OPEN), HelpRequest.due_on < on)
        .where(HelpRequest.raised_at.is_(None), HelpRequest.organisation_id.is_not(None))
        .order_by(HelpRequest.id)
    ).all()


def has_helpers() -> ColumnElement[bool]:
    """Return the condition, on `Organisation`, that someone there may answer."""
    return (
        exists()
        .where(Account.organisation_id == Organisation.id, Account.closed_at.is_(None))
        .where(Account.role.in_((Role.ADVISER, Role.LEAD)))
        .correlate(Organisation)
    )


def left_alone() -> Sequence[HelpRequest]:
    """Return the open requests of organisations where nobody may answer any more."""
    return db.session.scalars(
        select(HelpRequest)
        .join(HelpRequest.organisation)
        .where(HelpRequest.status.in_(OPEN), ~has_helpers())
        .order_by(HelpRequest.id)
    ).all()


def nobodys() -> Sequence[HelpRequest]:
    """Return the open requests for which nobody answers, the oldest first."""
    return db.session.scalars(
        select(HelpRequest)
        .where(HelpRequest.status.in_(OPEN), HelpRequest.organisation_id.is_(None))
        .order_by(HelpRequest.created_at, HelpRequest.id)
    ).all()


def candidates(need: str) -> list[Candidate]:
    """Return who answers for a need, anywhere."""
    found = db.session.execute(
        select(Responsibility, Organisation)
        .join(Responsibility.organisation)
        .where(Responsibility.need == need, Organisation.gone_since.is_(None), has_helpers())
        .order_by(Responsibility.organisation_id)
    )
    return [
        Candidate(place.id, one.reach, spot(place.insee, place.lat, place.lon), one.account_id)
        for one, place in found
    ]


def table(organisation_id: int) -> dict[Need, Responsibility]:
    """Return what an organisation answers for."""
    found = db.session.scalars(
        select(Responsibility)
        .where(Responsibility.organisation_id == organisation_id)
        .options(joinedload(Responsibility.account))
        .order_by(Responsibility.id)
    )
    return {Need(one.need): one for one in found}


def helpers(organisation_id: int) -> Sequence[Account]:
    """Return the open accounts that may answer here, the leads last."""
    return db.session.scalars(
        select(Account)
        .where(Account.organisation_id == organisation_id, Account.closed_at.is_(None))
        .where(Account.role.in_((Role.ADVISER, Role.LEAD)))
        .order_by(Account.role == Role.LEAD, func.lower(Account.first_name), Account.id)
    ).all()


def spot(insee: str, lat: float, lon: float) -> Spot:
    """Return a place as the rules know it."""
    return Spot(insee, calendars.department(insee), lat, lon)


def spot_of(person: Person) -> Spot | None:
    """Return where someone is likely to be.

    That is where they last asked for help, else near the work they last asked for, else near who
    wrote them down.
    """
    said = select(HelpRequest).where(HelpRequest.person_id == person.id, HelpRequest.insee != "")
    last = db.session.scalars(said.order_by(HelpRequest.id.desc()).limit(1)).first()
    asked = db.session.scalars(
        select(Offer)
        .join(Application, Application.offer_id == Offer.id)
        .where(Application.person_id == person.id, Offer.insee.is_not(None))
        .order_by(Application.created_at.desc(), Application.id.desc())
        .limit(1)
    ).first()
    near = last or asked or keeper(person)
    if near is None or not near.insee or near.lat is None or near.lon is None:
        return None
    return spot(near.insee, near.lat, near.lon)
