"""Who may be behind a number: codes asked, people of a number, what they asked for before."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from webapp.accounts.models import Device, SignInCode
from webapp.applications.models import Application
from webapp.extensions import db
from webapp.offers.models import Offer
from webapp.people.likeness import same
from webapp.people.models import Person


def last_code(browser_hash: str, *, afresh: bool = False) -> SignInCode | None:
    """Return the last code that this browser asked for, used or not; `afresh`, as it is by now."""
    return db.session.scalar(
        select(SignInCode)
        .where(SignInCode.browser_hash == browser_hash)
        .order_by(SignInCode.created_at.desc(), SignInCode.id.desc())
        .limit(1)
        .execution_options(populate_existing=afresh)
    )


def people_of(phone: str) -> Sequence[Person]:
    """Return the people who share a number, the one seen last first."""
    return db.session.scalars(
        select(Person)
        .where(Person.phone == phone, Person.merged_into_id.is_(None))
        .order_by(Person.active_on.desc(), Person.id.desc())
    ).all()


def person_named(phone: str, first_name: str) -> Person | None:
    """Return the person of a number who has this first name, however it is written.

    Where two have it, the number changed hands: the one seen last.
    """
    return next((one for one in people_of(phone) if same(one.first_name, first_name)), None)


def waiting_requests(phone: str, first_name: str, since: datetime) -> list[Application]:
    """Return the requests of nobody yet, made since a moment by this name with this number.

    The latest comes first.
    """
    found = db.session.scalars(
        with_employer()
        .where(Application.phone == phone, Application.person_id.is_(None))
        .where(Application.created_at >= since)
        .order_by(Application.created_at.desc(), Application.id.desc())
    )
    return [one for one in found if same(one.first_name, first_name)]


def requests_of(person_id: int) -> Sequence[Application]:
    """Return every request of a person with its employer, the latest first."""
    return db.session.scalars(
        with_employer()
        .where(Application.person_id == person_id)
        .order_by(Application.created_at.desc(), Application.id.desc())
    ).all()


def had_a_device(person_id: int) -> bool:
    """Return whether a person has ever been recognised on a device."""
    query = select(func.count(Device.id)).where(
        Device.person_id == person_id, Device.confirmed_at.is_not(None)
    )
    return bool(db.session.scalar(query))


def with_employer() -> Select[Application]:
    """Return the query of requests, each with the structure that it was made to."""
    return select(Application).options(joinedload(Application.offer).joinedload(Offer.organisation))
