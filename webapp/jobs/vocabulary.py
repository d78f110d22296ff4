"""The words that the lexicon knows, found by their letters, their sound, or their likeness."""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable

from webapp.jobs.rules import bare
from webapp.jobs.sounds import distance, sounds
from webapp.jobs.spelling import slips
from webapp.jobs.stems import root, stem

SAME, INFLECTED, HEARD, KIN = 1.0, 0.96, 0.86, 0.72  # how alike two words are
ENOUGH = 0.8  # no need to look for likeness past this
SHORTEST = 4  # letters of the shortest word that may be misspelled
NEAREST = 14  # words compared letter by letter
SLIP = 0.15  # lost for each slip
VOWEL = re.compile("[aeiouy]")
SHARP = re.compile("e\u0301$")
MUMBLED = re.compile(r"[^aeiouy\d]{5}|(.)\1\1")  # no French word has five consonants in a row


def slips_allowed(length: int) -> float:
    """How many slips a word of this many letters may hold and still be known."""
    limits = {4: 0.6, 5: 0.8, 6: 1.2, 7: 1.4, 8: 1.6}
    return limits.get(length, 2.4) if length >= SHORTEST else 0.0


def pairs(word: str) -> list[str]:
    """The pairs of letters of a word, its edges included."""
    edged = f"<{word}>"
    return [edged[at : at + 2] for at in range(len(edged) - 1)]


def can_be_said(form: str) -> bool:
    """Whether letters look like a word, rather than like a hand laid on the keys."""
    return len(set(form)) > 1 and VOWEL.search(form) is not None and not MUMBLED.search(form)


class Likeness:
    """Words found by the pairs of letters that they share with another."""

    def __init__(self, spelled: Iterable[str]) -> None:
        """Keep each word under each of its pairs."""
        self.words = list(spelled)
        kept: defaultdict[str, array[int]] = defaultdict(lambda: array("H"))
        for number, word in enumerate(self.words):
            for pair in set(pairs(word)):
                kept[pair].append(number)
        self.by_pair = dict(kept)

    def nearest(self, word: str) -> list[int]:
        """The numbers of the words that share most pairs with this one, the most alike first."""
        shared: Counter[int] = Counter()
        mine = set(pairs(word))
        for pair in mine:
            shared.update(self.by_pair.get(pair, ()))
        length = len(mine)
        likely = sorted(
            ((2 * count / (length + len(self.words[number]) + 1), number)
            for number, count in shared.items() if count > 1),
            reverse=True,
        )  # fmt: skip
        return [number for _, number in likely[:NEAREST]]


class Vocabulary:
    """The words of the lexicon by number, and the ways to find them."""

    def __init__(self, words: Iterable[str], exact: Iterable[str] = ()) -> None:
        """Keep plain or accented words; those of `exact` are found by their letters alone."""
        accented = {bare(word): word for word in words}
        self.exact = frozenset(exact)
        self.forms = list(accented)
        self.numbers = {form: number for number, form in enumerate(self.forms)}
        self.heard = sounds(list(accented.values()))
        stems = [stem(form) for form in self.forms]
        alone = [(number,) for number in range(len(stems))]  # most words: one tuple for all three
        self.by_stem = grouped(stems, alone)
        self.by_root = grouped(map(root, stems), alone)
        self.by_sound = grouped(self.heard, alone)
        self.by_letters = Likeness(self.forms)
        self.by_ear = Likeness(self.heard)

    def find(self, word: str) -> dict[int, float]:
        """The numbers of the words meant by this one, with how alike they are, 0 to 1."""
        form = bare(word)
        if form in self.exact:
            return {self.numbers[form]: SAME}
        found = self.same(form)
        if SHARP.search(word):
            self.unsay(found, form, word)
        if max(found.values(), default=0) < SAME:
            merge(found, self.sounding(word))
        if max(found.values(), default=0) < ENOUGH and can_be_said(form):
            merge(found, self.alike(word, form))
        return found

    def same(self, form: str) -> dict[int, float]:
        """The word itself, its other forms, and its kin."""
        base = stem(form)
        kin = root(base)
        found = dict.fromkeys(self.by_root.get(kin, ()), KIN) if len(kin) > 2 else {}
        merge(found, dict.fromkeys(self.by_stem.get(base, ()), INFLECTED))
        if form in self.numbers:
            found[self.numbers[form]] = SAME
        return {at: value for at, value in found.items() if self.may(at, form)}

    def unsay(self, found: dict[int, float], form: str, word: str) -> None:
        """Count a word of the same letters, less the accent heard, as its kin: `livré`, livre."""
        at = self.numbers.get(form)
        if at in found and self.heard[at] != sounds([word])[0]:
            found[at] = KIN

    def may(self, number: int, form: str) -> bool:
        """Whether a word may stand for this one: names must be written as they are."""
        return self.forms[number] not in self.exact or self.forms[number] == form

    def sounding(self, word: str) -> dict[int, float]:
        """The words heard just like this one, its last letter said or not; names come last."""
        ends = [word] if VOWEL.match(word[-1]) else [word, word + "e"]
        said = [one for one in set(sounds(ends)) if len(one) > 1]
        found = [at for one in said for at in self.by_sound.get(one, ())]
        works = [at for at in found if self.forms[at] not in self.exact]
        return dict.fromkeys(works or found, HEARD)

    def alike(self, word: str, form: str) -> dict[int, float]:
        """The words that slips of the hand or of the ear may have turned into this one."""
        limit = slips_allowed(len(form))
        prices: dict[int, float] = {}
        for at in self.by_letters.nearest(form):
            prices[at] = slips(form, self.forms[at], limit)
        heard = sounds([word])[0]
        for at in self.by_ear.nearest(heard):
            price = 0.4 + 1.2 * distance(heard, self.heard[at], limit)
            prices[at] = min(prices.get(at, price), price)
        return {
            at: HEARD - SLIP * price
            for at, price in prices.items()
            if price <= limit and self.forms[at] not in self.exact
        }


def grouped(keys: Iterable[str], alone: list[tuple[int]]) -> dict[str, tuple[int, ...]]:
    """The places of each key."""
    groups: dict[str, tuple[int, ...]] = {}
    for key, number in zip(keys, alone, strict=True):
        groups[key] = groups[key] + number if key in groups else number
    return groups


def merge(found: dict[int, float], others: dict[int, float]) -> None:
    """Add others to what was found, the most alike winning."""
    for at, value in others.items():
        if value > found.get(at, 0):
            found[at] = value
