"""Requests, read: one by its name, and those of a structure that wait for a call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from webapp.applications.enums import ApplicationStatus
from webapp.applications.models import Application
from webapp.extensions import db
from webapp.offers.models import Offer

OPEN = (ApplicationStatus.SENT, ApplicationStatus.SEEN)


@dataclass(frozen=True)
class Counts:
    """How many requests of a structure wait, how many of those are late, how many were called."""

    waiting: int
    late: int
    called: int


def application(public_id: str) -> Application | None:
    """Return a request with its offer and the people who answer for it; capitals do not matter."""
    return db.session.scalar(with_people().where(Application.public_id == public_id.lower()))


def of_person(person_id: int) -> Sequence[Application]:
    """Return every request of a person, the first to be promised an answer first."""
    return db.session.scalars(
        with_people()
        .where(Application.person_id == person_id)
        .order_by(Application.answer_by, Application.created_at.desc(), Application.id)
    ).all()


def application_of(organisation_id: int, public_id: str) -> Application | None:
    """Return a request made to this structure, by its name; None for another's."""
    return db.session.scalar(
        of_organisation(organisation_id).where(Application.public_id == public_id.lower())
    )


def same_request(key: str) -> Application | None:
    """Return the request that the same person already made for the same offer."""
    return db.session.scalar(select(Application).where(Application.idempotency_key == key))


def sent_since(phone: str, since: datetime) -> int:
    """Return how many requests name this number since a moment, cancelled ones included."""
    return count(Application.phone == phone, Application.created_at >= since)


def to_call_back(organisation_id: int) -> Sequence[Application]:
    """Return who waits for a structure, to be called or about to come (`way` says which).

    The first to be promised an answer comes first; a closed or paused offer hides nobody.
    """
    return db.session.scalars(
        of_organisation(organisation_id)
        .where(is_waiting())
        .order_by(Application.answer_by, Application.created_at, Application.id)
    ).all()


def called_recently(organisation_id: int, since: datetime) -> Sequence[Application]:
    """Return whom a structure has called since a moment, the latest first."""
    return db.session.scalars(
        of_organisation(organisation_id)
        .where(Application.called_at >= since)
        .order_by(Application.called_at.desc(), Application.id.desc())
    ).all()


def counts(organisation_id: int, on: date) -> Counts:
    """Return the figures of a structure; a request is late once its last day has passed."""
    here = Offer.organisation_id == organisation_id
    return Counts(
        waiting=count(here, is_waiting()),
        late=count(here, is_waiting(), Application.answer_by < on),
        called=count(here, Application.called_at.is_not(None)),
    )


def is_waiting() -> ColumnElement[bool]:
    """Return the condition of a request that nobody has answered yet."""
    return (Application.status.in_(OPEN)) & Application.called_at.is_(None)


def with_offer() -> Select[Application]:
    """Return the query of requests, each with its offer and structure."""
    return select(Application).options(
        joinedload(Application.offer).joinedload(Offer.organisation),
        selectinload(Application.messages),
    )


def with_people() -> Select[Application]:
    """Return the query of requests, each with its offer and the people who answer for it."""
    return with_offer().options(
        joinedload(Application.offer).joinedload(Offer.contact),
        joinedload(Application.offer).joinedload(Offer.backup),
    )


def of_organisation(organisation_id: int) -> Select[Application]:
    """Return the query of the requests made to one structure."""
    return with_offer().join(Application.offer).where(Offer.organisation_id == organisation_id)


def count(*conditions: ColumnElement[bool]) -> int:
    """Return how many requests fulfil every condition."""
    query = select(func.count(Application.id)).join(Application.offer).where(*conditions)
    return db.session.scalar(query) or 0
