"""The closed lists of messages."""

from enum import StrEnum


class Channel(StrEnum):
    """By what way a message goes."""

    SMS = "sms"
    EMAIL = "email"
    PUSH = "push"  # a notification, chosen by its person in the place of an SMS


class Status(StrEnum):
    """Where a message stands."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"  # a provider took it
    DELIVERED = "delivered"
    FAILED = "failed"  # refused for good, or tried too often
    DROPPED = "dropped"  # its moment passed, or the number asked us to stop
    UNKNOWN = "unknown"  # cut while it was being sent: never resent blindly


class Kind(StrEnum):
    """What a message is about: limits, quiet hours and words depend on it."""

    CODE = "code"  # asked for just now: no quiet hours, no cap, STOP does not stop it
    CARD_USED = "card-used"
    NEW_DEVICE = "new-device"
    REGISTERED = "registered"  # someone wrote you down: NON cancels
    PHONE_CHANGED = "phone-changed"  # to the old and the new number
    PRESENTED = "presented"  # to an employer, by an adviser: NON undoes it
    CONSENT_ASKED = "consent-asked"
    CONSENT_ENDING = "consent-ending"
    HELP = "help"  # a step of a request for help
    INACTIVE = "inactive"  # 24 months without a sign: told before erasing
    NEW_REQUEST = "new-request"  # to a contact: someone wants to meet them
    WAITING = "waiting"  # to a contact: who still waits for an answer, once a day
    MEETING_COMES = "meeting-comes"  # to a contact: someone chose a moment, or cannot come
    MEETING_ASKED = "meeting-asked"  # to a person: the moments among which to choose
    MEETING_SOON = "meeting-soon"  # to a person: the day before, two hours before
    MEETING_OFF = "meeting-off"  # to a person: it is called off
    CALL_THEM = "call-them"  # to a person: nobody answered yet, whom to call
    RESULT = "result"  # to a person: what became of a request
    OFFER_OPEN = "offer-open"  # to the contact of an offer: is it still open?
    ALERT_ASKED = "alert-asked"  # to a number that someone left: may we tell it about offers?
    ALERT = "alert"  # what is new near home, once a week at most
    SEAT = "seat"  # to a person: a seat in an information meeting, taken, waited for or freed
    STEP = "step"  # to a person: a next step is proposed, OUI or NON
    PATH = "path"  # a contract: the monthly renewal, and what became of someone after it
    REPLY = "reply"  # the answer to a word received
    STAFF_LINK = "staff-link"  # e-mail
    STAFF_NOTE = "staff-note"  # e-mail


class Word(StrEnum):
    """What someone wrote back to us, as we understood it."""

    STOP = "stop"
    RESUME = "resume"  # REPRENDRE, START: after a STOP
    HELP = "help"
    CALL_ME = "call-me"  # AIDEZ-MOI, RAPPEL: a human is to call
    YES = "yes"
    NO = "no"
    CODE = "code"  # digits alone, or the 8 signs of a card
    CHOICE = "choice"  # one digit: the moment or the line that is meant
    CALLED = "called"  # from an employer: the person was called
    MEETING = "meeting"  # from an employer: a meeting is proposed
    HIRED = "hired"  # from an employer
    SEARCH = "search"  # what looks for work, and what answers the offers shown
    OTHER = "other"
