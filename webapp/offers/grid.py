"""The square around a point, and the cells of a grid by which the text index knows a place."""

import math
from collections.abc import Iterator

from webapp.places.rules import Square

SMALL, LARGE = 10, 2  # cells a degree: 0.1° and 0.5°
SMALL_UNTIL_KM = 12
STRIPS = 20  # a degree: 0.05° of latitude, 5.5 km; lower ones make a large box cross too many


class Box(Square):
    """A square around a point that knows the strips and the cells it touches."""

    def strips(self) -> list[int]:
        """Return the strips of latitude that the box touches."""
        south, north = self.lats
        return list(range(strip(south), strip(north) + 1))

    def cells(self) -> Iterator[str]:
        """Give the grid cells that the box touches, as tokens: small ones for a small box."""
        size, name = (SMALL, "s") if self.km <= SMALL_UNTIL_KM else (LARGE, "l")
        rows, columns = (
            [math.floor(edge * size) for edge in edges] for edges in (self.lats, self.lons)
        )
        for row in range(rows[0], rows[1] + 1):
            for column in range(columns[0], columns[1] + 1):
                yield cell_token(name, row, column)


def strip(lat: float) -> int:
    """Return the strip of latitude in which a point lies."""
    return math.floor(lat * STRIPS)


def cell_token(name: str, row: int, column: int) -> str:
    """Return one grid cell as a single word for the text index."""
    return f"{name}{row + 900}x{column + 1800}"


def tokens_of(lat: float, lon: float, family: str, rome: str) -> str:
    """Return the words that the text index holds beside the offer's own."""
    cells = (
        cell_token(name, math.floor(lat * size), math.floor(lon * size))
        for size, name in ((SMALL, "s"), (LARGE, "l"))
    )
    return " ".join([*cells, f"f{family}", f"r{rome.casefold()}"])
