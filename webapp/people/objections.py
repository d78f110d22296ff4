"""How long one may say no to what was done without one's phone, and what works meanwhile.

A changed number: for 72 hours the old number may object. Meanwhile the new number works and the
old one no longer signs in: whoever lost a phone needs the new one today, and whoever holds the old
phone must not enter. The old number keeps one power, to say NON: it then takes its place back, and
all that was opened since is shut. Whoever finds the old phone and says NON gets no further: on a
new device a code alone opens nothing personal.
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


def may_cancel(
    *,
    by_someone_else: bool,
    made_at: datetime,
    confirmed_at: datetime | None,
    came_by_themselves: bool,
    at: datetime,
) -> bool:
    """Return whether a NON erases a record that an adviser wrote.

    Until its person said yes it always does; after a yes said beside the adviser, for 72 hours.
    Who entered by themselves has a page of their own to erase it.
    """
    if not by_someone_else or came_by_themselves:
        return False
    return confirmed_at is None or at < made_at + WINDOW
