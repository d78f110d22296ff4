"""The part of a word that stays when it changes: plural, feminine, verb, and the trade of a verb."""

import re

IRREGULAR = {
    form: base
    for base, forms in {
        "peind": "peindre peins peint peinte peints peintes peignais peignait peignant",
        "coud": "coudre couds coud cousu cousais cousait cousant cousons",
        "conduct": "conduire conduis conduit conduisais conduisait conduisant conduisons",
        "cuir": "cuire cuis cuit cuits cuisait",
        "construct": "construire construis construit construisais",
        "entreten": "entretenir entretiens entretient entretenu entretenais",
        "vend": "vendre vends vend vendu vendais vendait vendant vendons",
        "serv": "servir sers sert servi servais servait servant",
        "accueil": "accueillir accueille accueilli accueillais accueillant",
        "cueil": "cueillir cueille cueilli cueillais cueillant",
        "tond": "tondre tonds tond tondu tondais tondant tonte",
        "recev": "recevoir recois recu recevais",
        "oeil": "yeux",
        "tri": "trier trie tries tri tris triage trieur trieuse",
        "travail": "travaux",
        "blanch": "blanchir blanchis blanchisseur",
        "fourn": "fournir fournis fourni",
        "ecri": "ecrire ecris ecrit ecrivais",
        "traduct": "traduire traduis traduit traduisais",
        "tisse": "tisser tisse tissage tisseur tisserand",
        "plie": "plier plie plies pliage",
        "reli": "relier relie reliure relieur",
    }.items()
    for form in forms.split()
}
ENDINGS = (
    (re.compile(r"(?<=\w{2})eaux$"), "eau"),
    (re.compile(r"(?<=\w{2})aux$"), "al"),
    (re.compile(r"(?<=\w{3})[sx]$"), ""),
    (re.compile(r"(?<=\w{2})euse$"), "eur"),
    (re.compile(r"(?<=\w{2})trice$"), "teur"),
    (re.compile(r"(?<=\w{2})iere$"), "ier"),
    (re.compile(r"(?<=\w{3})ere$"), "er"),
    (re.compile(r"(?<=\w{2})(ien|on|an)ne$"), r"\1"),
    (re.compile(r"(?<=\w{2})ive$"), "if"),
    (re.compile(r"(?<=\w{2})dre$"), "d"),
    (re.compile(r"(?<=\w{4})(?:aient|ent|ant|ais|ait|ons|ions|iez)$"), ""),
    (re.compile(r"(?<=\w{3})ee?s?$"), ""),
    (re.compile(r"(?<=\w{3})(?<!i)(?:er|ez)$"), ""),
    (re.compile(r"(?<=\w{3})y$"), "i"),
)
SUFFIXES = re.compile(
    r"(?<=\w{3})(?:issage|ifications?|isations?|issements?|ements?|ments?|ations?|itions?|aisons?"
    r"|isseur|ateur|iteur|teur|eur|ages?|eries?|ier|ists?|istes?|ures?|oirs?|ances?|iens?|ants?|ettes?|ing|isme|iqu)$"
)
TWICE = re.compile(r"(.)\1$")


def stem(word: str) -> str:
    """The same text for the plural, the feminine and the tenses of a plain word."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    for ending, put in ENDINGS:
        word = ending.sub(put, word)
    return word


def root(stemmed: str) -> str:
    """The same text for a trade, who has it and what they do: soudeur, soudure, souder."""
    short = SUFFIXES.sub("", stemmed)
    return TWICE.sub(r"\1", short)
