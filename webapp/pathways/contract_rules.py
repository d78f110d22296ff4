"""What a contract of the IAE may say, after those before it: plain values alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.pathways.facts import ContractTerms
from webapp.pathways.spans import Span, joined, last_day


class Wrong(StrEnum):
    """Why a contract cannot be written down as it is."""

    OVERLAPS = "overlaps"
    FEW_HOURS = "few-hours"
    MANY_HOURS = "many-hours"
    SHORT = "short"
    LONG_IN_ALL = "long-in-all"


@dataclass(frozen=True, kw_only=True)
class Terms:
    """What a contract says; `exempt` where the law lets it be shorter, or have fewer hours."""

    kind: str
    begins_on: date
    ends_on: date | None  # empty: permanent
    weekly_minutes: int
    exempt: bool = False


def wrong(
    terms: Terms, before: Sequence[Span], limits: ContractTerms | None, prolonged_until: date | None
) -> Wrong | None:
    """Return the first reason for which a contract cannot be so; None where it can.

    `before` are the days of the same path already worked there. Past its longest length in all, a
    contract goes as far as an approval that was prolonged, and no further.
    """
    end = terms.ends_on
    if any(one.begin <= (end or date.max) and terms.begins_on <= one.end for one in before):
        return Wrong.OVERLAPS
    if limits is None or end is None:
        return None
    hours, days = terms.weekly_minutes / 60, Span(terms.begins_on, end)
    whole = prolonged_until is not None and end <= prolonged_until
    short = end < last_day(terms.begins_on, limits.least_months)
    checks = (
        (hours < limits.least_hours and not terms.exempt, Wrong.FEW_HOURS),
        (hours > limits.most_hours, Wrong.MANY_HOURS),
        (short and not before and not terms.exempt, Wrong.SHORT),
        (not whole and days_over([*before, days], limits) > 0, Wrong.LONG_IN_ALL),
    )
    return next((problem for is_wrong, problem in checks if is_wrong), None)


def days_over(contracts: Sequence[Span], limits: ContractTerms) -> int:
    """Return by how many days contracts pass their longest length in all.

    Days between two contracts do not count: nobody worked them.
    """
    spans = joined(contracts)
    first = spans[0].begin
    longest = Span(first, last_day(first, limits.most_months)).days
    return sum(one.days for one in spans) - longest
