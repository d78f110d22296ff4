"""How much a text is like scams already known: its words weighed one by one, in the open.

The rules know the tricks that we have met. These weights, learned from our own labelled texts by
`flask scams learn`, doubt beside them: they may ask to check a text in which no rule saw a sign,
never to stop, and they may take back what a rule saw in a text that is like no scam at all.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

WEIGHTS = Path(__file__).with_name("data") / "likeness.tsv"
STEM = 6  # letters of a word that are weighed: "payez" and "payer" apart, "candidature(s)" as one
TOKEN = re.compile(r"[^\W\d_]+|\d+|[€%@?!/]")
OFFSET = "="  # the line of the weight that every text starts from


@dataclass(frozen=True, slots=True)
class Weight:
    """What one turn says: how rare it is, for or against a scam, and typical of which signs.

    Its signs are read where they are asked for: few turns of a text are known, of thousands.
    """

    rarity: float
    scam: float
    written: str  # the signs: `name:part name:part`

    @property
    def signs(self) -> Iterator[tuple[str, float]]:
        """Each sign that it is typical of, and how much."""
        for pair in self.written.split():
            name, _, part = pair.partition(":")
            yield name, float(part)


def turns(text: str) -> Counter[str]:
    """The stems of an undone text, and each pair of neighbours, with how often they stand."""
    stems = [_stem(token) for token in TOKEN.findall(text)]
    return Counter([*stems, *(f"{one} {two}" for one, two in pairwise(stems))])


def _stem(token: str) -> str:
    """A number counts by its length alone: 45 and 60 say the same."""
    return "#" * min(len(token), 4) if token.isdigit() else token[:STEM]


def balanced(counts: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """The share of each known turn in a text; long texts weigh no more than short ones."""
    shares = {
        turn: (1 + math.log(n)) * rarity[turn] for turn, n in counts.items() if turn in rarity
    }
    length = math.sqrt(sum(share * share for share in shares.values())) or 1.0
    return {turn: share / length for turn, share in shares.items()}


@cache
def weights() -> dict[str, Weight]:
    """Every weight, by its turn."""
    lines = WEIGHTS.read_text(encoding="utf-8").splitlines()
    return dict(_read(line) for line in lines if not line.startswith("#"))


def _read(line: str) -> tuple[str, Weight]:
    turn, rarity, scam, signs = line.split("\t")
    return turn, Weight(float(rarity), float(scam), signs)


@cache
def _rarity() -> dict[str, float]:
    return {turn: weight.rarity for turn, weight in weights().items() if turn != OFFSET}


def forget() -> None:
    """Read the weights anew at the next question."""
    weights.cache_clear()
    _rarity.cache_clear()


def likeness(text: str) -> float:
    """From 0, like an honest message, to 1, like a scam."""
    known = weights()
    shares = balanced(turns(text), _rarity())
    said = sum(known[turn].scam * share for turn, share in shares.items())
    return 1 / (1 + math.exp(-known[OFFSET].scam - said))


def nearest_signs(text: str) -> Iterator[str]:
    """The names of the signs whose known texts this one is most like, nearest first."""
    said: defaultdict[str, float] = defaultdict(float)
    for turn, share in balanced(turns(text), _rarity()).items():
        for sign, part in weights()[turn].signs:
            said[sign] += share * part
    yield from sorted(said, key=said.__getitem__, reverse=True)


def heaviest(sentences: Iterable[str]) -> int:
    """The number of the sentence whose words say most that the text is a scam."""
    said = [
        sum(weights()[turn].scam * count for turn, count in turns(one).items() if turn in weights())
        for one in sentences
    ]
    return max(range(len(said)), key=said.__getitem__)
