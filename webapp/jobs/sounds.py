"""How the words of work sound, so that one written by ear finds the one in the lexicon."""

import re

from webapp.jobs.rules import ACCENTS
from webapp.places.sounds import distance, sound

__all__ = ["distance", "sounds"]

# What names of towns do not need: the é that stays heard, mute letters inside, the s of -tion.
REWRITES = (
    (re.compile(r"e\u0301e?s?(?![a-z])"), "er"),
    (re.compile(r"c\u0327"), "ss"),
    (re.compile(r"[\u0300-\u036f]+"), ""),
    (re.compile(r"(?<=[mn])pt"), "t"),
    (re.compile(r"(?<=[^s])t(?=ion)"), "ss"),
    (re.compile(r"cc(?=[ei])"), "ks"),
    (re.compile(r"\bex"), "eks"),
    (re.compile(r"(?<=[a-z]{3})aile(?=s?(?![a-z]))"), "elle"),
    (re.compile(r"(?<=[aeiou])x(?=[aeiou])"), "ks"),
    (re.compile(r"(?<=[bdfgprtu])(?:illi?|iy)(?=[aeo])"), "i"),
)


def sounds(words: list[str]) -> list[str]:
    """What is heard of each word, given in lower case with its accents set apart."""
    text = "\n".join(words)
    for written, said in REWRITES:
        text = written.sub(said, text)
    return sound(ACCENTS.sub("", text)).split("\n") if words else []
