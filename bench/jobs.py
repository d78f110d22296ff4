"""Measure the search of works: hit rates, silence, speed, memory, time to load.

    python -m bench.jobs [QUERIES.jsonl …]

Each line of a file holds a query, the ROME codes accepted for it (none: silence is due), its kind,
and its half: "open" was looked at while the lexicon was written, "kept" never was, "third" to
"fifteenth" were written afresh and measured before anything was mended for them.
With DATA_DIR set to a folder where `flask jobs import-rome` was run, the same figures follow
with its words.
"""

import gc
import json
import os
import random
import sys
import time
from collections import defaultdict
from pathlib import Path
from statistics import median
from string import ascii_lowercase
from typing import Any

ROOT = Path(__file__).parent.parent
WRITTEN = ROOT / "tests" / "jobs" / "queries.jsonl"
SAMPLES = ROOT.parent / "shared" / "data" / "job-query-samples.jsonl"


def resident() -> float:
    """The memory of this process, in megabytes."""
    status = Path("/proc/self/status").read_text()
    return next(int(x.split()[1]) for x in status.splitlines() if x.startswith("VmRSS")) / 1024


def load(folder: Path | None) -> None:
    """Load the lexicon, or the imported words, and say what it took."""
    from webapp.jobs import queries

    gc.collect()
    before, start, used = resident(), time.perf_counter(), time.process_time()
    made = queries.ranking() if folder is None else queries.official_ranking(folder)
    spent, used = time.perf_counter() - start, time.process_time() - used
    gc.collect()
    if made is None:
        sys.exit(f"{folder}: no import there")
    sizes = f"{len(made.entries)} turns, {len(made.vocabulary.forms)} words"
    print(f"load: {sizes}, {spent:.2f} s ({used:.2f} s of work), {resident() - before:.1f} MB")


def place(row: dict[str, Any], folder: Path | None) -> tuple[int, float]:
    """The place of the first accepted code (0 first, 9 absent; 0 for a due silence), and ms."""
    from webapp.jobs import queries

    queries._match.cache_clear()
    start = time.perf_counter()
    codes = queries._match(row["query"], folder).codes
    spent = (time.perf_counter() - start) * 1000
    if not row["accept"]:
        return (9 if codes else 0), spent
    return next((at for at, code in enumerate(codes) if code in row["accept"]), 9), spent


def report(name: str, rows: list[dict[str, Any]], folder: Path | None) -> None:
    """Print the shares found first and among three, kind by kind, then the speed."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    spent: list[float] = []
    for row in rows:
        at, took = place(row, folder)
        spent.append(took)
        groups[row["kind"]].append(at)
        groups["ALL WORKS" if row["accept"] else "ALL SILENCES"].append(at)
    print(f"\n{name}: {len(rows)} queries")
    for kind, places in sorted(groups.items()):
        first = sum(at == 0 for at in places) / len(places)
        three = sum(at < 3 for at in places) / len(places)
        print(f"  {kind:14} {len(places):4}   first {first:6.1%}   among three {three:6.1%}")
    rate = 1000 * len(spent) / sum(spent)
    print(f"  median {median(spent):.2f} ms, worst {max(spent):.1f} ms, {rate:.0f} a second")


def noise(folder: Path | None) -> None:
    """Print how often letters thrown on the keys, and made-up syllables, wake a work."""
    from webapp.jobs import queries

    draw = random.Random(7)
    thrown = ["".join(draw.choices(ascii_lowercase, k=draw.randint(3, 9))) for _ in range(1000)]
    made_up = [
        "".join(draw.choice("bcdfghjklmnprstv") + draw.choice("aeiou") for _ in range(size))
        for size in (draw.randint(2, 4) for _ in range(1000))
    ]
    for name, texts in (("letters", thrown), ("syllables", made_up)):
        woken = sum(bool(queries._match(text, folder).codes) for text in texts)
        print(f"\n{name} drawn by lot: {woken / len(texts):.1%} of {len(texts)} wake a work")


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of queries."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def main() -> None:
    """Measure with the written lexicon alone, then with the imported words if there are any."""
    data = os.environ.get("DATA_DIR")
    files = [Path(name) for name in sys.argv[1:]] or [SAMPLES, WRITTEN]
    for folder in [None, Path(data)] if data else [None]:
        print("\nwritten lexicon alone" if folder is None else "\nwith the official words")
        load(folder)
        for path in (path for path in files if path.exists()):
            rows = read(path)
            for half in sorted({row.get("half", "") for row in rows}):
                chosen = [row for row in rows if row.get("half", "") == half]
                report(f"{path.name} {half}".strip(), chosen, folder)
        noise(folder)


if __name__ == "__main__":
    main()
