"""What a message may be and when it may leave: its alphabet, hours, caps and tries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from webapp.messages.alphabet import gsm as gsm
from webapp.messages.alphabet import is_gsm as is_gsm
from webapp.messages.alphabet import parts as parts
from webapp.messages.enums import Channel, Kind, Status

OPENS, CLOSES = time(9), time(19)
SUNDAY = 6
LEAVES_EARLY = timedelta(minutes=30)  # before quiet hours, when a reminder would fall in them
A_DAY, A_WEEK = 3, 10  # SMS that nobody asked for, to one person or one number
WEEK = timedelta(days=7)
ASKED = frozenset({Kind.CODE, Kind.REPLY})  # someone waits for it, now
# What a notification may say in the place of an SMS: nothing that is answered by SMS, nothing that
# guards a page, for whoever holds the browser is not always who has the number.
PUSHED = frozenset({Kind.MEETING_SOON, Kind.MEETING_OFF, Kind.CALL_THEM, Kind.RESULT})
UNSEEN = timedelta(minutes=15)  # a notification that no phone showed by then is lost
SECRET = frozenset({Kind.CODE, Kind.STAFF_LINK})  # their text is emptied once sent
LIFE = {  # how long a message is of use, unless its sender says until when
    Kind.CODE: timedelta(minutes=10),
    Kind.REPLY: timedelta(hours=1),
    Kind.STAFF_LINK: timedelta(hours=1),
}
USUAL_LIFE = timedelta(days=7)
FURTHEST = 60  # days looked through for one on which a message may leave
# How long to wait after each try that was clearly refused; after the last one, no more.
WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))
WAITS_ASKED = tuple(timedelta(seconds=seconds) for seconds in (5, 20, 60, 120, 180))
GRACE = timedelta(minutes=2)  # a send that lasts longer was cut
DEAD_AFTER = 3  # failures in a row
KEPT = timedelta(days=183)


@dataclass(frozen=True)
class Place:
    """The hour and the days off of the place where someone lives."""

    zone: ZoneInfo
    holidays: frozenset[date]


@dataclass(frozen=True)
class Due:
    """A message whose moment has come, and what is known of who gets it."""

    kind: Kind
    channel: Channel
    drop_at: datetime | None
    place: Place
    stopped: bool = False
    dead: bool = False
    sent: Sequence[datetime] = ()  # when they were last sent what they had not asked for


@dataclass(frozen=True)
class Send:
    """Let it leave now."""


@dataclass(frozen=True)
class Wait:
    """Let it leave at that moment."""

    until: datetime


@dataclass(frozen=True)
class Drop:
    """Let it never leave; the reason is `late`, `stopped` or `dead`."""

    reason: str


def life(kind: Kind) -> timedelta:
    """Return how long a message of this kind is of use."""
    return LIFE.get(kind, USUAL_LIFE)


def decide(due: Due, now: datetime) -> Send | Wait | Drop:
    """Return whether a message leaves now, later or never.

    What was asked for just now knows no quiet hours, no cap and no STOP; it leaves even for a
    number that no longer answered: someone holds that phone again.
    """
    if due.drop_at and now >= due.drop_at:
        return Drop("late")
    if due.channel is Channel.EMAIL or due.kind in ASKED:
        return Send()
    if due.channel is Channel.PUSH:  # a number that stopped or died is not asked
        return Send() if next_open(now, due.place) <= now else Wait(next_open(now, due.place))
    if due.stopped or due.dead:
        return Drop("stopped" if due.stopped else "dead")
    until = earliest(now, due.place, due.sent)
    if until <= now:
        return Send()
    return Drop("late") if due.drop_at and until >= due.drop_at else Wait(until)


def earliest(at: datetime, place: Place, sent: Sequence[datetime] = ()) -> datetime:
    """Return the first moment, not before this one, out of quiet hours and under both caps."""
    moment = next_open(at, place)
    for _day in range(FURTHEST):
        if not is_capped(moment, place, sent):
            break
        moment = next_open(start_of(local_day(moment, place) + timedelta(days=1), place), place)
    return moment


def next_open(at: datetime, place: Place) -> datetime:
    """Return the first moment, not before this one, at which the phones of a place may ring."""
    first = local_day(at, place)
    for day in (first + timedelta(days=after) for after in range(FURTHEST)):
        if is_open_on(day, place) and at < moment_of(day, CLOSES, place):
            return max(at, moment_of(day, OPENS, place))
    raise ValueError("every day is off")


def before_quiet(at: datetime, place: Place) -> datetime:
    """Return this moment, or the last one before it at which phones may ring: for reminders."""
    last = local_day(at, place)
    for day in (last - timedelta(days=before) for before in range(FURTHEST)):
        if is_open_on(day, place) and at >= moment_of(day, OPENS, place):
            in_hours = at < moment_of(day, CLOSES, place)
            return at if in_hours else moment_of(day, CLOSES, place) - LEAVES_EARLY
    raise ValueError("every day is off")


def is_open_on(day: date, place: Place) -> bool:
    """Return whether phones may ring on that day."""
    return day.weekday() != SUNDAY and day not in place.holidays


def is_capped(at: datetime, place: Place, sent: Sequence[datetime]) -> bool:
    """Return whether one more would be too many on that day, or in the 7 days that end with it."""
    day = local_day(at, place)
    days = [local_day(moment, place) for moment in sent]
    in_week = sum(day - WEEK < one <= day for one in days)
    return days.count(day) >= A_DAY or in_week >= A_WEEK


def local_day(at: datetime, place: Place) -> date:
    """Return the day it is there."""
    return at.astimezone(place.zone).date()


def start_of(day: date, place: Place) -> datetime:
    """Return the first moment of a day there, in UTC."""
    return moment_of(day, time(), place)


def moment_of(day: date, hour: time, place: Place) -> datetime:
    """Return an hour of a day there, in UTC: moments of one zone do not compare across a change."""
    return datetime.combine(day, hour, place.zone).astimezone(UTC)


def next_try(kind: Kind, tries: int, *, another: bool) -> timedelta | None:
    """Return how long to wait after so many refused tries; None when it is given up.

    Where there is another provider, it is asked at once.
    """
    waits = WAITS_ASKED if kind in ASKED else WAITS
    if tries > len(waits):
        return None
    return timedelta() if another and tries == 1 else waits[tries - 1]


def provider(names: Sequence[str], last: str) -> str:
    """Return who sends: the usual provider, or the next one after the one last asked."""
    if last not in names:
        return names[0]
    return names[(names.index(last) + 1) % len(names)]


def settled(status: Status, *, delivered: bool) -> Status | None:
    """Return where a message stands after a report; None when the report teaches nothing."""
    known = Status.DELIVERED if delivered else Status.FAILED
    if status in (Status.DELIVERED, Status.DROPPED, known):
        return None
    return known
