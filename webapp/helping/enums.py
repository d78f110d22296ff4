"""The closed lists of a request for help; their labels are in words.py and desk_words.py."""

from enum import StrEnum


class Need(StrEnum):
    """What someone needs help for. Health, justice and housing have no line: one talks of them."""

    WORK = "work"
    PAPERS = "papers"
    DIGITAL = "digital"
    TRAVEL = "travel"
    CHILDREN = "children"
    FRENCH = "french"
    MONEY = "money"
    TALK = "talk"


class HelpStatus(StrEnum):
    """Where a request for help stands."""

    ASKED = "asked"
    TAKEN = "taken"
    DONE = "done"
    WITHDRAWN = "withdrawn"


OPEN = (HelpStatus.ASKED, HelpStatus.TAKEN)


class AskedBy(StrEnum):
    """The way by which help was asked for."""

    PAGE = "page"
    SMS = "sms"


class StepKind(StrEnum):
    """One thing that happened to a request for help."""

    ASKED = "asked"
    ROUTED = "routed"  # it reached an organisation
    TAKEN = "taken"  # someone made it theirs
    GIVEN = "given"  # a colleague made it this person's
    NO_ANSWER = "no-answer"  # they called, nobody answered
    NOTE = "note"
    RAISED = "raised"  # unanswered, it moved up to the lead
    DONE = "done"
    WITHDRAWN = "withdrawn"


class Reach(StrEnum):
    """How far an organisation answers for a need."""

    COMMUNE = "commune"
    NEAR = "near"
    FAR = "far"
    DEPARTEMENT = "departement"
    EVERYWHERE = "everywhere"  # also where nobody said a place
