"""The closed lists of a message; their labels are in words.py."""

from enum import StrEnum


class State(StrEnum):
    """How far a message is."""

    COMING = "coming"  # its pieces arrive
    WHOLE = "whole"  # it waits to be looked at and made small
    READY = "ready"
    REFUSED = "refused"


class Unfit(StrEnum):
    """Why a message cannot be kept."""

    KIND = "kind"  # no sound, or none that we know
    LONG = "long"
    SILENT = "silent"
    SHORT = "short"
