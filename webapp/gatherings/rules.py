"""When seats of an information meeting move, who has too many, how long they are kept."""

import hashlib
from datetime import datetime, timedelta

PER_PHONE = 5  # seats to come of one number
MOST_SEATS = 300
LENGTHS = (30, 60, 90, 120, 180)  # minutes
FURTHEST = timedelta(days=366)
NOTICE = timedelta(hours=3)  # nobody is told of a seat that frees later than this before
EVE = timedelta(days=1)
KEPT = timedelta(days=183)  # after the meeting


def key(gathering: str, phone: str, name: str) -> str:
    """Return what makes two presses one seat: a meeting, a number, a first name."""
    return hashlib.sha256(f"{gathering}|{phone}|{name}".encode()).hexdigest()


def may_move_up(starts_at: datetime, now: datetime) -> bool:
    """Return whether someone who waits can still be told that a seat is theirs."""
    return now <= starts_at - NOTICE


def fault(starts_at: datetime, now: datetime) -> str | None:
    """Return `past` or `far` when a meeting cannot begin then."""
    if starts_at <= now:
        return "past"
    return "far" if starts_at > now + FURTHEST else None


def asked_last(held_at: datetime, starts_at: datetime, at: datetime) -> datetime:
    """Return when an SMS last asked about a seat: at the reminder, once it has left."""
    eve = starts_at - EVE
    return eve if held_at < eve <= at else held_at
