"""When an exit review is due, when someone is asked what became of them, when contact is lost."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from webapp.pathways.spans import add_months

AFTER = (0, 3, 6)  # months after the exit at which someone is asked
LATE_ANSWER = timedelta(days=45)  # a question older than this asks nothing any more
LEFT_TO_ANSWER = timedelta(days=30)  # to someone alone, once the SIAE signed their review
SILENCE = timedelta(days=30)  # without any news of someone


def review_opens(end: date, months: int) -> date:
    """Return the day from which the exit review is due: so many months before the end."""
    return add_months(end, -months)


def review_is_due(end: date | None, months: int, on: date, *, signed: bool) -> bool:
    """Return whether the exit review waits."""
    return end is not None and not signed and on >= review_opens(end, months)


@dataclass(frozen=True, kw_only=True)
class Signed:
    """Who signed the words of an exit review; `alone` where nobody accompanied the person then."""

    siae_at: datetime | None = None
    adviser: bool = False
    person: bool = False
    alone: bool = False


def silence_ends(signed: Signed) -> datetime | None:
    """Return when the words of someone whom nobody accompanies stand, whatever they answered."""
    return signed.siae_at + LEFT_TO_ANSWER if signed.siae_at and signed.alone else None


def is_review_frozen(signed: Signed, at: datetime) -> bool:
    """Return whether the words of an exit review change no more.

    Both correspondents sign. Where nobody accompanies the person there is no second one: their own
    signature is the second, and without it the words stand thirty days after the SIAE's, with that
    absence written in them.
    """
    if signed.siae_at is None:
        return False
    ends = silence_ends(signed)
    return signed.adviser or (ends is not None and (signed.person or at >= ends))


def question_due(ended_on: date, asked: frozenset[int], on: date) -> int | None:
    """Return after how many months to ask what became of someone now; None when not today.

    The last moment that has come is asked; one that was missed is not asked late.
    """
    come = [months for months in AFTER if add_months(ended_on, months) <= on]
    if not come or on > add_months(ended_on, come[-1]) + LATE_ANSWER:
        return None
    return None if come[-1] in asked else come[-1]


def is_time_to_renew(on: date) -> bool:
    """Return whether people are reminded today of their monthly renewal at France Travail.

    From the 5th, and for a week more where a night's work was missed.
    """
    return FIRST_REMINDED <= on.day < TOLD_TO_ADVISER


def is_renewal_told(on: date) -> bool:
    """Return whether who accompanies is told today of the renewals that nobody confirmed."""
    return on.day >= TOLD_TO_ADVISER


# The renewal opens at the end of a month and closes in the middle of the next.
FIRST_REMINDED, TOLD_TO_ADVISER, LAST_DAY = 5, 12, 15


@dataclass(frozen=True, kw_only=True)
class Given:
    """What was given during a contract, in all."""

    help_minutes: int = 0
    training_minutes: int = 0
    trainings: int = 0
    immersions: int = 0
    absences: int = 0
