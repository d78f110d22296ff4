"""Town halls: name, address, phone and opening hours, kept as bytes and read one at a time."""

import csv
import gzip
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from webapp.places.gazetteer import DATA, gazetteer

# "Mairie" and the name: what INSEE's codes of liaison say to put between, and to take off.
LINKS = {
    "0": ("de ", ""),
    "1": ("d’", ""),
    "2": ("du ", "Le "),
    "3": ("de ", ""),
    "4": ("des ", "Les "),
    "5": ("de ", ""),
}


@dataclass(frozen=True, slots=True)
class Opening:
    """Days of the week, Monday being 1, first to last, and the hours of each: "0900", "1200"."""

    first_day: int
    last_day: int
    slots: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TownHall:
    """The town hall of a commune, of an arrondissement or of a former commune.

    `insee` is the code of the present commune it serves; `phone` is ten digits, or "".
    """

    insee: str
    name: str
    address: str
    phone: str
    hours: tuple[Opening, ...]
    lat: float
    lon: float


class Halls:
    """The lines of the file, sorted by code."""

    def __init__(self) -> None:
        packed = (DATA / "town_halls.csv.gz").read_bytes()
        self.text = gzip.decompress(packed).partition(b"\n")[2]
        sizes = (len(line) for line in self.text.splitlines(keepends=True))
        self.starts = array("I", accumulate(sizes, initial=0))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def code(self, at: int) -> str:
        """The INSEE code that the line begins with."""
        return self.text[self.starts[at] : self.starts[at] + 5].decode()

    def hall(self, at: int) -> TownHall:
        """The town hall of the line."""
        line = self.text[self.starts[at] : self.starts[at + 1]].decode()
        ((insee, link, address, phone, hours),) = csv.reader([line])
        entry = gazetteer().entry(insee) or 0
        place = gazetteer().commune(entry)
        between, article = LINKS.get(link, LINKS["0"])
        return TownHall(
            insee=gazetteer().insee(gazetteer().homes[entry]),
            name=f"Mairie {between}{place.name.removeprefix(article)}",
            address=address,
            phone=phone,
            hours=tuple(opening(entry) for entry in hours.split(";") if entry),
            lat=place.lat,
            lon=place.lon,
        )


def opening(entry: str) -> Opening:
    """Read "1-5 0900-1200 1330-1700"."""
    days, *slots = entry.split()
    first, _, last = days.partition("-")
    pairs = (slot.partition("-") for slot in slots)
    return Opening(int(first), int(last or first), tuple((a, b) for a, _, b in pairs))


@cache
def halls() -> Halls:
    """The town halls, read at the first question."""
    return Halls()


def town_hall(insee: str) -> TownHall | None:
    """The town hall with this INSEE code, of a commune present or former, or None."""
    known = halls()
    at = bisect_left(range(len(known)), insee, key=known.code)
    return known.hall(at) if at < len(known) and known.code(at) == insee else None


def town_halls() -> Iterator[TownHall]:
    """Every town hall, in the order of their codes."""
    return map(halls().hall, range(len(halls())))
