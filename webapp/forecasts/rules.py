"""Which months can be said, when one has come, how long what was said is kept."""

from datetime import date

COUNTS = (1, 2, 3, 4, 5, 10)
AHEAD = 8  # months that can be chosen, from the next one
KEPT = 2  # months after the one that was said


def month_of(day: date) -> date:
    """Return the first day of a month."""
    return day.replace(day=1)


def later(month: date, count: int) -> date:
    """Return the first day of the month so many months later, or earlier."""
    years, place = divmod(month.month - 1 + count, 12)
    return date(month.year + years, place + 1, 1)


def months(today: date) -> list[date]:
    """Return the months that an employer may choose."""
    return [later(month_of(today), count) for count in range(1, AHEAD + 1)]


def has_come(month: date, today: date) -> bool:
    """Return whether a month has begun."""
    return month <= today


def oldest(today: date) -> date:
    """Return the oldest month that is still kept."""
    return later(month_of(today), -KEPT)
