"""What is sealed about someone: written and read by entitled prescribers, and read by themselves.

Health, justice, housing, criteria: one text for each kind, sealed. Each reading by a professional
is in the journal before the text is opened.
"""

from collections.abc import Mapping
from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from webapp import sealing
from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.errors import Refused
from webapp.extensions import db
from webapp.people import journal, rules
from webapp.people.enums import Act, Sensitive
from webapp.people.models import Person, SensitiveFact
from webapp.people.viewing import has_agreed

LONGEST = 2000  # characters


class NotEntitled(Refused):
    """Only an entitled prescriber with whom the person agreed reads this; for others it is not."""

    title = _l("Cette page n’existe pas")
    advice = _l("Revenez en arrière.")
    code = 404


class TooLong(Refused):
    """The text is longer than a note."""

    title = _l("C’est trop long")
    advice = _l("Écrivez 2 000 signes au plus.")
    code = 413


def may_read(person: Person, account: Account, now: datetime) -> bool:
    """Return whether a professional may read what is sealed about a person now."""
    return account.closed_at is None and rules.may_read_sealed(
        role=account.role,
        entitled=account.organisation.what.is_entitled,
        agreed=has_agreed(account, person, now.astimezone(PARIS).date()),
    )


def write(
    person: Person, kind: Sensitive, text: str, account: Account, now: datetime
) -> SensitiveFact:
    """Seal a text in the place of the former one of its kind; raise NotEntitled or TooLong."""
    if not may_read(person, account, now):
        raise NotEntitled
    if len(text) > LONGEST:
        raise TooLong
    fact = of_kind(person, kind) or SensitiveFact(person_id=person.id, kind=kind)
    fact.sealed, fact.written_by_id, fact.at = sealing.seal(text), account.id, now
    db.session.add(fact)
    journal.note(person, Act.CHANGED, account=account, now=now, kind=kind)
    return fact


def read(person: Person, kind: Sensitive, account: Account, now: datetime) -> str:
    """Return a sealed text for the professional of this request, once the reading is kept.

    Empty when nothing is written. Raise NotEntitled, or NotJournaled when it could not be kept.
    """
    if not may_read(person, account, now):
        raise NotEntitled
    journal.sealed_seen_now(person, account, kind)
    fact = of_kind(person, kind)
    return sealing.unseal(fact.sealed) if fact else ""


def own(person: Person) -> Mapping[str, str]:
    """Return what is sealed about a person, by kind, for themselves alone."""
    found = select(SensitiveFact).where(SensitiveFact.person_id == person.id)
    rows = db.session.scalars(found.order_by(SensitiveFact.id))
    return {row.kind: sealing.unseal(row.sealed) for row in rows}


def of_kind(person: Person, kind: Sensitive) -> SensitiveFact | None:
    """Return the row of one kind of sealed fact of a person."""
    found = select(SensitiveFact).where(
        SensitiveFact.person_id == person.id, SensitiveFact.kind == kind
    )
    return db.session.scalars(found.order_by(SensitiveFact.id.desc()).limit(1)).first()
