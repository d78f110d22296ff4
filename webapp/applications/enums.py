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
    MET = "met"
    HIRED = "hired"
    NOT_SELECTED = "not_selected"
    WITHDRAWN = "withdrawn"
    UNANSWERED = "unanswered"
