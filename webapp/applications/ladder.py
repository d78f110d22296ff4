"""To whom silence speaks: as days pass without an answer, the next human is told; at last it ends.

Each wait for the employer's word climbs the same steps: half of the promised days and the last of
them remind the contact, the day after asks the replacement, the day after that tells the adviser
and the person whom to call, day 21 closes. Facts and a moment alone decide: a look that comes late,
twice or never changes no state.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

WORKING_DAYS = range(5)  # Monday to Friday
MORNING = time(9)  # phones may ring from then on
CLOSES_AFTER = timedelta(days=21)
ROOM = 2  # working days between the last word to a person and the end, at least


class Step(StrEnum):
    """What a silence asks for, in order."""

    HALF = "half"  # a reminder to the contact
    LAST = "last"  # the contact, on the last promised day
    BACKUP = "backup"  # the replacement
    PERSON = "person"  # the person is told whom to call; the adviser, that they wait
    CLOSE = "close"  # said plainly, with other offers


ORDER = tuple(Step)
MOOT_AFTER = {  # a step that comes too late says nothing once one of these has come
    Step.HALF: frozenset({Step.LAST, Step.BACKUP, Step.PERSON, Step.CLOSE}),
    Step.LAST: frozenset({Step.BACKUP, Step.PERSON, Step.CLOSE}),
    Step.BACKUP: frozenset({Step.CLOSE}),
    Step.PERSON: frozenset({Step.CLOSE}),
    Step.CLOSE: frozenset(),
}


@dataclass(frozen=True)
class Wait:
    """A wait for the employer's word: since when, how many working days were promised, where."""

    since: datetime
    days: int
    zone: ZoneInfo
    holidays: Container[date]


def next_working_day(day: date, holidays: Container[date]) -> date:
    """Return the first working day after this one."""
    day += timedelta(days=1)
    while day.weekday() not in WORKING_DAYS or day in holidays:
        day += timedelta(days=1)
    return day


def working_day(day: date, count: int, holidays: Container[date]) -> date:
    """Return the day that comes so many working days after this one, at least one."""
    for _ in range(max(count, 1)):
        day = next_working_day(day, holidays)
    return day


def moments(wait: Wait) -> Mapping[Step, datetime]:
    """Return when each step comes, in UTC; a promise of one day has no half."""
    begin = wait.since.astimezone(wait.zone).date()
    promised = max(wait.days, 1)
    half = (promised + 1) // 2
    counts = {Step.LAST: promised, Step.BACKUP: promised + 1, Step.PERSON: promised + 2}
    if half < promised:
        counts[Step.HALF] = half
    days = {step: working_day(begin, count, wait.holidays) for step, count in counts.items()}
    latest = working_day(days[Step.PERSON], ROOM, wait.holidays)
    days[Step.CLOSE] = max(begin + CLOSES_AFTER, latest)
    return {step: morning_of(days[step], wait.zone) for step in ORDER if step in days}


def morning_of(day: date, zone: ZoneInfo) -> datetime:
    """Return the hour of a day from which phones may ring there, in UTC."""
    return datetime.combine(day, MORNING, zone).astimezone(UTC)


def due(steps: Mapping[Step, datetime], done: Step | None, now: datetime) -> tuple[Step, ...]:
    """Return the steps to take now, after the last one taken; what came too late is left out."""
    reached = {step for step, moment in steps.items() if moment <= now and is_after(step, done)}
    return tuple(step for step in ORDER if step in reached and not MOOT_AFTER[step] & reached)


def next_look(steps: Mapping[Step, datetime], done: Step | None, now: datetime) -> datetime | None:
    """Return when there is next something to do; None after the last step."""
    left = [moment for step, moment in steps.items() if is_after(step, done)]
    return min(left, default=None)


def is_after(step: Step, done: Step | None) -> bool:
    """Return whether a step comes after the last one taken."""
    return done is None or ORDER.index(step) > ORDER.index(done)


def is_over(steps: Mapping[Step, datetime], now: datetime) -> bool:
    """Return whether the silence has lasted so long that it is an answer."""
    return steps[Step.CLOSE] <= now
