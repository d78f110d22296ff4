"""What someone typed to say where: a name, a postcode, a département, a district, or several.

One text can be read in several ways ("Romans-sur-Isère", or Romans, in Isère). Each way is a
`Reading`, the most literal first; `matching` looks them all up and keeps the likeliest.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from webapp.places.sounds import plain, sound

LONGEST = 100  # characters read
BETWEEN = re.compile(r"\s*[,;/+&]\s*|\s+(?:ou|et)\s+")  # two towns, one or the other
SHORT = {
    "st": ["saint"],
    "ste": ["sainte"],
    "sts": ["saints"],
    "ss": ["sous"],
    "lez": ["les"],
    "gd": ["grand"],
    "gde": ["grande"],
    "mt": ["mont"],
    "nd": ["notre", "dame"],
    "jabite": ["j", "habite"],
    "chui": ["suis"],
}
AROUND = [
    line.split()
    for line in (Path(__file__).parent / "data" / "words_around.txt")
    .read_text("utf-8")
    .splitlines()
    if line and not line.startswith("#")
]
LEAD = frozenset(line[-1] for line in AROUND)
TAIL = frozenset(line[-1] for line in AROUND if line[0] == "+")
ABROAD = frozenset(
    plain(name.casefold())
    for line in (Path(__file__).parent / "data" / "abroad.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for name in line.split(",")
)
NEAR = frozenset(["pres", "proche", "cote"])
DISTRICT = re.compile(r"arr(?:t|dt|on\w*)?|ardt|a?rr?ondi\w*")
UNSAID = 3  # letters without a vowel that are the exact name of a place, or none
VOWELS = frozenset("aeiou")
PHONE = re.compile(r"\d(?: ?\d){6,}")
ORDINAL = re.compile(r"(\d{1,2})(?:er|ere|e|em|eme|emme|ieme|iem|nd|nde)?")
SUFFIX = re.compile(r"er|ere|e|em|eme|emme|ieme|iem|nd|nde")
ROMAN = re.compile(r"(?=[xvi]{2}|[xvi]+e)(x{0,2})(ix|iv|v?i{0,3})(?:(?<=\bi)er|e|em|eme|ieme)?")
ONES = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
CARDINALS = [
    *("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze"),
    *("douze", "treize", "quatorze", "quinze", "seize", "dixsept", "dixhuit", "dixneuf", "vingt"),
]
NUMBERS = {
    sound(word): number
    for number, cardinal in enumerate(CARDINALS, start=1)
    for stem in [re.sub("f$", "v", re.sub("q$", "qu", cardinal.removesuffix("e")))]
    for word in (cardinal, stem + "ieme", stem + "iem")
} | {sound("premier"): 1, sound("premiere"): 1, sound("second"): 2, sound("seconde"): 2}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a text: plain words of a name, and what else was said about the place."""

    words: tuple[str, ...]
    postcode: str = ""  # 1 to 5 digits
    departements: frozenset[str] = frozenset()
    district: int = 0
    doubt: float = 0.0  # how much less literal than the text
    sharp: frozenset[str] = frozenset()  # words that ended with "é"
    literal: bool = False  # to be found as it is written or not at all
    trimmed: bool = False  # without words that may have been part of the name
    parted: bool = False  # of a city with districts, or wrong


def readings(query: str, departements: Mapping[str, frozenset[str]]) -> list[Reading]:
    """Every way to read the text; none where it names a place abroad.

    The départements are known by their plain names and codes.
    """
    words = expand(plain(re.sub(r"\bs\s*/", " sur ", query[:LONGEST].casefold())))
    words, postcode = take_postcode(words)
    words, district, codes = take_numbers(words, departements)
    sharp = frozenset(map(plain, re.findall(r"\w+[éèê]s?\b", query[:LONGEST].casefold())))
    first = Reading(tuple(words), postcode, codes, district, sharp=sharp)
    found = {first: None}
    for reading in [first, *without_noise(first)]:
        found |= dict.fromkeys([reading, *in_other_words(reading, departements)])
    return [] if any(map(is_abroad, found)) else literal_if_noise(list(found))


def several(query: str, departements: Mapping[str, frozenset[str]]) -> list[str]:
    """The towns of a text that names some, one or the other; none where it names one.

    What says more of a town is none: `Valence, Drôme`, `Lyon, 69003`, `Paris 18 ou 19`.
    """
    said = [part for part in BETWEEN.split(query[:LONGEST].casefold()) if part]
    words = [expand(plain(part)) for part in said]
    hints = ("".join(one).isdigit() or " ".join(one) in departements for one in words)
    is_one = len(said) < 2 or any(hints) or plain(query) in departements
    return [] if is_one else said


def is_abroad(reading: Reading) -> bool:
    """Return whether this names another country or its town, and says nothing of France."""
    return not (reading.postcode or reading.departements) and " ".join(reading.words) in ABROAD


def expand(text: str) -> list[str]:
    """Words, abbreviations written out, digits apart from the letters before them."""
    words = re.sub(r"(?<=[a-z])(?=\d)", " ", text).split()
    last = len(words) - 1
    full = [w for i, x in enumerate(words) for w in (SHORT.get(x, [x]) if i < last else [x])]
    return ["sur" if w == "s" and 0 < i < len(full) - 1 else w for i, w in enumerate(full)]


def take_postcode(words: list[str]) -> tuple[list[str], str]:
    """Take out five digits, or two and three, or three or four that are all there is."""
    text = PHONE.sub("", " ".join(words)).strip()
    match = re.search(r"\b(?:f )?(\d\d) ?(\d{3})\b", text)
    if match:
        return (text[: match.start()] + text[match.end() :]).split(), match[1] + match[2]
    if re.fullmatch(r"\d{1,5}", text):
        return [], text
    return text.split(), ""


def take_numbers(
    words: list[str], departements: Mapping[str, frozenset[str]]
) -> tuple[list[str], int, frozenset[str]]:
    """Take out the numbers, each of which may be a district, a département, or both."""
    kept: list[str] = []
    district, codes = 0, frozenset[str]()
    for word in words:
        if word.isdigit() or word in ("2a", "2b"):
            codes = departements.get(word, codes)
        number = number_of(word) if len(words) > 1 else 0
        district = number or district
        suffix = SUFFIX.fullmatch(word) and district
        is_part = len(words) > 1 and DISTRICT.fullmatch(word)
        if not (number or suffix or word[0].isdigit() or is_part):
            kept.append(word)
    return kept, district, codes


def number_of(word: str) -> int:
    """The number that a word of digits, or of Roman digits with an ending, says; or 0."""
    if match := ORDINAL.fullmatch(word):
        return int(match[1])
    match = ROMAN.fullmatch(word)
    return 10 * len(match[1]) + ONES[match[2]] if match else 0


def without_noise(reading: Reading) -> Iterator[Reading]:
    """The name alone, when there are words around it; and what comes before "près de"."""
    words = list(reading.words)
    for at, word in enumerate(words[1:], start=1):
        if word in NEAR and words[at + 1 : at + 2] == ["de"] and not LEAD.issuperset(words[:at]):
            words = words[:at]
            break
    while words and words[0] in LEAD:
        words.pop(0)
    while words and words[-1] in (LEAD if reading.words[: len(words)] != tuple(words) else TAIL):
        words.pop()
    if tuple(words) != reading.words:
        yield replace(reading, words=tuple(words), doubt=0.1, trimmed=True)


def in_other_words(
    reading: Reading, departements: Mapping[str, frozenset[str]]
) -> Iterator[Reading]:
    """The reading with a number said in words, a département by its name, a glued "st"."""
    words = reading.words
    if rest := with_number(words):
        doubt = reading.doubt + 0.1
        yield replace(reading, words=rest[0], district=rest[1], doubt=doubt, parted=True)
    for size in range(1, min(len(words), 6) + 1):
        codes = departements.get(" ".join(words[-size:]))
        if codes and (not reading.departements or codes & reading.departements):
            name = before(words[:-size])
            yield replace(reading, words=name, departements=codes, doubt=reading.doubt + 0.1)
    for glued, full in (("ste", "sainte"), ("st", "saint")):
        if words and words[0].startswith(glued) and len(words[0]) > len(glued) + 2:
            split = (full, words[0][len(glued) :], *words[1:])
            yield replace(reading, words=split, doubt=reading.doubt + 0.2)
    yield from of_a_saint(reading)


def of_a_saint(reading: Reading) -> Iterator[Reading]:
    """The same with the saint left out: `brieuc 22`."""
    hinted = reading.postcode or reading.departements
    if reading.words and hinted and reading.words[0] not in ("saint", "sainte"):
        words = ("saint", *reading.words)
        yield replace(reading, words=words, doubt=reading.doubt + 0.2, literal=True)


def with_number(words: tuple[str, ...]) -> tuple[tuple[str, ...], int] | None:
    """The other words and the number, when one or two words in a row say a number up to 20."""
    for size in (2, 1):
        for at in range(len(words) - size + 1):
            number = NUMBERS.get(sound("".join(words[at : at + size])))
            if number and len(words) > size:
                return words[:at] + words[at + size :], number
    return None


def before(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without those that introduce what follows: "dans la", "en", "département de"."""
    kept = list(words)
    while kept and kept[-1] in LEAD:
        kept.pop()
    return tuple(kept)


def literal_if_noise(found: list[Reading]) -> list[Reading]:
    """When nothing but noise was said, the words count only as the exact name of a place."""
    if any(not LEAD.issuperset(reading.words) or reading.postcode for reading in found):
        named = [r for r in found if r.words or r.postcode or r.departements]
        return [replace(r, literal=True) if is_unsaid(r) else r for r in named]
    whole = [r for r in found if r.departements or (r.words and not r.trimmed)]
    return [replace(r, literal=bool(r.words)) for r in whole]


def is_unsaid(reading: Reading) -> bool:
    """Tell whether a few letters cannot be said as a name: `xyz`, `s`."""
    letters = "".join(reading.words)
    return 0 < len(letters) <= UNSAID and VOWELS.isdisjoint(letters) and not reading.postcode


def edges(reading: Reading) -> Iterator[Reading]:
    """The first words alone, then the last: for a town and its quarter, in either order."""
    for size in range(len(reading.words) - 1, 0, -1):
        for part in (reading.words[:size], reading.words[-size:]):
            yield replace(reading, words=part, literal=True, trimmed=False, doubt=1.2)
