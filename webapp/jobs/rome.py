"""The official ROME files, read into one small file that widens the written lexicon."""

import csv
import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from webapp.jobs.lexicon import Entry, entries

NAME = "rome.tsv.gz"  # in the folder of the instance's data
TRUST = 0.95  # an official name is often longer than what people say: it is heard all the same
CODE = re.compile(r"[A-N]\d{4}")
LABELS = ("appellation", "domaine", "libelle")  # the columns that hold words, best first
PARENTS = ("code_rome3", "code_parent")  # those that hold a ROME v3 code
OTHER_GENDER = re.compile(r" / \S+")
ASIDE = re.compile(r"\s*\([^)]*\)")


class BadFile(Exception):
    """A file is not one of the official ROME files; the message says why."""


@dataclass
class Words:
    """The words read so far, the codes of each, and the v3 parents of the newer codes."""

    codes: defaultdict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))
    parents: dict[str, str] = field(default_factory=dict)
    waiting: list[tuple[str, str]] = field(default_factory=list)

    def add(self, row: Mapping[str, str]) -> None:
        """Keep one row; the words of a code whose parent is unknown wait for it."""
        label = next((row[name] for name in LABELS if row.get(name)), "")
        parent = next((row[name] for name in PARENTS if row.get(name)), "")
        newer = row.get("code_rome4") or row.get("code", "")
        if parent:
            self.parents[newer] = parent
            self.keep(label, parent)
        elif "code_rome4" in row:
            self.waiting.append((label, newer))
        else:
            self.keep(label, newer)

    def keep(self, label: str, code: str) -> None:
        """Keep the words of one label for a code, said in one gender."""
        if CODE.fullmatch(code):
            self.codes[plain_label(label)][code] = None

    def settle(self) -> int:
        """Give their parents to the words that waited; return how many found none."""
        lost = 0
        for label, newer in self.waiting:
            parent = self.parents.get(newer)
            lost += parent is None
            if parent:
                self.keep(label, parent)
        self.waiting.clear()
        return lost


def plain_label(label: str) -> str:
    """A label in one gender, without what is said aside."""
    return ASIDE.sub("", OTHER_GENDER.sub("", label)).replace("|", " ").replace("\t", " ").strip()


def read(paths: Iterable[Path]) -> tuple[Words, int]:
    """The words of the files, and how many rows had no known v3 code; raises BadFile."""
    words = Words()
    for path in paths:
        for row in rows(path):
            words.add(row)
    return words, words.settle()


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of one CSV file, compressed or not; raises BadFile when it is another kind."""
    opened = gzip.open if path.suffix == ".gz" else open
    try:
        with opened(path, "rt", encoding="utf-8", newline="") as file:
            table = csv.DictReader(file)
            names = set(table.fieldnames or ())
            if not names & set(LABELS) or not any(name.startswith("code") for name in names):
                raise BadFile(f"{path.name}: no column of codes or of words")
            yield from table
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadFile(f"{path.name}: {error}") from error


def write(words: Words, folder: Path) -> Path:
    """Write the words to the instance's data, at once or not at all; return the file."""
    folder.mkdir(parents=True, exist_ok=True)
    by_codes: defaultdict[str, list[str]] = defaultdict(list)
    for label, codes in words.codes.items():
        by_codes[" ".join(codes)].append(label)
    lines = [f"{'|'.join(labels)}\t{codes}\n" for codes, labels in sorted(by_codes.items())]
    fresh = folder / f"{NAME}.new"
    with gzip.open(fresh, "wt", encoding="utf-8") as file:
        file.writelines(lines)
    return fresh.replace(folder / NAME)


def official(folder: Path) -> list[Entry]:
    """The entries that an import left in the instance's data; none without an import."""
    path = folder / NAME
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return list(entries(file, TRUST))
