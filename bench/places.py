"""Measure the search of places: hit rates, speed, memory, time to load.

    python -m bench.places [QUERIES.jsonl]

Each line of the file holds a query, the INSEE codes accepted for it (none: nothing should be
found), its style, and its half: "tuned" was looked at while the rules were written, "kept" never,
"third" to "sixth" were measured before anything was mended for them.
"""

import gc
import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parent.parent
WRITTEN = ROOT / "tests" / "places" / "queries.jsonl"


def resident() -> float:
    """The memory of this process, in megabytes."""
    status = Path("/proc/self/status").read_text()
    return next(int(x.split()[1]) for x in status.splitlines() if x.startswith("VmRSS")) / 1024


def load() -> None:
    """Load the gazetteer and say what it took, in processor time."""
    from webapp.places import gazetteer, matching, queries  # noqa: F401

    gc.collect()
    before, start = resident(), time.process_time()
    gazetteer.gazetteer()
    queries.departements_said()
    print(f"load: {time.process_time() - start:.2f} s, {resident() - before:.1f} MB")


def rank(row: dict[str, Any]) -> tuple[int, float]:
    """The place of the first accepted code (9: absent; a due silence: 0), and processor ms."""
    from webapp.places import queries

    queries.found.cache_clear()
    start = time.process_time()
    codes = [commune.insee for commune in queries.match(row["query"])]
    spent = (time.process_time() - start) * 1000
    if not row["codes"]:
        return (9 if codes else 0), spent
    return next((at for at, code in enumerate(codes) if code in row["codes"]), 9), spent


def report(rows: list[dict[str, Any]]) -> None:
    """Print the rates of each half and style, what was missed in the tuned half, and the speed."""
    ranks: dict[tuple[str, str], list[int]] = defaultdict(list)
    times: list[tuple[float, str]] = []
    for row in rows:
        place, spent = rank(row)
        times.append((spent, row["query"]))
        for style in (row["style"], "all"):
            ranks[row["half"], style].append(place)
        if place and row["half"] == "tuned":
            print(f"missed ({place}): {row['query']}")
    for (half, style), places in sorted(ranks.items()):
        first, three = (sum(x < n for x in places) / len(places) for n in (1, 3))
        print(f"{half:6} {style:9} {len(places):4} first {first:6.1%}  in three {three:6.1%}")
    spent = [x for x, _ in times]
    worst, query = max(times)
    print(f"{1000 * len(spent) / sum(spent):.0f} queries a second, median {median(spent):.2f} ms")
    print(f"worst {worst:.1f} ms: {query}")


if __name__ == "__main__":
    load()
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else WRITTEN
    report([json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()])
