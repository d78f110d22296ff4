"""Written French as it is said: amounts, hours, phones, dates, short forms and letters in words.

Voices read many of these wrongly, each in its own way; in words, all read them alike.
"""

import re
from collections.abc import Callable

from webapp.speech.counting import in_words
from webapp.speech.french_words import (
    DAYS,
    EACH,
    MONTHS,
    SAID,
    SHORT_FORMS,
    SIGNS,
    SPELLED,
    UNITS,
)

Found = re.Match[str]
Step = tuple[re.Pattern[str], str | Callable[[Found], str]]
HALF = "5"  # after the comma: “1,5 h” is an hour and a half
MONTH_NAMES = tuple(MONTHS)
LAST_DAY, LAST_MONTH = 31, 12
CENTURY = 2000
SEVERAL = 2  # French counts 1,9 as one


def number(value: int, *, feminine: bool = False) -> str:
    """Return a whole number in words; only “un” knows a gender."""
    words = in_words(value, "fr")
    return words + "e" if feminine and words.endswith("un") else words


def decimal(text: str) -> str:
    """Return a number such as `1,2` in words."""
    whole, _, part = text.replace(".", ",").partition(",")
    part = part.rstrip("0")
    if not part:
        return number(int(whole))
    zeros = "zéro " * (len(part) - len(part.lstrip("0")))
    return f"{number(int(whole))} virgule {zeros}{number(int(part))}"


def money(found: Found) -> str:
    """Say an amount: “12,10 €” is “douze euros dix”."""
    euros, cents = int(found["euros"]), int((found["cents"] or "0").ljust(2, "0"))
    cents_said = number(cents) if cents else ""
    if not euros and cents:
        return f"{cents_said} centime{'s' if cents > 1 else ''}"
    unit = "euro" if euros < SEVERAL else "euros"
    of = "d’" if euros and euros % 1_000_000 == 0 else ""
    return f"{number(euros)} {of}{unit} {cents_said}".rstrip()


def to(found: Found) -> str:
    """Say the first number of a range whose unit comes after the second."""
    return f"{number(int(found[1]))} à "


def to_hours(found: Found) -> str:
    """Say the first hour of a range whose “h” comes after the second: “20 à 26 h”."""
    return f"{number(int(found[1]), feminine=True)} à "


def rate(found: Found) -> str:
    """Say what follows a bar: “12 €/h” is “12 € de l’heure”."""
    return f"{found[1]} {EACH[found[2]]}"


def hours(hour: str, minutes: str | None) -> str:
    """Say an hour of the day, or a length of time."""
    if int(hour) == 0 and not int(minutes or 0):
        return "minuit" if len(hour) > 1 else "zéro heure"
    said = f"{number(int(hour), feminine=True)} heure{'s' if int(hour) > 1 else ''}"
    rest = number(int(minutes), feminine=True) if minutes and int(minutes) else ""
    return f"{said} {rest}".rstrip()


def hour(found: Found) -> str:
    """Say one hour: “17 h 30” is “dix-sept heures trente”."""
    return hours(found["h"], found["m"] or found["n"])


def decimal_hours(found: Found) -> str:
    """Say hours with a comma: “1,5 h” is “une heure et demie”."""
    whole, part = found[1], found[2].rstrip("0")
    if part == HALF:
        return f"{hours(whole, None)} et demie" if int(whole) else "une demi-heure"
    return f"{decimal(f'{whole},{part}')} heures" if part else hours(whole, None)


def minutes(found: Found) -> str:
    """Say a number of minutes."""
    count = int(found[1])
    return f"{number(count, feminine=True)} minute{'s' if count > 1 else ''}"


def phone(found: Found) -> str:
    """Say a phone number by pairs, with a breath between them."""
    digits = "0" + re.sub(r"\D", "", found["rest"])
    return by_pairs(digits)


def by_pairs(digits: str) -> str:
    """Say digits two by two: “06 01” is “zéro six, zéro un”."""
    pairs = [digits[at : at + 2] for at in range(0, len(digits), 2)]
    return ", ".join(pair_said(pair) for pair in pairs)


def pair_said(pair: str) -> str:
    """Say one or two digits; a zero in front is said."""
    return (
        f"zéro {number(int(pair[1:]))}" if len(pair) > 1 and pair[0] == "0" else number(int(pair))
    )


def short_phone(found: Found) -> str:
    """Say a number of four digits that helps people: “39 19”."""
    return f"{found[1]} {by_pairs(found[2] + found[3]).replace(',', '')}"


def postcode(found: Found) -> str:
    """Say a postcode as people do: “69120” is “soixante-neuf, cent vingt”."""
    last = found[2]
    zeros = "zéro " * (3 - len(last.lstrip("0")))
    if not int(last):
        return f"{pair_said(found[1])} mille"
    return f"{pair_said(found[1])}, {zeros}{number(int(last))}"


def day_said(day: int) -> str:
    """Say the day of a month."""
    return "premier" if day == 1 else number(day)


def date(found: Found) -> str:
    """Say a date in figures; what is none stays as it is."""
    day, month, year = int(found["d"]), int(found["mo"]), found["y"]
    if not (1 <= day <= LAST_DAY and 1 <= month <= LAST_MONTH):
        return found[0]
    full = int(year) + (CENTURY if len(year) < len("2000") else 0) if year else None
    said = f"{day_said(day)} {MONTH_NAMES[month - 1]}"
    return f"{said} {number(full)}" if full else said


def named_date(found: Found) -> str:
    """Say a date whose month is a word, perhaps shortened."""
    day, year = int(found["d"]), found["y"]
    if not 1 <= day <= LAST_DAY:
        return found[0]
    said = f"{day_said(day)} {MONTH_OF[found['mo'].lower().rstrip('.')]}"
    return f"{said} {number(int(year))}" if year else said


MONTH_OF = {
    short: name for name, shorts in MONTHS.items() for short in (name, *shorts.split()) if short
}


def weekday(found: Found) -> str:
    """Say a day of the week written short."""
    return DAYS[found[1].lower()]


def ordinal(found: Found) -> str:
    """Say a rank: “2e” is “deuxième”."""
    if int(found[1]) == 1:
        return "première" if found[2] in ("re", "ère", "ere") else "premier"
    return in_words(int(found[1]), "fr", "ordinal")


def unit(one: str, several: str) -> Callable[[Found], str]:
    """Return how to say a number of this unit."""

    def say(found: Found) -> str:
        few = float(found[1].replace(",", ".")) < SEVERAL
        return f"{decimal(found[1])} {one if few else several}"

    return say


def letters(found: Found) -> str:
    """Say a word in capitals: letter by letter, as a word, or as it stands."""
    word = found[0]
    if word in SAID:
        return SAID[word]
    if word in SPELLED or not set(word) & set("AEIOUYÉÈ"):
        return " ".join(word)
    return word if len(word) < len("SMIC") else word.capitalize()


def step(pattern: str, said: str | Callable[[Found], str], flags: int = 0) -> Step:
    """Return one thing to do to a text."""
    return re.compile(pattern, flags), said


PAIRS = r"(?P<rest>[1-9](?:[ .-]?\d\d){4})"
HOUR = r"(?P<h>\d{1,2}) ?(?:[hH](?: ?(?P<m>[0-5]\d))?(?![\w’])|:(?P<n>[0-5]\d)(?!\d))"
ANY_HOUR = r"\d{1,2} ?[hH](?: ?[0-5]\d)?"
MONTH = "|".join(sorted(MONTH_OF, key=len, reverse=True))
YEAR = r"(?: (?P<y>\d{4})\b)?"
WEEKDAY = "|".join(f"[{day[0].upper()}{day[0]}]{day[1:]}" for day in DAYS)

STEPS: tuple[Step, ...] = (
    step(r"[\u00a0\u202f\u2009\u2007\s]+", " "),
    step(r"[\u200b-\u200f\u2060\ufe0f\U0001f000-\U0001faff\u2600-\u27bf«»“”\"*_#]", ""),
    step(r"(?:https?://|www\.)\S*\w/?", "le lien"),
    step(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+", "l’adresse e-mail"),
    # numbers that are names: phones, postcodes
    step(rf"(?<![\d+])(?:\+33 ?(?:\(0\) ?)?|0){PAIRS}(?!\d)", phone),
    step(r"\b(au|le|numéro) (3[0-9]) ?(\d\d)(?![\d,]| ?[€%h\d])", short_phone),
    step(r"\b(\d\d)(\d{3})(?= [A-ZÀ-Ý])", postcode),
    # thousands
    step(r"(?<!\d)(\d{1,3})((?:[ .]\d{3})+)(?!\d)", lambda f: f[1] + re.sub(r"\D", "", f[2])),
    step(r"\b(\d+) ?k€", r"\g<1>000 €"),
    # amounts
    step(r"€ ?(\d+(?:[,.]\d{1,2})?)", r"\1 €"),
    step(r"\bEUR\b", "€"),
    step(r"(\d) ?[-–] ?(?=\d+(?:,\d+)? ?€)", r"\1 à "),
    step(r"(?<![\d,])(\d+) à (?=\d+ ?€)", to),
    step(r"(\d+(?:,\d+)?) à (?=\d+(?:,\d+)? ?€)", r"\1 € à "),
    step(rf"(€) ?/ ?({'|'.join(EACH)})\b\.?", rate),
    step(r"€ (?:brut|net) ?/ ?(h)\b", r"€ de l’heure"),
    step(r"(?P<euros>\d+)(?:[,.](?P<cents>\d{1,2}))? ?€", money),
    # dates, before bars and hours
    step(rf"\b({WEEKDAY})\. ?[-–] ?({WEEKDAY})\.", r"du \1. au \2."),
    step(rf"\b({WEEKDAY})\.(?= ?\d| (?:au|à|et|de)\b|,)", weekday),
    step(rf"(?<=\b(?:au|et) )({WEEKDAY})\.(?=\W|$)", weekday),
    step(r"\b(?P<d>\d{1,2})/(?P<mo>\d{1,2})/(?P<y>\d{4}|\d\d)\b", date),
    step(r"(?<=\b[dl][eu] |\bau )(?P<d>\d{1,2})/(?P<mo>\d{1,2})(?P<y>(?!/))\b(?!/)", date),
    step(
        rf"\b(?P<d>\d{{1,2}})(?:er)? (?P<mo>{MONTH})\b\.?(?: (?P<y>\d{{4}})\b)?", named_date, re.I
    ),
    # hours
    step(r"(\d) ?[x×] ?(?=\d)", r"\1 fois "),
    step(r"\b24 ?h ?(?:/|sur) ?24\b", "vingt-quatre heures sur vingt-quatre"),
    step(
        r"\b([1-7]) ?(?:j|jours?) ?(?:/|sur) ?7\b",
        lambda f: f"{number(int(f[1]))} jour{'s' if f[1] != '1' else ''} sur sept",
    ),
    step(r"\b([hH]|heures?) ?/ ?(sem|semaine|mois|jour|j|an)\b\.?", lambda f: f"h {EACH[f[2]]}"),
    step(r"\b(\d+),(\d+) ?h\b", decimal_hours),
    step(rf"(?<!de )(?<![\d:])({ANY_HOUR}) ?[-–] ?(?={ANY_HOUR})", r"de \1 à "),
    step(rf"({ANY_HOUR}) ?[-–] ?(?={ANY_HOUR})", r"\1 à "),
    step(rf"(?<![hH] )(?<![hH\d,])(\d{{1,2}})(?: à | ?[-–] ?)(?={ANY_HOUR})", to_hours),
    step(rf"(?<!\d){HOUR}", hour),
    step(r"\b(\d+) ?h(?:eures?)?(?!\w|’)", lambda f: hours(f[1], None)),
    step(r"\b(\d+) ?(?:min|mn)\b\.?", minutes),
    # ranges and ranks
    step(r"(\d) ?[-–] ?(?=\d)", r"\1 à "),
    step(r"\b(\d+)(ers?|re|ère|ere|e|è|ème|eme)\b", ordinal),
    step(r"(?<!\w)\+ de (?=\d)", "plus de "),
    step(r"(?<!\w)> ?(?=\d)", "plus de "),
    step(r"(?<!\w)< ?(?=\d)", "moins de "),
    step(r" ?\+ ?", " plus "),
    # short forms and letters
    step(r"\(?\b(?:[HF] ?/ ?[HF]|[hf]/[hf])\b\)?", "homme ou femme"),
    *(step(pattern, said) for pattern, said in SHORT_FORMS.items()),
    *(
        step(rf"(?<![\w,])(\d+(?:,\d+)?) ?(?:{written})(?![\w’²³/])", unit(*said))
        for written, said in UNITS.items()
    ),
    step(r"\bet/ou\b", "ou"),
    step(r"(?<=\w) ?/ ?(jour|semaine|mois|an|personne)\b", r" par \1"),
    step(r"(?<=\w)(?:\(e\)s?|[·.]e[·.]s|[·]e|-e-s)(?!\w)", lambda f: "s" if "s" in f[0] else ""),
    step(r"(?<=[^\W\d])/(?=[^\W\d])", " ou "),
    step(r"\b[A-ZÉÈ]{2,}\b", letters),
    step(r"\b([A-Z])(\d{2,})\b", r"\1 \2"),
    step(r"[<>\\^~`]|\[\[|\]\]", " "),
    *(step(re.escape(sign), said) for sign, said in SIGNS.items()),
    # breaths
    step(r"\s*/\s*", ", "),
    step(r"\s+", " "),
    step(r" ?(?:, ?)+(?=[.!?:;,])|^[ ,]+|[ ,]+$", ""),
    step(r" ([.,])", r"\1"),
    step(r",(?: ?,)+", ","),
)


def said(text: str) -> str:
    """Return a written French sentence as a voice must read it; always of one line."""
    for pattern, words in STEPS:
        text = pattern.sub(words, text)
    return text.strip()
