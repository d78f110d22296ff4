"""Posting from choices: usual weeks, contracts by kind of structure, amounts and hours read."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

HOUR, DAY = 60, 24 * 60
WORK_DAYS = (0, 1, 2, 3, 4)
MAX_SLOT = 12 * HOUR  # minutes: a longer stretch is a slip of the finger
MAX_WEEK = 48 * HOUR  # minutes a week, the most that the law allows (Code du travail, L.3121-20)
MAX_HOURLY_CENTS = 10_000  # more than this an hour is surely the pay of a day or of a month
HIGH_PAY = 3  # times the minimum wage
CDDI_LEAST = 20 * HOUR  # minutes a week, but for exceptions (Code du travail, L.5132-5)
MAX_POSITIONS = 50
MAX_WAY, WAY_LENGTH = 6, 100  # lines, signs a line
ZONES_KM = (5, 10, 15, 20, 30, 50)
PROMISES = (1, 2, 3, 5, 10)  # working days to answer
SAME, EACH, RANGE = "same", "each", "range"


class Slot(NamedTuple):
    """A stretch of work: day 0-6, minutes of the day; the end is past 1440 after midnight."""

    day: int
    begin: int
    end: int


class BadText(ValueError):
    """A text that cannot be read; `reason` is a stable key."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


def days(chosen: Sequence[int], *hours: tuple[int, int]) -> tuple[Slot, ...]:
    """Return the week with the same hours on each of these days."""
    return tuple(Slot(day, begin, end) for day in sorted(set(chosen)) for begin, end in hours)


QUICK_WEEKS: Mapping[str, tuple[Slot, ...]] = {
    "day": days(WORK_DAYS, (9 * HOUR, 12 * HOUR), (13 * HOUR, 17 * HOUR)),
    "four_days": days(
        WORK_DAYS[:4], (8 * HOUR + 30, 12 * HOUR), (13 * HOUR, 16 * HOUR)
    ),  # 26 hours, the usual week of a workshop
    "early": days(WORK_DAYS, (6 * HOUR, 11 * HOUR)),
    "morning": days(WORK_DAYS, (8 * HOUR, 12 * HOUR)),
    "afternoon": days(WORK_DAYS, (13 * HOUR + 30, 17 * HOUR + 30)),
    "evening": days(WORK_DAYS, (17 * HOUR, 21 * HOUR)),
}
USUAL_WEEK = {"aci": "four_days", "ai": RANGE, "eiti": RANGE}  # others: "day"
USUAL_RANGE = (10 * HOUR, 20 * HOUR)

CONTRACTS: Mapping[str, tuple[str, ...]] = {
    "aci": ("cddi", "cdi_inclusion"),
    "ei": ("cddi", "cdi_inclusion", "cdd", "cdi"),
    "ai": ("disposal", "cddi", "cdi_inclusion"),
    "etti": ("mission", "cdi_inclusion"),
    "eiti": ("freelance",),
    "geiq": ("professional", "apprenticeship", "cdd", "cdi"),
    "ea": ("cdd", "cdi", "apprenticeship", "professional"),
    "eatt": ("temporary", "cdd"),
}
NO_JOB = ("immersion", "internship", "training")  # chosen where a contract would be
ALL_CONTRACTS = ("cdd", "cdi", "temporary", "apprenticeship", "professional")
WITHOUT_END = frozenset({"cdi", "cdi_inclusion", "freelance", "disposal"})
UNDER_SMIC = frozenset({"apprenticeship", "professional", "freelance"})  # pay follows other rules
MONTHS = (1, 2, 3, 4, 6, 9, 12, 18, 24)
USUAL_MONTHS = {"cddi": 4, "professional": 12, "apprenticeship": 12}  # CDDI: L.5132-5, 4 at least
OWN_SMIC = ("976",)  # Mayotte has a minimum wage of its own

SITTING = frozenset({"driving", "office"})


def usual_week(kind: str) -> str:
    """Return the choice of week that a kind of structure most often makes."""
    return USUAL_WEEK.get(kind, "day")


def contracts(kind: str) -> tuple[str, ...]:
    """Return the contracts that a kind of structure may sign, the usual one first."""
    return CONTRACTS.get(kind, ALL_CONTRACTS)


def usual_months(contract: str) -> int | None:
    """Return the usual length of a first contract, None for one without an end."""
    return None if contract in WITHOUT_END else USUAL_MONTHS.get(contract, 3)


def usual_posture(family: str) -> str:
    """Return how the body most often works in a family of work."""
    return "seated" if family in SITTING else "standing"


def week_choice(week: Sequence[Sequence[int]], kind: str, minutes: int | None) -> str:
    """Return the choice by which a kept week was made: quick, SAME, EACH, RANGE, or the usual."""
    slots = tuple(Slot(*slot) for slot in sorted(map(tuple, week)))
    if not slots:
        return RANGE if minutes is not None else usual_week(kind)
    quick = next((key for key, usual in QUICK_WEEKS.items() if usual == slots), None)
    if quick:
        return quick
    hours = {tuple(slot[1:] for slot in slots if slot.day == day) for day in range(7)} - {()}
    return SAME if len(hours) == 1 and len(next(iter(hours))) <= 2 else EACH


def week_fields(week: Sequence[Sequence[int]]) -> dict[str, Any]:
    """Return what the fields of a week show: the hours of its first day, and those of each day."""
    slots = [Slot(*slot) for slot in sorted(map(tuple, week))]
    shown: dict[str, Any] = {"days": sorted({slot.day for slot in slots})}
    for day in sorted({slot.day for slot in slots}, reverse=True):
        hours = [slot for slot in slots if slot.day == day][:2]
        for half, one in enumerate(hours, 1):
            shown[f"d{day}_{half}_begin"], shown[f"d{day}_{half}_end"] = one.begin, one.end % DAY
        two = [*hours, None][1]
        shown |= {"begin": hours[0].begin, "end": hours[0].end % DAY}
        shown |= {"begin_2": two and two.begin, "end_2": two and two.end % DAY}
    return shown


def week_fault(week: Sequence[Slot]) -> str | None:
    """Return why a week cannot be: `empty`, `long_slot`, `overlap`, `long_week`; None if it can."""
    if not week:
        return "empty"
    if any(slot.end - slot.begin > MAX_SLOT for slot in week):
        return "long_slot"
    ordered = sorted((slot.day * DAY + slot.begin, slot.day * DAY + slot.end) for slot in week)
    if any(one[1] > other[0] for one, other in pairwise(ordered)):
        return "overlap"
    total = sum(slot.end - slot.begin for slot in week)
    return "long_week" if total > MAX_WEEK else None


def slot(day: int, begin: int, end: int) -> Slot:
    """Return a stretch of work; one that ends before it begins ends the next day."""
    return Slot(day, begin, end if end > begin else end + DAY)


TIME = re.compile(r"(\d{1,2})\s*(?:[h:.]\s*(\d{1,2})?)?\s*(?:min)?")


def minute_of(text: str) -> int | None:
    """Return the minute of the day in `08:30`, `8h30` or `8 h`; None where nothing is written.

    Raise BadText with `time` for what is no time of day.
    """
    plain = text.replace("\N{NO-BREAK SPACE}", " ").strip().lower()
    if not plain:
        return None
    found = TIME.fullmatch(plain)
    if found is None or not plain.isascii():
        raise BadText("time")
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour * HOUR + minute > DAY or minute >= HOUR:
        raise BadText("time")
    return (hour * HOUR + minute) % DAY


AMOUNT = re.compile(r"(\d{1,6})(?:[.,](\d{1,2}))?")


def cents_of(text: str) -> int:
    """Return the euro cents in `12,31 €` or `12.5`; raise BadText: `empty`, `amount`, `month`."""
    plain = re.sub(r"[\s€]|euros?|(?:/|de\s*l['’])?h(?:eure)?$", "", text.strip().lower())
    if not plain:
        raise BadText("empty")
    found = AMOUNT.fullmatch(plain) if plain.isascii() else None
    if found is None:
        raise BadText("amount")
    cents = int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))
    if cents > MAX_HOURLY_CENTS:
        raise BadText("month")
    return cents


def pay_fault(cents: int, smic: int, *, contract: str | None, insee: str | None) -> str | None:
    """Return `under_smic` when this hourly pay is less than the law allows, else None."""
    spared = contract in UNDER_SMIC or (insee or "").startswith(OWN_SMIC)
    return "under_smic" if cents < smic and not spared else None


def is_high_pay(cents: int, smic: int) -> bool:
    """Return whether an hourly pay is so high that one asks whether it is meant."""
    return cents > HIGH_PAY * smic


def is_short_cddi(contract: str | None, minutes: int | None) -> bool:
    """Return whether a CDDI is under the usual least week; the law has exceptions."""
    return contract == "cddi" and minutes is not None and minutes < CDDI_LEAST


def near_promise(days: int) -> int:
    """Return the offered promise that is nearest to these days."""
    return min(PROMISES, key=lambda promise: abs(promise - days))


def nothing_and_more(bring: Sequence[str]) -> bool:
    """Return whether people are told to bring nothing, and something as well."""
    return "nothing" in bring and len(bring) > 1


def way_lines(text: str) -> list[str]:
    """Return how to get there, a step a line, without empty lines."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if line]


def way_fault(lines: Sequence[str]) -> str | None:
    """Return `many` or `long` when the way has too many steps or too long a one."""
    if len(lines) > MAX_WAY:
        return "many"
    return "long" if any(len(line) > WAY_LENGTH for line in lines) else None


def start_fault(starts_on: date, today: date) -> str | None:
    """Return `past` or `far` when a first day is over, or more than a year away."""
    if starts_on < today:
        return "past"
    return "far" if (starts_on - today).days > 366 else None


ORDER = ("family", "job", "tasks", "place", "week", "contract", "pay", "needs", "contact")
LACKS = {"backup": "contact"}  # what is missing, and where it is asked when not under its own name


def step_of(lacking: str) -> str:
    """Return the step where something missing is asked."""
    return LACKS.get(lacking, lacking)


def home_order(status: str) -> int:
    """Return the rank of an offer on the first page: what is to finish, on line, in pause, over."""
    return ("draft", "refused", "in_review", "published", "paused", "closed").index(status)


def resume_at(missing: Sequence[str]) -> str | None:
    """Return the step where a draft goes on, None when nothing is missing.

    Steps with a ready answer are never missing; one that comes just before the gap is shown again.
    """
    gaps = {step_of(key) for key in missing}
    if not gaps:
        return None
    place = next(number for number, step in enumerate(ORDER) if step in gaps)
    return ORDER[place - 1] if place and ORDER[place - 1] in {"place", "needs"} else ORDER[place]


def order(kind: str) -> tuple[str, ...]:
    """Return the steps of this kind of offer: no pay is asked where none is promised."""
    return tuple(step for step in ORDER if step != "pay" or kind not in NO_JOB)


def next_step(step: str, kind: str = "job") -> str | None:
    """Return the step after this one, None after the last."""
    return dict(pairwise(order(kind))).get(step)


def previous_step(step: str, kind: str = "job") -> str | None:
    """Return the step before this one, None before the first."""
    return {later: earlier for earlier, later in pairwise(order(kind))}.get(step)
