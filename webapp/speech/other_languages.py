"""Texts in other languages than French as a voice should read them: phones, amounts, signs."""

import re
from collections.abc import Mapping

from webapp.speech.counting import in_words

SPACES = re.compile(r"[\u00a0\u202f\u2009\u2007\s]+")
NOT_SAID = re.compile(
    r"[\u200b-\u200f\u2060\ufe0f\U0001f000-\U0001faff\u2600-\u27bf«»“”\"*_#<>\[\]]"
)
LINK = re.compile(r"(?:https?://|www\.)\S*\w/?|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\d+])(?:\+33 ?|0)[1-9](?:[ .-]?\d\d){4}(?!\d)")
THOUSANDS = re.compile(r"(?<![\d.,])(\d{1,3})((?:[ ]\d{3})+)(?!\d)")
AMOUNT = re.compile(r"€ ?(\d+)(?:[.,](\d\d))?|(\d+)(?:[.,](\d\d))? ?€")
UNIT = re.compile(r"(?<=\d) ?(km|min|m|h|kg|%)(?![\w’'])")

# The word for euro, then for each unit; a unit that is not there is left to the voice.
WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "€": "euros",
        "km": "kilometres",
        "m": "metres",
        "min": "minutes",
        "h": "hours",
        "kg": "kilos",
        "%": "percent",
        "link": "the link",
    },
    "es": {
        "€": "euros",
        "km": "kilómetros",
        "m": "metros",
        "min": "minutos",
        "h": "horas",
        "kg": "kilos",
        "%": "por ciento",
        "link": "el enlace",
    },
    "pt": {
        "€": "euros",
        "km": "quilómetros",
        "m": "metros",
        "min": "minutos",
        "h": "horas",
        "kg": "quilos",
        "%": "por cento",
        "link": "a ligação",
    },
    "tr": {
        "€": "avro",
        "km": "kilometre",
        "m": "metre",
        "min": "dakika",
        "dk": "dakika",
        "h": "saat",
        "kg": "kilo",
        "link": "bağlantı",
    },
    "uk": {"€": "євро", "link": "посилання"},
    "ar": {"€": "يورو", "link": "الرابط"},
}
DIGITS_IN_WORDS = frozenset({"en", "es", "pt", "tr", "uk", "ar"})  # num2words knows them


def digit(figure: str, language: str) -> str:
    """Return a digit in words."""
    if language not in DIGITS_IN_WORDS:
        return figure
    return in_words(int(figure), language)


def phone(text: str, language: str) -> str:
    """Return a phone number digit by digit, with a breath after each two."""
    digits = re.sub(r"^\+33", "0", text)
    digits = re.sub(r"\D", "", digits)
    pairs = [digits[at : at + 2] for at in range(0, len(digits), 2)]
    return ", ".join(" ".join(digit(figure, language) for figure in pair) for pair in pairs)


def amount(found: re.Match[str], euro: str) -> str:
    """Return an amount with its word between euros and cents, as people say it."""
    euros, cents = found[1] or found[3], found[2] or found[4]
    return f"{euros} {euro} {cents}" if cents and int(cents) else f"{euros} {euro}"


def said(text: str, language: str) -> str:
    """Return a sentence of this language as a voice should read it."""
    words = WORDS.get(language, {})
    text = SPACES.sub(" ", text)
    text = LINK.sub(words.get("link", ""), NOT_SAID.sub("", text))
    text = PHONE.sub(lambda found: phone(found[0], language), text)
    text = THOUSANDS.sub(lambda found: found[1] + found[2].replace(" ", ""), text)
    if "€" in words:
        text = AMOUNT.sub(lambda found: amount(found, words["€"]), text)
    text = UNIT.sub(lambda found: f" {words.get(found[1], found[1])}", text)
    text = re.sub(r"\s*[–—·•|()/]\s*", ", ", text)
    text = re.sub(r"\s+([,.;:])", r"\1", text)
    return re.sub(
        r",(?: ?,)+|,(?=[.!?;:])|^[ ,]+|[ ,]+$", lambda f: "," if ", " in f[0] else "", text
    )
