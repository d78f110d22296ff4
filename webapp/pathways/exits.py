"""Exits from an SIAE in a time, by what people said that they did then and later."""

from collections import Counter
from datetime import date

from sqlalchemy import func, select

from webapp.clock import PARIS
from webapp.extensions import db
from webapp.pathways.work_models import Outcome, WorkContract
from webapp.pathways.work_rules import AFTER

UNSAID = "unsaid"  # not asked yet, or without an answer


def by_outcome(organisation_id: int, begin: date, end: date) -> dict[int, Counter[str]]:
    """Return how many exits from a day until before another came to what, by months after.

    A contract that another renews is no exit; someone who leaves twice leaves twice.
    """
    left = exits(organisation_id, begin, end)
    said = answers(organisation_id, {person for person, _day in left})
    found: dict[int, Counter[str]] = {months: Counter() for months in AFTER}
    for months, counts in found.items():
        counts.update(
            next(
                (one.answer for one in said if fits(one, person, day, months) and one.answer),
                UNSAID,
            )
            for person, day in left
        )
    return found


def exits(organisation_id: int, begin: date, end: date) -> list[tuple[int, date]]:
    """Return who left and on which day, for each contract that nothing renews."""
    later = select(WorkContract.renews_id).where(WorkContract.renews_id.is_not(None))
    last = func.coalesce(WorkContract.stopped_on, WorkContract.ends_on)
    lines = db.session.execute(
        select(WorkContract.person_id, WorkContract.stopped_on, WorkContract.ends_on)
        .where(WorkContract.organisation_id == organisation_id, WorkContract.id.not_in(later))
        .where(last >= begin, last < end)
        .order_by(WorkContract.id)
    )
    return [(person, day) for person, stopped, ends in lines if (day := stopped or ends)]


def answers(organisation_id: int, people: set[int]) -> list[Outcome]:
    """Return what people were asked after they left, the first asked first."""
    return list(
        db.session.scalars(
            select(Outcome)
            .where(Outcome.organisation_id == organisation_id, Outcome.person_id.in_(people))
            .order_by(Outcome.asked_at, Outcome.id)
        )
    )


def fits(one: Outcome, person: int, day: date, months: int) -> bool:
    """Return whether a question is about this exit, so many months after it."""
    asked_on = one.asked_at.astimezone(PARIS).date()
    return (one.person_id, one.months) == (person, months) and asked_on >= day
