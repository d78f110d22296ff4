"""What requests tell an adviser: whose answer is late, and whose hiring lacks a diagnosis."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from flask import url_for
from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

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
from webapp.people.models import Person

__all__ = ["happened", "waiting"]
KINDS = {
    "late-answer": Kind(
        title=_l("%(employer)s n’a pas répondu à %(name)s : appelez %(contact)s"),
        press=_l("Ouvrir la fiche"),
        picture="phone-outgoing",
    ),
}


@source("requests", KINDS)
def waiting(account: Account, at: datetime, *, everyone: bool) -> Sequence[Due]:
    """Return the requests of an account's people for which silence has come to the adviser."""
    return list(late(account, at, everyone=everyone))


def late(account: Account, at: datetime, *, everyone: bool) -> Iterator[Due]:
    """Give each late answer, from facts alone: whether the clock ran does not count."""
    own = caseloads.mine(account, at, everyone=everyone)
    found = db.session.execute(
        select(Application, Person)
        .join(Person, Person.id == Application.person_id)
        .options(joinedload(Application.offer).joinedload(Offer.organisation))
        .options(joinedload(Application.offer).joinedload(Offer.contact))
        .options(joinedload(Application.offer).joinedload(Offer.backup))
        .options(selectinload(Application.meetings))
        .where(own, Application.status.in_(OPEN))
        .where(Application.answer_by < at.astimezone(PARIS).date())
        .order_by(Application.answer_by, Application.id)
        .limit(MOST)
    )
    return (due(*row, at) for row in found if has_come(row[0], at))


def has_come(application: Application, at: datetime) -> bool:
    """Return whether silence has lasted so long that the adviser is told."""
    wait = clocks.wait_of(application)
    return wait is not None and rules.moments(wait)[Step.PERSON] <= at


def due(application: Application, person: Person, at: datetime) -> Due:
    """Return a late answer as a thing to do: whom to call."""
    offer = application.offer
    contact = offer.answering(at.astimezone(PARIS).date())
    return Due(
        kind="late-answer",
        address=url_for("people.beside.person", public_id=person.public_id),
        person=person,
        facts={
            "employer": offer.organisation.name,
            "contact": contact.first_name if contact else "",
        },
        on=application.answer_by,
        late=True,
    )
