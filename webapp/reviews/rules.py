"""Who reads which offers, and why an offer waits to be read."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

READ_WITHIN = timedelta(days=2)
NEAR_KM = 50  # an adviser reads the offers of their département, and those as near as this


class Why(StrEnum):
    """Why an offer waits to be read."""

    FIRST = "first"  # the first one of a new employer
    WORDS = "words"  # they look like those of a trap
    REPORTS = "reports"  # people reported it
    AGAIN = "again"  # refused before, then changed


@dataclass(frozen=True)
class Spot:
    """Where something is: its département, and how far it is from the adviser."""

    department: str
    km: float


def is_of_area(offer: Spot, departments: Collection[str]) -> bool:
    """Return whether an adviser who works in these départements reads an offer of this place."""
    return offer.department in departments or offer.km <= NEAR_KM


def reasons(*, known: bool, doubtful: bool, reported: bool, refused: bool) -> tuple[Why, ...]:
    """Return why an offer waits, the gravest first."""
    truths = {Why.REPORTS: reported, Why.WORDS: doubtful, Why.AGAIN: refused, Why.FIRST: not known}
    return tuple(why for why, true in truths.items() if true)
