"""The closed lists of what people allow and of what is noted; their labels are in words.py."""

from enum import StrEnum


class Purpose(StrEnum):
    """What an organisation may look at a person's path for."""

    FOLLOWUP = "followup"  # accompany: steps, meetings, requests
    REFERRAL = "referral"  # send towards a structure, with a liaison form
    HIRING = "hiring"  # be hired, and be followed in the structure


class ConsentWay(StrEnum):
    """How a yes was said."""

    PHONE = "phone"  # on the person's own signed-in phone
    SMS = "sms"
    CARD = "card"  # beside an adviser, with the card
    CODE = "code"  # beside an adviser, with a code read from the phone


class Sensitive(StrEnum):
    """What is sealed: shown to entitled prescribers and to the person only."""

    HEALTH = "health"
    JUSTICE = "justice"
    HOUSING = "housing"
    CRITERIA = "criteria"


class Checked(StrEnum):
    """How an adviser knew, beside them, that it was this person."""

    BIRTHDAY = "birthday"  # they said it
    CARD = "card"  # they showed it
    PAPERS = "papers"  # the adviser's word: saw an identity paper
    KNOWN = "known"  # the adviser's word: has followed them for long


class Act(StrEnum):
    """What someone did with a person's record; the person reads these."""

    SEEN = "seen"
    SEEN_SENSITIVE = "seen-sensitive"
    HEARD = "heard"  # the message of a request, opened
    REGISTERED = "registered"
    CHANGED = "changed"
    PHONE_CHANGED = "phone-changed"
    PHONE_KEPT = "phone-kept"  # an objection put the old number back
    CARD_MADE = "card-made"
    CARD_REVOKED = "card-revoked"
    CARD_USED = "card-used"
    SIGNED_IN = "signed-in"
    CONSENT_ASKED = "consent-asked"
    CONSENT_GIVEN = "consent-given"
    CONSENT_REFUSED = "consent-refused"
    CONSENT_STOPPED = "consent-stopped"
    MERGED = "merged"
    EXPORTED = "exported"
    TOGETHER = "together"  # the person and an adviser, side by side
