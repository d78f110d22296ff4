"""The part of a word that stays when it changes: plural, feminine, verb, trade."""

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
# Endings in the order they are taken away: the ending, what is put instead, letters left before.
ENDINGS = (
    (("eaux",), "eau", 2),
    (("aux",), "al", 2),
    (("s", "x"), "", 3),
    (("euse", "euze", "euz"), "eur", 2),
    (("esse",), "", 4),
    (("trice", "trisse", "trise"), "teur", 2),
    (("iere",), "ier", 2),
    (("ere",), "er", 3),
    (("ienne",), "ien", 2),
    (("onne",), "on", 2),
    (("anne",), "an", 2),
    (("ive",), "if", 2),
    (("dre",), "d", 2),
    (("aient", "ions", "iez", "ent", "ant", "ais", "ait", "ons"), "", 4),
    (("ees", "ee", "es", "e"), "", 3),
)
SUFFIXES = re.compile(
    r"(?<=\w{3})(?:issag|ification|isation|issement|ement|ment|ation|ition|aison"
    r"|isseur|ateur|iteur|teur|eur|ag|eri|ier|ist|ur|oir|anc|ien|ant|ett|ing|ism|iqu)$"
)  # of stems, which have lost their last e
TWICE = re.compile(r"(.)\1$")


def stem(word: str) -> str:
    """The same text for the plural, the feminine and the tenses of a plain word."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    for endings, put, left in ENDINGS:
        if word.endswith(endings):
            word = changed(word, endings, put, left)
    return infinitive(word)


def changed(word: str, endings: tuple[str, ...], put: str, left: int) -> str:
    """The word with its ending changed, when enough letters are left before it."""
    ending = next(one for one in endings if word.endswith(one))
    return word[: -len(ending)] + put if len(word) - len(ending) >= left else word


def infinitive(word: str) -> str:
    """A verb in -er or -ez without its ending, but not a trade in -ier."""
    if len(word) > 4 and word.endswith(("er", "ez")) and not word.endswith("ier"):
        word = word[:-2]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word


def root(stemmed: str) -> str:
    """The same text for a trade, who has it and what they do: soudeur, soudure, souder."""
    short = SUFFIXES.sub("", stemmed)
    return TWICE.sub(r"\1", short)
