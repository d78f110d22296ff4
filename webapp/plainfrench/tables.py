"""The tables of this feature: short forms, plainer words, words that need no explanation."""

import unicodedata
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def never_last() -> frozenset[str]:
    """Return the short forms that a name or a number follows: their dot ends no sentence."""
    return word_lists("sentences.tsv")["never last"]


@cache
def lettered() -> frozenset[str]:
    """Return words after which a letter is a name (`permis B`) and not somebody's initial."""
    return word_lists("sentences.tsv")["lettered"]


def pairs(name: str) -> dict[str, str]:
    """Return a table of two columns, `key<tab>value`, without its comments."""
    found = {}
    for line in lines(name):
        key, _tab, value = line.partition("\t")
        found[key] = value
    return found


def word_lists(name: str) -> dict[str, frozenset[str]]:
    """Return a table of lists of words: each line adds some to the list that it names."""
    found: dict[str, frozenset[str]] = {}
    for line in lines(name):
        key, _tab, words = line.partition("\t")
        found[key] = found.get(key, frozenset()).union(words.split())
    return found


def lines(name: str) -> list[str]:
    """Return the lines of a data file that say something."""
    kept = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in kept if line.strip() and not line.startswith("#")]


@cache
def abbreviations() -> dict[str, str]:
    """Return short forms, in small letters, and the words they stand for."""
    return pairs("abbreviations.tsv")


@cache
def plainer() -> dict[str, str]:
    """Return heavy words, expressions and initials, and what can be said instead."""
    return pairs("plainer.tsv")


@cache
def everyday() -> frozenset[str]:
    """Return initials that are read as words by everyone: SMS, GPS…"""
    return frozenset(" ".join(lines("everyday.txt")).split())


@cache
def trades() -> frozenset[str]:
    """Return the concrete words of the trades, always shown beside their picture."""
    return frozenset(" ".join(lines("trades.txt")).split())


def folded(word: str) -> str:
    """Return a word in small letters without accents, as names are kept."""
    spread = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))
