"""What someone does after a contract, read from the few words of an SMS, with their mistakes."""

import re

from webapp.messages.words import NEGATIONS, is_among, simplified
from webapp.pathways.enums import After

SHORT = 8  # words of an answer: more is a letter, for a human
LONG_CDD = 6  # months from which a fixed term counts as lasting work
MONTHS = re.compile(r"\b(\d{1,2}) ?(?:mois|moi|m)\b")
LETTERS = re.compile(r"\b(\w) (\w) (\w)\b")  # c d i
POSTCODE = re.compile(r"\b\d{5}\b")  # a search for work near a place, not an answer
SEEKS = frozenset(
    {"rien", "chomage", "chomeur", "chomeuse", "cherche", "recherche", "aucun", "sans"}
)
TRAINING = frozenset({"formation", "stage", "ecole", "etude", "etudes", "apprentissage"})
LASTING = frozenset({"cdi", "cedei", "titulaire", "entrepreneur", "autoentrepreneur"})
FIXED = frozenset({"cdd", "cedede", "interim", "interimaire", "mission", "saison", "saisonnier"})
WORK = frozenset({"travail", "travaille", "boulot", "bosse", "emploi", "job", "embauche"})
OTHER = frozenset({"autre", "retraite", "retraitee", "demenage"})
# What may stand around an answer; a place or a trade among them makes it a search for work.
LITTLE = frozenset(
    {"ai", "de", "d", "en", "et", "j", "je", "le", "moi", "mois", "oui", "pardon", "plutot"}
    | {"rien", "signe", "suis", "un", "une"}
)
MEANT = (
    (After.TRAINING, TRAINING),
    (After.LASTING, LASTING),
    (After.SHORT, FIXED),
    (After.OTHER, OTHER),
    (After.WORKS, WORK),
)


def read(text: str) -> After | None:
    """Return what someone says that they do now; None where their words say nothing of it."""
    plain = LETTERS.sub(r"\1\2\3", simplified(text))
    words = plain.split()
    if not words or len(words) > SHORT or POSTCODE.search(plain):
        return None
    meant = next((one for one, known in MEANT if says(words, known)), None)
    if says(words, SEEKS) or (meant is not None and NEGATIONS & set(words)):
        return After.SEEKS
    return After.LASTING if meant is After.SHORT and is_long(plain) else meant


def corrects(text: str) -> bool:
    """Return whether these words only say what someone does now: they may correct an answer."""
    plain = LETTERS.sub(r"\1\2\3", simplified(text))
    known = LITTLE | TRAINING | LASTING | FIXED
    return all(word in known for word in MONTHS.sub("", plain).split())


def says(words: list[str], known: frozenset[str]) -> bool:
    """Return whether one of the words is one of those known, up to a small mistake."""
    return any(is_among(word, known) for word in words)


def is_long(plain: str) -> bool:
    """Return whether a fixed term is said to last half a year or more."""
    found = MONTHS.search(plain)
    return found is not None and int(found[1]) >= LONG_CDD
