"""The messages sent to a person, as their timeline shows them: what was sent, and when.

Only the kinds named here: no code, no link, nothing of who asks to see the person, and no answer to
a search that they made by SMS.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, func, or_, select

from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.followup.enums import Happened, Readers
from webapp.messages.enums import Channel, Kind, Status
from webapp.messages.models import Message
from webapp.organisations.models import Organisation
from webapp.people.models import Person
from webapp.people.rules import TELLS_FOLLOWUP
from webapp.people.viewing import agreed_by

TOLD = (
    *(Kind.MEETING_ASKED, Kind.MEETING_SOON, Kind.MEETING_OFF, Kind.CALL_THEM, Kind.RESULT),
    *(Kind.STEP, Kind.PATH, Kind.HELP, Kind.ALERT),
)


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A message, told as an event is."""

    kind: str
    at: datetime
    words: str
    public_id: str
    readers: str = Readers.PERSON
    about: Mapping[str, Any] = field(default_factory=dict)
    account: Account | None = None
    organisation: Organisation | None = None


def to_person(person: Person, account: Account, on: date, most: int) -> Sequence[Sent]:
    """Return the last messages to someone, for a professional with whom they agreed; else none."""
    told = agreed_by(Message.person_id, account, on, TELLS_FOLLOWUP)
    return read(of(person).where(told), most)


def own(person: Person, most: int) -> Sequence[Sent]:
    """Return the last messages to someone, for themselves."""
    return read(of(person), most)


def of(person: Person) -> Select[Message]:
    """Return the query of what was sent to someone, and of the SMS that did not arrive."""
    left = Message.status.in_((Status.SENT, Status.DELIVERED))
    lost = and_(Message.status == Status.FAILED, Message.channel == Channel.SMS)
    return select(Message).where(
        Message.person_id == person.id,
        Message.channel != Channel.EMAIL,
        Message.kind.in_(TOLD),
        or_(left, lost),
    )


def read(found: Select[Message], most: int) -> Sequence[Sent]:
    """Return messages, the latest first: one query."""
    moment = func.coalesce(Message.sent_at, Message.settled_at, Message.created_at)
    rows = db.session.scalars(found.order_by(moment.desc(), Message.id.desc()).limit(most))
    return [told(row) for row in rows]


def told(row: Message) -> Sent:
    """Return a message as it is told."""
    kind = Happened.MESSAGE_LOST if row.status == Status.FAILED else Happened.MESSAGE
    at = row.sent_at or row.settled_at or row.created_at
    return Sent(kind=kind, at=at, words=row.text, public_id=row.public_id)
