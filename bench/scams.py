"""Measure the check of texts: what it catches, what it takes for a trap, how long it takes.

    python -m bench.scams [TEXTS.jsonl …]

Each line of a file holds a text, its channel, its label (scam or legit), the signs that a careful
reader sees and, in our own file, its half: "open" was looked at while the rules were written;
"kept", "third" and "last" were written without looking at the rules. Prints one line a set as the
product answers, then each of our sets with words weighed from the others alone, as new texts
would be, then the times of the longest texts.
"""

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from webapp.scams import learning, likeness
from webapp.scams.cli import example
from webapp.scams.rules import LONGEST, RULES, Level, Tier, Verdict, check

ROOT = Path(__file__).parent.parent
WRITTEN = ROOT / "tests" / "scams" / "texts.jsonl"
HALVES = ("open", "kept", "third", "last")
STRONG = frozenset(rule.sign.value for rule in RULES if rule.tier is Tier.A)
REPEATED = (
    "a", "payez ", "08 9 ", "a.", "p a y ", "t1cket ", "\n", "a.fr. ", "n'ai pas ", "*", "😀",
    "a@b.fr ", "Oui. ", "envoyez votre RIB avec une photo et 50 € ", "deux cent ", '"a', "x-",
)  # fmt: skip


@dataclass(frozen=True)
class Figures:
    """Shares between 0 and 1, and milliseconds."""

    texts: int
    caught: float
    stopped: float
    false: float
    false_in_forms: float
    main_named: float
    typical_ms: float
    worst_ms: float


@dataclass(frozen=True)
class Checked:
    """One text, its verdict, and how long it took."""

    row: dict[str, Any]
    verdict: Verdict
    milliseconds: float

    @property
    def is_scam(self) -> bool:
        return bool(self.row["label"] == "scam")

    @property
    def is_warned(self) -> bool:
        return self.verdict.level is not Level.NONE

    @property
    def is_strong(self) -> bool:
        return self.is_scam and bool(STRONG & set(self.row["patterns"]))

    @property
    def names_main(self) -> bool:
        main = self.row.get("main", self.row["patterns"][0])
        return main in {found.sign.value for found in self.verdict.signs}


def read(path: Path) -> list[dict[str, Any]]:
    """The texts of a file, one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def half(name: str) -> list[dict[str, Any]]:
    """Our own texts of one of HALVES."""
    return [row for row in read(WRITTEN) if row["half"] == name]


def measure(rows: list[dict[str, Any]]) -> Figures:
    """What the rules make of some labelled texts."""
    checked = [_checked(row) for row in rows]
    scams = [one for one in checked if one.is_scam]
    legit = [one for one in checked if not one.is_scam]
    times = [one.milliseconds for one in checked]
    return Figures(
        texts=len(rows),
        caught=_share(one.is_warned for one in scams),
        stopped=_share(one.verdict.level is Level.STOP for one in scams if one.is_strong),
        false=_share(one.is_warned for one in legit),
        false_in_forms=_share(one.is_warned for one in legit if one.row["channel"] == "offer_form"),
        main_named=_share(one.names_main for one in scams),
        typical_ms=median(times),
        worst_ms=max(times),
    )


@contextmanager
def weights_without(name: str) -> Iterator[None]:
    """Weigh words as if the texts of one half had never been seen."""
    seen = [example(row) for row in read(WRITTEN) if row["half"] != name]
    shipped = likeness.WEIGHTS
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in learning.lines_of(seen))
        file.flush()
        try:
            _use(Path(file.name))
            yield
        finally:
            _use(shipped)


def _use(weights: Path) -> None:
    likeness.WEIGHTS = weights
    likeness.forget()


def _checked(row: dict[str, Any]) -> Checked:
    start = time.perf_counter()
    verdict = check(row["text"], row["channel"])
    return Checked(row, verdict, (time.perf_counter() - start) * 1000)


def _share(facts: Iterator[bool]) -> float:
    known = list(facts)
    return sum(known) / len(known) if known else 0.0


def longest_times() -> Iterator[tuple[str, float]]:
    """Milliseconds for texts of the longest length, each one piece repeated."""
    for piece in REPEATED:
        text = (piece * LONGEST)[:LONGEST]
        start = time.perf_counter()
        check(text)
        yield piece, (time.perf_counter() - start) * 1000


def main(paths: list[str]) -> None:
    """Print every figure."""
    sets = {name: half(name) for name in HALVES} | {
        Path(path).name: read(Path(path)) for path in paths
    }
    for name, rows in sets.items():
        print(f"{name:24} {_line(measure(rows))}")
    for name in HALVES:
        with weights_without(name):
            print(f"{name + ', unseen':24} {_line(measure(half(name)))}")
    times = sorted(longest_times(), key=lambda pair: pair[1])
    print(f"{LONGEST} characters: " + ", ".join(f"{piece!r} {ms:.0f} ms" for piece, ms in times))


def _line(figures: Figures) -> str:
    return (
        f"{figures.texts} texts: caught {figures.caught:.1%}, stopped {figures.stopped:.1%}, "
        f"false alarms {figures.false:.1%} (in forms {figures.false_in_forms:.1%}), "
        f"main sign {figures.main_named:.1%}, "
        f"{figures.typical_ms:.1f} ms typical, {figures.worst_ms:.1f} ms worst"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
