"""How long invitations and logs last, and which absences and opening hours cannot be."""

import hashlib
from datetime import date, datetime, timedelta
from itertools import pairwise

INVITATION_LASTS = timedelta(days=30)
TOKEN_BYTES = 32
LOG_LASTS = timedelta(days=365)
MIDNIGHT = 24 * 60
LONGEST_ABSENCE = timedelta(days=366)


def hash_of(token: str) -> str:
    """Return what is kept of an invitation's secret: its SHA-256, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


def opens(*, expires_at: datetime, revoked_at: datetime | None, now: datetime) -> bool:
    """Return whether an invitation still lets someone enter; its last moment counts."""
    return revoked_at is None and now <= expires_at


def absence_fault(begin: date | None, until: date | None, today: date) -> str | None:
    """Return why someone cannot be away then: `begin`, `until`, `order`, `past`, `far`."""
    if begin is None or until is None:
        return "begin" if begin is None else "until"
    if until < begin:
        return "order"
    if until < today:
        return "past"
    return "far" if until - today > LONGEST_ABSENCE else None


def opening_fault(hours: list[tuple[int, int, int]]) -> str | None:
    """Return why these are no opening hours: `order`, `overlap`; None when they are.

    Each is a day from 0 to 6 and two minutes of it.
    """
    if any(end <= begin or end > MIDNIGHT for _day, begin, end in hours):
        return "order"
    following = pairwise(sorted(hours))
    if any(one[0] == other[0] and one[2] > other[1] for one, other in following):
        return "overlap"
    return None
