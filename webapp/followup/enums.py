"""The closed lists of the shared follow-up; their labels are in words.py."""

from enum import StrEnum


class Readers(StrEnum):
    """Who reads something of a person's follow-up; the author's organisation keeps its own."""

    MINE = "mine"  # whoever wrote it
    ORGANISATION = "organisation"  # the people of the same organisation
    SHARED = "shared"  # every organisation that the person chose
    PERSON = "person"  # the same, and the person
