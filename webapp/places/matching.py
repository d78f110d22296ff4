"""Look names up as they are written, begun, heard or nearly so, and rank what is found.

Every place found has a price: how far its name is from what was typed, plus what the postcode or
the département say against it, less half the number of digits of its population. Half means that
a town ten times larger wins over one whose name fits better by 0.5.
"""

import re
from collections.abc import Iterator
from heapq import nlargest
from math import log10

from webapp.places import sounds
from webapp.places.gazetteer import BARE, HEAD, WHOLE, Gazetteer, bare, forms
from webapp.places.keys import Keys
from webapp.places.reading import LEAD, Reading

FORMS = {WHOLE: 0.0, BARE: 0.15, HEAD: 0.5}  # prices of what was left out of the name
FORMER = 0.4  # an old name
HEARD = 0.35  # written otherwise, heard the same
SPELLED = 0.5  # more for the others when a place has exactly the name asked
BEGUN = 0.5  # whole words of the beginning
CUT = 0.7  # the beginning, cut in a word; plus as much again for what is missing
SAID = 0.3  # a mute ending said
TYPING = 5.0  # a wrong letter, over the length of the name
HEARING = 7.0  # a wrong sound, over the length of the name
UNLIKE = 0.6  # the letters that differ, over the length
DEAREST = 2.1  # beyond, nothing resembles
SOUNDS = "aeiouy123bcdfgjklmnprstvz"
MUTE = "stdzpg"
ENDS_SAID = re.compile(r"([stp])\1$|[aiou]z$")  # a last letter that is said: "niss", "tulouz"
BONES = "bdklmnrsvz"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
BEGINNINGS, CANDIDATES = 24, 60
LISTED = 1.5  # a place that much dearer than the best is not worth listing

Prices = dict[int, float]


class Search:
    """The places that the words of one reading may name, each with its price."""

    def __init__(self, gazetteer: Gazetteer, reading: Reading) -> None:
        self.gazetteer = gazetteer
        self.reading = reading
        heart = bare(list(reading.words))
        self.written = list(dict.fromkeys(["".join(reading.words), "".join(heart)]))
        # An accent at the end is heard: "Angé" for Angers.
        sharp = [word + "r" if word in reading.sharp else word for word in reading.words]
        full = [word + "e" if ENDS_SAID.search(word) else word for word in reading.words]
        spoken = [" ".join(words) for words in (sharp, reading.words, heart, full)]
        heard = (sounds.sound(text).replace(" ", "") for text in [*spoken, self.written[0]])
        self.spoken = [key for key in dict.fromkeys(heard) if key]
        self.prices: Prices = {}
        self.sure = False
        self.otherwise = HEARD

    def surely(self) -> bool:
        """Look for the very letters or sounds, or their beginning; tell whether that is enough."""
        if self.written[0]:
            self.as_written()
            if not self.reading.literal:
                self.begun()
                self.as_heard()
        return self.sure

    def nearly(self) -> None:
        """Look for what is one letter or a few sounds away."""
        if self.written[0] and not self.reading.literal:
            self.nearly_written()
            self.with_mute_end()
            self.nearly_heard()

    def take(self, entry: int, price: float) -> None:
        """Keep a place, unless it was found cheaper."""
        if price < self.prices.get(entry, DEAREST):
            self.prices[entry] = price

    def as_written(self) -> None:
        """The very letters, in any of the forms of a name."""
        is_noise = self.reading.literal and LEAD.issuperset(self.reading.words)
        for rank, key in enumerate(self.written[:1] if is_noise else self.written):
            for entry, form in self.having(self.gazetteer.written, key):
                if is_noise and form == HEAD:
                    continue
                self.take(entry, FORMS[form] + 0.1 * rank)
                self.settle(entry, form != HEAD and len(key) > 4)
                if form == WHOLE and not rank and self.is_wanted(entry):
                    self.otherwise = HEARD + SPELLED

    def as_heard(self) -> None:
        """The very sounds."""
        for key in self.spoken:
            for entry, form in self.having(self.gazetteer.spoken, key):
                self.take(entry, self.otherwise + FORMS[form])
                if form != HEAD or len(key) > 3:
                    self.settle(entry)

    def having(self, keys: Keys, key: str) -> Iterator[tuple[int, int]]:
        """The entries spelled so, with their form."""
        position = keys.find(key)
        return keys.at(position) if position >= 0 else iter(())

    def settle(self, entry: int, whatever_its_size: bool = False) -> None:
        """A place of some size found for sure ends the search."""
        large = whatever_its_size or self.gazetteer.populations[entry] >= 2000
        self.sure = self.sure or (large and self.is_wanted(entry))

    def is_wanted(self, entry: int) -> bool:
        """Tell whether the entry is in the départements asked, if any is."""
        asked = self.reading.departements
        return not asked or self.gazetteer.departement(entry) in asked

    def begun(self) -> None:
        """Names that begin with the letters, then with the sounds."""
        for keys, starts, more in (
            (self.gazetteer.written, self.written[:1], 0.0),
            (self.gazetteer.spoken, [s for s in self.spoken if len(s) > 2], self.otherwise),
        ):
            for start in starts:
                for entry, form, key in self.largest(keys, start):
                    self.take(entry, more + self.price_of_beginning(entry, form, start, key))

    def largest(self, keys: Keys, start: str) -> list[tuple[int, int, str]]:
        """The most populated entries whose spelling begins so, in the départements asked."""
        found = (
            (entry, form, keys.key(position))
            for position in keys.beginning(start)
            for entry, form in keys.at(position)
            if self.is_wanted(entry)
        )
        return nlargest(BEGINNINGS, found, key=lambda x: self.gazetteer.populations[x[0]])

    def price_of_beginning(self, entry: int, form: int, start: str, key: str) -> float:
        """Less when whole words were typed: "bourg en" or "bourg en b", rather than "bour"."""
        if len(start) == len(key):
            return FORMS[form]
        if start == self.written[0]:
            asked, name = self.reading.words, forms(self.gazetteer.plain_words(entry))[form]
            if tuple(name[: len(asked)]) == asked:
                self.settle(entry)
                return BEGUN
            if len(asked) > 1 and tuple(name[: len(asked) - 1]) == asked[:-1]:
                return CUT
        return CUT + CUT * (1 - len(start) / len(key))

    def nearly_written(self) -> None:
        """Names one letter away."""
        keys, asked = self.gazetteer.written, self.written[0]
        for key in one_off(asked, LETTERS) if len(asked) > 3 else []:
            for entry, form in self.having(keys, key):
                self.take(entry, self.otherwise + FORMS[form] + TYPING / max(len(asked), len(key)))

    def nearly_heard(self) -> None:
        """Names whose sounds or bones are at most one away, at the price of their difference."""
        for key in self.spoken:
            positions = {self.gazetteer.spoken.find(other) for other in one_off(key, SOUNDS)}
            positions.update(self.same_bones(sounds.bones(key)))
            positions.discard(-1)
            self.compare(key, nlargest(CANDIDATES, positions, key=self.people_at))

    def with_mute_end(self) -> None:
        """Names whose last letter is not said, though it was written as if it were."""
        for key in self.spoken:
            if key[-1] in MUTE:
                for entry, form in self.having(self.gazetteer.spoken, key[:-1]):
                    self.take(entry, self.otherwise + FORMS[form] + SAID)

    def compare(self, asked: str, positions: list[int]) -> None:
        """Price the sounds at these positions, until the next places are too small to matter."""
        best = self.best()
        for position in positions:
            bonus = weight(self.people_at(position))
            room = min(DEAREST, best + LISTED + bonus) - self.otherwise
            if room <= 0:
                break
            key = self.gazetteer.spoken.key(position)
            size = max(len(asked), len(key))
            price = HEARING / size * sounds.distance(asked, key, room * size / HEARING)
            for entry, form in self.gazetteer.spoken.at(position):
                self.take(entry, self.otherwise + FORMS[form] + price)
            best = min(best, self.otherwise + price - bonus)

    def best(self) -> float:
        """The least price so far, inhabitants taken off."""
        people = self.gazetteer.populations
        return min((price - weight(people[e]) for e, price in self.prices.items()), default=9.0)

    def same_bones(self, bones: str) -> Iterator[int]:
        """The positions of the sounds with these bones, or one away when there are enough."""
        near = one_off(bones, BONES) if len(bones) > 3 else iter(())
        for other in [bones, *near]:
            for position, _ in self.having(self.gazetteer.bones, other):
                yield position

    def people_at(self, position: int) -> int:
        """The inhabitants of the largest place that sounds so."""
        entries = self.gazetteer.spoken.at(position)
        return max(self.gazetteer.populations[e] * self.is_wanted(e) for e, _ in entries)


def weight(people: int) -> float:
    """What the inhabitants of a place take off its price."""
    return 0.5 * log10(people + 10)


def one_off(key: str, alphabet: str) -> Iterator[str]:
    """The key with one symbol dropped, swapped with the next, changed or added."""
    for at in range(len(key) + 1):
        head, tail = key[:at], key[at:]
        for symbol in alphabet:
            yield head + symbol + tail
            yield head + symbol + tail[1:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[:1] + tail[2:]
