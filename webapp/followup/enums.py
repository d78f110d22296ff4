"""The closed lists of the shared follow-up; their labels are in words.py."""

from enum import StrEnum


class Readers(StrEnum):
    """Who reads something of a person's follow-up; the author's organisation keeps its own."""

    MINE = "mine"  # whoever wrote it
    ORGANISATION = "organisation"  # the people of the same organisation
    SHARED = "shared"  # every organisation that the person chose
    PERSON = "person"  # the same, and the person


class TaskState(StrEnum):
    """Where a next step stands."""

    PROPOSED = "proposed"  # to the person, who has not answered
    OPEN = "open"
    DONE = "done"
    DECLINED = "declined"  # the person said no
    DROPPED = "dropped"  # no longer needed


class Contact(StrEnum):
    """How an adviser had news of a person."""

    CALL = "call"
    MEETING = "meeting"
    MESSAGE = "message"
    NO_ANSWER = "no-answer"


class Happened(StrEnum):
    """The kinds of events that this feature tells."""

    NOTE = "note"
    TASK_PROPOSED = "task-proposed"
    TASK_OPENED = "task-opened"
    TASK_CHANGED = "task-changed"
    TASK_ACCEPTED = "task-accepted"
    TASK_DECLINED = "task-declined"
    TASK_DONE = "task-done"
    TASK_DROPPED = "task-dropped"
    CONTACT = "contact"
    BESIDE = "beside"
    READING = "reading"  # how they read, chosen with them
    CARD = "card"
    MESSAGE = "message"
    MESSAGE_LOST = "message-lost"
