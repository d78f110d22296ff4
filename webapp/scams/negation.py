"""What a text denies: "aucun frais", "ne payez jamais", "demande pas d'argent"."""

import re

CLAUSE_END = re.compile(
    r"[,;:.!?\n()\"]|\s-\s|(?<!\w)(?:mais|puis|sinon|car|sauf|tant que|avant (?:le|la|de|d'"
    r"|que|votre|ton|toute?)"
    r"|sans|a moins|si vous|si tu|afin|pour que|juste|simplement|seulement|uniquement"
    r"|il (?:faut|suffit)"
    r"|vous devez|tu dois|merci de|veuillez|donne|envoie|envoi|appelle|clique|achete|but"
    r"|unless|until|pero)(?!\w)"
)
# "n'oubliez pas de payer" asks; it denies nothing.
URGES = (
    r"oubli|tard|hesit|manqu|attend|perd|rat|laiss|train|stress|inquiet|loup|neglig|lambin"
    r"|panique|peur|soucie"
)
BOTH_SIDES = re.compile(
    r"(?<!\w)(?:ne\s|n')(?:[^\w.!?\n]{0,3}\w{1,25}){1,6}?[^\w.!?\n]{1,3}"
    r"(?:pas|jamais|rien|aucune?s?|ni|guere|plus(?! qu)|personne)(?!\w)"
)
LOOSE = re.compile(r"(?<!\w)(\w{2,20}) (?:pas|jamais|rien|aucune?)(?!\w)")
NOUN_ONLY = re.compile(
    r"(?<!\w)(?:sans|aucune?s?|zero|0 (?=€|euro|frais|caution|avance|depot|achat)|ni|nulle?"
    r"|rien a|rien de|plus de|pas besoin de|pas de|pas d'|jamais de"
    r"|jamais d'|pas besoin d'|no|without|sin|ningun|ninguna|sem|nenhuma?|non|hors|بدون|لا"
    r"|без)(?!\w)"
)
# "sans ce virement, votre place est perdue" asks for it.
CONDITION = re.compile(
    r"\s*(?:ce|cet|cette|ces|le|la|les|l'|votre|vos|ton|ta|tes|quoi|ca|cela|that|this|el|o)(?!\w)"
)
AFTER = re.compile(
    r"(?<!\w)(?:frais|caution|depot|avance|inscription|argent|paiement"
    r"|achat)s?(?: [^\W\d]{1,12}){0,2} ?"
    r"[:= ]{1,3}(?:non(?!-)|aucune?|neant|(?<![\d.,])0(?![.,]?\s?\d)|zero|nuls?)(?!\w)"
)
# "sans bouger, 180 €": an act that is not needed denies no price.
UNNEEDED_ACT = re.compile(
    r"\s(?:se |te |vous |t'|s'|rien |y )?(?!pay|vers|avanc|depens|debours)\w{2,12}[ei]r(?!\w)"
)
WORDS_DENIED = re.compile(r"(?:[^\w,;:.!?\n]{0,3}\w{1,25}){0,5}")
FIGURE = re.compile(r"\d")
ENOUGH = re.compile(r"(?<!\w)(?:et|mais|puis|pour|contre|avec|moyennant|apres|des)(?!\w)")


def denied_stretches(text: str) -> list[tuple[int, int]]:
    """The stretches (start, end) in which whatever stands is said not to be."""
    return [*_whole_clauses(text), *_nouns(text), *(m.span() for m in AFTER.finditer(text))]


def _whole_clauses(text: str) -> list[tuple[int, int]]:
    found = []
    for match in (*BOTH_SIDES.finditer(text), *LOOSE.finditer(text)):
        if re.search(rf"(?<!\w)(?:n')?(?:{URGES})", match[0]) or match[0].startswith(
            ("ou ", "et ")
        ):
            continue
        if re.search(r"(?:que|qu) (?:pas|rien)$", match[0]):
            continue
        found.append((match.start(), _clause_end(text, match.end())))
    return found


def _clause_end(text: str, start: int) -> int:
    stop = CLAUSE_END.search(text, start, start + 90)
    return stop.start() if stop else min(start + 90, len(text))


def _nouns(text: str) -> list[tuple[int, int]]:
    found = []
    for match in NOUN_ONLY.finditer(text):
        if match[0] == "sans" and CONDITION.match(text, match.end()):
            continue
        words = WORDS_DENIED.match(text, match.end())
        end = words.end() if words else match.end()
        stop = FIGURE if UNNEEDED_ACT.match(text, match.end()) else ENOUGH
        enough = stop.search(text, match.end(), end)
        found.append((match.start(), enough.start() if enough else end))
    return found
