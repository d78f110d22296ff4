"""Learn the weights of words from labelled texts: a logistic regression, by hand and repeatable."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from webapp.scams.likeness import OFFSET, balanced, turns
from webapp.scams.undo import undo

SEEN = 2  # texts in which a turn must stand to be weighed
TRUST = 5.0  # how much the texts count against keeping every weight small
ROUNDS = 300
PACE = 0.5
TYPICAL = 0.04  # below, a turn is not typical of a sign


@dataclass(frozen=True)
class Example:
    """A labelled text: "" when it is honest, else the name of its main sign."""

    text: str
    sign: str


def lines_of(examples: Sequence[Example]) -> Iterator[str]:
    """The lines of the file of weights, in order."""
    counts = [turns(undo(example.text).text) for example in examples]
    rarity = _rarity(counts)
    shares = [balanced(count, rarity) for count in counts]
    scam = _regression(shares, [bool(example.sign) for example in examples])
    typical = _typical(shares, [example.sign for example in examples])
    yield f"# `flask scams learn`, {len(examples)} texts: turn, rarity, weight, typical of signs"
    yield f"{OFFSET}\t0\t{scam[OFFSET]:.3f}\t"
    for turn in sorted(rarity):
        signs = " ".join(f"{sign}:{part:.2f}" for sign, part in sorted(typical[turn].items()))
        yield f"{turn}\t{rarity[turn]:.2f}\t{scam.get(turn, 0.0):.2f}\t{signs}"


def _rarity(counts: Sequence[Counter[str]]) -> dict[str, float]:
    texts = Counter(turn for count in counts for turn in count)
    return {
        turn: 1 + math.log((1 + len(counts)) / (1 + seen))
        for turn, seen in texts.items()
        if seen >= SEEN
    }


def _regression(shares: Sequence[Mapping[str, float]], scams: Sequence[bool]) -> dict[str, float]:
    """Weights that tell scams from honest texts, both counting alike; steps shrink by turn."""
    importance = {
        kind: TRUST * len(scams) / (2 * max(1, scams.count(kind))) for kind in (True, False)
    }
    weight: defaultdict[str, float] = defaultdict(float)
    walked: defaultdict[str, float] = defaultdict(lambda: 1e-6)
    for _ in range(ROUNDS):
        slope: defaultdict[str, float] = defaultdict(float, weight)
        slope[OFFSET] = 0.0
        for share, is_scam in zip(shares, scams, strict=True):
            said = weight[OFFSET] + sum(weight[turn] * part for turn, part in share.items())
            error = importance[is_scam] * (1 / (1 + math.exp(-said)) - is_scam)
            _add(slope, share.items(), error)
            slope[OFFSET] += error
        for turn, rise in slope.items():
            walked[turn] += rise * rise
            weight[turn] -= PACE * rise / math.sqrt(walked[turn])
    return weight


def _add(slope: defaultdict[str, float], share: Iterable[tuple[str, float]], error: float) -> None:
    for turn, part in share:
        slope[turn] += error * part


def _typical(
    shares: Sequence[Mapping[str, float]], signs: Sequence[str]
) -> dict[str, dict[str, float]]:
    """For each turn, how much of the usual text of each sign it makes."""
    usual: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for share, sign in zip(shares, signs, strict=True):
        if sign:
            usual[sign].update(share)
    typical: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for sign, total in usual.items():
        length = math.sqrt(sum(part * part for part in total.values()))
        for turn, part in total.items():
            if part / length >= TYPICAL:
                typical[turn][sign] = part / length
    return typical
