"""Where a sentence that looks for work is cut: the words of a work, and those of a place."""

import re
from collections.abc import Iterator

LONGEST_WORDS = 12
POSTCODE = re.compile(r"(?<!\d)(\d{5})(?!\d)")
FILLERS = frozenset(
    {"bonjour", "bonsoir", "salut", "svp", "stp", "merci", "je", "cherche", "recherche", "voudrais"}
    | {"veux", "un", "une", "du", "des", "de", "d", "le", "la", "l", "les", "a", "au", "sur"}
    | {"vers", "pres", "proche", "dans", "en", "pour", "s", "il", "vous", "plait", "comme"}
)
OF_WHAT = frozenset({"de", "d", "du", "des", "en", "a", "au", "aux"})


LINKS = OF_WHAT | {"le", "la", "l", "les", "dans", "sur", "vers", "pres", "proche", "ou", "et"}


def is_digit(words: str) -> bool:
    """Return whether words are one digit: a choice, or a part of a city, never a place alone."""
    return len(words) == 1 and words.isdecimal()


def ways(plain: str) -> Iterator[tuple[str, str]]:
    """Give each way to read a message as a work and a place, the likeliest first.

    A postcode is the place, and all else the work. Without one, the place comes last or first,
    and nothing that comes after it says of what it is: “agent de sécurité”.
    """
    code = POSTCODE.search(plain)
    if code:
        rest = f"{plain[: code.start()]} {plain[code.end() :]}"
        yield " ".join(rest.split()), code[1]
        return
    words = plain.split()[:LONGEST_WORDS]
    for at in range(1, len(words)):
        yield " ".join(words[:at]), " ".join(words[at:])
    for at in (at for at in range(1, len(words)) if OF_WHAT.isdisjoint(words[at - 1 : at + 1])):
        yield " ".join(words[at:]), " ".join(words[:at])


def without_end(plain: str) -> str:
    """Return words without those that only led to the place cut after them: “ménage à”."""
    words = plain.split()
    while words and words[-1] in LINKS:
        words.pop()
    return " ".join(words) or plain


def without_fillers(plain: str) -> str:
    """Return words without those of courtesy."""
    return " ".join(word for word in plain.split() if word not in FILLERS)
