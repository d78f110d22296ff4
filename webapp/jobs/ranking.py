"""Which works a query means: the entries of the lexicon it holds, weighed by how rare they are."""

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import log

from webapp.jobs.cutting import Cutter
from webapp.jobs.daily import is_daily
from webapp.jobs.lexicon import NEVER_WORK, NO_WORK, Entry
from webapp.jobs.refusals import wanted
from webapp.jobs.rules import FRAME, bare, is_any_work, is_saint, plain, words, work_words
from webapp.jobs.sounds import sounds
from webapp.jobs.vocabulary import HEARD, Vocabulary, merge
from webapp.jobs.whole import whole, whole_turns

MOST_CODES = 5
FEWEST = 2  # letters of the shortest query
SURE = 0.36  # the least part of a query that must be understood
UNKNOWN = 0.55  # the weight of a word that the lexicon does not know
CLEAR = 0.7  # how alike two words must be for a glued text not to be sought
LONG_NAME = 6  # letters past which a name that sounds like a work is taken for the work
LONG = 5  # letters of the known words of a glued text, on average, to prefer them at once
COVERED = 1.2  # how much it matters that a whole turn was said
AGE = frozenset(("an", "ans"))
NEEDED = {NO_WORK: 0.5, NEVER_WORK: 0.95}  # how much of a turn that means no work must be said
LONGER = 0.12  # what each more word of a turn adds: it says more than its words alone
WHOLE = 0.85  # how much of the words beside those of no work must say a work
PART = 0.85  # how much a turn is trusted when only a part of it was said
RANKS = (1.0, 0.86, 0.74, 0.64, 0.56)  # the codes of an entry, best first
HEAD = 1.2  # the first word says the work, the others say which
FAR = 0.35  # codes this far behind the best are left out
EACH = 0.5  # how much the least said word of a whole turn says, beside the most said
LED = 0.4  # how much of what the first word says of the best work it must say of another
ELIDED = re.compile("[dl][aeiouyh]")
SIDES = frozenset(("centre", "est", "nord", "ouest", "quartier", "sud", "ville"))  # of a town
GREETINGS = frozenset(("bonjour", "bonsoir", "salut", "rdv", "rendez", "voir"))
TITLES = frozenset(("m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "famille"))
TRADES = frozenset(("barbier", "berger", "boucher", "boulanger", "macon", "meunier"))  # names too
TRADE = re.compile("(?:ier|er|eur|and|ant|el|ain|on)$")  # ends a trade, and a name of families

Parts = dict[str, dict[int, float]]  # of each code, what each word says of it, by its place


@dataclass(frozen=True, slots=True)
class Answer:
    """The codes meant, best first; how sure this is, 0 to about 1; whether no work is meant."""

    codes: tuple[str, ...] = ()
    sure: float = 0.0
    refused: bool = False


class Ranking:
    """The entries of a lexicon, ready to be looked for."""

    def __init__(
        self,
        entries: Iterable[Entry],
        names: Iterable[str] = (),
        refused: frozenset[str] = frozenset(),
    ) -> None:
        """Read the entries, the names, which are never misspelled works, and the turns refused."""
        self.refused = refused
        self.longest_refused = max((turn.count(" ") + 1 for turn in refused), default=0)
        self.names = frozenset(map(plain, names := list(names))) | SIDES
        kept = [(entry, said) for entry in entries if (said := work_words(words(entry.text)))]
        self.whole = whole_turns(kept)
        kept = [(self.in_part(entry), said) for entry, said in kept]
        spelled = [word for _, said in kept for word in said]
        alone = names_alone(names, spelled)
        self.vocabulary = Vocabulary([*spelled, *sorted(alone)], exact=alone)
        number, known = self.vocabulary.numbers, self.vocabulary
        self.cutter = Cutter(number.keys() - alone, known.by_stem, known.by_sound)
        self.entries = without_words(entry for entry, _ in kept)
        self.turns = [tuple({number[bare(word)] for word in said}) for _, said in kept]
        self.longest = max((turn.count(" ") + 1 for turn in self.whole), default=0)
        self.holding: defaultdict[int, array[int]] = defaultdict(lambda: array("H"))
        for place, turn in enumerate(self.turns):
            for word in turn:
                self.holding[word].append(place)

    @cached_property
    def rarity(self) -> list[float]:
        """How much each word says, from 0.25 for the most common to 1 for one seen once."""
        most = log(len(self.turns) + 1)
        counts = (len(self.holding.get(at, ())) for at in range(len(self.vocabulary.forms)))
        return [max(0.25, 1 - log(max(count, 1)) / most) for count in counts]

    def answer(self, query: str) -> Answer:
        """The codes that a query means, best first, at most five; none when it means no work."""
        said = words(wanted(query))
        if self.refuses(said) or self.is_someone(said):
            return Answer(refused=True)
        joined = self.cutter.joined(said)
        if is_daily(" ".join(map(bare, joined))) or is_any_work(said):
            return Answer(refused=True)
        found = self.found(self.without_names(work_words(joined)))
        total = sum(self.weight(one) * (1 if place else HEAD) for place, one in enumerate(found))
        if not total:
            return Answer()
        parts = self.scores(found)
        never, quiet = sum(parts.pop(NEVER_WORK, {}).values()), parts.pop(NO_WORK, {})
        if said_beside := self.beside(found, parts, quiet):
            parts, total, quiet = *said_beside, {}
        scores = {code: sum(part.values()) for code, part in parts.items()}
        best, no_work = max(scores.values(), default=0.0), sum(quiet.values())
        if never > SURE / 2 * total or max(no_work, SURE * total) >= best:
            return Answer(refused=max(never, no_work) > SURE / 2 * total)
        ranked = sorted(scores, key=lambda code: -scores[code])
        kept = [code for code in ranked if scores[code] > FAR * best]
        kept = of_the_same_head(parts, kept, len(found))
        told = dict.fromkeys([*self.told_whole(said, len(found)), *kept])
        return Answer(tuple(told)[:MOST_CODES], best / total)

    def beside(
        self, found: Sequence[dict[int, float]], parts: Parts, quiet: dict[int, float]
    ) -> tuple[Parts, float] | None:
        """What other words say, and their weight, beside those that mean no work: `hlm gardien`.

        None where they hold no work, or say none whole.
        """
        best = max((sum(part.values()) for part in parts.values()), default=0.0)
        is_quiet = bool(quiet) and sum(quiet.values()) >= best
        left = set(range(len(found))) - quiet.keys() if is_quiet else set()
        total = sum(self.weight(found[place]) for place in left)
        others = {
            code: {place: said for place, said in part.items() if place in left}
            for code, part in (parts.items() if left else ())
        }
        best = max((sum(part.values()) for part in others.values()), default=0.0)
        return (others, total) if total and best >= WHOLE * total else None

    def in_part(self, entry: Entry) -> Entry:
        """An entry, trusted less where its words of work alone say something else as well."""
        is_told = " ".join(whole(words(entry.text))) in self.whole
        return replace(entry, trust=entry.trust * PART) if is_told else entry

    def told_whole(self, said: Sequence[str], most: int) -> tuple[str, ...]:
        """The codes of a turn told from others by its small words: `permis d`; () if more is said.

        `most` is how many words of work were said.
        """
        forms = whole(said)
        for size in range(min(self.longest, len(forms)), 1, -1):
            for at in range(len(forms) - size + 1):
                codes, held = self.whole.get(" ".join(forms[at : at + size]), ((), 0))
                if held >= most:
                    return codes
        return ()

    def refuses(self, said: Sequence[str]) -> bool:
        """Whether the words hold a turn that means no work, or hardly a letter."""
        forms = [bare(word) for word in said]
        shorter = [form for form in forms if form not in AGE and not form.isdigit()]
        held = self.holds_refused(forms) or (
            len(shorter) < len(forms) and self.holds_refused(shorter)
        )
        return held or sum(sign.isalpha() for sign in " ".join(forms)) < FEWEST

    def holds_refused(self, forms: list[str]) -> bool:
        """Whether plain words hold a turn that means no work."""
        sizes = range(1, min(self.longest_refused, len(forms)) + 1)
        return any(
            " ".join(forms[at : at + size]) in self.refused
            for size in sizes
            for at in range(len(forms) - size + 1)
        )

    def knows(self, word: str) -> bool:
        """Whether a word is one of work, as it is or as it is heard, and no name."""
        known = self.vocabulary
        return any(
            alike >= HEARD and known.forms[at] not in known.exact
            for at, alike in known.find(word).items()
        )

    def is_someone(self, said: Sequence[str]) -> bool:
        """Whether the words are a whole name: Jean Pierre, Mme Boucher, though both say a work."""
        forms = [bare(word) for word in said]
        titled = next((at for at, form in enumerate(forms) if form in TITLES), len(forms))
        rest = forms[titled + 1 :]
        if len(rest) == 1 and TRADE.search(rest[0]) and FRAME.union(GREETINGS) >= {*forms[:titled]}:
            return True
        if is_saint(list(said)) or (titled == 0 and self.is_full_name(rest)):
            return True
        forms = forms[1:] if forms[:1] and forms[0] in TITLES else forms
        named = self.names.issuperset(forms) and not SIDES.issuperset(forms)
        return len(said) > 1 and named and not TRADES.issuperset(forms)

    def is_full_name(self, forms: Sequence[str]) -> bool:
        """Whether words are names, but for one that is a trade as well: Charpentier Sylvie."""
        others = [form for form in forms if form not in self.names]
        return len(forms) in (2, 3) and len(others) == 1 and bool(TRADE.search(others[0]))

    def without_names(self, said: list[str]) -> list[str]:
        """The words without the names of people and towns that stand beside a known word."""
        kept = [word for word in said if bare(word) not in self.vocabulary.exact]
        return kept if any(self.cutter.knows(bare(word)) for word in kept) else said

    def found(self, said: Sequence[str]) -> list[dict[int, float]]:
        """For each word of a query, the words of the lexicon that it may be."""
        found: list[dict[int, float]] = []
        for word in said:
            meant = self.heart(word)
            alike = max(meant.values(), default=0.0)
            pieces = self.cutter.cut(word) if alike < HEARD else []
            if alike >= CLEAR and len("".join(pieces)) < LONG * len(pieces):
                pieces = []
            found += [self.vocabulary.find(piece) for piece in pieces] or [meant]
        return found

    def heart(self, word: str) -> dict[int, float]:
        """The words that one may be, an article stuck to it or not: lentrepo, dantretien."""
        meant = self.vocabulary.find(word)
        if ELIDED.match(word) and max(meant.values(), default=0.0) < HEARD:
            merge(meant, self.vocabulary.find(word[1:]))
        return meant

    def weight(self, found: dict[int, float]) -> float:
        """How much a word of the query says, known or not."""
        nearest = max(found.values(), default=0.0)
        return max((self.rarity[at] for at in found if found[at] == nearest), default=UNKNOWN)

    def scores(self, found: Sequence[dict[int, float]]) -> Parts:
        """How well each code answers, by the place of each word, counted once for each code."""
        held: defaultdict[int, dict[int, tuple[float, float]]] = defaultdict(dict)
        for place, one in enumerate(found):
            weight = self.weight(one) * (1 if place else HEAD)
            for at, alike in one.items():
                said = (weight * alike**2, self.rarity[at])
                for entry in self.holding.get(at, ()):
                    held[entry][place] = max(held[entry].get(place, said), said)
        totals: Parts = defaultdict(dict)
        for number, said_by in held.items():
            self.credit(totals, number, said_by)
        return totals

    def credit(
        self,
        totals: Parts,
        number: int,
        said_by: dict[int, tuple[float, float]],
    ) -> None:
        """Give an entry's codes what the words of the query say of it."""
        entry, turn = self.entries[number], self.turns[number]
        whole = sum(self.rarity[at] for at in turn)
        covered = min(1.0, sum(weight for _, weight in said_by.values()) / whole)
        if covered < NEEDED.get(entry.codes[0], 0.0):
            return
        trust = entry.trust * covered**COVERED * (1 + LONGER * (len(said_by) - 1))
        for rank, code in zip(RANKS, entry.codes, strict=False):
            parts = totals[code]
            for place, (said, _) in said_by.items():
                parts[place] = max(parts.get(place, 0.0), said * trust * rank)


def of_the_same_head(parts: Parts, ranked: list[str], most: int) -> list[str]:
    """The codes without those of the place alone, where the best is said by every word.

    `nettoyage chantier` is cleaning, and asks for no mason.
    """
    first = parts[ranked[0]]
    if most < 2 or len(first) < most or min(first.values()) < EACH * max(first.values()):
        return ranked
    return [code for code in ranked if parts[code].get(0, 0.0) > LED * first[0]]


def without_words(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without their words, which the turns tell: most are then one with another."""
    same: dict[Entry, Entry] = {}
    told = (replace(entry, text="") for entry in entries)
    return [same.setdefault(entry, entry) for entry in told]


def names_alone(names: Iterable[str], spelled: Sequence[str]) -> set[str]:
    """The names that no word of work is, and that the longer ones do not sound like: Masson."""
    different = list({plain(name) for name in names} - {bare(word) for word in spelled})
    heard = set(sounds(sorted(set(spelled))))
    pairs = zip(different, sounds(different), strict=True)
    return {name for name, sound in pairs if len(name) < LONG_NAME or sound not in heard}
