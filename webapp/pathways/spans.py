"""Months and stretches of days, as the calendar counts them."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Span:
    """Days that follow each other, both ends included."""

    begin: date
    end: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.begin).days + 1

    def holds(self, on: date) -> bool:
        """Whether it contains a day."""
        return self.begin <= on <= self.end


def add_months(day: date, months: int) -> date:
    """Return the same day some months later; the last of the month where it has no such day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def last_day(begin: date, months: int) -> date:
    """Return the last day of some months that begin on a day.

    From the 15th to the 14th; where the last month has no such day, to the end of that month.
    """
    same = add_months(begin, months)
    return same - DAY if same.day == begin.day else same


def joined(spans: Iterable[Span]) -> list[Span]:
    """Return the same days as stretches in order that neither overlap nor touch."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.begin <= found[-1].end + DAY:
            found[-1] = Span(found[-1].begin, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
