"""The time, in one place so that tests can set it: stored in UTC, read in the person's zone."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")


def now() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)


def today(zone: ZoneInfo = PARIS) -> date:
    """Return the day it is in this zone."""
    return now().astimezone(zone).date()
