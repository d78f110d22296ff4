"""A French text cut into sentences and words, each with its place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from webapp.plainfrench import tables

SPACE = "[ \u00a0\u202f\u2009]"
LOOK_BACK = 60  # characters around a dot that tell what it is
WRAPPED = 60  # characters from which a line that goes on in small letters was only folded
BULLET = re.compile(
    r"[ \t\u00a0]*(?:[-–—•*·▪◦‣>✓✔]+[ \t\u00a0]*(?=\D)|\d{1,2}[.)][ \t\u00a0]+|[a-z]\)[ \t\u00a0]+)"
)
STOP = re.compile(
    r"[.!?…]+(?:[\s\u00a0]*[»”\"’')\]]+)?(?=\s|$)|(?<=[a-zà-ÿ]{2})[.!?](?=[A-ZÀ-Ý][a-zà-ÿ])"
)
LAST_WORD = re.compile(r"[^\s(«“\"’']+$")
PHONE = rf"(?:(?:\+|\b00)33{SPACE}?(?:\(0\){SPACE}?)?|\b0)[1-9](?:[\s.\u00a0-]?\d{{2}}){{4}}\b"
ADDRESS = (
    r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w.-]+"
    r"|\b[\w-]{1,64}\.(?:fr|com|org|net|eu)\b(?:/\S*)?"
)
HOUR = rf"\b\d{{1,2}}{SPACE}?[hH](?:{SPACE}?\d{{2}})?(?!\w)"
GROUPED = rf"\b\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)(?:,\d+)?"
NUMBER = GROUPED + r"|\b\d+(?:[.,:/-]\d+)*(?:er|re|e|ème|nde?)?(?!\w)"
DOTTED = r"\b(?:[A-ZÀ-Ý]\.){2,}"
WORD = r"[^\W_]+(?:[’'‑-][^\W_]+)*[’']?"
TOKEN = re.compile(
    f"(?P<phone>{PHONE})|(?P<address>{ADDRESS})|(?P<hour>{HOUR})|(?P<number>{NUMBER})"
    f"|(?P<dotted>{DOTTED})|(?P<word>{WORD})"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, hour, phone or address, between two offsets of the text."""

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence between two offsets of the text, and its words: a phone or an hour counts one."""

    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def words(self) -> int:
        """How many words a reader goes through."""
        return len(self.tokens)


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text; a line of a list is one, a mark without words is none."""
    found = []
    for begin, end in _blocks(text):
        for start, stop in _cut(text, begin, end):
            tokens = tuple(tokens_of(text, start, stop))
            if tokens:
                found.append(_sentence(text, start, stop, tokens))
    return found


def tokens_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the words of a part of a text."""
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Token(str(match.lastgroup), match.start(), match.end(), match.group())


def _sentence(text: str, start: int, stop: int, tokens: tuple[Token, ...]) -> Sentence:
    piece = text[start:stop]
    begin = start + len(piece) - len(piece.lstrip())
    return Sentence(begin, start + len(piece.rstrip()), tokens)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines without their bullets; a folded line goes on in the next."""
    begin = last = -1
    for match in re.finditer(r"[^\r\n]+", text):
        if begin >= 0 and _goes_on(text[last : match.start()], text[begin:last], match.group()):
            last = match.end()
            continue
        if begin >= 0:
            yield begin, last
        bullet = BULLET.match(match.group())
        begin, last = match.start() + (bullet.end() if bullet else 0), match.end()
    if begin >= 0:
        yield begin, last


def _goes_on(gap: str, before: str, after: str) -> bool:
    if gap.count("\n") > 1 or BULLET.match(after):
        return False
    line = before.rpartition("\n")[2].rstrip()
    return len(line) >= WRAPPED and line[-1] not in ".!?…:;" and after.lstrip()[:1].islower()


def _cut(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    start = begin
    for stop in STOP.finditer(text, begin, end):
        if _ends(text, start, stop, end):
            yield start, stop.end()
            start = stop.end()
    if start < end:
        yield start, end


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether a mark ends the sentence: not after `M.`, `tél.` or in `« Où ? » dit-il`."""
    after = text[stop.end() : min(end, stop.end() + LOOK_BACK)].lstrip(' \t\u00a0\u202f«“"(')[:1]
    if not after:
        return True
    if stop.group()[0] != "." or stop.group().startswith(".."):
        return not after.islower()
    before = text[max(start, stop.start() - LOOK_BACK) : stop.start()]
    found = LAST_WORD.search(before)
    return _dot_ends(found.group() if found else "", before, after)


def _follows_a_number(before: str) -> bool:
    """Whether metres are meant: `à 100 m.`, not `M. Dupont`."""
    earlier = before.split()
    return len(earlier) > 1 and earlier[-2][-1].isdigit()


def _dot_ends(word: str, before: str, after: str) -> bool:
    short = word.lower()
    if short in tables.never_last():
        return short == "m" and _follows_a_number(before)
    if len(word) == 1 and word.isupper():
        earlier = before.split()
        return len(earlier) > 1 and earlier[-2].lower() in tables.lettered()
    if f"{short}." in tables.abbreviations():
        return after.isupper()
    return True
