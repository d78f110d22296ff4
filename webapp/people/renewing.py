"""Agreements that end within a month: the person is asked whether to go on."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from webapp.extensions import db
from webapp.messages.enums import Kind
from webapp.people import consents, rules, texts
from webapp.people.enums import Purpose
from webapp.people.models import Consent


def ask_again(on: date, now: datetime) -> int:
    """Ask by SMS for each long agreement that ends within 30 days, once; return how many."""
    due = [one for one in ending(on) if one.until and rules.renewal_is_due(one.days, one.until, on)]
    for former in due:
        again(former, now)
    return len(due)


def ending(on: date) -> Sequence[Consent]:
    """Return the agreements that hold, end within 30 days, and were not asked again."""
    later = aliased(Consent)
    asked_again = exists().where(
        later.person_id == Consent.person_id,
        later.organisation_id == Consent.organisation_id,
        later.purpose == Consent.purpose,
        later.id > Consent.id,
    )
    return db.session.scalars(
        select(Consent)
        .where(Consent.holds(on), Consent.until <= on + rules.RENEWAL, ~asked_again)
        .order_by(Consent.id)
    ).all()


def again(former: Consent, now: datetime) -> None:
    """Ask for the same once more, in the name of who asked first if they still work there."""
    asker = former.asked_by if former.asked_by and not former.asked_by.closed_at else None
    purpose, organisation = Purpose(former.purpose), former.organisation
    consent = consents.add(former.person, organisation, purpose, former.days, asker, now)
    if former.until is not None:
        text = texts.ending(former, former.until, consents.link(consent))
        consents.tell(consent, Kind.CONSENT_ENDING, text, now)
