"""Changes to the outbox: a message is written with the fact that causes it, and sent after."""

from datetime import datetime

from sqlalchemy.exc import IntegrityError

from webapp.extensions import db
from webapp.messages import queries, rules, waking
from webapp.messages.enums import Channel, Kind, Status
from webapp.messages.models import Message


def queue(
    *,
    kind: Kind,
    to: str,
    text: str,
    key: str,
    now: datetime,
    person_id: int | None = None,
    drop_at: datetime | None = None,
    subject: str = "",
    insee: str = "",
    send_at: datetime | None = None,
) -> Message:
    """Put a message in the outbox, to leave once this transaction is committed; return it.

    `to` is an address where it holds "@", else a number as E.164. The same `key` makes one message,
    however often it is queued: the first is returned. `insee` is the commune of the person where it
    is known: its days off and its hour count. `send_at` is the moment it should leave, now unless
    it is said; after `drop_at` it is of no use any more.
    """
    channel = Channel.EMAIL if "@" in to else Channel.SMS
    text = text if channel is Channel.EMAIL else rules.gsm(text)
    message = Message(
        kind=kind,
        recipient=to,
        text=text,
        key=key,
        person_id=person_id,
        subject=subject,
        insee=insee,
        channel=channel,
        parts=rules.parts(text) if channel is Channel.SMS else 0,
        status=Status.QUEUED,
        created_at=now,
        send_at=send_at or now,
        drop_at=drop_at or (send_at or now) + rules.life(kind),
    )
    return queries.by_key(key) or add(message)


def add(message: Message) -> Message:
    """Add a message; return the one that another transaction added meanwhile for the same fact."""
    try:
        with db.session.begin_nested():
            db.session.add(message)
    except IntegrityError:
        first = queries.by_key(message.key)
        if first is None:
            raise
        return first
    waking.after_commit()
    return message
