"""How long the old number may refuse that a person's number changes, and what works meanwhile.

During these 72 hours the new number works and the old one no longer signs in: whoever lost a
phone needs the new one today, and whoever holds the old phone must not enter. The old number
keeps one power, to say NON: it then takes its place back, and all that was opened since is shut.
Whoever finds the old phone and says NON gets no further: on a new device a code alone opens
nothing personal.
"""

from datetime import datetime, timedelta

WINDOW = timedelta(hours=72)


def until(told_at: datetime) -> datetime:
    """Return the moment before which one may object: 72 whole hours after the SMS may leave.

    They are counted in UTC, so that a change of the clocks takes or gives no hour.
    """
    if told_at.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return told_at + WINDOW


def is_open(object_until: datetime, objected_at: datetime | None, at: datetime) -> bool:
    """Return whether an objection that arrives at this moment still counts."""
    return objected_at is None and at < object_until


def may_object(
    sender: str, *, old_phone: str | None, object_until: datetime, objected_at: datetime | None,
    at: datetime,
) -> bool:  # fmt: skip
    """Return whether a NON from this number, at this moment, puts the old number back."""
    return sender == old_phone and is_open(object_until, objected_at, at)
