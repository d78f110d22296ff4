"""What is known of French words: the full lists, or the small files made from them.

The full lists (wordfreq, simplemma) weigh 80 MB once loaded: they are for commands, tests and the
task process. A page that answers while someone types uses the small files.
"""

import gzip
from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path

from webapp.plainfrench import tables
from webapp.plainfrench.glossary import EXPRESSIONS
from webapp.plainfrench.rules import COMMON, Language

SMALL = tables.DATA / "common.txt.gz"
INFLECTED = tables.DATA / "inflected.tsv.gz"
NAMES = Path(__file__).parent.parent / "jobs" / "data" / "names.txt"


@cache
def full() -> Language:
    """Return French from wordfreq and simplemma, which are loaded here and nowhere else."""
    from simplemma import lemmatize
    from wordfreq import zipf_frequency

    @lru_cache(maxsize=50_000)
    def frequency(word: str) -> float:
        return float(zipf_frequency(word, "fr"))

    @lru_cache(maxsize=50_000)
    def lemma(word: str) -> str:
        return str(lemmatize(word, lang="fr")).lower()

    return Language(frequency, lemma, names(), EXPRESSIONS)


@cache
def small() -> Language:
    """Return French from the small files: a word is common or not; lemmas for plainer words."""
    common = SmallFile(gzip.decompress(SMALL.read_bytes()))
    rows = gzip.decompress(INFLECTED.read_bytes()).decode().splitlines()
    lemmas: dict[str, str] = dict(row.split("\t") for row in rows)
    return Language(common.frequency, lambda word: lemmas.get(word, word), names(), EXPRESSIONS)


class SmallFile:
    """Sorted words kept as one string of bytes, so that 100,000 of them take 1 MB."""

    def __init__(self, words: bytes) -> None:
        """Take the words, one a line, sorted by their bytes."""
        self.words = b"\n" + words.strip(b"\n") + b"\n"

    def frequency(self, word: str) -> float:
        """Return the least frequency of common words for one of them, 0 for any other."""
        found = bisect_left(range(len(self.words) - 1), word.encode(), key=self.word_at)
        return COMMON if self.word_at(min(found, len(self.words) - 2)) == word.encode() else 0.0

    def word_at(self, place: int) -> bytes:
        """Return the word that stands at or begins after a place in the bytes."""
        begin = self.words.rfind(b"\n", 0, place + 1) + 1
        return self.words[begin : self.words.index(b"\n", begin)]


@cache
def names() -> frozenset[str]:
    """Return first names, family names and towns, in small letters without accents."""
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    words = " ".join(line for line in lines if not line.startswith("#"))
    return frozenset(map(tables.folded, words.split()))
