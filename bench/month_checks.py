"""What must be true after a simulated month, found in the database and in what really left."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select

from bench.month_world import Log, Provider
from webapp.applications import telling
from webapp.applications.enums import OPEN, ApplicationStatus
from webapp.applications.models import Application, Meeting
from webapp.extensions import db
from webapp.messages import rules, zones
from webapp.messages.models import Message, NumberState
from webapp.messages.queries import by_key
from webapp.offers.models import Offer
from webapp.phones import Phone

ASKED = frozenset({"code", "reply"})
WAYS = {"sent": "by SMS", "unknown": "cut while sent: counted apart"}


@dataclass
class Found:
    """Counts of what must be nought, of what happened, and of SMS by kind with their parts."""

    faults: Counter[str] = field(default_factory=Counter)
    facts: Counter[str] = field(default_factory=Counter)
    parts: dict[str, tuple[int, int]] = field(default_factory=dict)


def look(provider: Provider, log: Log) -> Found:
    """Return what is found after a simulation."""
    found = Found()
    for name in FAULTS:
        found.faults[name] = 0
    found.facts.update(
        {"requests": log.made, "presses again": log.again, "kills": log.kills}
        | {"outages": log.outages, "pauses of the tasks": log.pauses, "clock jumps": log.jumps}
    )
    for application in db.session.scalars(select(Application).order_by(Application.id)):
        note_end(application, found)
    found.faults["requests lost"] += log.made - count(Application)
    found.faults["changes doubled"] += doubled(log)
    look_at_sends(provider, found)
    return found


FAULTS = (
    *("requests without an end", "ends never told", "requests lost", "changes doubled"),
    *("resent blindly", "in quiet hours", "over the caps", "after their moment"),
)


def note_end(application: Application, found: Found) -> None:
    """Note how a request ended and how its person was told."""
    found.facts[f"ended: {application.status}"] += 1
    if application.status in OPEN:
        found.faults["requests without an end"] += 1
        return
    how = told(application)
    found.facts[f"told: {how}"] += 1
    found.faults["ends never told"] += how.startswith("never")


def told(application: Application) -> str:
    """Return how the end of a request was told."""
    if application.status == ApplicationStatus.WITHDRAWN:
        return "by themselves"
    if not Phone(application.phone).is_mobile:
        return "on the page (landline)"
    message = by_key(telling.result_key(application))
    if message is None:
        return "never (nothing was written)"
    return WAYS.get(message.status) or not_by_sms(application, message)


def not_by_sms(application: Application, message: Message) -> str:
    """Return why a message did not leave: the number said STOP, or a fault of ours."""
    state = db.session.get(NumberState, application.phone)
    if state and state.stopped_at:
        return "on the page (said STOP)"
    return f"never ({message.status} {message.reason})"


def count(table: type) -> int:
    """Return how many rows a table has."""
    return db.session.scalar(select(func.count()).select_from(table)) or 0


def waits() -> bool:
    """Return whether a request has no end yet, or a message has not left."""
    requests = select(Application.id).where(Application.status.in_(OPEN)).limit(1)
    messages = select(Message.id).where(Message.status == "queued").limit(1)
    return any(db.session.scalar(wanted) is not None for wanted in (requests, messages))


def doubled(log: Log) -> int:
    """Return what was changed twice: steps, places of offers, moments of one host."""
    steps = sum(times - 1 for times in log.steps.values())
    open_ones = (
        select(func.count(Application.id))
        .where(Application.offer_id == Offer.id, Application.status != "withdrawn")
        .scalar_subquery()
    )
    wrong = select(func.count(Offer.id)).where(Offer.request_count != open_ones)
    held = (
        select(func.count(Meeting.id) - 1)
        .where(Meeting.over_at.is_(None), Meeting.starts_at.is_not(None))
        .group_by(Meeting.host_id, Meeting.starts_at)
    )
    return steps + (db.session.scalar(wrong) or 0) + sum(db.session.scalars(held))


def look_at_sends(provider: Provider, found: Found) -> None:
    """Note what left twice, at a wrong hour, too often or too late, and its parts."""
    messages = {one.public_id: one for one in db.session.scalars(select(Message))}
    times = Counter(outgoing.ref for _at, outgoing in provider.sent)
    found.faults["resent blindly"] = sum(one - 1 for one in times.values())
    found.facts["sends cut before their status"] = len(provider.cut)
    by_number: dict[str, list[date]] = defaultdict(list)
    sizes: dict[str, list[int]] = defaultdict(list)
    for at, outgoing in provider.sent:
        message = messages[outgoing.ref]
        sizes[message.kind].append(rules.parts(outgoing.text))
        found.faults["after their moment"] += bool(message.drop_at and at > message.drop_at)
        if message.kind not in ASKED:
            place = zones.place(message.recipient, message.insee)
            found.faults["in quiet hours"] += rules.next_open(at, place) != at
            by_number[outgoing.to].append(rules.local_day(at, place))
    found.faults["over the caps"] = sum(over(days) for days in by_number.values())
    found.parts = {kind: (len(each), sum(each)) for kind, each in sorted(sizes.items())}


def over(days: list[date]) -> int:
    """Return how many SMS came to a number beyond three a day or ten in seven days, there."""
    return sum(is_over(sorted(days), at) for at in range(len(days)))


def is_over(days: list[date], at: int) -> bool:
    """Return whether this one is beyond a cap, given those before it."""
    before = days[: at + 1]
    same = before.count(days[at])
    week = sum((days[at] - day).days < 7 for day in before)
    return same > rules.A_DAY or week > rules.A_WEEK
