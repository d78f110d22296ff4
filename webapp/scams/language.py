"""Whether a text is in a language whose sentences the rules understand: by its smallest words."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SMALL_WORDS: dict[str, frozenset[str]] = {
    "fr": _words(
        "le la les un une des du de et est en au aux pour par sur avec pas ne que qui je tu il vous"
        " nous on votre ton ta tes vos mon ce cette dans sans se sont plus ou si"
    ),
    "en": _words("the a an and is are to of for you your we with in on this that not or be"),
    "es": _words("el los las una y es para por con que su tu en del no se al como lo usted"),
    "pt": _words("o os as uma e para por com que seu sua em do da nao se ao voce um no na"),
}
OTHER_SMALL_WORDS = _words(
    "bir ve icin bu ile de da il der die das und ist ein eine nicht zu sie che di per non sono"
    " je nie sie na do z w jest i u za si cu pentru este sa va"
) - frozenset().union(*SMALL_WORDS.values())
LATIN = re.compile(r"[a-zé]+")
LETTER = re.compile(r"[^\W\d_]")


def is_understood(text: str) -> bool:
    """True for French, English, Spanish and Portuguese, and for texts too short to tell."""
    words = LATIN.findall(text[:4000])
    letters = len(LETTER.findall(text[:4000]))
    if letters and sum(map(len, words)) < letters / 2:
        return False
    if len(words) < 6:
        return True
    known = max(sum(word in small for word in words) for small in SMALL_WORDS.values())
    other = sum(word in OTHER_SMALL_WORDS for word in words)
    return known > other and (known / len(words) >= 0.08 or len(words) < 12)
