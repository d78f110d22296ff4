"""Moments to meet: which are proposed, which can still be chosen, when they are recalled."""

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from webapp.applications.ladder import WORKING_DAYS, next_working_day

AT_MOST = 5  # moments in one proposal
FEW = 3  # those proposed at first, and by SMS
NOTICE = timedelta(hours=3)  # nobody is asked to come sooner
HALF_HOUR = 30
LASTS = timedelta(minutes=30)
FROM_NINE, TO_FIVE = 540, 1020  # minutes of the day
DAYS_SHOWN = 5
TIMES_A_DAY = 3
EVE = timedelta(days=1)
SOON = timedelta(hours=2)
FURTHEST = timedelta(days=60)


def usual_times(begin: int, end: int) -> tuple[int, ...]:
    """Return the minutes of a day that are proposed within someone's hours: early, midway, late."""
    first = -(-begin // HALF_HOUR) * HALF_HOUR  # the half hour that begins then, or the next
    last = (end - HALF_HOUR) // HALF_HOUR * HALF_HOUR
    if last <= first:
        return (begin,)
    return tuple(sorted({first, first + (last - first) // 2 // HALF_HOUR * HALF_HOUR, last}))


def proposable(
    now: datetime,
    zone: ZoneInfo,
    holidays: Collection[date],
    days: Collection[int] = WORKING_DAYS,
    hours: tuple[int, int] = (FROM_NINE, TO_FIVE),
) -> list[datetime]:
    """Return the moments that an employer may tick: on their next days, within their hours."""
    found: list[datetime] = []
    day, seen = now.astimezone(zone).date(), 0
    while seen < DAYS_SHOWN and day < (now + FURTHEST).date():
        day = next_working_day(day, holidays)
        if day.weekday() in days:
            found += [at_minute(day, minute, zone) for minute in usual_times(*hours)]
            seen += 1
    return found


def at_minute(day: date, minute: int, zone: ZoneInfo) -> datetime:
    """Return a minute of a day there, in UTC."""
    return datetime.combine(day, time(minute // 60, minute % 60), zone).astimezone(UTC)


def first_few(moments: Sequence[datetime]) -> list[datetime]:
    """Return some moments of different days and hours, for who has not chosen."""
    few = [moments[at] for at in range(0, len(moments), TIMES_A_DAY + 1)]
    return few[:FEW]


def still_free(
    moments: Sequence[datetime], taken: Collection[datetime], now: datetime
) -> list[datetime]:
    """Return the moments of a proposal that can be chosen: to come, and nobody else's."""
    return [moment for moment in moments if moment >= now + NOTICE and moment not in taken]


def reminders(starts_at: datetime, now: datetime) -> dict[str, datetime]:
    """Return when a meeting is recalled: the day before and two hours before, if still to come."""
    wanted = {"eve": starts_at - EVE, "soon": starts_at - SOON}
    return {name: moment for name, moment in wanted.items() if moment > now}


def read(texts: Sequence[str]) -> list[datetime]:
    """Return moments from how they are kept."""
    return [datetime.fromisoformat(text) for text in texts]


def kept(moments: Sequence[datetime]) -> list[str]:
    """Return moments as they are kept: in UTC, in order, each once."""
    return [one.isoformat() for one in sorted({moment.astimezone(UTC) for moment in moments})]
