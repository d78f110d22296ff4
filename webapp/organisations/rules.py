"""How long an invitation opens the door, and how its secret is kept."""

import hashlib
from datetime import datetime, timedelta

INVITATION_LASTS = timedelta(days=30)
TOKEN_BYTES = 32


def hash_of(token: str) -> str:
    """Return what is kept of an invitation's secret: its SHA-256, in hexadecimal."""
    return hashlib.sha256(token.encode()).hexdigest()


def opens(*, expires_at: datetime, revoked_at: datetime | None, now: datetime) -> bool:
    """Return whether an invitation still lets someone enter; its last moment counts."""
    return revoked_at is None and now <= expires_at
