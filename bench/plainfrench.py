"""Measure simple French: the share of sentences that pass, texts a second, memory.

python -m bench.plainfrench
"""

import re
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from scripts import catalogues
from webapp.plainfrench import dictionary
from webapp.plainfrench.checking import quick_report, report
from webapp.plainfrench.glossary import EXPRESSIONS
from webapp.plainfrench.rules import Report

ROUNDS = 3  # times that every sentence is checked, for the speed
Check = Callable[[str], Report]


def memory() -> float:
    """Return what this process holds, in MB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    kilobytes = next(line.split()[1] for line in lines if line.startswith("VmRSS"))
    return int(kilobytes) / 1024


def texts(locale: str) -> Iterator[str]:
    """Yield the sentences of a catalogue; a name stands for what a page puts in them."""
    for message in catalogues.load(locale, "messages"):
        said = message.string if isinstance(message.string, list | tuple) else [message.string]
        for text in said if message.id else ():
            if text:
                yield re.sub(r"<[^>]+>", "", re.sub(r"%\(\w+\)[sd]", "Lyon", text))


def passing(locale: str, name: str, apart: Collection[str] = ()) -> None:
    """Print the share of sentences that break no rule, and how often each rule is broken."""
    reports = [report(text, apart) for text in texts(locale)]
    broken = Counter(rule for one in reports for rule in {found.rule for found in one.broken})
    good = sum(not one.broken for one in reports)
    print(
        f"{locale}: {good} of {len(reports)} texts pass, {good / len(reports):.1%}; {dict(broken)}"
    )


def speed(name: str, check: Check, load: Callable[[], object]) -> None:
    """Print the time and memory of loading, then how many texts are checked in a second."""
    before, begin = memory(), time.perf_counter()
    load()
    check("Vous travaillez.")
    loaded, heavier = time.perf_counter() - begin, memory() - before
    everything = [*texts("fr"), *texts("fr@simple")] * ROUNDS
    begin = time.perf_counter()
    for text in everything:
        check(text)
    each = len(everything) / (time.perf_counter() - begin)
    print(f"{name}: loaded in {loaded * 1000:.0f} ms, {heavier:.1f} MB; {each:.0f} texts a second")


def main() -> None:
    """Print every figure; the small files first, while nothing heavier is loaded."""
    speed("small files", quick_report, dictionary.small)
    speed("full lists", report, dictionary.full)
    for locale in ("fr", "fr@simple"):
        passing(locale, "all words")
        passing(locale, "words of the glossary apart", EXPRESSIONS)
    longest = "Vous effectuez la prophylaxie, env. 20 % (CDDI) n’est pas interdit sans. " * 280
    begin = time.perf_counter()
    report(longest)
    print(f"{len(longest)} characters: {(time.perf_counter() - begin) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
