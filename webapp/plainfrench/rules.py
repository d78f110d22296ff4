"""How hard a French text is to read: long sentences, hard words and eight other things."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from webapp.plainfrench import signs, tables
from webapp.plainfrench.text import Sentence, Token, sentences

LONGEST = 12  # words in a sentence
COMMON = 3.5  # Zipf frequency from which a word counts as known
ELIDED = re.compile(r"^(?:[cdjlmnstz]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)[’']", re.IGNORECASE)
WHOLE = frozenset(("aujourd’hui", "aujourd'hui"))


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that a text breaks, where, in its own words, and what could be said instead."""

    rule: str
    start: int
    end: int
    quote: str
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What a text is like: sentences, words in the longest, hard words, broken rules in order.

    `heavy` are words that everyone meets and that have a plainer one: advice, no rule.
    """

    sentences: int
    longest: int
    hard_words: tuple[str, ...]
    broken: tuple[Broken, ...]
    heavy: tuple[Broken, ...] = ()


@dataclass(frozen=True)
class Language:
    """What is known of French: how common a word is (Zipf), its lemma, names, explained words.

    Names are in small letters without accents; explained expressions in small letters, and those
    that are not to be looked at because somebody else wrote them or explains them at once.
    """

    frequency: Callable[[str], float]
    lemma: Callable[[str], str]
    names: frozenset[str] = frozenset()
    explained: frozenset[str] = frozenset()
    apart: frozenset[str] = frozenset()


def check(text: str, french: Language) -> Report:
    """Say how hard a text is to read, and which words and sentences to change."""
    found = sentences(text)
    names = Places(text, explained_places(text, french.apart))
    apart = Places(text, explained_places(text, french.explained | french.apart))
    broken = [one for sentence in found for one in _broken(text, sentence, french, names, apart)]
    broken.sort(key=lambda one: (one.start, one.end, one.rule))
    return Report(
        sentences=len(found),
        longest=max((sentence.words for sentence in found), default=0),
        hard_words=_once(one.quote for one in broken if one.rule == "hard_word"),
        broken=tuple(broken),
        heavy=tuple(_heavy(text, found, french, broken)),
    )


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.lower() for word in words))


def explained_places(text: str, expressions: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield where the words of a glossary stand, in the singular or the plural."""
    if expressions:
        for match in expressions_pattern(expressions).finditer(text):
            yield match.span()


@lru_cache(maxsize=8)
def expressions_pattern(expressions: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern that finds whole expressions, the longest first, plurals too."""
    longest = sorted(expressions, key=lambda one: (-len(one), one))
    body = "|".join(r"s?\s".join(map(_flexible, one.split())) for one in longest)
    return re.compile(rf"(?<![\w-])(?:{body})(?:s|x)?(?![\w-])", re.IGNORECASE)


def _flexible(word: str) -> str:
    return re.escape(word).replace("’", "[’']")


class Places:
    """Parts of a text that are not to be looked at again."""

    def __init__(self, text: str, places: Iterable[tuple[int, int]] = ()) -> None:
        """Take the first places."""
        self.taken = bytearray(len(text))
        for start, end in places:
            self.take(start, end)

    def take(self, start: int, end: int) -> None:
        """Add a place."""
        self.taken[start:end] = b"\x01" * (end - start)

    def hold(self, start: int, end: int) -> bool:
        """Whether a place lies within those taken."""
        return self.taken.find(0, start, end) < 0


def _broken(
    text: str, sentence: Sentence, french: Language, names: Places, apart: Places
) -> Iterator[Broken]:
    if sentence.words > LONGEST:
        whole = text[sentence.start : sentence.end]
        yield Broken("long_sentence", sentence.start, sentence.end, whole)
    for one in _signs(text, sentence, names):
        if one.rule != "acronym" or not _is_met_daily(one.quote, french):
            yield one
        if one.rule in LETTERS:
            apart.take(one.start, one.end)
    yield from _hard_words(text, sentence, french, apart)


def _signs(text: str, sentence: Sentence, names: Places) -> Iterator[Broken]:
    for sign in signs.ALL:
        for rule, start, end, proposal in sign(sentence, text):
            if not names.hold(start, end):
                yield Broken(rule, start, end, text[start:end], proposal)


def _is_met_daily(initials: str, french: Language) -> bool:
    """Whether the glossary has these initials and people read them often: CV, CDI, not CDDI."""
    small = initials.lower().replace(".", "")
    return small in french.explained and french.frequency(small) >= COMMON


LETTERS = ("acronym", "roman_numeral", "abbreviation")  # these are no words to look up


def _hard_words(text: str, sentence: Sentence, french: Language, apart: Places) -> Iterator[Broken]:
    shouted = text[sentence.start : sentence.end].isupper()
    for index, token in enumerate(sentence.tokens):
        if token.kind != "word" or (not shouted and _is_name(sentence.tokens, index, french)):
            continue
        for piece in _pieces(token, french):
            if not apart.hold(piece.start, piece.end) and _is_hard(piece.text, french):
                proposal = plainer(piece.text, french)
                yield Broken("hard_word", piece.start, piece.end, piece.text, proposal)


def _is_name(tokens: tuple[Token, ...], index: int, french: Language) -> bool:
    """Whether a word is somebody or somewhere: a capital inside the sentence, or a known name."""
    word = ELIDED.sub("", tokens[index].text)
    if not word[:1].isupper():
        return False
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    called = following.istitle() and not ELIDED.match(following) and not following.isupper()
    return index > 0 or called or tables.folded(word) in french.names


def _pieces(token: Token, french: Language) -> Iterator[Token]:
    """The word without its elided article; each part of a compound that is not known whole."""
    if token.text.lower() in WHOLE:
        return
    elided = ELIDED.match(token.text)
    start = token.start + (elided.end() if elided else 0)
    word = token.text[start - token.start :].strip("’'")
    if "-" not in word and "‑" not in word:
        yield Token("word", start, start + len(word), word)
    elif not _is_known(word, french):
        for part in re.finditer(r"[^-‑]+", word):
            yield Token("word", start + part.start(), start + part.end(), part.group())


def _is_hard(word: str, french: Language) -> bool:
    return len(word) > 1 and not any(map(str.isdigit, word)) and not _is_known(word, french)


def _is_known(word: str, french: Language) -> bool:
    small = word.lower().replace("’", "'")
    lemma = french.lemma(small)
    if small in tables.trades() or lemma in tables.trades():
        return True
    return max(french.frequency(small), french.frequency(lemma)) >= COMMON


def plainer(word: str, french: Language) -> str:
    """Return a plainer word for this one; nothing where none is known."""
    small = word.lower()
    return tables.plainer().get(small) or tables.plainer().get(french.lemma(small), "")


def _heavy(
    text: str, found: list[Sentence], french: Language, broken: list[Broken]
) -> Iterator[Broken]:
    """Heavy words and expressions that break no rule, each with its plainer one."""
    taken = Places(text, ((one.start, one.end) for one in broken if one.rule == "hard_word"))
    for match in heavy_expressions().finditer(text):
        key = " ".join(match.group().lower().replace("'", "’").split())
        taken.take(*match.span())
        yield Broken("heavy", *match.span(), match.group(), tables.plainer()[key])
    for sentence in found:
        for index, token in enumerate(sentence.tokens):
            word = ELIDED.sub("", token.text)
            start = token.end - len(word)
            written = word.islower() or (index == 0 and word.istitle())
            proposal = plainer(word, french) if written else ""
            if proposal and not taken.hold(start, token.end):
                yield Broken("heavy", start, token.end, word, proposal)


@lru_cache(maxsize=1)
def heavy_expressions() -> re.Pattern[str]:
    """Return a pattern of the expressions of several words that have a plainer one."""
    several = sorted((one for one in tables.plainer() if " " in one), key=len, reverse=True)
    body = "|".join(r"\s".join(map(_flexible, one.split())) for one in several)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)
