"""What a translation must keep of its French: what is filled in, digits, tags, numbers of forms."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

FRENCH, CLOSED = "\u2066", "\u2069"
FILLED = re.compile(r"%\((\w+)\)[sd]")
TAGS = re.compile(r"</?\w+[^>]*>")
PARTED = re.compile(r"\d \d")
INVISIBLE = re.compile(r"[\u200e\u200f\u202a-\u202e\u2067\u2068]")
WORD = re.compile(r"[^\W\d_]{2,}")
LETTERS = {
    "ar": re.compile(r"[\u0621-\u064a]"),
    "uk": re.compile(r"[\u0400-\u04ff]"),
}
ENDS = {".": ".", "?": "?", "؟": "?", "!": "!", ":": ":", "…": "…", ",": ",", "،": ","}
# Proper names and initials of French life: people meet them on papers and doors, and must be able
# to show them. In a translation they stand in French, marked.
KEPT = (
    "CACES",
    "CDD",
    "CDDI",
    "CDI",
    "France Services",
    "France Travail",
    "Mission locale",
    "PASS IAE",
    "RQTH",
    "RSA",
    "SIAE",
    "À deux pas",
)
# What needs no translation: names, initials, signs, letters, examples of what one types.
SAME = re.compile(
    r"À deux pas|Aa|Atom|JSON|OpenAPI|CDD|CDI|CV|RIB|SMS|PDF|QR|17Cyber|France Services|"
    r"France Travail|France Victimes|Info Escroqueries|Caf|CAF|CPF|RSA|RQTH|Cap emploi|CACES|"
    r"GEIQ|ESAT|EA|PASS IAE|SIAE|ACI|EI|AI|ETTI|EITI|PLIE|CCAS|IAE|BTP|CESU|SMIC|Smic|"
    r"FLE|CAP|km|kg|min|Ko|OpenDyslexic|Andika|Atkinson Hyperlegible Next|Atkinson"
)
Check = Callable[[str, str], str]


def faults(
    said: str | tuple[str, ...], string: str | tuple[str, ...], locale: str, forms: int
) -> list[str]:
    """Return what is wrong with a translation; an empty list lets it in.

    `said` is the French, in both numbers where it counts; `string` the translation, in as many
    `forms` as the language has.
    """
    if isinstance(said, str) != isinstance(string, str):
        return ["one sentence for one, a list of forms for what counts"]
    if isinstance(said, str) and isinstance(string, str):
        return sorted({*faults_of(said, string, locale), *unfilled(said, string)})
    if len(string) != forms:
        return [f"{forms} forms are needed, not {len(string)}"]
    return sorted({fault for one in string for fault in faults_of_form(said[-1], one, locale)})


def faults_of_form(said: str, form: str, locale: str) -> Iterator[str]:
    """Yield what is wrong with one form; a form for one or two things need not say the number."""
    strange = set(FILLED.findall(form)) - set(FILLED.findall(said))
    yield from (f"%({name})s is not in the French" for name in sorted(strange))
    if not form.strip():
        yield "a form is empty"
    yield from faults_of(FILLED.sub("", said), FILLED.sub("", form), locale, counts=True)


def faults_of(said: str, string: str, locale: str, *, counts: bool = False) -> Iterator[str]:
    """Yield what is wrong with a translation, besides what is filled in."""
    checks: tuple[Check, ...] = (spaces, tags, ends, invisible, marks, names_marked)
    for check in checks if counts else (*checks, digits):
        fault = check(said, string)
        if fault:
            yield fault
    if not is_translated(said, string, locale):
        yield "it is still in French"
    if locale == "ar" and PARTED.search(FILLED.sub("", string)):
        yield "inside a number, spaces that do not break: others turn its parts round"


def unfilled(said: str, string: str) -> Iterator[str]:
    """Yield what the French fills in and the translation does not, or the reverse."""
    wanted = Counter(match[0] for match in FILLED.finditer(said))
    found = Counter(match[0] for match in FILLED.finditer(string))
    yield from (f"{name} is missing" for name in sorted(set(wanted) - set(found)))
    yield from (f"{name} is not in the French" for name in sorted(set(found) - set(wanted)))
    if wanted and "%" in FILLED.sub("", string).replace("%%", ""):
        yield "a % alone: write %%"


def spaces(said: str, string: str) -> str:
    """The same spaces at both ends."""
    ends_of = re.compile(r"^\s*|\s*$")
    return "" if ends_of.findall(said) == ends_of.findall(string) else "spaces at the ends differ"


def tags(said: str, string: str) -> str:
    """The same tags of HTML, as many times."""
    same = Counter(TAGS.findall(said)) == Counter(TAGS.findall(string))
    return "" if same else "the tags differ"


def digits(said: str, string: str) -> str:
    """The same numbers, in the digits that phones and buses show here."""
    # “9 h” is “9:00” where people write it so.
    found = re.findall(r"\d", FILLED.sub("", string).replace(":00", ":"))
    if any(not digit.isascii() for digit in found):
        return "digits are 0 to 9"
    wanted = re.findall(r"\d", FILLED.sub("", said).replace(":00", ":"))
    return "" if sorted(wanted) == sorted(found) else f"digits differ: {''.join(wanted)}"


def ends(said: str, string: str) -> str:
    """The same mark at the end."""
    wanted, found = ENDS.get(last(said), ""), ENDS.get(last(string), "")
    return "" if wanted == found else f"the end differs: {wanted or 'no mark'}"


def last(text: str) -> str:
    """Return the last sign of a sentence, past tags, quotes and brackets."""
    return TAGS.sub("", text).rstrip(' \u00a0\u202f\n»”")’' + CLOSED)[-1:]


def invisible(_said: str, string: str) -> str:
    """No invisible sign of direction: the page isolates what needs it."""
    return "an invisible sign of direction" if INVISIBLE.search(string) else ""


def marks(_said: str, string: str) -> str:
    """Each French word left is opened and closed."""
    flat = re.sub(rf"{FRENCH}[^{FRENCH}{CLOSED}]+{CLOSED}", "", string)
    return "[[ and ]] do not match" if re.search(rf"[{FRENCH}{CLOSED}]|\[\[|\]\]", flat) else ""


def names_marked(_said: str, string: str) -> str:
    """The French names and initials that stand in a translation are marked as French."""
    outside = re.sub(rf"{FRENCH}[^{CLOSED}]+{CLOSED}", "", string)
    left = [name for name in KEPT if re.search(rf"\b{name}\b", outside)]
    return f"mark as French: [[{left[0]}]]" if left else ""


def is_translated(said: str, string: str, locale: str) -> bool:
    """Return whether the words are no longer French, where there were any to translate."""
    if not WORD.search(SAME.sub("", bare(said))):
        return True
    if locale in LETTERS:
        outside = re.sub(rf"{FRENCH}[^{CLOSED}]+{CLOSED}", "", string)
        return bool(LETTERS[locale].search(string)) or not WORD.search(bare(outside))
    return bare(said) != bare(string) or len(WORD.findall(bare(said))) < 3


def bare(text: str) -> str:
    """Return the words of a sentence alone."""
    return FILLED.sub("", TAGS.sub("", text))
