"""Sending what is due, from the task process: it commits at each step, so that a cut loses nothing.

A message is first marked as being sent, and committed so; only then is it handed to its provider.
Cut in between, it stays so marked and becomes `unknown`: it is never sent again blindly.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import text

from webapp import clock
from webapp.extensions import db
from webapp.logger import log
from webapp.messages import actions, gateways, inbound, pushing, queries, rules, words
from webapp.messages.enums import Channel, Status
from webapp.messages.gateways import Gateway, NotTaken, Outgoing, Unclear
from webapp.messages.models import Inbound, Message

LONGEST = 10.0  # seconds of one sweep: the task process then looks whether it should end
ONE_AT_A_TIME = 620_110  # the name of PostgreSQL's lock under which one sweeper claims
MINUTE = 60
Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Claim:
    """A message that is now this sweeper's to send, and by whom."""

    message_id: int
    gateway: str
    outgoing: Outgoing


@dataclass
class Swept:
    """What one sweep did."""

    sent: int = 0
    refused: int = 0
    unclear: int = 0
    cut: int = 0
    replaced: int = 0  # notifications that nobody saw, sent by SMS
    answered: int = 0
    more: bool = False  # it ended before everything was done
    again: timedelta | None = None  # the shortest wait before what was refused is tried again


def turn(now: Clock = clock.now, longest: float = LONGEST) -> Swept:
    """Answer what came in, then send what is due; return what was done."""
    swept, ends = Swept(), time.monotonic() + longest
    swept.cut = actions.give_up_cut(now())
    swept.replaced = actions.replace_unseen(now())
    db.session.commit()
    answer_all(now, swept)
    while claimed := claim(now):
        if isinstance(claimed, Claim):
            deliver(claimed, now, swept)
        if time.monotonic() > ends:
            swept.more = True
            break
    return swept


def claim(now: Clock) -> Claim | Message | None:
    """Take the next message that is due.

    Return a Claim when it is to be sent, the message when it waits or is dropped, None when nothing
    is due. One sweeper claims at a time, so that caps hold whatever their number.
    """
    take_turn()
    message = queries.next_due(now())
    if message is None:
        db.session.rollback()
        return None
    decision = rules.decide(queries.due(message, now()), now())
    actions.follow(message, decision, now())
    claimed = as_claim(message, now()) if isinstance(decision, rules.Send) else None
    db.session.commit()
    return claimed or message


def take_turn() -> None:
    """Wait until no other sweeper is claiming; SQLite lets one write at a time by itself."""
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(text("SELECT pg_advisory_xact_lock(:name)"), {"name": ONE_AT_A_TIME})


def as_claim(message: Message, now: datetime) -> Claim:
    """Return what is needed to send a message once it is committed as being sent."""
    is_push = message.channel == Channel.PUSH
    left = (message.drop_at - now).total_seconds() if message.drop_at else 0
    return Claim(
        message.id,
        message.gateway,
        Outgoing(
            ref=message.public_id,
            to=message.recipient,
            text=message.text,
            subject=message.subject,
            minutes=max(1, int(left // MINUTE)) if message.drop_at else 0,
            browsers=pushing.browsers(message.person_id) if is_push else (),
        ),
    )


def deliver(claimed: Claim, now: Clock, swept: Swept) -> None:
    """Hand a message to its provider and note what came of it."""
    gateway = gateways.find(claimed.gateway)
    outcome = hand_over(gateway, claimed.outgoing)
    if not isinstance(outcome, Unclear):
        pushing.forget(outcome.gone)
    message = db.session.get(Message, claimed.message_id, with_for_update=True)
    if message is None:  # its person was erased meanwhile
        db.session.rollback()
        return
    if isinstance(outcome, NotTaken):
        actions.note_refused(message, outcome, now())
        swept.refused += 1
        swept.again = sooner(swept.again, message, now())
    elif isinstance(outcome, Unclear):
        actions.note_unclear(message, outcome.reason, now())
        swept.unclear += 1
    else:
        actions.note_taken(message, outcome, now(), keeps_text=gateway.keeps_text)
        swept.sent += 1
    db.session.commit()


def sooner(wait: timedelta | None, message: Message, now: datetime) -> timedelta | None:
    """Return the shorter of a wait and of that of a message that was refused, if it has one."""
    if message.status != Status.QUEUED:
        return wait
    own = max(message.send_at - now, timedelta())
    return own if wait is None else min(wait, own)


def hand_over(gateway: Gateway, outgoing: Outgoing) -> gateways.Taken | NotTaken | Unclear:
    """Return what a provider made of a message; what nobody expected is unclear too."""
    try:
        return gateway.send(outgoing)
    except (NotTaken, Unclear) as outcome:
        log.warning("not sent", gateway=gateway.name, reason=outcome.reason)
        return outcome
    except Exception as error:  # whatever it is, the message may have left
        log.error("not sent", gateway=gateway.name, kind=type(error).__name__)
        return Unclear("error")


def answer_all(now: Clock, swept: Swept) -> None:
    """Answer the messages received; one whose text cannot be had now waits for the next turn."""
    unfetched: set[int] = set()
    while row := queries.waiting_inbound(unfetched):
        named, whole = row.id, bool(row.sender)
        if not whole:
            provider_id = row.provider_id
            db.session.rollback()  # hold no lock while another machine is asked
            whole = complete(named, provider_id)
        if whole and answer_one(named, now):
            swept.answered += 1
        else:
            unfetched.add(named)
    db.session.rollback()


def complete(named: int, provider_id: str) -> bool:
    """Fetch the text of a message that was only announced; return whether it could be had."""
    try:
        fetched = inbound.fetch(provider_id)
    except (NotTaken, Unclear) as outcome:
        log.warning("not fetched", reason=outcome.reason)
        if isinstance(outcome, NotTaken) and not outcome.again:
            set_apart(named)
        return False
    row = db.session.get(Inbound, named, with_for_update=True)
    if row is None:
        return False
    row.sender = inbound.kept(fetched.sender, inbound.LONGEST_SENDER) or "?"
    row.text = inbound.kept(fetched.text, words.LONGEST)
    db.session.commit()
    return True


def answer_one(named: int, now: Clock) -> bool:
    """Answer one message received; one on which a handler fails is set apart, holding none back."""
    try:
        row = db.session.get(Inbound, named, with_for_update=True, populate_existing=True)
        if row is None or row.understood:
            db.session.rollback()
            return False
        inbound.handle(row, now())
        db.session.commit()
    except Exception as error:  # whatever it is, the next message must be answered
        db.session.rollback()
        log.error("not answered", kind=type(error).__name__)
        set_apart(named)
        return False
    return True


def set_apart(named: int) -> None:
    """Mark a message received that could not be handled."""
    row = db.session.get(Inbound, named)
    if row:
        row.understood = "error"
    db.session.commit()
