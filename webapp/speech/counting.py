"""Whole numbers in words, in the languages that are read aloud."""

from functools import cache
from typing import Any

from webapp.lighter import part


@cache
def converter(language: str) -> Any:
    """Return what writes the numbers of a language, loaded at its first number."""
    name = language.upper()
    return getattr(part("num2words", f"lang_{name}"), f"Num2Word_{name}")()


def in_words(value: int, language: str, kind: str = "cardinal") -> str:
    """Return a number in words, to count with (`cardinal`) or to tell a rank (`ordinal`)."""
    return str(getattr(converter(language), f"to_{kind}")(value))
