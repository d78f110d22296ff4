"""A message read as a search: the work that it names, however it is spelled, and the place."""

from dataclasses import dataclass

from webapp.bysms import rules
from webapp.jobs import queries as jobs
from webapp.messages.words import after_greeting
from webapp.offers.text import plain
from webapp.places import queries as places
from webapp.places.queries import Commune


@dataclass(frozen=True)
class Sought:
    """What a message looks for; any work where `work` is empty, asked where `town` is None."""

    work: str
    town: Commune | None


def read(text: str) -> Sought | None:
    """Return the search that a message makes; None where it makes none."""
    bare = " ".join(after_greeting(plain(text).split()))
    if rules.POSTCODE.search(bare):
        return with_postcode(bare)
    found = [
        (price, Sought(work, town))
        for words, place in rules.cuts(bare)
        if (work := work_of(words))
        and (price := price_of(place)) is not None
        and (town := town_of(place))
    ]
    if found:
        return min(found, key=lambda one: one[0])[1]
    alone = work_of(bare)
    if alone and not jobs.asks_for_any_work(alone):
        return Sought(alone, None)
    town = named(rules.without_fillers(bare))
    return Sought("", town) if town else None


def with_postcode(bare: str) -> Sought | None:
    """Return the search of a message that holds a postcode: a name may stand beside it."""
    work, code = next(rules.cuts(bare))
    town = town_of(code)
    if town is None:
        return None
    if not rules.without_fillers(work) or work_of(work):
        return Sought("" if jobs.asks_for_any_work(work) else work_of(work), town)
    words = work.split()
    for at in range(len(words) - 1, 0, -1):  # "menage vaulx 69120"
        if is_work(" ".join(words[:at])):
            return Sought(" ".join(words[:at]), town_of(f"{' '.join(words[at:])} {code}") or town)
    return Sought("", town) if named(work) else Sought(work, town)


def work_of(words: str) -> str:
    """Return the words that name a work, without those of courtesy where these hide it."""
    bare = rules.without_fillers(words)
    return words if is_work(words) else bare if is_work(bare) else ""


def is_work(words: str) -> bool:
    """Return whether words name a work, or any work."""
    return bool(jobs.match(words).codes) or jobs.asks_for_any_work(words)


def price_of(words: str) -> float | None:
    """Return how far words are from a place that nobody doubts; None where they may be none."""
    found = places.found(words)
    if not found or rules.is_digit(words):
        return None
    return found[0][0] if found[0][0] <= rules.SURE or named(words) else None


def town_of(words: str) -> Commune | None:
    """Return the commune that words mean."""
    return next(iter(places.choices(words)), None)


def named(words: str) -> Commune | None:
    """Return the commune that has exactly this name, or this number in its city: `lyon 3`."""
    town = town_of(words) if words else None
    if town is None:
        return None
    name = plain(town.name)
    is_part = bool(town.parent) and words[-1].isdecimal() and name.startswith(words)
    return town if name == words or is_part else None
