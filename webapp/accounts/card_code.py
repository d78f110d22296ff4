"""The 8 signs of a paper card: drawn by chance, shown in two groups, read however typed."""

import secrets
import unicodedata

from webapp.columns import ALPHABET

LENGTH = 8
UNBROKEN = "\N{NO-BREAK SPACE}"


def new_code() -> str:
    """Return 8 signs that nobody can guess: one of 8 × 10^11, none of which look alike."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def shown(code: str) -> str:
    """Return a code as the card prints it: capitals, in two groups of four."""
    return f"{code[:4]}{UNBROKEN}{code[4:]}".upper()


def read(typed: str) -> str | None:
    """Return the code in what was typed or pasted, an address too; None when it cannot be one."""
    plain = unicodedata.normalize("NFKC", typed[-200:]).rpartition("#")[2]
    signs = "".join(sign for sign in plain.casefold() if sign.isalnum())
    return signs if len(signs) == LENGTH and set(signs) <= set(ALPHABET) else None
