"""The letters of a morning to every professional, as the night's work writes them."""

import time
from datetime import date, timedelta

from sqlalchemy import func, select

from webapp import calendars, clock
from webapp.extensions import db
from webapp.followup.digest import SATURDAY, readers
from webapp.messages.enums import Kind
from webapp.messages.models import Message
from webapp.operations import daily

PARIS = "75056"  # its holidays


def working_day() -> date:
    """Return today, or the next day on which someone works."""
    day = clock.today()
    while day.weekday() >= SATURDAY or day in calendars.holidays(PARIS):
        day += timedelta(days=1)
    return day


def mornings() -> list[tuple[str, int, int, float, float]]:
    """Write the letters of two mornings: all is new on the first, nothing on the second.

    Return, of each, how many professionals are asked about, how many get a letter, and the
    seconds it took, by the clock and of our processor.
    """
    found, day = [], working_day()
    for name in ("the first morning", "a morning without news"):
        before = letters()
        begin, worked = time.perf_counter(), time.process_time()
        daily.write_digests(day)
        took, work = time.perf_counter() - begin, time.process_time() - worked
        found.append((name, len(readers()), letters() - before, took, work))
    return found


def letters() -> int:
    """Return how many mails to professionals wait or left."""
    wanted = select(func.count()).where(Message.kind == Kind.STAFF_NOTE)
    return db.session.scalar(wanted) or 0
