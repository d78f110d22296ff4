"""Changes to the outbox: a message is written with the fact that causes it, and sent after."""

from datetime import datetime
from typing import TypedDict, Unpack

from flask import current_app
from sqlalchemy import delete, update
from sqlalchemy.exc import IntegrityError

from webapp.extensions import db
from webapp.messages import pushing, queries, rules, waking, zones
from webapp.messages.enums import Channel, Kind, Status
from webapp.messages.gateways import NotTaken, Report, Taken
from webapp.messages.models import Inbound, Message, NumberState
from webapp.messages.settings import Settings

MOOT = "moot"  # called off: its fact was taken back before it left


class More(TypedDict, total=False):
    """What else may be said of a message."""

    channel: Channel  # chosen by the message's kind and its person, unless it is said
    person_id: int | None
    subject: str  # of an e-mail
    insee: str  # the commune of the person, where it is known: its hour and its days off count
    send_at: datetime  # when it should leave: now, unless it is said
    drop_at: datetime | None  # of no use after; each kind has its usual life


def queue(
    *, kind: Kind, to: str, text: str, key: str, now: datetime, **more: Unpack[More]
) -> Message:
    """Put a message in the outbox, to leave once this transaction is committed; return it.

    `to` is an address where it holds "@", else a number as E.164. The same `key` makes one message,
    however often it is queued: the first is returned. One that was called off before it left is
    queued again in its own row.
    """
    written = queries.by_key(key)
    if written and written.reason != MOOT:
        return written
    send_at = more.pop("send_at", now)
    drop_at = more.pop("drop_at", None) or send_at + rules.life(kind)
    message = written or Message(kind=kind, recipient=to, key=key, **more)
    message.send_at, message.drop_at = send_at, drop_at
    message.status, message.created_at = Status.QUEUED, now
    message.reason, message.settled_at = "", None
    return add(fitted(message, text, now))


def fitted(message: Message, text: str, now: datetime) -> Message:
    """Return a message with its text as its channel takes it, to leave at an hour that suits."""
    message.channel = message.channel or channel(message)
    message.urgent = message.kind in rules.ASKED
    message.text = text
    if message.channel is Channel.SMS:
        message.text = rules.gsm(text)
        message.parts = rules.parts(message.text)
        if message.send_at > now and not message.urgent:
            there = zones.place(message.recipient, message.insee)
            message.send_at = rules.before_quiet(message.send_at, there)
    return message


def channel(message: Message) -> Channel:
    """Return by what way a message goes."""
    if "@" in message.recipient:
        return Channel.EMAIL
    asked = message.kind in rules.PUSHED and message.person_id is not None
    return Channel.PUSH if asked and pushing.browsers(message.person_id) else Channel.SMS


def call_off(*keys: str, now: datetime) -> int:
    """Drop the messages of these keys that have not left: their fact is over; return how many."""
    waiting = queries.still_queued(keys)
    for message in waiting:
        settle(message, Status.DROPPED, now, MOOT)
    return len(waiting)


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


def follow(message: Message, decision: rules.Send | rules.Wait | rules.Drop, now: datetime) -> None:
    """Do what the rules decided of a message whose moment has come."""
    if isinstance(decision, rules.Wait):
        message.send_at = decision.until
    elif isinstance(decision, rules.Drop):
        settle(message, Status.DROPPED, now, decision.reason)
    else:
        message.gateway = rules.provider(providers(message), queries.last_provider(message, now))
        message.status, message.tried_at = Status.SENDING, now
        message.tries += 1


def providers(message: Message) -> tuple[str, ...]:
    """Return who may send this message, the usual one first."""
    if message.channel == Channel.PUSH:
        return ("push",)
    settings: Settings = current_app.config["MESSAGES"]
    return settings.sms_gateways if message.channel == Channel.SMS else (settings.mail_gateway,)


def settle(message: Message, status: Status, now: datetime, reason: str = "") -> None:
    """Note what became of a message for good; what it held that is secret is emptied."""
    message.status, message.settled_at, message.reason = status, now, reason
    forget_secret(message)


def forget_secret(message: Message) -> None:
    """Empty the text of a message that opens a door."""
    if message.kind in rules.SECRET:
        message.text = ""


def note_taken(message: Message, taken: Taken, now: datetime, *, keeps_text: bool) -> None:
    """Note that a provider took a message, unless its report already said more."""
    message.provider_id, message.sent_at = taken.provider_id[:80], now
    if message.status in (Status.SENDING, Status.UNKNOWN):
        message.status, message.settled_at, message.reason = Status.SENT, None, ""
    if not keeps_text:
        forget_secret(message)


def note_refused(message: Message, refused: NotTaken, now: datetime) -> None:
    """Note that a provider refused a message: it is tried again after a while, or given up.

    One that was held for cut meanwhile is given up: its text may be gone.
    """
    another = len(providers(message)) > 1
    wait = rules.next_try(Kind(message.kind), message.tries, another=another)
    held = message.status == Status.SENDING
    if held and refused.again and wait is not None:
        message.status, message.send_at, message.reason = Status.QUEUED, now + wait, refused.reason
        return
    settle(message, Status.FAILED, now, refused.reason)
    if message.channel == Channel.PUSH:
        send_by_sms(message, now)
    if refused.reason == "bad-number":
        count_failure(message.recipient, now)


def send_by_sms(message: Message, now: datetime) -> None:
    """Send by SMS what a notification did not bring, once."""
    queue(
        kind=Kind(message.kind),
        to=message.recipient,
        text=message.text,
        key=f"sms:{message.public_id}",
        now=now,
        channel=Channel.SMS,
        person_id=message.person_id,
        insee=message.insee,
        drop_at=message.drop_at,
    )


def replace_unseen(now: datetime) -> int:
    """Send by SMS the notifications that no phone has shown in time; return how many were lost."""
    lost = queries.unseen(now - rules.UNSEEN)
    for message in lost:
        settle(message, Status.UNKNOWN, now, queries.UNSEEN)
        if message.drop_at is None or message.drop_at > now:
            send_by_sms(message, now)
    return len(lost)


def note_shown(ref: str, now: datetime) -> bool:
    """Note that a phone showed a notification; return whether there was one."""
    message = queries.named(ref=ref, gateway="", provider_id="")
    if message is None or message.channel != Channel.PUSH:
        return False
    if message.status in (Status.SENDING, Status.SENT, Status.UNKNOWN):
        settle(message, Status.DELIVERED, now)
        message.sent_at = message.sent_at or now
    return True


def note_unclear(message: Message, reason: str, now: datetime) -> None:
    """Note that nobody knows whether a message left."""
    if message.status == Status.SENDING:
        settle(message, Status.UNKNOWN, now, reason)


def give_up_cut(now: datetime) -> int:
    """Note as unknown what was cut while it was being sent; return how many were."""
    cut = (Message.status == Status.SENDING) & (Message.tried_at < now - rules.GRACE)
    db.session.execute(
        update(Message).where(cut, Message.kind.in_(rules.SECRET)).values(text=""),
        execution_options={"synchronize_session": False},
    )
    found = db.session.execute(
        update(Message)
        .where(cut)
        .values(status=Status.UNKNOWN, settled_at=now, reason="cut")
        .returning(Message.id),
        execution_options={"synchronize_session": False},
    )
    return len(found.all())


def note_report(gateway: str, report: Report, now: datetime) -> None:
    """Note what became of a message; told twice, it counts once."""
    message = queries.named(ref=report.ref, gateway=gateway, provider_id=report.provider_id)
    status = message and rules.settled(Status(message.status), delivered=report.delivered)
    if not message or not status or not message.tries:
        return
    settle(message, status, now, "" if report.delivered else "not-delivered")
    message.sent_at = message.sent_at or now
    if report.delivered:
        revive(message.recipient)
    else:
        count_failure(message.recipient, now)


def state_of(number: str) -> NumberState:
    """Return what is known of a number, held until the end of this transaction."""
    for _attempt in range(2):
        found = db.session.get(NumberState, number, with_for_update=True, populate_existing=True)
        if found:
            return found
        try:
            with db.session.begin_nested():
                db.session.add(NumberState(phone=number, failures=0))
        except IntegrityError:  # another transaction has just written it
            continue
    return db.session.get_one(NumberState, number, with_for_update=True)


def count_failure(number: str, now: datetime) -> None:
    """Note that a message did not reach a number: after three in a row it gets no more."""
    state = state_of(number)
    state.failures += 1
    if state.failures >= rules.DEAD_AFTER:
        state.dead_at = state.dead_at or now


def revive(number: str) -> None:
    """Note that someone holds this phone."""
    if db.session.get(NumberState, number):
        state = state_of(number)
        state.failures, state.dead_at = 0, None


def stop(number: str, now: datetime) -> None:
    """Write no more to this number, but for the codes that it asks for."""
    state = state_of(number)
    state.stopped_at = state.stopped_at or now


def resume(number: str) -> None:
    """Write again to a number that had said stop."""
    state_of(number).stopped_at = None


def forget_old(now: datetime) -> int:
    """Remove the messages sent and received more than six months ago; return how many there were.

    What is known of a number stays: a stop holds until it is taken back.
    """
    before = now - rules.KEPT
    sent = db.session.execute(delete(Message).where(Message.created_at < before))
    received = db.session.execute(delete(Inbound).where(Inbound.at < before))
    return int(sent.rowcount) + int(received.rowcount)  # type: ignore[attr-defined]
