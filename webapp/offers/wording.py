"""Words that keep people out for what they are (Code du travail, L.1132-1), found in a text."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

AGE, SEX, ORIGIN, FAMILY, LOOKS, HEALTH = "age", "sex", "origin", "family", "looks", "health"
STOP, CHECK = "stop", "check"


@dataclass(frozen=True)
class Finding:
    """Some words, what they speak of, and whether they must go (`stop`) or be read again (`check`)."""

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
MAN_OR_WOMAN = r"(?:hommes?|femmes?|dames?|demoiselles?|filles?|garcons?|monsieur|mecs?|nanas?|males?)"
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

RULES = tuple(
    (about, level, re.compile(pattern))
    for about, level, pattern in (
        # age
        (AGE, STOP, rf"{WANTED}{BETWEEN}{MAN_OR_WOMAN}?[^.!?\n]{{0,20}}?\bmoins\s+de\s+{YEARS}"),
        (AGE, STOP, rf"{WANTED}{BETWEEN}(?:de\s+)?moins\s+de\s+{YEARS}"),
        (AGE, STOP, rf"\b(?:agee?s?|age)\s+(?:de\s+|entre\s+)?(?:moins\s+de\s+|\d\d\s*(?:a|et|-)\s*){YEARS}"),
        (AGE, STOP, rf"{WANTED}{BETWEEN}(?:entre\s+)?\d\d\s*(?:a|et|-)\s*{YEARS}\b"),
        (AGE, STOP, rf"\b{YEARS}\s+(?:maximum|maxi|max|au\s+plus|et\s+moins)\b"),
        (AGE, STOP, r"\bpas\s+plus\s+de\s+\d\d\s*ans\b(?!\s+d\W?\s*(?:experience|anciennete))"),
        (AGE, STOP, r"\b(?:age\s+(?:maximum|maximal|maxi|max|limite)|limite\s+d\W?\s*age)\b"),
        (AGE, STOP, rf"{WANTED}{BETWEEN}(?<=jeune\s)(?:et\s+)?(?:dynamique|motive)\w*"),
        (AGE, STOP, r"\bjeunes?\s+et\s+(?:dynamique|motive)\w*"),
        (AGE, STOP, r"\b(?:trop\s+age|trop\s+vieu|trop\s+vieille)\w*"),
        (AGE, CHECK, r"\bjeunes?\s+(?:diplomee?s?|retraitee?s?)\b|\bequipe\s+jeune\b"),
        # sex
        (SEX, STOP, rf"{WANTED}{BETWEEN}{MAN_OR_WOMAN}\b(?!\s+(?:de\s+menage|de\s+chambre|toutes\s+mains))"),
        (SEX, STOP, rf"\b(?:hommes?|femmes?)\s+{ONLY}"),
        (SEX, STOP, r"\b(?:sexe|profil|candidat|personnel)\s+(?:masculin|feminin)e?\b"),
        (SEX, STOP, r"\b(?:travail|metier|poste|boulot|main|touche|force)s?\s+(?:d\W?\s*homme|de\s+femme|"
                    r"masculine?|feminine?)s?\b"),
        (SEX, CHECK, r"\bfemmes?\s+de\s+(?:menage|chambre)\b|\bhommes?\s+toutes\s+mains\b|\bhotesses?\b"),
        # origin and belief
        (ORIGIN, STOP, r"\b(?:francaise?s?\s+)?de\s+souche\b|\bbleu\W+blanc\W+rouge\b|\bbbr\b"),
        (ORIGIN, STOP, r"\btype\s+(?:europeen|caucasien|africain|maghrebin|mediterraneen|asiatique)\w*"),
        (ORIGIN, STOP, r"\bnationalite\s+francaise\b|\b(?:papiers|passeport)\s+francais\s+(?:exige|oblig)\w+"),
        (ORIGIN, STOP, r"\bd\W?\s*origine\s+(?:francaise|europeenne|africaine|maghrebine|etrangere|asiatique)\b"),
        (ORIGIN, STOP, r"\b(?:etre|soyez|etes)\s+(?:francaise?|ne(?:e)?\s+en\s+france)\b(?!\s+ou\b)"),
        (ORIGIN, STOP, rf"(?:^|[.!?;:\n]\s*){PEOPLES}\s+{ONLY}"),
        (ORIGIN, STOP, r"\blangue\s+maternelle\b|\bsans\s+accent\b|\bnom\s+francais\b"),
        (ORIGIN, STOP, rf"\b(?:que|uniquement|seulement)\s+(?:des?\s+)?(?:francaise?s?|{PEOPLES})\b(?!\s*(?:a|de|en)\b)"),
        (ORIGIN, STOP, rf"\b(?:recherch|cherch|recrut|embauch|veu|voul)\w*\s+(?:une?\s+|des\s+|pas\s+)?{PEOPLES}\b"),
        (ORIGIN, STOP, r"\b(?:francaise?s?|europeene?s?)\s+(?:uniquement|seulement|exclusivement)\b"),
        (ORIGIN, STOP, r"\b(?:pas\s+de|sans)\s+(?:voile|foulard|kippa|turban)s?\b|\bvoile\s+(?:interdit|refuse)"),
        # family
        (FAMILY, STOP, r"\bcelibataires?\b|\b(?:sans|pas\s+de)\s+charges?\s+de\s+famille\b"),
        (FAMILY, STOP, r"\b(?:sans|pas\s+d\W?\s*)\s*enfants?\s+(?:a\s+charge|en\s+bas\s+age)\b"),
        (FAMILY, STOP, rf"{WANTED}{BETWEEN}[^.!?\n]{{0,25}}\bsans\s+enfants?\b"),
        (FAMILY, STOP, r"\b(?:pas|non|ni)\s+(?:de\s+femmes?\s+)?enceintes?\b|\bpas\s+de\s+grossesse\b"),
        (FAMILY, STOP, r"\bsituation\s+(?:de\s+famille|familiale|matrimoniale)\b"),
        (FAMILY, CHECK, r"\bsans\s+enfants?\b|\b(?:meres?|peres?)\s+de\s+famille\b|\bmamans?\b"),
        # looks
        (LOOKS, STOP, r"\b(?:jolie?s?|belles?|beau|agreable|excellente?)\s+(?:presentation|physique|allure|"
                      r"visage|apparence|silhouette|femmes?|filles?|garcons?)\b"),
        (LOOKS, STOP, r"\b(?:physique|apparence)\s+(?:agreable|avantageu\w+|attrayante?|soignee?|jeune)\b"),
        (LOOKS, STOP, r"\b(?:etre|etes|soyez)\s+(?:une?\s+)?(?:beau|belle|jolie?|mince|grande?\s+et\s+mince)\b"),
        (LOOKS, STOP, r"\bpas\s+(?:de|d\W)\s*(?:personnes?\s+)?(?:obeses?|grosses?|gros)\b"),
        (LOOKS, STOP, r"\btaille\s+(?:mannequin|fine)\b|\b(?:plutot|assez)\s+mince\b|\bmince\s+et\b"),
        (LOOKS, CHECK, r"\bbonne\s+presentation\b|\bphoto\s+(?:oblig|exig|demand|souhait)\w+|\bavec\s+photo\b"),
        (LOOKS, CHECK, r"\b(?:pas\s+de|sans)\s+(?:tatouage|piercing|barbe)s?\b"),
        # health, and all who are told to stay away
        (HEALTH, STOP, r"\bpas\s+(?:de|d\W)\s*(?:handicap\w*|malades?|rqth)\b"),
        (HEALTH, CHECK, r"\b(?:bonne|parfaite|excellente)\s+sante\b"),
        (ORIGIN, STOP, rf"\b(?:pas\s+(?:de|d\W|pour\s+les?)|interdit\w*\s+aux?|ni)\s*{PEOPLES}\b"),
        (SEX, STOP, rf"\b(?:pas\s+(?:de|d\W|pour\s+les?)|interdit\w*\s+aux?)\s*(?:hommes?|femmes?|filles?|garcons?)\b"),
        (AGE, STOP, r"\b(?:pas\s+(?:de|pour\s+les?)|interdit\w*\s+aux?)\s*(?:seniors?|vieux|jeunes|retraites?)\b"),
        (SEX, STOP, rf"\b{KEPT_OUT}(?:\s+et\s+{KEPT_OUT})?\s*,?\s*s\W?\s*abstenir\b"),
        (AGE, STOP, r"\b\d\d\s*ans[^.!?\n]{0,15}\s*s\W?\s*abstenir\b"),
    )
)
# What welcomes everyone, or speaks of something else: blotted out before looking.
FINE = re.compile(
    r"\b(?:des\s+|les\s+|une?\s+)?(?:hommes?|femmes?)\s*(?:et|ou|/|,|comme|aussi\s+bien\s+que)\s*"
    r"(?:aux?\s+|des\s+|les\s+|une?\s+)?(?:hommes?|femmes?)\b"
    r"|\b[hf]\s*/\s*[hf]\b"
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


def found(text: str) -> Iterator[Finding]:
    """Give each group of words once for each thing that it speaks of."""
    plain = FINE.sub(lambda fine: "·" * len(fine[0]), fold(text))
    taken: list[tuple[str, int, int]] = []
    for about, level, pattern in RULES:
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
    return any(
        about == known and span[0] < end and begin < span[1] for known, begin, end in taken
    )


def fold(text: str) -> str:
    """Return the text in small letters without accents, sign for sign, so that places still match."""
    return "".join(fold_sign(sign) for sign in text)


def fold_sign(sign: str) -> str:
    """Return one sign as one plain small sign."""
    if sign == "’":
        return "'"
    base = unicodedata.normalize("NFD", sign)[0].lower()
    return base if len(base) == 1 else sign
