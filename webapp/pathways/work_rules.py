"""When an exit review is due, when someone is asked what became of them, when contact is lost."""

from dataclasses import dataclass
from datetime import date, timedelta

from webapp.pathways.spans import add_months

AFTER = (0, 3, 6)  # months after the exit at which someone is asked
LATE_ANSWER = timedelta(days=45)  # a question older than this asks nothing any more
SILENCE = timedelta(days=30)  # without any news of someone


def review_opens(end: date, months: int) -> date:
    """Return the day from which the exit review is due: so many months before the end."""
    return add_months(end, -months)


def review_is_due(end: date | None, months: int, on: date, *, signed: bool) -> bool:
    """Return whether the exit review waits."""
    return end is not None and not signed and on >= review_opens(end, months)


def question_due(ended_on: date, asked: frozenset[int], on: date) -> int | None:
    """Return after how many months to ask what became of someone now; None when not today.

    The last moment that has come is asked; one that was missed is not asked late.
    """
    come = [months for months in AFTER if add_months(ended_on, months) <= on]
    if not come or on > add_months(ended_on, come[-1]) + LATE_ANSWER:
        return None
    return None if come[-1] in asked else come[-1]


def month_to_renew(begun_on: date, on: date, *, working_minutes: int) -> bool:
    """Return whether someone is reminded today of their monthly renewal at France Travail.

    On the 5th, and while they work less than 78 hours a month: who works more need not.
    """
    return on.day == REMINDED_ON and begun_on <= on and working_minutes < FEW_HOURS


REMINDED_ON = 5  # the renewal opens at the end of a month and closes in the middle of the next
FEW_HOURS = 18 * 60  # a week: 78 hours a month


@dataclass(frozen=True, kw_only=True)
class Given:
    """What was given during a contract, in all."""

    help_minutes: int = 0
    training_minutes: int = 0
    trainings: int = 0
    immersions: int = 0
    absences: int = 0
