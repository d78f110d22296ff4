"""Undo what hides words in a text, and keep the way back to the person's very words."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from webapp.scams.glyphs import (
    DIGIT_LETTERS,
    HOT_WORDS,
    LOOK_ALIKES,
    PUNCTUATION,
    REJOINED,
    SHORTHAND,
    UNITS_AFTER_DIGITS,
)
from webapp.scams.numbers import digits_of

BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
WORD_END_ACUTE = re.compile(r"é(?=e?s?(?!\w))")
SINGLE_LETTERS = re.compile(r"(?<![\w'])[^\W\d_](?:([ ._*·|/-])\1{0,2}[^\W\d_](?!\w)){2,60}")
INNER_MARKS = re.compile(
    r"(?<![\w@.:/])[^\W\d_]{1,14}(?:[._*·|+~^-]{1,2}[^\W\d_]{1,14}){1,6}(?![\w@.]*\w)"
)
BROKEN_PAIR = re.compile(r"(?<!\w)([^\W\d_]{2,10})[ -]([^\W\d_]{2,10})(?!\w)")
MIXED_WORD = re.compile(
    r"(?<![\w.@/])(?=[\w@$€!|]{0,30}[^\W\d_])(?=[\w@$€!|]{0,30}[\d@$€!|])[\w@$€!|]{3,30}(?!\w)"
)
MIXED_AMOUNT = re.compile(r"(?<![\w.,])(?=[oil]{0,4}\d)[\doil]{2,6}(?=\s?(?:€|euro))")  # "3O €"
LETTER_DIGITS = str.maketrans("oil", "011")
LONG_RUN = re.compile(r"([^\W\d_])\1{2,}")
GLUED = re.compile(r"(?<![\w@./'])([cdjlmnst])([aeiouh]\w{4,14})(?![\w@/])")  # "linscription"
WORD = re.compile(r"(?<![\w@./])\w{2,12}(?![\w@/])")


class Tracked:
    """A text under change; each of its characters remembers where it stood in the original."""

    def __init__(self, original: str) -> None:
        self.original = original
        cells = list(_cells(original))
        self.text = "".join(cell[0] for cell in cells)
        self.starts = [cell[1] for cell in cells]
        self.ends = [cell[2] for cell in cells]

    def replace(self, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str]) -> None:
        """Rewrite each match; new characters point to the whole of what they replace."""
        pieces: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for match in pattern.finditer(self.text):
            new = change(match)
            if new == match[0]:
                continue
            first, last = match.span()
            pieces += (self.text[done:first], new)
            starts += self.starts[done:first] + [self.starts[first]] * len(new)
            ends += self.ends[done:first] + [self.ends[last - 1]] * len(new)
            done = last
        self.text = "".join((*pieces, self.text[done:]))
        self.starts = starts + self.starts[done:]
        self.ends = ends + self.ends[done:]

    def quote(self, start: int, end: int) -> str:
        """The original words behind a stretch of the changed text."""
        return self.original[self.starts[start] : self.ends[end - 1]].strip()


def undo(original: str) -> Tracked:
    """Lower case, no accents but a final é, no disguise: the text that the rules read."""
    tracked = Tracked(original)
    tracked.replace(re.compile(r"\w{2,40}"), _without_look_alikes)
    tracked.replace(SINGLE_LETTERS, _joined)
    tracked.replace(INNER_MARKS, _rejoined)
    tracked.replace(MIXED_AMOUNT, lambda match: match[0].translate(LETTER_DIGITS))
    tracked.replace(MIXED_WORD, _without_digits)
    tracked.replace(LONG_RUN, lambda match: match[1])
    tracked.replace(re.compile(r"\w{1,40}"), lambda match: plain(match[0]))
    tracked.replace(BROKEN_PAIR, _one_word)
    tracked.replace(WORD, lambda match: SHORTHAND.get(match[0], match[0]))
    tracked.replace(GLUED, _with_apostrophe)
    digits_of(tracked.replace)
    return tracked


def plain(word: str) -> str:
    """A word without its accents; a final é stays, for it tells "payé" from "paye"."""
    return "".join(_bare(letter) for letter in WORD_END_ACUTE.sub("\x00", word)).replace(
        "\x00", "é"
    )


def _bare(letter: str) -> str:
    if letter.isascii():
        return letter
    return "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))


def _cells(original: str) -> Iterator[tuple[str, int, int]]:
    """Each visible character, in small letters, with where it starts and ends."""
    position = 0
    while position < len(original):
        start = position
        position += 1
        while position < len(original) and unicodedata.category(original[position]) in ("Mn", "Me"):
            position += 1
        for character in _shown(original[start:position]):
            yield character, start, position


def _shown(grapheme: str) -> str:
    head = grapheme[0]
    if head in BLANK_LETTERS or unicodedata.category(head) == "Cf":
        return ""
    if 0x1F150 <= ord(head) <= 0x1F1FF:
        return _boxed_letter(ord(head))
    if len(grapheme) == 1 and head.isascii():
        return head.lower() if head not in "`\r\t" else {"`": "'"}.get(head, " ")
    folded = unicodedata.normalize("NFKC", grapheme[:4]).lower()
    folded = "".join(PUNCTUATION.get(c, c) for c in folded)
    return "".join(
        c for c in folded if unicodedata.category(c) not in ("Me", "Cf") and c != "\ufe0f"
    )


def _boxed_letter(code: int) -> str:
    """The letter drawn in a black circle, a black square or as half a flag."""
    for base in (0x1F150, 0x1F170, 0x1F1E6):
        if base <= code < base + 26:
            return chr(ord("a") + code - base)
    return " "


def _without_look_alikes(match: re.Match[str]) -> str:
    word = match[0]
    changed = "".join(LOOK_ALIKES.get(letter, letter) for letter in word)
    latin = sum("a" <= letter <= "z" for letter in word)
    if latin or (plain(changed).isascii() and changed in HOT_WORDS):
        return changed
    return word


def _joined(match: re.Match[str]) -> str:
    letters = re.sub(r"[\W_]", "", match[0])
    return _cut(plain(letters)) if len(letters) > 3 else letters


def _cut(run: str) -> str:
    """A run of letters cut into known words where that explains all of it, else the run itself."""
    best: list[list[str] | None] = [[]] + [None] * len(run)
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - 14), end):
            before = best[start]
            if before is not None and run[start:end] in HOT_WORDS:
                best[end] = [*before, run[start:end]]
                break
    return " ".join(best[-1] or [run])


def _rejoined(match: re.Match[str]) -> str:
    letters = re.sub(r"[\W_]", "", match[0])
    return letters if plain(letters).replace("é", "e") in HOT_WORDS else match[0]


def _one_word(match: re.Match[str]) -> str:
    both = match[1] + match[2]
    return both if both in REJOINED else match[0]


def _with_apostrophe(match: re.Match[str]) -> str:
    return f"{match[1]}'{match[2]}" if match[2] in HOT_WORDS else match[0]


def _without_digits(match: re.Match[str]) -> str:
    """A word whose letters were swapped for digits; numbers with a unit stay as they are."""
    word = match[0].rstrip("!|€$")
    if "@" in word and match.string[match.end() : match.end() + 1] in (".", "-"):
        return match[0]
    tail = match[0][len(word) :]
    head = re.match(r"[\d€$]+", word)
    if head and (word[head.end() :] in UNITS_AFTER_DIGITS or re.search(r"\d", word[head.end() :])):
        return match[0]
    letters = sum(c.isalpha() for c in word)
    if letters < 2 or letters == len(word) or re.fullmatch(r"[^\W\d]{1,3}\d+[a-z]?", word):
        return match[0]
    return _best_letters(word) + tail


def _best_letters(word: str) -> str:
    changed = "".join(DIGIT_LETTERS.get(c, c) for c in word)
    with_l = "".join("l" if c in "1!|" else DIGIT_LETTERS.get(c, c) for c in word)
    return with_l if plain(with_l) in HOT_WORDS else changed
