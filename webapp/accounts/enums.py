"""The closed lists of sign-in; their labels are in words.py."""

from enum import StrEnum


class Role(StrEnum):
    """What a professional may do, within their organisation."""

    ADVISER = "adviser"
    EMPLOYER = "employer"
    LEAD = "lead"
    NETWORK = "network"


class SignInWay(StrEnum):
    """How a device came to be signed in."""

    CODE = "code"
    PASSKEY = "passkey"
    CARD = "card"
    ADVISER = "adviser"  # an adviser beside them let this phone in
    LINK = "link"  # a mailed link, for professionals


class Place(StrEnum):
    """On which device an adviser and a person look together."""

    SCREEN = "screen"  # the adviser's
    PHONE = "phone"  # the person's


class Tried(StrEnum):
    """What limits are counted on."""

    CODE_SENT = "code-sent"
    CODE = "code"
    CARD = "card"
    KNOWN = "known"  # the one thing the person knows
    CHOICE = "choice"  # the same, picked among five: easier to guess
    LINK_SENT = "link-sent"
