"""Published offers near a point, nearest first, the same on SQLite and PostgreSQL."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import NamedTuple

from sqlalchemy import ColumnElement, Float, Integer, Select, bindparam, func, literal, select

from webapp.extensions import db
from webapp.offers.grid import Box
from webapp.offers.models import OfferSearch
from webapp.offers.text import HasWords, expressions
from webapp.places.rules import KM_A_DEGREE
from webapp.shelf import Shelf

STEPS_KM = (0.1, 0.2, 0.5, 2, 8, 20, 50)
LEAST_WITH_WORDS_KM = 0.5
LEAST_OF_INDEX_KM = 2  # the text index is read whole for a word, however small the box
RARE = 500  # offers
CROWD = 3_000  # offers
STEP_OF_EQUALS = 10  # a tenth of a kilometre: what people read as the same distance


class Text(Enum):
    """How words are looked for: read in each offer of a box, or asked of the text index.

    Of rare ones the index gives each offer there is; of the others, those of some cells.
    """

    READ = "read"
    INDEX = "index"
    RARE = "rare"


@dataclass(frozen=True)
class Wanted:
    """What someone looks for; empty tuples ask for nothing in particular."""

    codes: tuple[str, ...] = ()  # ROME
    families: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # normalised, all must be there
    flags: int = 0  # rules.Flag, all must be true


class Hit(NamedTuple):
    """An offer found, what state of its card it has, and how far it is where that can be told."""

    id: int
    version: int
    metres: int | None
    load: float = 0  # requests for each open post: of two as far, the less asked for comes first


def steps(radius_km: float, least_km: float = 0) -> Iterator[float]:
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
        look = with_words if wanted.words else without_words
        rows = look(lat, lon, wanted, radius_km, enough)
        STACKED.put(at, len(rows) == enough and rows[-1].metres == 0 == rows[-1].load)
    return rows[skip:]


def without_words(
    lat: float, lon: float, wanted: Wanted, radius_km: float, enough: int
) -> list[Hit]:
    """Return enough offers, from what was learnt when one looked from here before."""
    around = (round(lat, 1), round(lon, 1), wanted, enough)
    rows = grown(lat, lon, wanted, steps(radius_km, REACHED.get(around) or 0), enough)
    REACHED.put(around, reach(rows) if len(rows) == enough else radius_km)
    return rows


def with_words(lat: float, lon: float, wanted: Wanted, radius_km: float, enough: int) -> list[Hit]:
    """Return enough offers that hold the words: by reading those around, else by the text index.

    Many offers hold a common word, and the first around do: to read a few thousand is quicker than
    to list all of them. A rarer word is nowhere near, and its list is short.
    """
    around = (round(lat, 1), round(lon, 1), wanted, enough)
    if SCARCE.get(wanted.words):
        return by_index(lat, lon, wanted, radius_km, enough)
    for km in steps(radius_km, max(REACHED.get(around) or 0, LEAST_WITH_WORDS_KM)):
        if REACHED.get(around) == math.inf or is_crowded(Box(lat, lon, km)):
            break
        rows = grown(lat, lon, wanted, (km,), enough)
        if len(rows) == enough or km == radius_km:
            REACHED.put(around, reach(rows) if len(rows) == enough else radius_km)
            return rows
    REACHED.put(around, math.inf)
    return by_index(lat, lon, wanted, radius_km, enough)


def by_index(lat: float, lon: float, wanted: Wanted, radius_km: float, enough: int) -> list[Hit]:
    """Return enough offers that hold the words, asked of the text index."""
    rare = are_rare(wanted.words)
    SCARCE.put(wanted.words, rare)
    radii = (radius_km,) if rare else steps(radius_km, LEAST_OF_INDEX_KM)
    return grown(lat, lon, wanted, radii, enough, Text.RARE if rare else Text.INDEX)


def is_crowded(box: Box) -> bool:
    """Return whether more offers are here than one reads to find a word."""
    (south, north), (west, east) = box.lats, box.lons
    edges = {"south": south, "north": north, "west": west, "east": east, "most": CROWD}
    return (db.session.scalar(crowd(), edges) or 0) >= CROWD


@cache
def crowd() -> Select[int]:
    """Return the query that counts the offers of a box, as far as CROWD."""
    here = select(OfferSearch.__table__.c.id).where(*within()).limit(bindparam("most"))
    return select(func.count()).select_from(here.subquery())


def stacked(lat: float, lon: float, wanted: Wanted, enough: int) -> list[Hit]:
    """Return enough offers that stand at this very point and that nobody asked for, else none.

    Nothing comes before those. Private homes and zones all stand at the middle of their town:
    to order ten thousand of them, a box takes a thousand times longer than to read the first.
    """
    values = {**work(wanted), "lat": lat, "lon": lon, "limit": enough}
    rows = db.session.execute(at_point(shape(wanted)), values).all()
    return [Hit(number, version, 0) for number, version in rows] if len(rows) == enough else []


# How far one last looked around here to find enough, whether all were at this very point, and which
# words were rare: only where to begin, never what is found.
REACHED: Shelf[float] = Shelf(20_000)
STACKED: Shelf[bool] = Shelf(20_000)
SCARCE: Shelf[bool] = Shelf(20_000)


def reach(rows: Sequence[Hit]) -> float:
    """Return the least box, in kilometres, that holds all of these."""
    farthest = max(row.metres or 0 for row in rows)
    return next(step for step in (*STEPS_KM, math.inf) if step * 1000 > farthest)


def grown(
    lat: float,
    lon: float,
    wanted: Wanted,
    radii: Iterable[float],
    enough: int,
    text: Text = Text.READ,
) -> list[Hit]:
    """Return the nearest offers in the first of growing boxes that holds enough."""
    query = statement(shape(wanted, text))
    asked = work(wanted) | {"limit": enough}
    rows: list[Hit] = []
    for km in radii:
        box = Box(lat, lon, km)
        found = db.session.execute(query, {**asked, **place(box, wanted, text)}).all()
        rows = [
            Hit(one, state, round(math.sqrt(km2) * 1000), load) for one, state, km2, load in found
        ]
        if len(rows) >= enough:
            break
    return rows


def are_rare(words: Sequence[str]) -> bool:
    """Return whether so few offers hold the words that looking at each of them is quickest."""
    held = db.session.scalar(holding(), expressions(words))
    return (held or 0) < RARE


@cache
def holding() -> Select[int]:
    """Return the query that counts the offers with some words, as far as RARE."""
    some = select(OfferSearch.__table__.c.id).where(HasWords()).limit(RARE).subquery()
    return select(func.count()).select_from(some)


class Shape(NamedTuple):
    """What a query asks of the work, without the values: each shape is built and compiled once."""

    codes: int = 0  # none, one or several (2)
    families: int = 0
    words: int = 0  # to read in each offer
    indexed: bool = False  # the words are asked of the text index instead
    flags: bool = False


def shape(wanted: Wanted, text: Text = Text.READ) -> Shape:
    """Return the shape of the query for this."""
    return Shape(
        codes=min(len(wanted.codes), 2),
        families=0 if wanted.codes else min(len(wanted.families), 2),
        words=len(wanted.words) if text is Text.READ else 0,
        indexed=bool(wanted.words) and text is not Text.READ,
        flags=bool(wanted.flags),
    )


@cache
def statement(asked: Shape) -> Select[int, int, float, float]:
    """Return the query for one box: equirectangular distance, exact enough under 100 km."""
    row = OfferSearch.__table__.c
    north = (row.lat - bindparam("lat", type_=Float)) * KM_A_DEGREE
    east = (row.lon - bindparam("lon", type_=Float)) * bindparam("per_lon", type_=Float)
    squared = (north * north + east * east).cast(Float).label("squared")
    here = select(row.id, row.version, row.load, squared).where(*conditions(asked)).subquery()
    tenth = func.floor(func.sqrt(here.c.squared) * STEP_OF_EQUALS)
    return (
        select(here.c.id, here.c.version, here.c.squared, here.c.load)
        .where(here.c.squared <= bindparam("most", type_=Float))
        .order_by(tenth, here.c.load, here.c.squared, here.c.id)
        .limit(bindparam("limit", type_=Integer))
    )


@cache
def at_point(asked: Shape) -> Select[int, int]:
    """Return the query for one point: an index holds its offers in the order they are read."""
    row = OfferSearch.__table__.c
    return (
        select(row.id, row.version)
        .where(row.lat == bindparam("lat", type_=Float), row.lon == bindparam("lon", type_=Float))
        .where(row.load == 0, *what(asked))
        .order_by(row.id)
        .limit(bindparam("limit", type_=Integer))
    )


def conditions(asked: Shape) -> Iterator[ColumnElement[bool]]:
    """Give the index that finds the box, the point's or the text's; then what the work must be."""
    if asked.indexed:
        yield HasWords()
    else:
        yield from within()
    yield from what(asked)


def within() -> Iterator[ColumnElement[bool]]:
    """Give what a box holds."""
    row = OfferSearch.__table__.c
    yield row.lat.between(bindparam("south"), bindparam("north"))
    yield row.lon.between(bindparam("west"), bindparam("east"))


def what(asked: Shape) -> Iterator[ColumnElement[bool]]:
    """Give what the work must be."""
    row = OfferSearch.__table__.c
    for column, count in ((row.rome, asked.codes), (row.family, asked.families)):
        if count == 1:
            yield column == bindparam(column.name)
        elif count:
            yield column.in_(bindparam(column.name, expanding=True))
    for number in range(asked.words):
        yield (literal(" ") + row.words).like(bindparam(f"word{number}"))
    if asked.flags:
        yield row.flags.bitwise_and(bindparam("flags")) == bindparam("flags")


def work(wanted: Wanted) -> dict[str, object]:
    """Return the values of what the work must be."""
    values: dict[str, object] = {"flags": wanted.flags} if wanted.flags else {}
    values |= {f"word{number}": f"% {word}%" for number, word in enumerate(wanted.words)}
    for name, keys in (("rome", wanted.codes), ("family", wanted.families)):
        if keys:
            values[name] = keys[0] if len(keys) == 1 else keys
            break
    return values


def place(box: Box, wanted: Wanted, text: Text) -> dict[str, object]:
    """Return the values of the box; for rare words the circle alone, not the cells it touches."""
    circle: dict[str, object] = {"lat": box.lat, "lon": box.lon, "per_lon": box.per_lon}
    circle["most"] = box.km * box.km
    if wanted.words and text is not Text.READ:
        cells = () if text is Text.RARE else tuple(box.cells())
        return circle | expressions(wanted.words, cells)
    (south, north), (west, east) = box.lats, box.lons
    return circle | {"south": south, "north": north, "west": west, "east": east}
