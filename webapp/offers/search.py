"""Published offers near a point, nearest first, the same on SQLite and PostgreSQL."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from webapp.offers.grid import Box, strip
from webapp.offers.statements import (
    STEP_OF_EQUALS,
    Text,
    Wanted,
    at_point,
    crowd,
    edges,
    holding,
    place,
    shape,
    statement,
    work,
)
from webapp.offers.text import expressions
from webapp.rows import ask, ask_for_rows
from webapp.shelf import Shelf

__all__ = ["Hit", "Wanted", "near"]

STEPS_KM = (0.1, 0.2, 0.5, 2, 8, 20, 50)
FIRST_KM = 0.5  # where nothing was learnt: a smaller box seldom holds enough
LEAST_OF_INDEX_KM = 2  # the text index is read whole for a word, however small the box
RARE = 500  # offers
CROWD = 3_000  # offers


class Hit(NamedTuple):
    """An offer found, what state of its card it has, and how far it is where that can be told."""

    id: int
    version: int
    metres: int | None
    load: float = 0  # requests for each open post: of two as far, the less asked for comes first


def steps(radius_km: float, least_km: float) -> Iterator[float]:
    """Give growing radii from the least, the last being the one asked for."""
    yield from (step for step in STEPS_KM if least_km <= step < radius_km)
    yield radius_km


def near(
    lat: float, lon: float, wanted: Wanted, *, radius_km: float = 30, limit: int = 20, skip: int = 0
) -> list[Hit]:
    """Return the offers wanted within a radius of a point, nearest first.

    Among those a tenth of a kilometre apart, the one with fewer requests per open post comes first.
    """
    enough = limit + skip
    at = (lat, lon, wanted, enough)
    rows = stacked(lat, lon, wanted, enough) if STACKED.get(at) is not False else []
    if not rows:
        rows = look(lat, lon, wanted, radius_km, enough)
        STACKED.put(at, len(rows) == enough and rows[-1].metres == 0 == rows[-1].load)
    return rows[skip:]


def look(lat: float, lon: float, wanted: Wanted, radius_km: float, enough: int) -> list[Hit]:
    """Return enough offers: by reading those around, else by asking the text index.

    Many offers hold a common word, and the first around do: to read a few thousand is quicker than
    to list all of them. A rarer word is nowhere near, and its list is short.
    """
    around = (round(lat, 1), round(lon, 1), wanted, enough)
    rows = None
    if not SCARCE.get(wanted.words) and REACHED.get(around) != math.inf:
        rows = look_around(lat, lon, wanted, radius_km, enough, REACHED.get(around) or FIRST_KM)
        REACHED.put(around, reached(rows, radius_km, enough))
    return by_index(lat, lon, wanted, radius_km, enough) if rows is None else rows


def look_around(
    lat: float, lon: float, wanted: Wanted, radius_km: float, enough: int, first_km: float
) -> list[Hit] | None:
    """Return enough offers, from a box that grows; None where it is too crowded to read words."""
    km = min(first_km, radius_km)
    rows: list[Hit] = []
    while not (wanted.words and is_crowded(Box(lat, lon, km))):
        rows = in_box(Box(lat, lon, km), wanted, enough)
        if len(rows) >= enough or km >= radius_km:
            return rows
        km = min(wider(km, len(rows), enough), radius_km)
    return None


def wider(km: float, found: int, enough: int) -> float:
    """Return a radius that holds enough, with some to spare, where offers lie as they do in this.

    To read a few hundred too many in an index takes less time than to ask once more. It ends where
    a tenth of a kilometre does: of those as far from here as each other none is left outside.
    """
    return math.ceil(km * 2.5 * math.sqrt(enough / (found + 1)) * STEP_OF_EQUALS) / STEP_OF_EQUALS


def by_index(lat: float, lon: float, wanted: Wanted, radius_km: float, enough: int) -> list[Hit]:
    """Return enough offers that hold the words, asked of the text index."""
    rare = are_rare(wanted.words)
    SCARCE.put(wanted.words, rare)
    if rare:
        return in_box(Box(lat, lon, radius_km), wanted, enough, Text.RARE)
    rows: list[Hit] = []
    for km in steps(radius_km, LEAST_OF_INDEX_KM):
        rows = in_box(Box(lat, lon, km), wanted, enough, Text.INDEX)
        if len(rows) >= enough:
            break
    return rows


def is_crowded(box: Box) -> bool:
    """Return whether more offers are here than one reads to find a word."""
    return (ask(crowd(), {**edges(box), "most": CROWD}) or 0) >= CROWD


def stacked(lat: float, lon: float, wanted: Wanted, enough: int) -> list[Hit]:
    """Return enough offers that stand at this very point and that nobody asked for, else none.

    Nothing comes before those. Private homes and zones all stand at the middle of their town:
    to order ten thousand of them, a box takes a thousand times longer than to read the first.
    """
    values = {**work(wanted), "lat": lat, "lon": lon, "strip": strip(lat), "limit": enough}
    rows = ask_for_rows(at_point(shape(wanted)), values)
    return [Hit(number, version, 0) for number, version in rows] if len(rows) == enough else []


# How far one last looked around here to find enough, whether all were at this very point, and which
# words were rare: only where to begin, never what is found.
REACHED: Shelf[float] = Shelf(20_000)
STACKED: Shelf[bool] = Shelf(20_000)
SCARCE: Shelf[bool] = Shelf(20_000)


def reached(rows: Sequence[Hit] | None, radius_km: float, enough: int) -> float:
    """Return the least box, in kilometres, in which to look here; inf where it is a crowd."""
    if rows is None:
        return math.inf
    if len(rows) < enough:
        return radius_km
    farthest = max(row.metres or 0 for row in rows)
    return next((step for step in STEPS_KM if step * 1000 > farthest), radius_km)


def in_box(box: Box, wanted: Wanted, enough: int, text: Text = Text.READ) -> list[Hit]:
    """Return the nearest offers in a box, as many as are enough."""
    values = {**work(wanted), "limit": enough, **place(box, wanted, text)}
    found = ask_for_rows(statement(shape(wanted, text)), values)
    return [Hit(one, state, round(math.sqrt(km2) * 1000), load) for one, state, km2, load in found]


def are_rare(words: Sequence[str]) -> bool:
    """Return whether so few offers hold the words that looking at each of them is quickest."""
    held = ask(holding(), {**expressions(words), "most": RARE})
    return (held or 0) < RARE
