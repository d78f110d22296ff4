"""A text as the rules read it: sentences, what is denied, what is only warned about, who acts."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from webapp.scams import amounts, calls, hosts, stance
from webapp.scams.concepts import CONCEPTS, HIDE_PROOF
from webapp.scams.negation import denied_stretches
from webapp.scams.undo import Tracked, undo

LONGEST = 20_000  # characters read; the rest is cut, and the verdict says so
SENTENCE_END = re.compile(r"[.!?]+(?=[\s\"')]|$)|\n+|[;•|…]|(?<=\s)[-·](?=\s)")
NUMBERS = {**amounts.KINDS, **calls.KINDS}
PASSAGE = 400  # characters: the length of a long message
REACH = 320  # characters that one request may stretch over


@dataclass(frozen=True)
class Span:
    """Where an idea stands in the undone text."""

    start: int
    end: int


@dataclass
class Reading:
    """One text, undone, cut into sentences, its ideas found once and only when asked for."""

    original: str
    channel: str | None = None
    _found: dict[str, list[Span]] = field(default_factory=dict)
    _meant: dict[str, list[Span]] = field(default_factory=dict)

    @cached_property
    def tracked(self) -> Tracked:
        return undo(self.original[:LONGEST])

    @property
    def text(self) -> str:
        return self.tracked.text

    @cached_property
    def starts(self) -> list[int]:
        """Where each sentence starts; a link or a decimal number never ends one."""
        ends = (m.end() for m in SENTENCE_END.finditer(self.text) if m.start() not in self.in_links)
        return sorted({0, *ends})

    @cached_property
    def links(self) -> list[hosts.Link]:
        return [replace(link, foreign=self._is_foreign(link)) for link in hosts.links(self.text)]

    @cached_property
    def denied(self) -> set[int]:
        """Every place that a denial covers."""
        return {place for pair in denied_stretches(self.text) for place in range(*pair)}

    @cached_property
    def in_links(self) -> set[int]:
        """Every place inside a link, but its last."""
        return {place for link in self.links for place in range(link.start, link.end - 1)}

    @cached_property
    def hushed(self) -> set[int]:
        """The sentences that warn, report or ask in general: nothing in them is a request."""
        return stance.hushed_sentences([self.sentence(i) for i in range(len(self.starts))])

    @cached_property
    def passages(self) -> list[Span]:
        """The text in whole sentences, at most PASSAGE characters together where they are short."""
        cuts = [0]
        for start, end in pairwise([*self.starts, len(self.text)]):
            if end - cuts[-1] > PASSAGE and start > cuts[-1]:
                cuts.append(start)
        return [Span(*pair) for pair in pairwise([*cuts, len(self.text)]) if pair[0] < pair[1]]

    def passage_of(self, position: int) -> str:
        """The words around a place."""
        at = bisect_right(self.passages, position, key=lambda span: span.start) - 1
        return self.text[self.passages[at].start : self.passages[at].end]

    def sentence(self, number: int) -> str:
        end = self.starts[number + 1] if number + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[number] : end]

    def sentence_of(self, position: int) -> int:
        return bisect_right(self.starts, position) - 1

    def said(self, idea: str) -> list[Span]:
        """Every place where an idea stands, denied or not."""
        if idea not in self._found:
            self._found[idea] = sorted(self._look_for(idea), key=lambda span: span.start)
        return self._found[idea]

    def meant(self, idea: str) -> list[Span]:
        """The places where an idea stands and is neither denied nor only warned about."""
        if idea not in self._meant:
            self._meant[idea] = [span for span in self.said(idea) if self._counts(idea, span)]
        return self._meant[idea]

    def _counts(self, idea: str, span: Span) -> bool:
        if self.sentence_of(span.start) in self.hushed:
            return False
        return idea in HIDE_PROOF or span.start not in self.denied

    def _is_foreign(self, link: hosts.Link) -> bool:
        """Letters of another alphabet, undone in the text, betray a host that imitates."""
        seen = self.tracked.quote(link.start, link.end).lower()
        return any(letter.isalpha() and letter > "\u024f" for letter in seen)

    def _look_for(self, idea: str) -> Iterator[Span]:
        if idea in NUMBERS:
            yield from (Span(*pair) for pair in NUMBERS[idea](self.text))
            return
        if idea in hosts.KINDS:
            yield from (Span(k.start, k.end) for k in self.links if hosts.KINDS[idea](k))
            return
        concept = CONCEPTS[idea]
        for match in concept.pattern.finditer(self.text):
            if concept.holds(self.text, match):
                yield Span(*match.span())
