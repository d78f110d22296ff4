"""What else makes a text hard: initials, numerals, shares, asides, short forms, negations."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from webapp.plainfrench import tables
from webapp.plainfrench.passive import passives
from webapp.plainfrench.text import SPACE, Sentence, Token

Sign = tuple[str, int, int, str]  # rule, start, end, proposal

CAPITALS = re.compile(r"(?=.*[A-ZÀ-Ý].*[A-ZÀ-Ý])[A-ZÀ-Ý0-9]{2,}s?$|(?:[A-ZÀ-Ý]\.){2,}$")
ROMAN = re.compile(r"(?P<digits>X{0,3}(?:IX|IV|V?I{0,3}))(?P<rank>er|re|ère|e|ème)?$")
RANKED = {"article", "chapitre", "partie", "titre", "annexe", "phase", "niveau", "groupe", "tome"}
VALUES = {"I": 1, "V": 5, "X": 10}
PERCENT = re.compile(rf"\d+(?:[.,]\d+)?(?:{SPACE}?%|{SPACE}pour[ -]cent\b)|(?<![\w%])%(?!\()", re.I)
SHARES = {
    "10": "1 personne sur 10", "20": "1 personne sur 5", "25": "1 personne sur 4",
    "50": "la moitié", "75": "3 personnes sur 4", "100": "tout, en entier",
}  # fmt: skip
ASIDE = re.compile(r"(?<![:;=8])(?P<open>[(\[])(?P<inside>[^()\[\]\n]*)[)\]]|(?<![:;=8-])\((?=\w)")
NEGATION = re.compile(
    r"\b(?:ne\b|n[’'])[^.!?…;,:]{0,60}?\b(?:pas|plus|jamais|rien|personne|point|guère"
    r"|aucune?s?|nulle?ment|ni)\b", re.I
)  # fmt: skip
REFUSING = (
    r"impossible|inutile|interdit|illégal|illégitime|improbable|incompatible|inacceptable|inconnu"
    r"|inexact|insuffisant|incapable|invisible|irrégulier|malhonnête|négligeable|défavorable"
    r"|déconseillé|exclu|incorrect|indifférent|insensible|mécontent|injuste|infaisable|ignorer?"
    r"|illisible|incomplet|dispensé|refus"
)
TWICE = re.compile(
    rf"\b(?:pas|jamais|non|rien|nullement|guère)[ \u00a0-](?:(?:du tout|été|très|si|d[’']"
    rf"|totalement|entièrement|vraiment)\s*)?(?:{REFUSING})(?:e|s|es|lle|te)?\b"
    r"|\b(?:pas|jamais|rien|aucune?|personne ne|impossible|interdit)\b[^.!?…;,:]{0,60}?\bsans\b"
    rf"|\b(?:rien|personne|aucune?\s\w+)\s(?:ne\s|n[’'])\w+\s(?:{REFUSING})"
    r"|\b(?:impossible|interdit|défendu|déconseillé)[^.!?…;,:]{0,30}\bne pas\b",
    re.I,
)
CLAUSE = re.compile(r"[,;:]|\b(?:et|ou|mais|car|donc|puis)\b", re.I)
CONDITION = re.compile(r"\b(?:si|s[’']|tant que|quand|lorsque|sauf si|à moins)\b", re.I)


def acronyms(sentence: Sentence, text: str) -> Iterator[Sign]:
    """Yield initials that are not spelled out; a sentence all in capitals holds none."""
    words = [token for token in sentence.tokens if token.kind in ("word", "dotted")]
    if len(words) > 2 and text[sentence.start : sentence.end].isupper():
        return
    for token in words:
        for start, piece in _pieces(token):
            bare = piece.replace(".", "")
            if CAPITALS.match(piece) and bare not in tables.everyday() and not _numeral(piece):
                yield "acronym", start, start + len(piece), tables.plainer().get(bare, "")


def _pieces(token: Token) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"[^’'‑-]+", token.text):
        yield token.start + match.start(), match.group()


def numerals(sentence: Sentence, text: str) -> Iterator[Sign]:
    """Yield Roman numerals; one letter alone is one only after `article`, `phase`…"""
    before = ""
    for token in sentence.tokens:
        value = _numeral(token.text)
        alone = len(token.text) == 1 and before not in RANKED
        if value and not alone and token.kind == "word":
            yield "roman_numeral", token.start, token.end, value
        before = token.text.lower().replace("'", "’").rpartition("’")[2]


def _numeral(word: str) -> str:
    """A Roman numeral in digits; nothing where the word is none."""
    match = ROMAN.match(word)
    if match is None or not match["digits"]:
        return ""
    values = [VALUES[letter] for letter in match["digits"]]
    after = [*values[1:], 0]
    total = sum(-one if one < two else one for one, two in zip(values, after, strict=True))
    return f"{total}{match['rank'] or ''}"


def percentages(sentence: Sentence, text: str) -> Iterator[Sign]:
    """Yield shares of a hundred."""
    for match in PERCENT.finditer(text, sentence.start, sentence.end):
        number = re.match(r"[\d.,]*", match.group())
        digits = number.group() if number else ""
        proposal = SHARES.get(digits, f"{digits} sur 100" if digits else "")
        yield "percentage", match.start(), match.end(), proposal


def asides(sentence: Sentence, text: str) -> Iterator[Sign]:
    """Yield what stands in parentheses."""
    for match in ASIDE.finditer(text, sentence.start, sentence.end):
        yield "parenthesis", match.start(), match.end(), (match["inside"] or "").strip()


def short_forms(sentence: Sentence, text: str) -> Iterator[Sign]:
    """Yield abbreviations with the words they stand for."""
    for match in _short_form_pattern().finditer(text, sentence.start, sentence.end):
        if match.group() not in FIRST_NAMES and not _is_unit(match):
            yield "abbreviation", match.start(), match.end(), _whole(match.group())


FIRST_NAMES = ("Max", "Ave", "Tel")  # as they begin a sentence


def _is_unit(match: re.Match[str]) -> bool:
    """Whether `min.` stands for minutes at the end of a sentence: `10 min.`"""
    number = re.search(rf"\d{SPACE}?$", match.string[: match.start()][-3:])
    return number is not None and match.group().lower() == "min."


def _whole(short: str) -> str:
    known, key = tables.abbreviations(), " ".join(short.lower().split())
    return known.get(key) or known.get(f"{key}.", "")


@cache
def _short_form_pattern() -> re.Pattern[str]:
    """All short forms in one pattern, the longest first; a dot of theirs must be written."""
    forms = sorted(tables.abbreviations(), key=len, reverse=True)
    body = "|".join(re.escape(form).replace(r"\ ", SPACE) for form in forms)
    return re.compile(rf"(?<![^\W\d_])(?<![’'.-])(?:{body})(?![\w’'])", re.I)


def negations(sentence: Sentence, text: str) -> Iterator[Sign]:
    """Yield negations that undo each other, or that stand twice in one condition."""
    for match in TWICE.finditer(text, sentence.start, sentence.end):
        yield "double_negation", match.start(), match.end(), ""
        return
    found = list(NEGATION.finditer(text, sentence.start, sentence.end))
    if len(found) > 1 and _belong_together(text, sentence, found):
        yield "double_negation", found[0].start(), found[-1].end(), ""


def _belong_together(text: str, sentence: Sentence, found: list[re.Match[str]]) -> bool:
    between = text[found[0].end() : found[1].start()]
    conditional = CONDITION.search(text, sentence.start, sentence.end)
    return conditional is not None or not CLAUSE.search(between)


def passive(sentence: Sentence, text: str) -> Iterator[Sign]:
    """Yield verbs said from the side of what is done to someone."""
    for start, end in passives(sentence.tokens):
        yield "passive", start, end, ""


ALL: tuple[Callable[[Sentence, str], Iterator[Sign]], ...] = (
    acronyms, numerals, percentages, asides, short_forms, negations, passive,
)  # fmt: skip
