"""What someone means who answers offers by SMS: short commands, and how long answers are."""

import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from enum import StrEnum

from webapp.offers.cuts import FILLERS

SHOWN = 3  # offers in one answer
MOST_PARTS = 2  # of an SMS
OPEN_FOR = timedelta(days=2)  # after which "1" is no answer to what was shown
KEPT = timedelta(days=30)
LONGEST_ANSWER = 3  # words
INTERESTED = re.compile(r"\b(?:m ?)?inter+es+\w*")
REFUSES = re.compile(r"\b(?:pas|non|plus)\b")
REPEATED = re.compile(r"([a-z])\1+")
NEXT = frozenset(
    {"plus", "suite", "suivant", "suivante", "suivantes", "encore", "autre", "autres", "+"}
    | {"next", "more", "mas", "otras", "outras", "baska"}
)
NUMBERS = {"premier": 1, "premiere": 1, "deux": 2, "deuxieme": 2, "second": 2, "seconde": 2}
NUMBERS |= {"trois": 3, "troisieme": 3}
NONE = 0  # no number of an offer, or several


class Command(StrEnum):
    """A short answer to the offers that were shown."""

    NEXT = "next"
    CALL = "call"


def command(plain: str) -> tuple[Command, int] | None:
    """Return what a short answer asks for, with the number said for a call.

    `plain` has no accents, no capitals and no signs but a plus alone.
    """
    words = [REPEATED.sub(r"\1", word) for word in plain.split() if word not in FILLERS]
    if words and words[0] in NEXT and len(words) <= 2:
        return Command.NEXT, NONE
    figures = [number for word in words or plain.split() if (number := number_said(word)) >= 0]
    if not figures or len(words) > LONGEST_ANSWER:
        return None
    one = len(figures) == 1 and "les" not in plain.split()
    return Command.CALL, figures[0] if one else NONE


def number_said(word: str) -> int:
    """Return the number of one figure that a word says, -1 where it says none."""
    if word in ("un", "une"):
        return 1
    return int(word) if len(word) == 1 and word.isdecimal() else NUMBERS.get(word, -1)


def is_number_alone(plain: str) -> bool:
    """Return whether words say a number and nothing else."""
    words = [word for word in plain.split() if word not in FILLERS]
    return bool(words) and all(number_said(word) >= 0 for word in words)


def agrees(plain: str) -> bool:
    """Return whether words say of what was shown that it is of interest."""
    return bool(INTERESTED.search(plain)) and not REFUSES.search(plain)


def of_one_family(codes: Sequence[str], family_of: Callable[[str], str | None]) -> tuple[str, ...]:
    """Return, of the codes of a work, those of the family of the best one."""
    return tuple(code for code in codes if family_of(code) == family_of(codes[0]))


def shorter(text: str, most: int) -> str:
    """Return a text cut at a word, so that it has at most so many signs."""
    if len(text) <= most:
        return text
    cut = text[:most].rsplit(" ", 1)[0]
    return cut.rstrip(" ,'’-") or text[:most]
