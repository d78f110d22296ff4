"""What the outbox holds."""

from sqlalchemy import select

from webapp.extensions import db
from webapp.messages.models import Message


def outbox(to: str) -> list[Message]:
    """Return the messages to a number or an address, the oldest first."""
    asked = select(Message).where(Message.recipient == to).order_by(Message.id)
    return list(db.session.scalars(asked))


def by_key(key: str) -> Message | None:
    """Return the message that a fact already made, if it made one."""
    found: Message | None = db.session.scalar(select(Message).where(Message.key == key))
    return found
