"""How what people type is cut into the words that say a work, whatever the spelling."""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

LONGEST = 200  # characters read: past them, a query is a pasted text
MOST_WORDS = 14  # words read

LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "ı": "i"}
)
ACCENTS = re.compile("[\u0300-\u036f]+")
WORD = re.compile(r"[a-z0-9\u0300-\u036f]+")

DATA = Path(__file__).parent / "data"


def lines(name: str) -> list[str]:
    """The lines of a file of data that hold something, comments left out."""
    kept = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in kept if line and not line.startswith("#")]


SHORT = {typed: full for typed, _, full in (line.partition("\t") for line in lines("short.tsv"))}
TURNS = re.compile(rf"\b(?:{'|'.join(typed for typed in SHORT if ' ' in typed)})\b")
ANYTHING = frozenset(
    {"importe", "nimporte", "quoi", "tout", "toute", "tous", "rien", "offre", "offres"}
)
FRAME = frozenset(" ".join(lines("frame.txt")).split())
LAST = frozenset({"bonne"})  # frames, unless it is the last word: `place de bonne`
ASIDES = frozenset(tuple(turn.split()) for turn in lines("asides.txt"))
SAINTS = frozenset({"saint", "sainte", "st", "ste"})  # begin the name of a town
LONGEST_ASIDE = max(map(len, ASIDES))
WORK = "postes?|places?|emplois?|boulots?|travail|stages?|recrutements?|offres?|annonces?|metiers?"
FRAMES = re.compile(
    rf"\b(?:{WORK}|jobs?|formations?) (?:de|d|dans|en|comme|pour|chez|a|au|of|as|in)\b"
)
FRAMED = re.compile(rf"\b(?:{WORK}|jobs?|formations?)\b")


def letters(text: str) -> str:
    """Lower-case letters, accents set apart, without ligatures: the same if done twice."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text.translate(LIGATURES)).casefold()
    return unicodedata.normalize("NFKD", spread.translate(LIGATURES))


def bare(word: str) -> str:
    """A word of `words` without its accents."""
    return word if word.isascii() else ACCENTS.sub("", word)


def plain(text: str) -> str:
    """Lower-case letters without accents and digits, one space between words."""
    return " ".join(WORD.findall(ACCENTS.sub("", letters(text[:LONGEST]))))


def words(text: str) -> list[str]:
    """The words of a text, in lower case, accents set apart, short writing said in full."""
    said = WORD.findall(letters(text[:LONGEST]))
    if TURNS.search(spread := " ".join(said)):
        said = TURNS.sub(lambda turn: SHORT[turn[0]], spread).split()
    if not SHORT.keys().isdisjoint(said):
        said = " ".join(SHORT.get(word, word) for word in said).split()
    return said


def names_no_work_in_particular(text: str) -> bool:
    """Tell whether a text only says that one looks for work: `un travail`, `n’importe quoi`."""
    return is_any_work(words(text))


def is_any_work(said: Sequence[str]) -> bool:
    """Tell the same of words."""
    return bool(said) and not set(said) - FRAME - ANYTHING and said[-1] not in LAST


def work_words(said: list[str]) -> list[str]:
    """Those of the words of a text that can say a work, without what frames it or goes with it."""
    kept = outside_frame(without_asides(said)) or outside_frame(said)
    return kept[:MOST_WORDS] or [word for word in said[-1:] if word in LAST]


def is_saint(said: list[str]) -> bool:
    """Whether words hold nothing but the name of a saint, which is a town's: `Saint-Pierre`."""
    return bool(SAINTS.intersection(said)) and not outside_frame(without_asides(said))


def outside_frame(said: list[str]) -> list[str]:
    """The words that do not merely frame a search."""
    spread = " ".join(said)
    if FRAMED.search(spread):
        said = FRAMES.sub(" ", spread).split()
    return [word for word in said if bare(word) not in FRAME]


def without_asides(said: list[str]) -> list[str]:
    """The words without the greetings, moments, saints and numbers that stand beside a work."""
    forms, kept, at = [bare(word) for word in said], [], 0
    while at < len(said):
        sizes = range(LONGEST_ASIDE, 0, -1)
        aside = next((size for size in sizes if tuple(forms[at : at + size]) in ASIDES), 0)
        aside = 2 if forms[at] in SAINTS else aside
        kept += [] if aside or said[at].isdigit() else [said[at]]
        at += aside or 1
    return kept
