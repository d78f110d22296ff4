"""When an agreement holds, who may read what is sealed, when someone silent is erased."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

DAYS = (1, 31, 182, 365)  # how long an agreement may last, counted from the yes
QUESTION_LIVES = timedelta(days=30)  # an unanswered question then means no
RENEWAL = timedelta(days=30)  # before the end of an agreement
INACTIVE = timedelta(days=730)  # without a sign: 24 months
SILENCE = timedelta(days=30)  # after the warning, still without a sign
JOURNAL = timedelta(days=365)
ENTITLED_ROLES = frozenset({"adviser", "lead"})
# What the people of each role may look at someone's path for.
PURPOSES = {
    "adviser": frozenset({"followup", "referral", "hiring"}),
    "lead": frozenset({"followup", "referral", "hiring"}),
    "employer": frozenset({"followup", "hiring"}),
    "network": frozenset[str](),
}
# Whose words tell of the shared follow-up; of its next steps alone; of requests to everyone.
TELLS_FOLLOWUP = frozenset({"followup"})
TELLS_STEPS = frozenset({"followup", "hiring"})
TELLS_REQUESTS = frozenset({"followup", "referral"})
ANY_PURPOSE = frozenset({"followup", "referral", "hiring"})
OWN_RECORD = frozenset({"adviser", "lead"})  # see whom their own organisation wrote down


class ConsentState(StrEnum):
    """Where an agreement stands."""

    ASKED = "asked"
    LAPSED = "lapsed"  # asked, and never answered
    OPEN = "open"
    EXPIRED = "expired"
    REFUSED = "refused"
    STOPPED = "stopped"


@dataclass(frozen=True)
class ConsentFacts:
    """What decides where an agreement stands."""

    asked_at: datetime
    given_at: datetime | None = None
    until: date | None = None
    refused_at: datetime | None = None
    stopped_at: datetime | None = None


def consent_state(facts: ConsentFacts, now: datetime, on: date) -> ConsentState:
    """Return where an agreement stands; its last day is a day on which it still holds."""
    if facts.stopped_at is not None:
        return ConsentState.STOPPED
    if facts.given_at is not None and facts.until is not None:
        return ConsentState.OPEN if on <= facts.until else ConsentState.EXPIRED
    if facts.refused_at is not None:
        return ConsentState.REFUSED
    return ConsentState.ASKED if now < facts.asked_at + QUESTION_LIVES else ConsentState.LAPSED


def may_answer(facts: ConsentFacts, now: datetime, on: date) -> bool:
    """Return whether a yes or a no still counts; one may change one's mind about a no."""
    state = consent_state(facts, now, on)
    fresh = now < facts.asked_at + QUESTION_LIVES
    return fresh and state in (ConsentState.ASKED, ConsentState.REFUSED)


def said_no_lately(facts: ConsentFacts, now: datetime) -> bool:
    """Return whether someone refused or stopped so lately that no SMS asks them again."""
    ended = facts.stopped_at or (facts.refused_at if facts.given_at is None else None)
    return ended is not None and now < ended + QUESTION_LIVES


def last_day(given_on: date, days: int) -> date:
    """Return the last day of an agreement given on a day."""
    return given_on + timedelta(days=days)


def renewal_is_due(days: int, until: date, on: date) -> bool:
    """Return whether to ask for one more time: a long agreement ends within 30 days."""
    return days > RENEWAL.days + 1 and until - RENEWAL <= on <= until


class Silence(StrEnum):
    """What to do about someone who gives no sign."""

    WAIT = "wait"
    WARN = "warn"
    ERASE = "erase"


def silence(active_on: date, warned_on: date | None, on: date) -> Silence:
    """Return what to do about someone last active on a day, and warned since or not."""
    if on < active_on + INACTIVE:
        return Silence.WAIT
    if warned_on is None or warned_on < active_on + INACTIVE:  # an older warning was answered
        return Silence.WARN
    return Silence.ERASE if on >= warned_on + SILENCE else Silence.WAIT


def may_read_sealed(*, role: str, entitled: bool, agreed: bool) -> bool:
    """Return whether a professional may read what is sealed about someone.

    `entitled`: their organisation is an entitled prescriber; `agreed`: the person's agreement with
    it holds. Its own record of someone it wrote down is no agreement.
    """
    return role in ENTITLED_ROLES and entitled and agreed
