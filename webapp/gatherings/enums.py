"""The closed lists of information meetings; their labels are in words.py."""

from enum import StrEnum


class Topic(StrEnum):
    """What a meeting is about."""

    WORK = "work"  # a trade, a structure that hires
    IAE = "iae"  # work with someone who helps
    TRAINING = "training"
    RIGHTS = "rights"


class SeatState(StrEnum):
    """Where a seat stands."""

    HELD = "held"
    WAITING = "waiting"
    GIVEN_UP = "given-up"
