"""Requests, read: one by its name, and those of a structure that wait for a call."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import aliased, joinedload, selectinload

from webapp.applications.enums import OPEN, ApplicationStatus
from webapp.applications.models import Application, AskedBySms, Meeting
from webapp.extensions import db
from webapp.offers.models import Offer
from webapp.organisations.models import Contact

FIRST = (ApplicationStatus.SENT, ApplicationStatus.SEEN)
SHOWN = 20  # on one page of a list


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


def to_call_back(organisation_id: int, page: int = 1, size: int = SHOWN) -> Sequence[Application]:
    """Return who waits for a structure, to be called or about to come (`way` says which).

    The first to be promised an answer comes first; a closed or paused offer hides nobody.
    """
    order = Application.answer_by, Application.created_at, Application.id
    found = of_organisation(organisation_id).where(is_waiting()).order_by(*order)
    return some(found, page, size)


def count_waiting(organisation_id: int) -> int:
    """Return how many people wait for a first answer of a structure."""
    return count(Offer.organisation_id == organisation_id, is_waiting())


def next_waiting(organisation_id: int) -> Application | None:
    """Return who is to be answered first in a structure."""
    return next(iter(to_call_back(organisation_id, size=1)), None)


def is_gone_on_with(now: datetime) -> ColumnElement[bool]:
    """Return the condition of a request whose call or meeting took place, without an end."""
    came = (
        select(Meeting.id)
        .where(Meeting.application_id == Application.id)
        .where(Meeting.over_at.is_(None), Meeting.starts_at <= now)
        .exists()
    )
    return or_(
        Application.status == ApplicationStatus.MET,
        (Application.status == ApplicationStatus.SEEN) & Application.called_at.is_not(None),
        (Application.status == ApplicationStatus.CHOSEN) & came,
    )


def taken(host_id: int, now: datetime) -> set[datetime]:
    """Return the moments to come at which someone receives already."""
    found = db.session.scalars(
        select(Meeting.starts_at)
        .where(Meeting.host_id == host_id, Meeting.over_at.is_(None), Meeting.starts_at > now)
        .order_by(Meeting.starts_at)
    )
    return {moment for moment in found if moment is not None}


def hold(meeting: Meeting) -> None:
    """Let nobody else choose with the same host until the end of this transaction."""
    db.session.scalars(select(Contact.id).where(Contact.id == meeting.host_id).with_for_update())


def to_look_at(now: datetime, limit: int) -> Sequence[Application]:
    """Return the requests for which silence asks something, the longest waiting first."""
    return db.session.scalars(
        with_people()
        .where(Application.look_at <= now)
        .order_by(Application.look_at, Application.id)
        .limit(limit)
        .with_for_update(of=Application, skip_locked=True)
    ).all()


def count_awaiting(contact_id: int, now: datetime) -> int:
    """Return how many people wait for the word of someone, as contact or as replacement."""
    theirs = or_(Offer.contact_id == contact_id, Offer.backup_id == contact_id)
    return count(theirs, or_(is_waiting(), is_gone_on_with(now)))


def asked_by_sms(phone: str) -> Application | None:
    """Return whom the last SMS to this contact was about."""
    asked = db.session.get(AskedBySms, phone)
    return db.session.get(Application, asked.application_id) if asked else None


def asked_row(phone: str) -> AskedBySms | None:
    """Return the row that keeps whom a contact was last asked about."""
    return db.session.get(AskedBySms, phone)


def waiting_named(phone: str) -> Sequence[Application]:
    """Return the open requests for which this number answers: a reply may name one of them."""
    contact = aliased(Contact)
    return db.session.scalars(
        with_offer()
        .join(Application.offer)
        .join(contact, or_(Offer.contact_id == contact.id, Offer.backup_id == contact.id))
        .where(contact.phone == phone, Application.status.in_(OPEN))
        .order_by(Application.answer_by, Application.id)
    ).all()


def invitation_of(phone: str, at: datetime) -> Application | None:
    """Return the request of this number that was last invited to a meeting still to come."""
    found = db.session.scalars(
        select(Meeting)
        .join(Meeting.application)
        .where(
            Application.phone == phone,
            Application.status.in_((ApplicationStatus.PROPOSED, ApplicationStatus.CHOSEN)),
            Meeting.over_at.is_(None),
            or_(Meeting.starts_at.is_(None), Meeting.starts_at > at),
        )
        .order_by(Meeting.proposed_at.desc(), Meeting.id.desc())
        .limit(1)
    ).first()
    return found.application if found else None


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
    return (Application.status.in_(FIRST)) & Application.called_at.is_(None)


def with_offer() -> Select[Application]:
    """Return the query of requests, each with its offer and structure."""
    return select(Application).options(
        joinedload(Application.offer).joinedload(Offer.organisation),
        selectinload(Application.messages),
        selectinload(Application.meetings),
        selectinload(Application.presentation),
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


def some(query: Select[Application], page: int, size: int = SHOWN) -> Sequence[Application]:
    """Return one page of a list of requests."""
    return db.session.scalars(query.limit(size).offset((page - 1) * size)).all()
