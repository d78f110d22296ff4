"""Opening hours as OpenStreetMap writes them: read where they mean one usual week, else not at all.

`Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00` is a week. What depends on the month, on the number
of the week or on a word is not guessed: no hours are better than wrong ones.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import pairwise

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
DAY = "(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)"
RULE = re.compile(
    rf"(?P<days>{DAY}(?:-{DAY})?(?:\s*,\s*{DAY}(?:-{DAY})?)*)?\s*(?P<times>off|closed|[\d:,\s-]+)"
)
TIME = re.compile(r"(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})")
MIDNIGHT = 24 * 60
Slot = tuple[int, int, int]  # day 0-6, from minute, to minute


def read(text: str) -> list[list[int]] | None:
    """Return `[[day, from, to], …]` of a usual week; None where the words say something else."""
    whole = " ".join(text.split())
    if whole == "24/7":
        return [[day, 0, MIDNIGHT] for day in range(7)]
    week: dict[int, list[Slot]] = {}
    for one in filter(None, (part.strip() for part in whole.split(";"))):
        found = read_rule(one)
        if found is None:
            return None
        week |= found  # a later rule takes the place of an earlier one
    slots = sorted(slot for day in week.values() for slot in day)
    return [list(slot) for slot in slots] if are_apart(slots) else None


def read_rule(text: str) -> dict[int, list[Slot]] | None:
    """Return what one rule says of each of its days; None where it is not understood."""
    rule = RULE.fullmatch(text)
    if rule is None:
        return None
    days = sorted(set(days_of(rule["days"] or "Mo-Su")))
    if rule["times"].strip() in ("off", "closed"):
        return {day: [] for day in days}
    times = times_of(rule["times"])
    if times is None:
        return None
    return {day: [(day, begin, end) for begin, end in times] for day in days}


def days_of(text: str) -> Iterator[int]:
    """Give the days of a week that a list names; public and school holidays are no such day."""
    for part in text.replace(" ", "").split(","):
        first, _, last = part.partition("-")
        if first in DAYS and (last or first) in DAYS:
            begin, end = DAYS.index(first), DAYS.index(last or first)
            yield from (day % 7 for day in range(begin, end + 1 if begin <= end else end + 8))


def times_of(text: str) -> list[tuple[int, int]] | None:
    """Return the hours of a day in minutes; None where one of them makes no sense."""
    found = []
    for part in text.split(","):
        time = TIME.fullmatch(part.strip())
        if time is None:
            return None
        hours, minutes, end_hours, end_minutes = map(int, time.groups())
        begin, end = hours * 60 + minutes, end_hours * 60 + end_minutes
        if max(minutes, end_minutes) > 59 or not 0 <= begin < end <= MIDNIGHT:
            return None
        found.append((begin, end))
    return found


def are_apart(slots: Sequence[Slot]) -> bool:
    """Return whether no two hours of a day overlap."""
    return all(one[0] != other[0] or one[2] <= other[1] for one, other in pairwise(slots))


def open_until(
    hours: Sequence[Sequence[int]], at: datetime, holidays: frozenset[date]
) -> int | None:
    """Return the minute until which a place is open at this local time; None when it is closed."""
    if at.date() in holidays:
        return None
    minute = at.hour * 60 + at.minute
    return next(
        (end for day, begin, end in hours if day == at.weekday() and begin <= minute < end), None
    )
