"""How many people an employer meets for one offer, at what rhythm, and whether there is room."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

MOST = 30  # people an employer may want to meet for one offer
RHYTHMS = (1, 2, 3, 5)  # people presented a week
USUAL_A_WEEK = 3  # where nobody said: silence never holds anyone back
CONFIRM_WITHIN = 2  # working days
WEEK = timedelta(days=7)
LONGEST = 160  # signs of the sentence that presents someone
MAY_REFUSE = timedelta(days=14)


class Shown(StrEnum):
    """Where an offer is shown besides this site, as a referent agreed with its employer."""

    HELP_PLACES = "help-places"
    MEETINGS = "meetings"
    PARTNERS = "partners"


class Room(StrEnum):
    """Whether one more person may be presented, and if not, why."""

    OPEN = "open"
    TO_CONFIRM = "to-confirm"  # a referent of the place agrees first with the employer
    FULL = "full"  # as many as the employer wanted; a no makes room
    THIS_WEEK = "this-week"


@dataclass(frozen=True)
class Order:
    """How many people an employer wants to meet; how many a week, once a referent agreed."""

    wanted: int
    due_on: date  # the last day to agree; after it, the usual rhythm holds
    per_week: int | None = None


def room(order: Order | None, held: int, lately: Sequence[datetime], now: date) -> Room:
    """Return whether one more person may be presented today.

    `held`: who asked or was presented and has no answer that ends it, or was hired; `lately`: when
    people were presented in the last seven days. A person's own request is never limited.
    """
    if order is None:
        return Room.OPEN
    if held >= order.wanted:
        return Room.FULL
    if order.per_week is None and now <= order.due_on:
        return Room.TO_CONFIRM
    return Room.THIS_WEEK if len(lately) >= (order.per_week or USUAL_A_WEEK) else Room.OPEN


def again_on(lately: Sequence[datetime], per_week: int | None) -> datetime | None:
    """Return when the rhythm lets one more person be presented; None where it does now."""
    limit = per_week or USUAL_A_WEEK
    if len(lately) < limit:
        return None
    return sorted(lately)[len(lately) - limit] + WEEK
