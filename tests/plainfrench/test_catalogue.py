"""Everything said in simple French is simple: each sentence of the catalogue, as it is shown."""

import re

import pytest

from scripts import catalogues
from webapp.plainfrench.checking import report
from webapp.plainfrench.glossary import EXPRESSIONS

NB = "\u00a0"
# The longest of the plausible: what a page puts in the place of each name.
VALUES = {
    "absent": "Fatoumata",
    "address": f"8{NB}rue des Tisserands",
    "amount": f"1{NB}480{NB}€",
    "answered": "7",
    "asked": "10",
    "at": f"27 novembre à 8{NB}h{NB}30",
    "begin": f"8{NB}h{NB}30",
    "count": "25",
    "day": "jeudi 27 novembre",
    "days": "Du lundi au vendredi",
    "departement": "Seine-Saint-Denis",
    "digits": "4",
    "distance": f"À 350{NB}m",
    "email": "aide@exemple.fr",
    "employer": "Les Ateliers",
    "end": f"12{NB}h{NB}30",
    "fact": f"25{NB}h par semaine, le matin",
    "first": "lundi",
    "high": f"26{NB}h",
    "hour": "8",
    "hours": f"de 8{NB}h{NB}30 à 12{NB}h",
    "job": "Ménage dans des bureaux",
    "km": "20",
    "languages": "français, arabe et turc",
    "last": "vendredi",
    "lines": "Bus C3",
    "low": f"20{NB}h",
    "metres": "350",
    "minutes": "30",
    "moment": "le matin",
    "more": f"de 13{NB}h à 17{NB}h",
    "seconds": "23",
    "name": "Fatoumata",
    "need": "Mes papiers",
    "needs": "Assis, Temps partiel",
    "num": "5",
    "number": "3",
    "other": "Karim",
    "part": "le matin",
    "pay": f"12,31{NB}€",
    "person": "Fatoumata",
    "phone": f"04{NB}65{NB}71{NB}30{NB}01",
    "place": "près de Vaulx-en-Velin",
    "reference": "4K7M2QXA",
    "share": "77",
    "size": "2,4",
    "step": "2",
    "stop": "La Soie",
    "things": "une pièce d’identité et des chaussures fermées",
    "time": f"18{NB}h{NB}42",
    "title": "Ménage",
    "total": "4",
    "town": "Vaulx-en-Velin",
    "way": "Bus C3",
    "when": f"du lundi au vendredi, de 9{NB}h à 12{NB}h",
    "what": "Absence au travail notée",
    "who": "Karim Benali, encadrant",
    "word": "ménage",
    "words": f"de 9{NB}h à 12{NB}h",
    "work": "Ménage",
}
# Names, and initials that the glossary explains.
INITIALS = ("CACES", "CCAS", "CNIL", "CPF", "GEIQ", "PASS IAE", "RQTH")
SENT_BACK = ("STOP", "OUI", "NON")  # words to write in an SMS, as they are to be written
APART = (
    *INITIALS,
    *SENT_BACK,
    "La Soie",
    "Vaulx-en-Velin",
    "4K7M2QXA",
    "Les Ateliers",
    "ménage",
    "8 rue des Tisserands",
)


def twins() -> list[str]:
    """Every sentence of the catalogue that is written, in each number."""
    said = []
    for message in catalogues.load("fr@simple", "messages"):
        if message.id:
            numbers = [message.string] if isinstance(message.string, str) else message.string
            said += [text for text in numbers if text]
    return said


def shown(text: str) -> str:
    """A sentence as a page shows it."""
    filled = re.sub(r"%\((\w+)\)[sd]", lambda match: VALUES[match[1]], text)
    filled = re.sub(r"\{\w+\}", "5", filled)  # a number, put there by the player
    filled = re.sub(r"\{\w+\}", "3", filled)  # what the player fills in
    return re.sub(r"<[^>]+>", "", filled).replace("%%", "%")


def test_initials_left_apart_are_words_of_the_glossary():
    assert {one.lower() for one in INITIALS} <= EXPRESSIONS


def test_the_catalogue_has_no_long_sentence_no_hard_word_and_breaks_no_other_rule():
    faults = {
        twin: [(one.rule, one.quote) for one in broken]
        for twin in twins()
        if (broken := report(shown(twin), APART).broken)
    }

    assert not faults


@pytest.mark.parametrize(
    "text",
    [
        "Le bénéficiaire est convoqué par le prescripteur pour la contractualisation.",
        "%(name)s vous appelle le %(day)s, et puis encore une fois le %(day)s.",
    ],
)
def test_the_same_look_would_see_a_sentence_that_is_not_simple(text):
    assert report(shown(text), APART).broken
