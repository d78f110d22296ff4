"""Phone numbers: read in any usual writing, kept as E.164, shown in pairs."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers
from flask import Flask

UNBROKEN = "\N{NO-BREAK SPACE}"
FICTION = ("+3319900", "+3326191", "+3335301", "+3346571", "+3353649", "+3363998")
# Numbers kept by the regulator for films and examples (ARCEP, decision 2018-0881).
FICTION_MOBILE = "+3363998"
LONGEST = 200  # signs read: a number pasted with its sentence still fits


@dataclass(frozen=True)
class Phone:
    """A number that can be called: `e164` for machines, `shown` for people."""

    e164: str

    @property
    def shown(self) -> str:
        """The number as people write it here, in pairs that never break over two lines."""
        return in_pairs(self.e164)

    @property
    def link(self) -> str:
        """The `tel:` address that dials it."""
        return f"tel:{self.e164}"

    @property
    def is_mobile(self) -> bool:
        """Whether it receives SMS: a landline and a box's number do not."""
        return gets_sms(self.e164)


@lru_cache(maxsize=1024)
def in_pairs(e164: str) -> str:
    """Return a number as people write it here, with unbreakable spaces."""
    parsed = phonenumbers.parse(e164, "FR")
    style = phonenumbers.PhoneNumberFormat.NATIONAL
    return phonenumbers.format_number(parsed, style).replace(" ", UNBROKEN)


@lru_cache(maxsize=1024)
def gets_sms(e164: str) -> bool:
    """Return whether a number is that of a mobile phone, in mainland France or overseas."""
    if e164.startswith(FICTION_MOBILE):
        return True
    parsed = phonenumbers.parse(e164)
    return phonenumbers.number_type(parsed) in MOBILE


class BadPhone(ValueError):
    """The text is no number that we can call; `reason` says why, by a stable key."""

    def __init__(self, reason: str) -> None:
        """Keep the reason: `empty`, `short`, `long`, `letters`, `premium`, `foreign`, `unknown`."""
        super().__init__(reason)
        self.reason = reason


LOOKS_LIKE_A_NUMBER = re.compile(r"(?<![\w+])[+\d(][\d\s.()/_-]{7,}\d(?!\w)")
LIKE_ZERO = re.compile(r"(?<![^\W\d])[oO](?=[\d\s.-]*\d)(?![^\W\d])")  # a letter alone among digits
LIKE_ONE = re.compile(r"(?<![^\W\d])[lI](?=\d)|(?<=\d)[lI](?![^\W\d])")
# Mayotte first: its mobiles begin with 06 39, as could those of the mainland.
# Overseas first: written without their prefix, some of their numbers would pass for mainland ones.
REGIONS = ("YT", "MQ", "GP", "GF", "RE", "FR", "PM", "NC", "PF", "WF", "BL", "MF")
CALLABLE = frozenset(
    {
        phonenumbers.PhoneNumberType.MOBILE,
        phonenumbers.PhoneNumberType.FIXED_LINE,
        phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
        phonenumbers.PhoneNumberType.VOIP,
        phonenumbers.PhoneNumberType.PERSONAL_NUMBER,
    }
)
MOBILE = frozenset(
    {
        phonenumbers.PhoneNumberType.MOBILE,
        phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE,
    }
)


def read(text: str) -> Phone:
    """Read a French number in any usual writing; raise BadPhone with the reason it is none.

    Spaces, dots, dashes, full-width digits, `+33`, `0033` and `+33 (0)6` are all understood, and so
    are the numbers of the overseas départements.
    """
    digits = tidy(text)
    for region in REGIONS:
        phone = in_region(digits, region)
        if phone:
            return phone
    raise BadPhone(reason(digits))


def tidy(text: str) -> str:
    """Return the digits of a number, and its `+`, without what people write around them."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).replace("(0)", "")
    plain = LIKE_ONE.sub("1", LIKE_ZERO.sub("0", plain))
    inside = LOOKS_LIKE_A_NUMBER.search(plain)
    kept = "".join(
        sign for sign in (inside[0] if inside else plain) if sign.isalnum() or sign == "+"
    )
    return re.sub(r"^\+?0{2}(?=[1-9])", "+", kept)


def in_region(digits: str, region: str) -> Phone | None:
    """Return the number if it can be called for the usual price in this region of France."""
    try:
        parsed = phonenumbers.parse(digits, region)
    except phonenumbers.NumberParseException:
        return None
    e164 = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    if e164.startswith(FICTION) and len(e164) == len("+33123456789"):
        return Phone(e164)
    if not phonenumbers.is_valid_number_for_region(parsed, region):
        return None
    return Phone(e164) if phonenumbers.number_type(parsed) in CALLABLE else None


def reason(digits: str) -> str:
    """Return why these digits are no number that we can call."""
    if not digits.strip("+"):
        return "empty"
    if any(sign.isalpha() for sign in digits):
        return "letters"
    if digits.startswith("+") and not digits.startswith(("+33", "+262", "+59", "+508", "+68")):
        return "foreign"
    national = "0" + digits.removeprefix("+33") if digits.startswith("+33") else digits
    return by_length(national)


def by_length(national: str) -> str:
    """Return the reason for digits that begin as a French number does."""
    if national.startswith("08") and len(national) == FRENCH_DIGITS:
        return "premium"
    if len(national) == FRENCH_DIGITS:
        return "unknown"
    return "short" if len(national) < FRENCH_DIGITS else "long"


FRENCH_DIGITS = 10


def init_app(app: Flask) -> None:
    """Let templates show a stored number."""
    app.jinja_env.filters["phone"] = Phone
