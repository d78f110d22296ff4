"""What an offer must say before people see it, its pay, its kind of week, how long it lasts."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntFlag, StrEnum

HOUR = 60
DAY = 24 * HOUR
WEEKS_A_MONTH = 52 / 12
MIN_TASKS, MAX_TASKS = 2, 6
UNPAID = frozenset({"immersion", "internship", "training"})
SENDS_TO_OTHERS = frozenset({"ai", "etti", "eiti"})
PART_TIME_UNDER = 35 * HOUR  # minutes a week: the legal week (Code du travail, L.3121-27)
SCHOOL_DAY = (8 * HOUR + 15, 16 * HOUR + 45)
NIGHT = (21 * HOUR, 30 * HOUR)  # work of the night, from 21 h to 6 h (Code du travail, L.3122-20)
LASTING_DAYS = 30  # an offer without a sign expires after 30 days
ASKED_AFTER = 14  # days without a sign: its contact is asked whether it is still open
DOUBTED_AFTER, PAUSED_AFTER = 3, 7  # days without an answer
SATURDAY = 5


@dataclass(frozen=True)
class Rate:
    """An amount that the law or a survey sets from a day on, with its source."""

    since: date
    value: float
    source: str


SMIC = (
    Rate(date(2024, 11, 1), 11.88, "Décret n° 2024-951 du 23 octobre 2024"),
    Rate(date(2026, 1, 1), 12.02, "Décret n° 2025-1228 du 17 décembre 2025"),
    Rate(date(2026, 6, 1), 12.31, "Arrêté du 22 mai 2026"),
)
NET_SHARE = (
    Rate(
        date(2026, 1, 1),
        0.79,
        "Estimation : 1 443 € nets pour 1 823,03 € bruts au SMIC, janvier 2026",
    ),
)


class Flag(IntFlag):
    """What people filter by, computed from the facts of an offer."""

    SCHOOL_HOURS = 1
    PART_TIME = 2
    NO_LICENCE = 4
    SEATED = 8
    BEGINNER = 16
    LITTLE_FRENCH = 32
    STARTS_SOON = 64
    NO_NIGHT = 128
    BY_BUS = 256
    STANDING = 512
    JOB = 1024
    IMMERSION = 2048
    INTERNSHIP = 4096
    TRAINING = 8192


OF_KIND = {
    "job": Flag.JOB,
    "immersion": Flag.IMMERSION,
    "internship": Flag.INTERNSHIP,
    "training": Flag.TRAINING,
}


def rate_on(rates: Sequence[Rate], day: date) -> Rate:
    """Return the rate in force on this day; the first one before any was."""
    return next((rate for rate in reversed(rates) if rate.since <= day), rates[0])


def smic_cents(day: date) -> int:
    """Return the hourly minimum wage before deductions, in euro cents (outside Mayotte)."""
    return round(rate_on(SMIC, day).value * 100)


def weekly_minutes(week: Sequence[Sequence[int]]) -> int:
    """Return the minutes worked in a week of slots `[day 0-6, from, to]` in minutes of the day."""
    return sum(end - begin for _day, begin, end in week)


def monthly_cents(hourly_cents: int, minutes_a_week: int) -> int:
    """Return a month's pay before deductions, in cents: 52 weeks shared over 12 months."""
    return round(hourly_cents * minutes_a_week / HOUR * WEEKS_A_MONTH)


def net_cents(gross_cents: int, day: date) -> int:
    """Return about what reaches the account, in cents, rounded to ten euros: an estimate."""
    return round(gross_cents * rate_on(NET_SHARE, day).value / 1000) * 1000


def touches_night(begin: int, end: int) -> bool:
    """Return whether a slot holds a moment of the night: between 21 h and 6 h."""
    return begin < NIGHT[1] - DAY or end > NIGHT[0]


def part_of_day(week: Sequence[Sequence[int]]) -> str:
    """Return when in the day a week is worked: a stable key, `mixed` when it varies."""
    if not week:
        return "mixed"
    _days, begins, ends = zip(*week, strict=True)
    if any(map(touches_night, begins, ends)):
        return "night"
    return daytime(min(begins), max(ends))


def daytime(begin: int, end: int) -> str:
    """Return the part of the day between two minutes of it, out of the night."""
    if end <= 14 * HOUR:
        return "morning"
    if begin >= 16 * HOUR:
        return "evening"
    if begin >= 12 * HOUR and end <= 20 * HOUR:
        return "afternoon"
    return "day" if end - begin <= 11 * HOUR else "mixed"


def in_school_hours(week: Sequence[Sequence[int]]) -> bool:
    """Return whether every slot fits between taking children to school and fetching them."""
    begin, end = SCHOOL_DAY
    return bool(week) and all(slot[0] <= 4 and begin <= slot[1] and slot[2] <= end for slot in week)


def flags(facts: Mapping[str, object]) -> Flag:
    """Return what an offer can be filtered by."""
    week: Sequence[Sequence[int]] = facts["week"]  # type: ignore[assignment]
    learned: Sequence[str] = facts["learned"]  # type: ignore[assignment]
    minutes = facts["weekly_minutes"]
    truths = {
        Flag.SCHOOL_HOURS: in_school_hours(week),
        Flag.PART_TIME: isinstance(minutes, int) and minutes < PART_TIME_UNDER,
        Flag.NO_LICENCE: facts["licence"] != "required",
        Flag.SEATED: facts["posture"] in {"seated", "both"},
        Flag.STANDING: facts["posture"] in {"standing", "both"},
        Flag.BEGINNER: facts["experience"] != "required" or "experience" in learned,
        Flag.LITTLE_FRENCH: facts["french"] in {"none", "some"} or "french" in learned,
        Flag.STARTS_SOON: facts["start"] in {"now", "soon"},
        Flag.NO_NIGHT: not any(touches_night(slot[1], slot[2]) for slot in week),
        Flag.BY_BUS: bool(facts["way"]),
        OF_KIND[str(facts["kind"])]: True,
    }
    return Flag(sum(flag for flag, true in truths.items() if true))


def missing(facts: Mapping[str, object], *, kind: str) -> tuple[str, ...]:
    """Return the keys of what an offer still needs before people see it, in the order of asking.

    Those who send people to several places may give a zone, and ranges of hours and pay.
    """
    tasks: Sequence[str] = facts["tasks"]  # type: ignore[assignment]
    has_hours = bool(facts["week"]) or (
        kind in SENDS_TO_OTHERS and facts["weekly_minutes"] is not None
    )
    has_place = facts["lat"] is not None and facts["lon"] is not None
    truths = {
        "family": facts["family"],
        "job": facts["job"],
        "tasks": MIN_TASKS <= len(tasks) <= MAX_TASKS,
        "place": has_place and (facts["zone_km"] is None or kind in SENDS_TO_OTHERS),
        "week": has_hours,
        "pay": facts["pay_cents"] or facts["kind"] in UNPAID,
        "contract": facts["contract"] or facts["kind"] in UNPAID,
        "contact": facts["contact_id"],
        "backup": facts["backup_id"] and facts["backup_id"] != facts["contact_id"],
    }
    return tuple(key for key, true in truths.items() if not true)


def per_post(requests: int, positions: int) -> float:
    """Return the requests for each open post, by which equals are ordered."""
    return requests / max(positions, 1)


class Step(StrEnum):
    """What silence makes of an offer."""

    NOTHING = "nothing"
    ASK = "ask"
    PAUSE = "pause"
    EXPIRE = "expire"


@dataclass(frozen=True)
class Freshness:
    """What is known of an offer on line, or paused by silence: dates at its own place.

    `last_day`: the thirtieth day without a sign. `asked_on`: since when its contact is asked
    whether it is still open; None once they gave a sign.
    """

    last_day: date
    asked_on: date | None
    on_line: bool


def next_step(fresh: Freshness, on: date, holidays: Container[date] = ()) -> Step:
    """Return what is due for an offer today, whatever was done or left undone before.

    Nobody's offer goes without having been asked a week before, even where the question left late.
    """
    if fresh.asked_on is None:
        due = fresh.on_line and on >= fresh.last_day - timedelta(days=LASTING_DAYS - ASKED_AFTER)
        return Step.ASK if due and is_worked(on, holidays) else Step.NOTHING
    if on < fresh.asked_on + timedelta(days=PAUSED_AFTER):
        return Step.NOTHING
    if on > fresh.last_day:
        return Step.EXPIRE
    return Step.PAUSE if fresh.on_line else Step.NOTHING


def is_worked(day: date, holidays: Container[date]) -> bool:
    """Return whether people answer for their work on that day."""
    return day.weekday() < SATURDAY and day not in holidays


def is_doubted(asked_on: date | None, on: date) -> bool:
    """Return whether an offer must be said "à confirmer": its contact was asked, and is silent."""
    return asked_on is not None and on >= asked_on + timedelta(days=DOUBTED_AFTER)
