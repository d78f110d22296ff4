"""The passive: `est demandé`, `seront contactés`; not `est venu`, `s’est levé`, `est fermé`."""

from collections.abc import Iterator, Sequence

from webapp.plainfrench import tables
from webapp.plainfrench.text import Token

WORDS = tables.word_lists("passive.tsv")
BEING, BETWEEN, NOT_AGENTS = WORDS["being"], WORDS["between"], WORDS["not_agents"]
STATES = WORDS["states"]
NEVER = WORDS["moved"] | WORDS["not_participles"]
KNOWN = WORDS["irregular"] | STATES | NEVER
BETWEEN_AT_MOST = 6  # words between être and its participle
SELF = ("se", "me", "te", "nous", "vous")
SELF_ELIDED = ("s’", "s'", "m’", "m'", "t’", "t'")


def passives(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the place of each passive, from the form of être to the participle or its agent."""
    words = [token.text.lower() for token in tokens]
    for index, word in enumerate(words):
        if _is_being(word) and not _is_reflexive(words, index):
            place = _participle(words, index + 1)
            if place:
                yield tokens[index].start, tokens[place].end


def _is_being(word: str) -> bool:
    bare = word.rpartition("’")[2].rpartition("'")[2]
    return (bare in BEING and word[:2] not in ("l’", "l'")) or word.split("-")[0] in BEING


def _is_reflexive(words: Sequence[str], index: int) -> bool:
    """`s’est levé`, `vous vous êtes trompé`, `c’est payé`, `nous nous sommes vus`."""
    word, before = words[index], words[max(0, index - 2) : index]
    if word.startswith((*SELF_ELIDED, "c’est", "c'est")):
        return True
    if not before or before[-1] not in SELF:
        return False
    return before[-1] not in ("nous", "vous") or (len(before) == 2 and before[0] == before[1])


def _participle(words: Sequence[str], index: int) -> int:
    """The index of the participle of a passive; 0 where there is none."""
    done, last = words[index - 1] == "été", min(len(words), index + BETWEEN_AT_MOST)
    while index < last and words[index] in BETWEEN:
        done = done or words[index] == "été"
        index += 1
    if index == last or not _is_participle(words[index]):
        return 0
    stated = _base(words[index]) in STATES
    return index if not stated or done or _has_agent(words[index + 1 : index + 5]) else 0


def _has_agent(words: Sequence[str]) -> bool:
    """Whether `par` somebody follows: not `par mois`, not `par téléphone`."""
    if "par" not in words[:-1]:
        return False
    return words[list(words).index("par") + 1] not in NOT_AGENTS


def _is_participle(word: str) -> bool:
    base = _base(word)
    return word not in NEVER and base not in NEVER and (base in KNOWN or _is_regular(base))


def _is_regular(base: str) -> bool:
    return len(base) > 3 and base.endswith("é")


def _base(word: str) -> str:
    """A participle in the masculine singular."""
    for ending in ("es", "e", "s"):
        stem = word.removesuffix(ending)
        if stem != word and (stem in KNOWN or stem.endswith("é")):
            return stem
    return word
