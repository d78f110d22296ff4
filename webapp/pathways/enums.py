"""The closed lists of the path; their labels are in words.py."""

from enum import StrEnum


class Regime(StrEnum):
    """Which rule an approval follows."""

    CONVENTION = "convention-2011"
    PASS = "pass-iae"  # noqa: S105 - no secret: what the State calls it


class RequestState(StrEnum):
    """Where a diagnosis that was asked for stands."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class Stage(StrEnum):
    """What happened to an approval; each is a line of its history."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    RECORDED = "recorded"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    PROLONGED = "prolonged"
    INTERRUPTED = "interrupted"
    WAIVED = "waived"
    CORRECTED = "corrected"  # what moved its end was noted by mistake


class Route(StrEnum):
    """Who refers a person: the parts that they sign follow from it."""

    PRESCRIBER = "prescriber"
    SOCIAL = "social"
    SIAE = "siae"


class Happened(StrEnum):
    """What happens during a contract; an absence is noted without its reason."""

    HELP = "help"
    TRAINING = "training"
    IMMERSION = "immersion"
    ABSENCE = "absence"
    BREAK = "break"
    LOST = "lost"


class Mistake(StrEnum):
    """Why something that was noted is taken back."""

    PERSON = "person"  # it was about someone else
    DAYS = "days"  # the days, the hours or the kind are wrong: it is noted anew
    NEVER = "never"  # it did not happen
    TWICE = "twice"


class Renewed(StrEnum):
    """What is said of the monthly renewal at France Travail."""

    DONE = "done"
    OUT = "out"  # not registered: nothing is to be renewed


class After(StrEnum):
    """What someone does after their contract, by their own word."""

    LASTING = "lasting"  # permanent, half a year or more, or for themselves
    SHORT = "short"
    WORKS = "works"  # a work, of which they said no more
    TRAINING = "training"
    OTHER = "other"
    SEEKS = "seeks"


class Side(StrEnum):
    """Who signs an exit review."""

    SIAE = "siae"
    ADVISER = "adviser"
    PERSON = "person"
    NOBODY = "nobody"  # nobody accompanied the person when the SIAE signed


class Said(StrEnum):
    """What the person answers to an exit review."""

    YES = "yes"  # they sign it
    NO = "no"


class Promise(StrEnum):
    """What an engagement is called: one record, whatever the year."""

    CONTRACT = "contract"  # the “contrat d'engagement”, since 2025
    PPAE = "ppae"
