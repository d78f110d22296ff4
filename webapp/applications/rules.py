"""Until when someone answers, when to call, what makes two requests one, how long they are kept."""

import hashlib
import unicodedata
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from webapp.applications.ladder import WORKING_DAYS as WORKING_DAYS
from webapp.applications.ladder import Step as Step
from webapp.applications.ladder import Wait as Wait
from webapp.applications.ladder import due as due
from webapp.applications.ladder import is_over as is_over
from webapp.applications.ladder import moments as moments
from webapp.applications.ladder import next_look as next_look
from webapp.applications.ladder import next_working_day as next_working_day
from webapp.applications.ladder import working_day
from webapp.applications.slots import proposable as proposable
from webapp.applications.slots import still_free as still_free

REFERENCE_HALF = 4  # signs in each of the two groups people read aloud
SOON = timedelta(minutes=20)  # a call begun later than this before the end finds nobody
HORIZON = 60  # days within which someone answers the phone again
PER_PHONE = 10  # requests a day for one number: nobody asks for more by hand


@dataclass(frozen=True)
class Retention:
    """How long a request is kept, from a day on, and why."""

    since: date
    after_closing: timedelta  # of the offer
    at_most: timedelta  # since the request was made
    reason: str


RETENTIONS = (
    Retention(
        date(2026, 11, 1),
        after_closing=timedelta(days=183),
        at_most=timedelta(days=730),
        reason=(
            "Six months after the offer closes, the time to answer everyone; never more than two "
            "years, as the CNIL recommends for people who were not hired."
        ),
    ),
)


def retention_on(day: date) -> Retention:
    """Return how long requests are kept by the rule in force on this day."""
    return next((rule for rule in reversed(RETENTIONS) if rule.since <= day), RETENTIONS[0])


def answer_by(asked_on: date, working_days: int, holidays: Container[date]) -> date:
    """Return the last day on which the promised answer is in time.

    Working days start the day after the request; weekends and public holidays do not count.
    """
    return working_day(asked_on, working_days, holidays)


def key(offer_id: int, phone: str, first_name: str) -> str:
    """Return what two requests of one person for one offer have in common, as 64 signs.

    `phone` is E.164; accents, capitals and spaces of the first name make no difference.
    """
    return hashlib.sha256(f"{offer_id}|{phone}|{plain(first_name)}".encode()).hexdigest()


def spent(used: str, public_id: str) -> str:
    """Return the key of a cancelled request, so that the person may ask again."""
    return hashlib.sha256(f"{used}|{public_id}".encode()).hexdigest()


def plain(name: str) -> str:
    """Return a name without what people write in several ways."""
    signs = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in signs if sign.isalnum())


def reference(public_id: str) -> str:
    """Return the name of a request as people read it aloud: `K7M2 4PQ9`, never cut in two."""
    signs = public_id.upper()
    return f"{signs[:REFERENCE_HALF]}\N{NO-BREAK SPACE}{signs[REFERENCE_HALF:]}"


def last_digits(phone: str) -> str:
    """Return the only two digits that may be shown on a page whose address can be shared."""
    return phone[-2:]


@dataclass(frozen=True)
class Hours:
    """When someone answers: days of the week (Monday is 0), and minutes of the day."""

    days: frozenset[int]
    begin: int
    end: int


def hours(call_when: Mapping[str, object]) -> Hours | None:
    """Return the hours of a contact; None when they say nothing usable."""
    days, begin, end = call_when.get("days"), call_when.get("from"), call_when.get("to")
    if not (isinstance(days, Sequence) and isinstance(begin, int) and isinstance(end, int)):
        return None
    kept = frozenset(day for day in days if day in range(7))
    return Hours(kept, begin, end) if kept and begin < end else None


def is_good_time(when: Hours, at: datetime, holidays: Container[date]) -> bool:
    """Return whether someone answers at this local time, with a little time left to talk."""
    last = at + SOON
    return (
        is_answering_day(when, at.date(), holidays)
        and when.begin <= minute_of(at)
        and last.date() == at.date()
        and minute_of(last) <= when.end
    )


def next_day_to_call(when: Hours, at: datetime, holidays: Container[date]) -> date | None:
    """Return the first day on which calling makes sense again, today included; None when never."""
    today = at.date()
    later_today = minute_of(at) < when.begin and is_answering_day(when, today, holidays)
    if later_today or is_good_time(when, at, holidays):
        return today
    days = (today + timedelta(days=ahead) for ahead in range(1, HORIZON))
    return next((day for day in days if is_answering_day(when, day, holidays)), None)


def is_answering_day(when: Hours, day: date, holidays: Container[date]) -> bool:
    """Return whether someone answers on this day."""
    return day.weekday() in when.days and day not in holidays


def minute_of(at: datetime) -> int:
    """Return the minute of the day."""
    return at.hour * 60 + at.minute
