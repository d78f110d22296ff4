"""What a search asks of the database: each kind of question is built and compiled once."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Float,
    Integer,
    Select,
    String,
    bindparam,
    func,
    literal,
    select,
)
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from webapp.lists import InList, in_one_text
from webapp.offers.grid import Box
from webapp.offers.models import OfferSearch
from webapp.offers.text import HasWords, expressions
from webapp.places.rules import KM_A_DEGREE

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


class Shape(NamedTuple):
    """What a query asks of the work, without the values."""

    codes: int = 0
    families: int = 0
    words: int = 0  # to read in each offer
    indexed: bool = False  # the words are asked of the text index instead
    flags: bool = False


def shape(wanted: Wanted, text: Text = Text.READ) -> Shape:
    """Return the shape of the query for this."""
    return Shape(
        codes=len(wanted.codes),
        families=0 if wanted.codes else len(wanted.families),
        words=len(wanted.words) if text is Text.READ else 0,
        indexed=bool(wanted.words) and text is not Text.READ,
        flags=bool(wanted.flags),
    )


@cache
def statement(asked: Shape) -> Select[str]:
    """Return the query for one box: equirectangular distance, exact enough under 100 km.

    Each row is an offer's number, its version, the square of its distance in kilometres, its load.

    An index alone tells which offers come first; only these are then read in the table.
    """
    row = OfferSearch.__table__.c
    north = (row.lat - bindparam("lat", type_=Float)) * KM_A_DEGREE
    east = (row.lon - bindparam("lon", type_=Float)) * bindparam("per_lon", type_=Float)
    squared = (north * north + east * east).cast(Float).label("squared")
    here = select(row.id, row.load, squared).where(*conditions(asked)).subquery("here")
    first = (
        select(here)
        .where(here.c.squared <= bindparam("most", type_=Float))
        .order_by(*nearest_first(here.c))
        .limit(bindparam("limit", type_=Integer))
        .subquery("first")
    )
    return in_one_text(
        select(first.c.id, row.version, first.c.squared, first.c.load)
        .join_from(first, OfferSearch.__table__, row.id == first.c.id)
        .order_by(*nearest_first(first.c))
    )


def nearest_first(found: ReadOnlyColumnCollection[str, Any]) -> Iterator[ColumnElement[Any]]:
    """Give the order of a list: by tenths of a kilometre, then by how many asked."""
    yield func.floor(func.sqrt(found.squared) * STEP_OF_EQUALS)
    yield from (found.load, found.squared, found.id)


@cache
def at_point(asked: Shape) -> Select[str]:
    """Return the query for one point: an index holds its offers in the order they are read.

    Each row is an offer's number and its version.
    """
    row = OfferSearch.__table__.c
    return in_one_text(
        select(row.id, row.version)
        .where(row.strip == bindparam("strip", type_=Integer))
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
    """Give what the index of a box reads: its longitudes in each strip that it crosses.

    Were its latitudes said too, PostgreSQL would count on a few offers where there are hundreds.
    """
    row = OfferSearch.__table__.c
    yield InList(row.strip, "strips")
    yield row.lon.between(bindparam("west"), bindparam("east"))


def what(asked: Shape) -> Iterator[ColumnElement[bool]]:
    """Give what the work must be."""
    row = OfferSearch.__table__.c
    for column, count in ((row.rome, asked.codes), (row.family, asked.families)):
        asked_for = [bindparam(f"{column.name}{one}", type_=String) for one in range(count)]
        if count == 1:
            yield column == asked_for[0]
        elif count:
            yield column.in_(asked_for)
    for number in range(asked.words):
        yield (literal(" ") + row.words).like(bindparam(f"word{number}"))
    if asked.flags:
        yield row.flags.bitwise_and(bindparam("flags")) == bindparam("flags")


def work(wanted: Wanted) -> dict[str, object]:
    """Return the values of what the work must be."""
    values: dict[str, object] = {"flags": wanted.flags} if wanted.flags else {}
    values |= {f"word{number}": f"% {word}%" for number, word in enumerate(wanted.words)}
    name, keys = ("rome", wanted.codes) if wanted.codes else ("family", wanted.families)
    return values | {f"{name}{number}": key for number, key in enumerate(keys)}


def place(box: Box, wanted: Wanted, text: Text) -> dict[str, object]:
    """Return the values of the box; for rare words the circle alone, not the cells it touches."""
    circle: dict[str, object] = {"lat": box.lat, "lon": box.lon, "per_lon": box.per_lon}
    circle["most"] = box.km * box.km
    if wanted.words and text is not Text.READ:
        cells = () if text is Text.RARE else tuple(box.cells())
        return circle | expressions(wanted.words, cells)
    return circle | edges(box)


def edges(box: Box) -> dict[str, object]:
    """Return the values of what a box holds."""
    (south, north), (west, east) = box.lats, box.lons
    return {"south": south, "north": north, "west": west, "east": east, "strips": box.strips()}


@cache
def crowd() -> Select[int]:
    """Return the query that counts the offers of a box, as far as `most`."""
    row = OfferSearch.__table__.c
    lats = row.lat.between(bindparam("south"), bindparam("north"))
    here = select(row.id).where(*within(), lats).limit(bindparam("most"))
    return select(func.count()).select_from(here.subquery())


@cache
def holding() -> Select[int]:
    """Return the query that counts the offers with some words, as far as `most`."""
    some = select(OfferSearch.__table__.c.id).where(HasWords()).limit(bindparam("most"))
    return select(func.count()).select_from(some.subquery())
