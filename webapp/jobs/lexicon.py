"""The written lexicon: everyday words and turns, and the ROME codes that each one means."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from webapp.jobs.rules import DATA, lines
from webapp.places.reading import ABROAD

NO_WORK = "-"  # stands for a code: these words mean no work at all
NEVER_WORK = "--"  # the same, whatever work is named beside them: "docteur pas cher"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or a turn, the codes it means, best first, and how far it is trusted (0 to 1)."""

    text: str
    codes: tuple[str, ...]
    trust: float = 1.0


def written() -> Iterator[Entry]:
    """Every entry of the lexicon's files."""
    for path in sorted((DATA / "lexicon").glob("*.tsv")):
        yield from entries(path.read_text(encoding="utf-8").splitlines())


def entries(written: Iterable[str], trust: float = 1.0) -> Iterator[Entry]:
    """The entries of lines such as `plonge|plongeur<TAB>G1605`; a line with # is a comment."""
    for line in written:
        if line.strip() and not line.startswith("#"):
            texts, _, codes = line.partition("\t")
            found = tuple(codes.split())
            for text in texts.split("|"):
                yield Entry(text.strip(), found, trust)


def names() -> list[str]:
    """First names, family names, towns of France and of abroad, which mean no work."""
    return " ".join([*lines("names.txt"), *(name for name in ABROAD if " " not in name)]).split()


def refused() -> frozenset[str]:
    """Plain turns, small words included, that mean no work wherever they stand."""
    return frozenset(lines("refused.txt"))
