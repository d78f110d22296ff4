"""What requests tell an adviser: whose answer is late, and where nobody is there to answer."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from flask import url_for
from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import aliased, joinedload, selectinload

from webapp.accounts.models import Account
from webapp.applications import clocks, happened, rules
from webapp.applications.enums import OPEN
from webapp.applications.models import Application
from webapp.applications.rules import Step
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.followup.due import MOST, Due, Kind, source
from webapp.i18n import lazy_gettext as _l
from webapp.offers.models import Offer
from webapp.organisations.models import Contact
from webapp.people.models import Person
from webapp.people.viewing import opened

__all__ = ["happened", "waiting"]
KINDS = {
    "late-answer": Kind(
        title=_l("%(employer)s n’a pas répondu à %(name)s : appelez %(contact)s"),
        press=_l("Ouvrir la fiche"),
        picture="phone-outgoing",
    ),
    "nobody-there": Kind(
        title=_l("Chez %(employer)s, personne n’est là pour répondre à %(name)s"),
        press=_l("Ouvrir la fiche"),
        picture="alert-triangle",
    ),
}


@source("requests", KINDS)
def waiting(account: Account, at: datetime, *, everyone: bool) -> Sequence[Due]:
    """Return the requests of an account's people for which silence has come to the adviser."""
    return list(late(account, at, everyone=everyone))


def late(account: Account, at: datetime, *, everyone: bool) -> Iterator[Due]:
    """Give each answer that is late or cannot come, from facts alone: the clock does not count."""
    own, day = caseloads.mine(account, at, everyone=everyone), at.astimezone(PARIS).date()
    found = db.session.execute(
        select(Application, Person)
        .join(Person, Person.id == Application.person_id)
        .options(joinedload(Application.offer).joinedload(Offer.organisation))
        .options(joinedload(Application.offer).joinedload(Offer.contact))
        .options(joinedload(Application.offer).joinedload(Offer.backup))
        .options(selectinload(Application.meetings))
        .where(own, opened(account, day), Application.status.in_(OPEN))
        .where(or_(Application.answer_by < day, nobody_there(day)))
        .order_by(Application.answer_by, Application.id)
        .limit(MOST)
    )
    return (due(*row, at) for row in found if has_come(row[0], at) or is_unheard(row[0], at))


def nobody_there(day: date) -> ColumnElement[bool]:
    """Return the condition of a request whose contact is away, and who replaces them as well."""
    one, other = aliased(Contact), aliased(Contact)
    return (
        select(Offer.id)
        .join(one, Offer.contact_id == one.id)
        .outerjoin(other, Offer.backup_id == other.id)
        .where(Offer.id == Application.offer_id, is_away(one, day))
        .where(or_(Offer.backup_id.is_(None), is_away(other, day)))
        .exists()
    )


def is_away(contact: type[Contact], day: date) -> ColumnElement[bool]:
    """Return the condition of someone who is away, as `Contact.is_away` says it."""
    return and_(
        contact.away_from <= day, or_(contact.away_until.is_(None), contact.away_until >= day)
    )


def is_unheard(application: Application, at: datetime) -> bool:
    """Return whether nobody who is named can answer someone who waits today."""
    there = application.offer.is_alone(at.astimezone(PARIS).date())
    return there and clocks.is_awaited(application, at)


def has_come(application: Application, at: datetime) -> bool:
    """Return whether silence has lasted so long that the adviser is told."""
    wait = clocks.wait_of(application)
    return wait is not None and rules.moments(wait)[Step.PERSON] <= at


def due(application: Application, person: Person, at: datetime) -> Due:
    """Return a late answer as a thing to do: whom to call."""
    offer = application.offer
    contact = offer.answering(at.astimezone(PARIS).date())
    is_late = has_come(application, at)
    return Due(
        kind="late-answer" if is_late else "nobody-there",
        address=url_for("followup.desk.show", public_id=person.public_id),
        person=person,
        facts={
            "employer": offer.organisation.name,
            "contact": contact.first_name if contact else "",
        },
        on=application.answer_by,
        late=is_late,
    )
