"""Sorted spellings and who has them, kept small: one text rather than a hundred thousand."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

STEP = 16  # spellings between two that are kept apart, to begin looking from


class Keys:
    """Sorted spellings, and for each the entries that have it with the form of the name."""

    def __init__(self, spellings: list[str], owners: Sequence[int]) -> None:
        order = sorted(range(len(spellings)), key=spellings.__getitem__)
        self.owners = array("I", map(owners.__getitem__, order))
        self.starts = array("I")
        kept: list[str] = []
        for place, at in enumerate(order):
            if not kept or spellings[at] != kept[-1]:
                kept.append(spellings[at])
                self.starts.append(place)
        self.starts.append(len(order))
        self._write(kept)

    def _write(self, kept: list[str]) -> None:
        """Keep the spellings in one text, a line each, and where each begins."""
        self.text = "\n".join(["", *kept, ""])
        self.begins = array("I", [1])
        for key in kept:
            self.begins.append(self.begins[-1] + len(key) + 1)
        self.steps = ["", *kept[STEP::STEP]]
        self.ends = array("I", (self.begins[at] for at in range(0, len(kept), STEP)))
        self.ends.append(len(self.text))

    def __len__(self) -> int:
        return len(self.begins) - 1

    def __iter__(self) -> Iterator[str]:
        """The spellings, in order."""
        return iter(self.text[1:-1].split("\n"))

    def key(self, position: int) -> str:
        """The spelling at this position."""
        return self.text[self.begins[position] : self.begins[position + 1] - 1]

    def find(self, key: str) -> int:
        """The position of the spelling, or -1."""
        step = bisect_right(self.steps, key)
        found = self.text.find(f"\n{key}\n", self.ends[step - 1] - 1, self.ends[step])
        return -1 if found < 0 else bisect_left(self.begins, found + 1)

    def first(self, start: str) -> int:
        """The position of the first spelling that is not before this one."""
        step = bisect_right(self.steps, start)
        near = self.text[self.ends[step - 1] : self.ends[step] - 1].split("\n")
        return (step - 1) * STEP + bisect_left(near, start)

    def at(self, position: int) -> Iterator[tuple[int, int]]:
        """The entries of the spelling at this position, each with its form."""
        for owner in self.owners[self.starts[position] : self.starts[position + 1]]:
            yield owner >> 2, owner & 3

    def beginning(self, start: str) -> range:
        """The positions of the spellings that begin so."""
        return range(self.first(start), self.first(start + "\x7f"))
