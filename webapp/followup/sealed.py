"""What is sealed about a person (health, justice, housing, criteria), as their follow-up shows it.

Entitled prescribers with whom the person agreed see which kinds are written, and open one at a
time: each opening is in the person's journal. For anyone else there is nothing to see.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.followup.changing import Meanwhile
from webapp.people import sensitive
from webapp.people.enums import Sensitive
from webapp.people.models import Person, SensitiveFact

UNWRITTEN = ""


@dataclass(frozen=True)
class Part:
    """One kind of sealed fact: whether something is written, by whom, when."""

    kind: Sensitive
    at: datetime | None = None
    by: str = ""


def parts(person: Person, account: Account, now: datetime) -> Sequence[Part]:
    """Return the kinds, for who may open them; else none. Nothing is opened here."""
    if not sensitive.may_read(person, account, now):
        return []
    rows = db.session.execute(
        select(SensitiveFact.kind, SensitiveFact.at, Account.first_name, Account.last_name)
        .outerjoin(Account, Account.id == SensitiveFact.written_by_id)
        .where(SensitiveFact.person_id == person.id)
        .order_by(SensitiveFact.id)
    )
    written = {
        row.kind: (row.at, f"{row.first_name or ''} {row.last_name or ''}".strip()) for row in rows
    }
    return [Part(kind, *written.get(kind, (None, ""))) for kind in Sensitive]


def version(person: Person, kind: Sensitive) -> str:
    """Return what a sealed text is recognised by: when it was written."""
    row = sensitive.of_kind(person, kind)
    return row.at.isoformat() if row else UNWRITTEN


def write(
    person: Person, kind: Sensitive, text: str, read_at: str, account: Account, now: datetime
) -> None:
    """Seal a text over the one that was read; raise Meanwhile when it is another by now."""
    db.session.get(Person, person.id, with_for_update=True)  # one writer at a time
    if version(person, kind) != read_at:
        raise Meanwhile
    sensitive.write(person, kind, text, account, now)
