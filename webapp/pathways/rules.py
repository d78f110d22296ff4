"""Where an approval stands: granted in time or by silence, suspended, prolonged, or over."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from webapp.applications.rules import answer_by
from webapp.pathways.facts import (
    ProlongationFacts,
    ProlongationReason,
    Regime,
    SuspensionFacts,
    Waiting,
    for_kind,
)
from webapp.pathways.spans import DAY, Span, add_months, joined, last_day


class Standing(StrEnum):
    """Where an approval stands at a moment."""

    WAITING = "waiting"  # asked, and the time to answer runs
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    TO_COME = "to-come"
    VALID = "valid"
    SUSPENDED = "suspended"
    OVER = "over"


HIRES = frozenset({Standing.VALID, Standing.SUSPENDED})


@dataclass(frozen=True, kw_only=True)
class Question:
    """An approval that was asked for, and what was answered in writing."""

    asked_at: datetime
    siae: str  # the kind of SIAE that asks
    extension: bool = False  # the same person in another SIAE
    answered_at: datetime | None = None
    granted: bool = False
    withdrawn_at: datetime | None = None


@dataclass(frozen=True)
class Place:
    """Where days are counted: the zone and the public holidays."""

    zone: tzinfo
    holidays: Container[date]


def answer_due(question: Question, regime: Regime, place: Place) -> datetime | None:
    """Return the moment from which silence is a yes; None where nothing is tacit.

    Hours are counted as they pass, whatever the clocks do. Working days begin the day after the
    question, and end with the last of them, at midnight.
    """
    if not regime.is_tacit:
        return None
    if not question.extension:
        hours = for_kind(regime.answer_hours, question.siae)
        due = question.asked_at.timestamp() + hours * 3600
        return datetime.fromtimestamp(due, question.asked_at.tzinfo)
    asked_on = question.asked_at.astimezone(place.zone).date()
    last = answer_by(asked_on, regime.extension_working_days, place.holidays)
    return datetime.combine(last + DAY, time(), place.zone)


def granted_at(question: Question, regime: Regime, place: Place, at: datetime) -> datetime | None:
    """Return when an approval was granted, in writing or by silence; None where it is not yet.

    A refusal that comes after the time to answer refuses nothing: silence had granted.
    """
    due = answer_due(question, regime, place)
    ended = [one for one in (question.answered_at, question.withdrawn_at) if one is not None]
    first = min((one for one in ended if one <= at), default=None)
    if due is not None and due <= at and (first is None or due <= first):
        return due
    answered = question.answered_at if first == question.answered_at else None
    return answered if answered is not None and question.granted else None


def is_deemed(question: Question, regime: Regime, place: Place, at: datetime) -> bool:
    """Return whether silence granted it."""
    due = answer_due(question, regime, place)
    return due is not None and granted_at(question, regime, place, at) == due


@dataclass(frozen=True, kw_only=True)
class Suspension:
    """Days that do not count; without an end it still runs."""

    begin: date
    end: date | None = None


@dataclass(frozen=True, kw_only=True)
class Prolongation:
    """Days that are added after the end."""

    begin: date
    end: date
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Path:
    """The facts of an approval that was granted: its days as given, and what moved them."""

    begin: date
    end: date  # as it was given, before anything moved it
    suspensions: Sequence[Suspension] = ()
    prolongations: Sequence[Prolongation] = ()
    interrupted_on: date | None = None  # put to an end after a long suspension


def suspended(path: Path, on: date, facts: SuspensionFacts) -> list[Span]:
    """Return the stretches of days suspended as known on a day, none longer than it may be.

    A suspension that still runs is suspended until this day; nobody knows yet about tomorrow.
    """
    spans = []
    for one in path.suspensions:
        longest = last_day(one.begin, facts.most_months)
        end = min(one.end or on, longest)
        if one.begin <= end:
            spans.append(Span(one.begin, end))
    return joined(spans)


def end_of(path: Path, on: date, facts: SuspensionFacts) -> date:
    """Return the last day of a path as it is known on a day.

    Each day suspended before the end moves the end by one; a day counts once, however many
    suspensions hold it. A prolongation adds its own days.
    """
    if path.interrupted_on is not None:
        return path.interrupted_on
    added = sum((Span(one.begin, one.end).days for one in path.prolongations), start=0)
    end = path.end + timedelta(days=added)
    for span in suspended(path, on, facts):
        inside = Span(max(span.begin, path.begin), span.end)
        if inside.begin <= end and inside.begin <= inside.end:
            end += timedelta(days=inside.days)
    return end


def days_left(path: Path, on: date, facts: SuspensionFacts) -> int:
    """Return how many days may still be worked, this one included; suspended days do not count."""
    begin, end = max(on, path.begin), end_of(path, on, facts)
    if begin > end:
        return 0
    held = [
        Span(max(one.begin, begin), min(one.end, end))
        for one in suspended(path, on, facts)
        if one.end >= begin and one.begin <= end
    ]
    return Span(begin, end).days - sum(one.days for one in held)


def standing(path: Path, on: date, facts: SuspensionFacts) -> Standing:
    """Return where a granted approval stands on a day."""
    if on < path.begin:
        return Standing.TO_COME
    stopped = path.interrupted_on is not None and on >= path.interrupted_on
    if stopped or on > end_of(path, on, facts):
        return Standing.OVER
    held = any(span.holds(on) for span in suspended(path, on, facts))
    return Standing.SUSPENDED if held else Standing.VALID


def waiting_until(path: Path, on: date, facts: SuspensionFacts, waiting: Waiting) -> date:
    """Return the last day on which a new path needs the decision of an entitled prescriber.

    After an interruption the years are counted from the beginning of the suspension before it.
    """
    end = end_of(path, on, facts)
    spans = [one for one in suspended(path, on, facts) if one.begin <= end]
    if path.interrupted_on is not None and spans:
        return add_months(spans[-1].begin, waiting.years * 12)
    return add_months(end, waiting.years * 12)


def may_interrupt(path: Path, on: date, facts: SuspensionFacts, waiting: Waiting) -> bool:
    """Return whether a path may be ended: suspended without a break for longer than a year."""
    spans = [one for one in suspended(path, on, facts) if one.holds(on)]
    return bool(spans) and on > last_day(spans[0].begin, waiting.interruption_months)


class Problem(StrEnum):
    """Why something cannot be so."""

    BACKWARDS = "backwards"
    OUTSIDE = "outside"  # of the path
    TOO_LONG = "too-long"
    TOO_LONG_IN_ALL = "too-long-in-all"
    OTHER_KIND = "other-kind"  # of SIAE
    TOO_EARLY = "too-early"
    TOO_LATE = "too-late"
    NEEDS_OPINION = "needs-opinion"


def wrong_suspension(
    path: Path, wish: Suspension, on: date, facts: SuspensionFacts
) -> Problem | None:
    """Return why a suspension cannot be declared; None where it can."""
    if wish.end is not None and wish.end < wish.begin:
        return Problem.BACKWARDS
    if not path.begin <= wish.begin <= end_of(path, on, facts):
        return Problem.OUTSIDE
    if wish.end is not None and wish.end > last_day(wish.begin, facts.most_months):
        return Problem.TOO_LONG
    return None


@dataclass(frozen=True, kw_only=True)
class Wish:
    """A prolongation that is asked for."""

    until: date
    reason: ProlongationReason
    siae: str
    opinion: bool  # an entitled prescriber agrees


def wrong_prolongation(
    path: Path, wish: Wish, on: date, facts: ProlongationFacts, pauses: SuspensionFacts
) -> Problem | None:
    """Return the first reason for which a path cannot be prolonged so; None where it can."""
    end, reason = end_of(path, on, pauses), wish.reason
    checks = (
        (wish.until <= end, Problem.BACKWARDS),
        (bool(reason.kinds) and wish.siae not in reason.kinds, Problem.OTHER_KIND),
        (reason.opinion and not wish.opinion, Problem.NEEDS_OPINION),
        (on < add_months(end, -facts.months_before), Problem.TOO_EARLY),
        (on > add_months(end, facts.months_after), Problem.TOO_LATE),
        (is_longer(end, wish.until, reason.once_months), Problem.TOO_LONG),
        (is_beyond(path, wish, on, pauses), Problem.TOO_LONG_IN_ALL),
    )
    return next((problem for wrong, problem in checks if wrong), None)


def is_longer(end: date, until: date, months: int) -> bool:
    """Return whether the days after an end pass some months; 0 means no limit."""
    return months > 0 and until > last_day(end + DAY, months)


def is_beyond(path: Path, wish: Wish, on: date, pauses: SuspensionFacts) -> bool:
    """Return whether the whole path, suspended days apart, would pass what its reason allows."""
    if not wish.reason.path_months:
        return False
    moved = sum(span.days for span in suspended(path, on, pauses) if span.begin >= path.begin)
    longest = last_day(path.begin, wish.reason.path_months) + timedelta(days=moved)
    return wish.until > longest
