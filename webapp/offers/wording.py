"""Words that keep people out for what they are (Code du travail, L.1132-1), found in a text."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

UNFAIR_WORDS = Path(__file__).parent / "data" / "unfair_words.tsv"
AGE = "age"
STOP, CHECK = "stop", "check"


@dataclass(frozen=True)
class Finding:
    """Some words, what they speak of, and if they must go (`stop`) or be read again (`check`)."""

    quote: str
    about: str
    level: str


# Who is wanted: said after a word of hiring, or at the start of a sentence.
WANTED = (
    r"(?:(?:^|[.!?;:\n(]\s*|-\s)|\b(?:recherch|cherch|recrut|embauch|engage|pren|veu|voul|souhait|"
    r"prefer|attend|ideal|convien|reserv|favoris)\w*\s+|\b(?:besoin|priorite|place|poste|travail|"
    r"emploi|metier|profil)s?\s+(?=d|a|pour|aux?\b)|\bil\s+(?:nous\s+)?faut\s+|\bque\s+|"
    r"\buniquement\s+|\bseulement\s+)"
)
BETWEEN = (
    r"(?:(?:une?|des|de|d|du|les?|la|l|aux?|a|pour|en|que|qu|uniquement|seulement|surtout|plutot|"
    r"exclusivement|priorite|type|personnes?|profils?|candidate?s?|deux|trois|\d+|jeunes?|belles?|"
    r"jolies?|gentilles?|plusieurs|nos|notre|equipe|forte?s?)\b[\s'’]*){0,5}"
)
MAN_OR_WOMAN = (
    r"(?:hommes?|femmes?|dames?|demoiselles?|filles?|garcons?|monsieur|mecs?|nanas?|males?)"
)
ONLY = r"(?:uniquement|seulement|exclusivement|imperativement|de\s+preference|only)"
YEARS = r"(?!18\b)\d{2}\s*ans"
PEOPLES = (
    r"(?:arabes?|noire?s?|blancs?|blanches?|africaine?s?|maghrebine?s?|gitane?s?|roms?|juifs?|juives?|"
    r"musulmane?s?|catholiques?|chretiene?s?|etrangers?|etrangeres?|immigree?s?|asiatiques?|"
    r"europeene?s?|turcs?|turques?|algeriene?s?|marocaine?s?|tunisiene?s?|roumaine?s?|"
    r"gens\s+du\s+voyage|voilees?|personnes?\s+(?:voilees?|noires?|etrangeres?))"
)
KEPT_OUT = (
    rf"(?:{MAN_OR_WOMAN}|{PEOPLES}|seniors?|jeunes?|retraitee?s?|vieux|vieilles?|handicapee?s?|"
    r"meres?|mamans?|celibataires?|mariee?s?|obeses?|grosse?s?|malades?|voilees?|fumeu\w+)"
)

PARTS = {
    "WANTED": WANTED,
    "BETWEEN": BETWEEN,
    "MAN_OR_WOMAN": MAN_OR_WOMAN,
    "ONLY": ONLY,
    "YEARS": YEARS,
    "PEOPLES": PEOPLES,
    "KEPT_OUT": KEPT_OUT,
}
# What welcomes everyone, or speaks of something else: blotted out before looking.
FINE = re.compile(
    r"\b(?:des\s+|les\s+|une?\s+)?(?:hommes?|femmes?)\s*(?:et|ou|/|,|comme|aussi\s+bien\s+que)\s*"
    r"(?:aux?\s+|des\s+|les\s+|une?\s+)?(?:hommes?|femmes?)\b"
    r"|\b[hf]\s*/\s*[hf]\b"
    r"|\bavec\s+ou\s+sans\s+enfants?\b"
    r"|\b(?:pas\s+de|sans|aucune)\s+(?:limite|condition)s?\s+d\W?\s*age\b"
    r"|\b(?:quel(?:le)?s?\s+que\s+soi(?:t|ent)|peu\s+importe|sans\s+distinction)[^.!?\n]*"
    r"|\bn\W?\s*est\s+pas\s+(?:votre|leur|la|sa)\s+langue\s+maternelle\b"
    r"|\blangue\s+maternelle\s+(?:autre|differente|etrangere)\b"
    r"|\b(?:depuis|en|pendant|fete|a)\s+(?:plus\s+de\s+|moins\s+de\s+)\d\d\s*ans\b"
    r"|\b(?:magasin|rayon|vestiaire|mode|vetement|chaussure|pret\W+a\W+porter|foyer|accueil|"
    r"collection|toilette|ligne)s?\s+(?:de\s+|d\W\s*|pour\s+|des\s+)?(?:hommes?|femmes?|filles?|garcons?|dames?)\b"
    r"|\b(?:aid|accompagn|soutien|soign|gard|assist|visit|chez|aupres|recoi|accueill|coiff|habill|"
    r"livr|servi|transport|lev)\w*\s+(?:(?:a|de|d|des|une?|les?|la|aux?|pour|jeunes?|personnes?|"
    r"enfants?|filles?|garcons?|dames?|hommes?|femmes?|monsieur|agee?s?|vieille?s?|vieux|meres?|"
    r"seules?|qui|ont|seniors?|malades?)\b[\s'’,]*)+(?:(?:plus|moins)\s+de\s+\d\d\s*ans|"
    r"\d\d\s*(?:a|et)\s*\d\d\s*ans)?"
)
WELCOME_AFTER = re.compile(
    r"\W*(?:sont\s+|est\s+|soient\s+)?(?:aussi\s+|egalement\s+|tous\s+)?(?:les?\s+)?(?:bienvenu|accept|possible)"
)
WELCOME_BEFORE = re.compile(
    r"\b(?:meme|y\s+compris|aussi|pas\s+(?:seulement|que|uniquement)|non)\s+(?:aux?|les?|des?|pour|a)?\s*$"
)
AGE_SET_BY_LAW = frozenset({"apprenticeship", "professional", "cdi_inclusion"})


def check(text: str, *, contract: str | None = None) -> tuple[Finding, ...]:
    """Return the words of a text that keep people out, the ones that must go first.

    An age may be said where the law itself sets one for this kind of contract.
    """
    kept = [
        finding
        for finding in found(text)
        if not (finding.about == AGE and contract in AGE_SET_BY_LAW)
    ]
    return tuple(sorted(kept, key=lambda finding: finding.level != STOP))


@cache
def rules() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return each rule: what the words speak of, the level, and the pattern that finds them."""
    lines = UNFAIR_WORDS.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple((about, level, re.compile(whole(pattern))) for about, level, pattern in rows[1:])


def whole(pattern: str) -> str:
    """Return a pattern with its named parts written out."""
    return re.sub(r"<([A-Z_]+)>", lambda name: PARTS[name[1]], pattern)


def found(text: str) -> Iterator[Finding]:
    """Give each group of words once for each thing that it speaks of."""
    plain = FINE.sub(lambda fine: "·" * len(fine[0]), fold(text))
    taken: list[tuple[str, int, int]] = []
    for about, level, pattern in rules():
        for match in pattern.finditer(plain):
            span = match.span()
            if is_welcome(plain, span) or is_taken(about, span, taken):
                continue
            taken.append((about, *span))
            yield Finding(text[slice(*span)].strip(" .!?;:(\n-"), about, level)


def is_welcome(plain: str, span: tuple[int, int]) -> bool:
    """Return whether these words are said to welcome: “même les plus de 50 ans”, “… bienvenus”."""
    before, after = plain[: span[0]], plain[span[1] :]
    return bool(WELCOME_AFTER.match(after) or WELCOME_BEFORE.search(before))


def is_taken(about: str, span: tuple[int, int], taken: list[tuple[str, int, int]]) -> bool:
    """Return whether a part of these words was already said to speak of the same thing."""
    return any(about == known and span[0] < end and begin < span[1] for known, begin, end in taken)


def fold(text: str) -> str:
    """Return the text in small letters without accents, sign for sign, so that places match."""
    return "".join(fold_sign(sign) for sign in text)


def fold_sign(sign: str) -> str:
    """Return one sign as one plain small sign."""
    if sign == "’":
        return "'"
    base = unicodedata.normalize("NFD", sign)[0].lower()
    return base if len(base) == 1 else sign
