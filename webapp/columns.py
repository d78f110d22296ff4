"""Kinds of columns that both databases keep alike: moments in UTC, public names of rows."""

import secrets
from datetime import UTC, datetime

from sqlalchemy import DateTime, Dialect, String
from sqlalchemy.types import TypeDecorator

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # no i, l, o, 0, 1: read aloud without doubt
PUBLIC_ID = String(8)


def new_public_id() -> str:
    """Return a name for a row that tells nothing of the others: 8 signs, 40 bits of chance."""
    return "".join(secrets.choice(ALPHABET) for _ in range(8))


def new_version() -> int:
    """Return a name for a state of a row that no other state of it has had: 62 bits of chance."""
    return secrets.randbits(62)


class Moment(TypeDecorator[datetime]):
    """A moment: aware in Python, UTC in the database."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the same moment in UTC, as both databases store it."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the stored moment with its zone."""
        return value.replace(tzinfo=UTC) if value else None
