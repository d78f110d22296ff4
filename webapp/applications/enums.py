"""The closed lists of a request; their labels are in words.py."""

from enum import StrEnum


class Way(StrEnum):
    """How the person and the employer meet."""

    THEY_CALL = "they_call"
    I_CALL = "i_call"
    I_VISIT = "i_visit"


class BestMoment(StrEnum):
    """When the person can be called."""

    ANY = "any"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Outcome(StrEnum):
    """What came of a call made by the person."""

    CALLED = "called"
    NO_ANSWER = "no_answer"
    EXPECTED = "expected"


class ApplicationStatus(StrEnum):
    """Where a request stands."""

    SENT = "sent"
    SEEN = "seen"
    PROPOSED = "proposed"  # a meeting: the person chooses among its moments
    CHOSEN = "chosen"  # a meeting: they chose
    MET = "met"
    HIRED = "hired"
    NOT_SELECTED = "not_selected"
    WITHDRAWN = "withdrawn"
    UNANSWERED = "unanswered"

    @property
    def is_open(self) -> bool:
        """Whether something is still to come."""
        return self in OPEN


OPEN = (
    ApplicationStatus.SENT,
    ApplicationStatus.SEEN,
    ApplicationStatus.PROPOSED,
    ApplicationStatus.CHOSEN,
    ApplicationStatus.MET,
)
ANSWERABLE = frozenset({*OPEN, ApplicationStatus.UNANSWERED})  # a late answer is welcome


class Reason(StrEnum):
    """Why not this time, said kindly; never a judgement on someone."""

    FILLED = "filled"
    HOURS = "hours"
    FAR = "far"
    SKILL = "skill"
    MISSED = "missed"  # calls or a meeting that did not happen
    ELSEWHERE = "elsewhere"  # the person found something else
    UNSAID = "unsaid"


class Chosen(StrEnum):
    """How a moment to meet was chosen."""

    PAGE = "page"
    SMS = "sms"
    ADVISER = "adviser"


class Side(StrEnum):
    """Who calls a meeting off."""

    PERSON = "person"
    EMPLOYER = "employer"
