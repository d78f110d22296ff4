"""What the outbox holds, what is known of a number, and what came in."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, or_, select

from webapp.extensions import db
from webapp.messages import rules, zones
from webapp.messages.enums import Channel, Kind, Status, Word
from webapp.messages.models import Inbound, Message, NumberState

REPEATED_WITHIN = timedelta(minutes=30)  # a code asked for again so soon did not come
UNSEEN = "unseen"  # the reason of a notification that an SMS has replaced
ONE_DAY = timedelta(days=1)
LEFT = (Status.SENDING, Status.UNKNOWN)  # they may have left: they count
Count = tuple[str, str, str, int]


def outbox(to: str) -> list[Message]:
    """Return the messages to a number or an address, the oldest first."""
    asked = select(Message).where(Message.recipient == to).order_by(Message.id)
    return list(db.session.scalars(asked))


def latest(limit: int) -> Sequence[Message]:
    """Return the last messages queued, the newest first."""
    return db.session.scalars(select(Message).order_by(Message.id.desc()).limit(limit)).all()


def by_key(key: str) -> Message | None:
    """Return the message that a fact already made, if it made one."""
    found: Message | None = db.session.scalar(select(Message).where(Message.key == key))
    return found


def still_queued(keys: Collection[str]) -> Sequence[Message]:
    """Return the messages of these keys that no provider was asked to send yet."""
    return db.session.scalars(
        select(Message)
        .where(Message.key.in_(keys), Message.status == Status.QUEUED)
        .order_by(Message.id)
        .with_for_update()
    ).all()


def unseen(before: datetime) -> Sequence[Message]:
    """Return the notifications handed over before that moment that no phone has shown.

    One that was cut counts too: shown twice, it harms nobody, and lost it may.
    """
    left = or_(
        Message.status == Status.SENT,
        (Message.status == Status.UNKNOWN) & (Message.reason != UNSEEN),
    )
    lost = (Message.channel == Channel.PUSH) & (Message.tried_at < before)
    wanted = select(Message).where(lost, left).order_by(Message.id)
    return db.session.scalars(wanted.with_for_update()).all()


def named(*, ref: str, gateway: str, provider_id: str) -> Message | None:
    """Return the message that a report names, by our name for it or by its provider's."""
    asked = select(Message).with_for_update()
    if ref:
        asked = asked.where(Message.public_id == ref)
    else:
        asked = asked.where(Message.gateway == gateway, Message.provider_id == provider_id)
    found: Message | None = db.session.scalars(asked.order_by(Message.id).limit(1)).first()
    return found


def next_due(now: datetime) -> Message | None:
    """Return the next message whose moment has come: what someone waits for goes first."""
    for urgent in (True, False):
        found = db.session.scalars(
            select(Message)
            .where(is_due(now), Message.urgent == urgent)
            .order_by(Message.send_at, Message.id)
            .limit(1)
        ).first()
        if found:
            return found
    return None


def is_due(now: datetime) -> ColumnElement[bool]:
    """Return the condition of a message whose moment has come."""
    return (Message.status == Status.QUEUED) & (Message.send_at <= now)


def due(message: Message, now: datetime) -> rules.Due:
    """Return what the rules are told of a message whose moment has come."""
    state = db.session.get(NumberState, message.recipient)
    return rules.Due(
        kind=Kind(message.kind),
        channel=Channel(message.channel),
        drop_at=message.drop_at,
        place=zones.place(message.recipient, message.insee),
        stopped=bool(state and state.stopped_at),
        dead=bool(state and state.dead_at),
        sent=sent_unasked(message, now),
    )


def sent_unasked(message: Message, now: datetime) -> list[datetime]:
    """Return when this number, or this person, was lately sent what nobody had asked for."""
    same = Message.recipient == message.recipient
    if message.person_id:
        same = or_(same, Message.person_id == message.person_id)
    moments = db.session.scalars(
        select(Message.tried_at).where(
            same,
            Message.channel == Channel.SMS,
            Message.kind.not_in(rules.ASKED),
            Message.tried_at >= now - rules.WEEK - ONE_DAY,
            or_(Message.sent_at.is_not(None), Message.status.in_(LEFT)),
        )
    )
    return [moment for moment in moments if moment]


def last_provider(message: Message, now: datetime) -> str:
    """Return who was last asked: for this message, or for a code that did not come in time."""
    if message.gateway or message.kind != Kind.CODE:
        return message.gateway
    before: str | None = db.session.scalars(
        select(Message.gateway)
        .where(
            Message.recipient == message.recipient,
            Message.kind == Kind.CODE,
            Message.id != message.id,
            Message.gateway != "",
            Message.status != Status.DELIVERED,
            Message.tried_at >= now - REPEATED_WITHIN,
        )
        .order_by(Message.tried_at.desc(), Message.id.desc())
        .limit(1)
    ).first()
    return before or ""


def waiting_inbound(skipped: Collection[int] = ()) -> Inbound | None:
    """Return the oldest message received that nobody has answered yet, but for those skipped."""
    found: Inbound | None = db.session.scalars(
        select(Inbound)
        .where(Inbound.understood == "", Inbound.id.not_in(skipped))
        .order_by(Inbound.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    ).first()
    return found


def inbound_named(provider_id: str) -> Inbound | None:
    """Return a message received, by its name."""
    found: Inbound | None = db.session.scalar(
        select(Inbound).where(Inbound.provider_id == provider_id)
    )
    return found


def replies_since(number: str, since: datetime) -> int:
    """Return how many replies this number got."""
    counted: int | None = db.session.scalar(
        select(func.count()).where(
            Message.recipient == number, Message.kind == Kind.REPLY, Message.created_at >= since
        )
    )
    return counted or 0


def heard_before(received: Inbound, word: Word, since: datetime) -> bool:
    """Return whether this number already wrote, lately, something read as this word."""
    return bool(
        db.session.scalar(
            select(Inbound.id)
            .where(
                Inbound.sender == received.sender,
                Inbound.understood == word,
                Inbound.at >= since,
                Inbound.id != received.id,
            )
            .limit(1)
        )
    )


def counts(since: datetime | None = None) -> list[Count]:
    """Return how many messages there are of each channel, kind and status."""
    asked = select(Message.channel, Message.kind, Message.status, func.count())
    if since:
        asked = asked.where(Message.status.in_(list(Status)), Message.send_at >= since)
    grouped = asked.group_by(Message.channel, Message.kind, Message.status)
    rows = db.session.execute(grouped.order_by(Message.channel, Message.kind, Message.status))
    return [(channel, kind, status, number) for channel, kind, status, number in rows]


def waiting(now: datetime) -> tuple[int, datetime | None]:
    """Return how many messages should have left by now, and since when the oldest should have."""
    number, oldest = db.session.execute(
        select(func.count(), func.min(Message.send_at)).where(is_due(now))
    ).one()
    return number, oldest
