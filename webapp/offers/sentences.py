"""A sentence read as a search: the work that it names, however it is spelled, and the place."""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from webapp.jobs import queries as jobs
from webapp.jobs.refusals import wanted
from webapp.messages.words import after_greeting
from webapp.offers import cuts
from webapp.offers.text import plain
from webapp.places import queries as places
from webapp.places.queries import Commune
from webapp.places.sounds import sound

SURE = -1.0  # the price of a place, from which on nobody doubts it is one: see places.ranking
# The price of a département: a town named beside its number says more.
NUMBERED, NAMED = -0.5, -9.0
# The price of a town's name by ear, alone; common words are dearer. A long word is hardly another.
NEAR, NEARER = -1.8, -1.9  # of words, or one the lexicon knows; of those that are heard as a work
NEAR_WORD, LONG_WORD = -1.4, 5  # of one word of so many letters
NEAR_CITY, LONGER_WORD = -1.0, 8  # of one longer, that resembles a city
HEARD = 100_000  # inhabitants of a town that is meant though its name was misheard: "lion"
LARGE = 30_000  # inhabitants of a town that is meant though its name is a word of work: Tours
LED = 2_000  # the same, led to by "à" or told by its accent: Vitré
REMEMBERED = 2048  # pairs of fields
SHORTEST = 4  # letters of a name of a town with a mistake


@dataclass(frozen=True)
class Sought:
    """What a sentence looks for; any work where `work` is empty, asked where `town` is None."""

    work: str
    town: Commune | None
    where: str = ""  # the words that mean the town, when others may be meant as well


class Said(NamedTuple):
    """The words for a work and the words for a place; empty where nothing was said."""

    word: str
    where: str


@lru_cache(maxsize=REMEMBERED)
def parted(word: str, where: str) -> Said:
    """Return what two fields say, where one of them holds the other's words."""
    if word and not where:
        sought = read(word)
        if sought and sought.town:
            return Said(sought.work, sought.where or exact(sought.town))
        return Said(word, "")
    return Said(where, "") if not word and is_work_alone(where) else Said(word, where)


def is_work_alone(where: str) -> bool:
    """Return whether what was typed for a place is a work, and hardly resembles a place."""
    found = places.found(where)
    return not (found and found[0][0] <= SURE) and jobs.names_work(where)


def exact(town: Commune) -> str:
    """Return words that mean this commune and no other; the postcode of a city is of a part."""
    postcode = town.postcodes[0] if town.postcodes else ""
    said = f"{town.name} {postcode}".strip()
    return said if town_of(said) == town else town.name


def read(text: str) -> Sought | None:
    """Return the search that a sentence makes, less what it refuses; None where it makes none."""
    asked = wanted(text)
    sought = read_all(asked) if asked != text else None
    return sought if sought and sought.town else read_all(text)


def read_all(text: str) -> Sought | None:
    """Return the search that all words of a sentence make."""
    bare = " ".join(after_greeting(plain(text).split()))
    if cuts.POSTCODE.search(bare):
        return with_postcode(bare)
    found = [
        (price, Sought(work, town, shared(place)))
        for words, place in cuts.ways(bare)
        if (work := work_of(words))
        and not (bare.startswith(place) and place.isdecimal())  # "45 ans, ménage"
        and (price := price_of(place, work, least(words, place, text))) is not None
        and (town := town_of(place))
    ]
    if found:
        return min(found, key=lambda one: one[0])[1]
    return read_alone(bare)


def read_alone(bare: str) -> Sought | None:
    """Return the search of words that are either a work or a place."""
    alone, where = work_of(bare), cuts.without_fillers(bare)
    is_work_named = bool(alone) and not jobs.asks_for_any_work(alone)
    if is_work_named:
        town = None if jobs.are_words_of_work(where) else resembled(bare, NEARER)
        return Sought("" if town else alone, town, shared(bare) if town else "")
    town = named(where) or resembled(where, near(where))
    return Sought("", town, shared(where)) if town else None


def near(words: str) -> float:
    """Return the dearest price of a town that words alone may mean."""
    if " " in words or len(words) < LONG_WORD or jobs.are_words_of_work(words):
        return NEAR
    town = town_of(words)
    is_city = town is not None and town.population >= HEARD
    return NEAR_CITY if is_city and len(words) >= LONGER_WORD else NEAR_WORD


def resembled(words: str, dearest: float) -> Commune | None:
    """Return the town that words alone resemble much: "sain denis"; a first name is none."""
    found = () if jobs.is_name(words) else places.found(words)
    return town_of(words) if found and found[0][0] <= dearest else None


def with_postcode(bare: str) -> Sought | None:
    """Return the search of a sentence that holds a postcode: a name may stand beside it."""
    work, code = next(cuts.ways(bare))
    town = town_of(code)
    if town is None:
        return None
    if not cuts.without_fillers(work) or work_of(work):
        return Sought("" if jobs.asks_for_any_work(work) else work_of(work), town)
    words = work.split()
    for at in range(len(words) - 1, 0, -1):  # "menage vaulx 69120"
        if is_work(" ".join(words[:at])):
            return Sought(" ".join(words[:at]), town_of(f"{' '.join(words[at:])} {code}") or town)
    return Sought("", town) if named(work) else Sought(work, town)


def work_of(words: str) -> str:
    """Return the words that name a work, without those of courtesy where these hide it."""
    bare = cuts.without_fillers(words)
    return cuts.without_end(words if is_work(words) else bare if is_work(bare) else "")


def is_work(words: str) -> bool:
    """Return whether words name a work, or any work."""
    return bool(jobs.match(words).codes) or jobs.asks_for_any_work(words)


def least(words: str, place: str, text: str) -> int:
    """Return how many people a town named like a work must have: few after "à", or if accented."""
    accented = (word for word in text.casefold().split() if word.endswith("é"))
    is_led = words.split()[-1:] == ["a"] or place in map(plain, accented)
    return LED if is_led else LARGE


def price_of(words: str, beside: str, large: int) -> float | None:
    """Return how far words are from a place that nobody doubts; None where they may be none.

    Words of work are a place where they name a large town, beside those of a work: "plonge tours".
    """
    found = places.found(words)
    if not found or cuts.is_digit(words):
        return None
    if places.is_departement(words):
        return NAMED if " " in words else NUMBERED
    town = named(words)
    if jobs.are_words_of_work(words):
        town = town or misheard(words)
        is_large = town is not None and town.population >= large
        is_meant = is_large and is_work(beside)
    else:
        has_letters = sum(map(str.isalpha, cuts.without_fillers(words))) >= SHORTEST
        is_meant = town is not None or (found[0][0] <= SURE and has_letters)
    return found[0][0] if is_meant else None


def misheard(words: str) -> Commune | None:
    """Return the city whose name words sound just like, where they name no work: "lion"."""
    town = town_of(words)
    is_city = town is not None and town.population >= HEARD and not jobs.match(words).codes
    return town if town and is_city and sound(plain(town.name)) == sound(words) else None


def town_of(words: str) -> Commune | None:
    """Return the commune that words mean; for the number of a département, its main town."""
    said = places.departement_name(words.upper()) if places.is_departement(words) else ""
    return next(iter(places.choices(said or words)), None)


def shared(words: str) -> str:
    """Return the words where they may mean several communes, to be chosen from; else nothing."""
    is_shared = not places.is_departement(words) and len(places.in_sight(words)) > 1
    return words if is_shared else ""


def named(words: str) -> Commune | None:
    """Return the commune that has exactly this name, or this number in its city: `lyon 3`."""
    town = town_of(words) if words else None
    if town is None:
        return None
    name = plain(town.name)
    is_part = bool(town.parent) and words[-1].isdecimal() and name.startswith(words)
    return town if name == words or is_part else None
