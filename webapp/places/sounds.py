"""How French place names sound, so that a name written by ear finds the name on the map.

`plain` keeps letters and digits, `sound` turns each word into what is heard, `bones` keeps only
what survives any accent, and `distance` says how far apart two sounds are. All of them take one
line or many: the whole gazetteer is spelled out in one go.

Symbols of a sound: a e i o y (u) u (ou), nasals 1 (in) 2 (an) 3 (on), consonants as written, with
c for "ch", j for "j", k for hard c. Mute letters are gone.
"""

import re
import unicodedata

# A grapheme in lower case without accents, then its sound. The first that fits is taken.
GRAPHEMES = [
    # Glued words keep their mute ending: Montpellier, Pontcarré, saintdenis.
    (r"\bmont(?=[bcdfgjklmnpqsv])", "m3"),
    (r"\bpont(?=[bcdfgjklmnpqsv])", "p3"),
    (r"\bsaint(?=[bcdfgjklmnpqsv])", "s1"),
    # An old "s" before "n" is mute: Mesnil, Fresnes, Quesnoy, Rosny.
    (r"(?<=[aeiou])s(?=n)", ""),
    # Endings.
    (r"e?au(?:l?[xt]|[dps])*s?\b", "o"),
    (r"(?<=i)ers?\b", "e"),
    (r"e(?:rs?|z|ts?)\b", "e"),
    (r"(?<=[^\W\d_])es?\b", ""),
    (r"(?<=[^\W\d_])[sxtdzpg]+\b", ""),
    # The "y" of Marseille and Argenteuil.
    (r"e(?:ill?|y)(?=[aeiouy])|eill?\b", "ei"),
    (r"a(?:ill?|y)(?=[aeiouy])|ail\b", "ai"),
    (r"ai(?=[aou])", "ai"),
    (r"ou(?:ill?|y)(?=[aeiouy])|ouill?\b", "ui"),
    (r"(?:o?eu|u?e|oe)ill?(?=e?s?\b)|euill?", "ei"),
    # Nasal vowels: not before a vowel, nor before another n or m.
    (r"oin(?![aeiouynmh])", "u1"),
    (r"(?<=i)en(?![aeiouynmt])", "1"),
    (r"(?:[ae]?[iy]|u)[nm](?![aeiouynmh])", "1"),
    (r"(?:ae|ao|ea|a|e)[nm](?![aeiouynmh])", "2"),
    (r"o[nm](?![aeiouynmh])", "3"),
    # Vowels of several letters.
    (r"e?au", "o"),
    (r"o[uo]", "u"),
    (r"o[iy]", "ua"),
    (r"oeu?|eu", "e"),
    (r"[ae][iy]", "e"),
    (r"ee", "e"),
    # Consonants.
    (r"cch|ch(?=[rl])|[ck]qu?|qu?|ck|kh|cc", "k"),
    (r"s?ch|sh", "c"),
    (r"s?c(?=[eiy])", "s"),
    (r"gn", "ni"),
    (r"gu(?=[eiy])", "g"),
    (r"ge(?=[ao])|g(?=[eiy])", "j"),
    (r"ph", "f"),
    (r"(?<=[aeiouy])s(?=h?[aeiouy])", "z"),
    (r"ss|x", "s"),
    (r"h", ""),
    (r"c", "k"),
    (r"(?<=[bcdfgklmnprst])w", "u"),
    (r"w", "v"),
    (r"u", "y"),
    (r"y", "i"),
]
SPOKEN = re.compile("|".join(f"({written})" for written, _ in GRAPHEMES))
HEARD = ["", *(heard for _, heard in GRAPHEMES)]
TWICE = re.compile(r"([a-z])\1+")
LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o"})
ACCENTS = re.compile("[\u0300-\u036f]+")
SEPARATORS = re.compile(r"[^a-z0-9\n]+")
EDGES = re.compile(r"^ | $", re.MULTILINE)

SYMBOLS = "aeiouy123bcdfgjklmnprstvz0456789"

# What remains of a sound in any accent: one letter for the consonants that are taken for another.
BONES = str.maketrans("pbtdkgfvszcj123", "bbddkkvvsszznnn", "aeiouy")

# The price of hearing one sound for another, when it is less than the full price of 1.
ALIKE: dict[str, dict[str, float]] = {symbol: {symbol: 0.0} for symbol in SYMBOLS}
for price, pairs in {
    0.25: "ei ey uo uy 12",
    0.35: "ae oa 2a 3o 1e pb td kg fv sz cj 23 oe 13 iy 1i",
    0.5: "ai n2 n1 n3 mn m2 m3 m1 sc zj ks kz lr ua",
}.items():
    for pair in pairs.split():
        ALIKE[pair[0]][pair[1]] = ALIKE[pair[1]][pair[0]] = price
LIGHT = dict.fromkeys("ei", 0.3) | dict.fromkeys("aouy", 0.6)  # the price of a vowel too many


def plain(text: str) -> str:
    """Keep lower-case letters without accents and digits, with one space between words."""
    spread = unicodedata.normalize("NFKD", text.translate(LIGATURES).casefold())
    return EDGES.sub("", SEPARATORS.sub(" ", ACCENTS.sub("", spread)))


def sound(words: str) -> str:
    """Turn plain words into what is heard, word by word."""
    heard = SPOKEN.sub(lambda match: HEARD[match.lastindex or 0], words)
    return TWICE.sub(r"\1", heard)


def bones(heard: str) -> str:
    """Keep the consonants of a sound that every accent keeps."""
    return TWICE.sub(r"\1", heard.translate(BONES))


def distance(first: str, second: str, limit: float) -> float:
    """The least price of turning one sound into the other; past the limit, any price above it."""
    row = [0.0]
    for symbol in second:
        row.append(row[-1] + LIGHT.get(symbol, 1.0))
    for symbol in first:
        row = next_row(row, symbol, second)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def next_row(row: list[float], symbol: str, second: str) -> list[float]:
    """One more row of the table of prices, for one more symbol of the first sound."""
    dropped, alike = LIGHT.get(symbol, 1.0), ALIKE[symbol]
    last = row[0] + dropped
    fresh = [last]
    for index, other in enumerate(second):
        swapped = row[index] + alike.get(other, 1.0)
        shorter, longer = row[index + 1] + dropped, last + LIGHT.get(other, 1.0)
        last = shorter if shorter < longer else longer
        if swapped < last:
            last = swapped
        fresh.append(last)
    return fresh
