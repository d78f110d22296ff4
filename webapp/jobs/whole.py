"""Whole turns, told from others of the same words of work by their small words: `permis d`."""

from collections import defaultdict
from collections.abc import Sequence

from webapp.jobs.lexicon import NO_WORK, Entry
from webapp.jobs.rules import bare, words
from webapp.jobs.stems import stem

SMALL = frozenset(("a", "au", "aux", "de", "des", "du", "en", "l", "la", "le", "les", "un", "une"))


def whole(said: Sequence[str]) -> list[str]:
    """The stems of the words of a turn, without the links between them alone."""
    return [stem(form) for word in said if (form := bare(word)) not in SMALL]


def whole_turns(
    kept: Sequence[tuple[Entry, list[str]]],
) -> dict[str, tuple[tuple[str, ...], int]]:
    """The turns whose words of work alone mean something else too: codes, how many words."""
    alike: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    for entry, said in kept:
        alike[frozenset(map(bare, said))].add(entry.codes[0])
    turns: dict[str, tuple[tuple[str, ...], int]] = {}
    for entry, said in kept:
        forms = whole(words(entry.text))
        is_shared = len(alike[frozenset(map(bare, said))]) > 1
        if is_shared and len(forms) > max(len(said), 1) and not entry.codes[0].startswith(NO_WORK):
            turns.setdefault(" ".join(forms), (entry.codes, len(said)))
    return turns
