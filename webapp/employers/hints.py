"""What an employer's own words could say more simply: advice, which never stops anyone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.plainfrench.checking import quick_report
from webapp.plainfrench.rules import Broken, Report

MOST = 6  # shown at once: more would not be read
SHOWN = 6  # words by which a long sentence is recognised
BEFORE = 3  # words that tell where it may be cut
JOINT = re.compile(
    r"[,;:]\s|\s(?=(?:et|mais|car|afin|pour|puis|donc|dans|avec|qui|où|lorsque|parce)\b)"
)
ADVICE = {
    "hard_word": _l("Mot difficile : dites-le avec un mot de tous les jours."),
    "acronym": _l("Écrivez les mots en entier."),
    "abbreviation": _l("Écrivez le mot en entier."),
    "passive": _l("Dites qui le fait : « nous », « vous »."),
    "parenthesis": _l("Faites-en une phrase, sans parenthèses."),
    "double_negation": _l("Dites ce qu’il faut faire, sans négation."),
    "percentage": _l("Dites une part : la moitié, 1 sur 4."),
    "roman_numeral": _l("Écrivez-le en chiffres."),
}


@dataclass(frozen=True)
class Hint:
    """Some of the words that were written, and what would make them easier."""

    quote: str
    advice: str


def hints(text: str | None) -> list[Hint]:
    """Return what could be simpler in a text, in its order, each word once."""
    found: dict[str, Hint] = {}
    for one in in_order(quick_report(text or "")):
        found.setdefault(one.quote.lower(), Hint(quote_of(one), advice_of(one)))
    return list(found.values())[:MOST]


def in_order(report: Report) -> Iterator[Broken]:
    """Yield what breaks a rule and what is heavy, as one meets them."""
    yield from sorted((*report.broken, *report.heavy), key=lambda one: (one.start, one.end))


def quote_of(one: Broken) -> str:
    """Return the words meant: the beginning of a long sentence, the others whole."""
    words = one.quote.split()
    long = one.rule == "long_sentence" and len(words) > SHOWN
    return " ".join(words[:SHOWN]) + "…" if long else one.quote


def advice_of(one: Broken) -> str:
    """Return what to do: where to cut, the plainer words where some are known, else how."""
    if one.rule == "long_sentence":
        return cutting(one.quote)
    if one.proposal and one.rule != "parenthesis":  # what stands in one is no plainer
        return str(_("Plus simple : %(words)s.", words=one.proposal))
    return str(ADVICE[one.rule])


def cutting(sentence: str) -> str:
    """Return how a long sentence becomes two."""
    before = cut_after(sentence)
    if not before:
        return str(_("Phrase longue : faites-en deux."))
    return str(
        _("Phrase longue : faites-en deux, la première jusqu’à « %(words)s ».", words=before)
    )


def cut_after(sentence: str) -> str:
    """Return the last words before the joint nearest the middle, none where nothing joins."""
    middle = len(sentence) / 2
    places = [match.start() for match in JOINT.finditer(sentence)]
    if not places:
        return ""
    place = min(places, key=lambda place: abs(place - middle))
    return " ".join(sentence[:place].split()[-BEFORE:])
