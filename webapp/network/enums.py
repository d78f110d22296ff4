"""The closed list of collective acts."""

from enum import StrEnum


class ActKind(StrEnum):
    """What was done together."""

    INFORMATION = "information"
    WORKSHOP = "workshop"
    TRAINING = "training"  # of staff
    CORRESPONDENTS = "correspondents"
    VISIT = "visit"  # of a partner
    OTHER = "other"
