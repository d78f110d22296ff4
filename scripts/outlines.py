"""Points and outlines of communes, read from hexadecimal little-endian WKB, in degrees."""

import math
import struct
from collections.abc import Iterator
from itertools import pairwise

Point = tuple[float, float]  # latitude, longitude
OUTSIDE = 0.007  # degrees (780 m) a town hall may stand out of its commune's simplified outline


def town_hall(wkb: str) -> Point | None:
    """Read a hexadecimal WKB point."""
    if not wkb:
        return None
    lon, lat = struct.unpack("<dd", bytes.fromhex(wkb)[5:21])
    return (lat, lon)


def rings(geometry: str) -> Iterator[list[Point]]:
    """The outer rings of a hexadecimal little-endian WKB multipolygon."""
    data, at = bytes.fromhex(geometry), 9
    for _ in range(struct.unpack_from("<I", data, 5)[0] if data else 0):
        (count,) = struct.unpack_from("<I", data, at + 5)
        at += 9
        for index in range(count):
            (size,) = struct.unpack_from("<I", data, at)
            values = struct.unpack_from(f"<{2 * size}d", data, at + 4)
            at += 4 + 16 * size
            if index == 0:
                yield [(values[i + 1], values[i]) for i in range(0, 2 * size, 2)]


def centre(geometry: str) -> Point | None:
    """The centre of mass of the largest ring of an outline."""
    best, largest = None, 0.0
    for ring in rings(geometry):
        area = lat = lon = 0.0
        for (y1, x1), (y2, x2) in pairwise(ring):
            cross = x1 * y2 - x2 * y1
            area += cross
            lat += (y1 + y2) * cross
            lon += (x1 + x2) * cross
        if abs(area) > largest:
            best, largest = (lat / (3 * area), lon / (3 * area)), abs(area)
    return best


def is_near(point: Point, geometry: str) -> bool:
    """Tell whether the point stands within the outline, or so close that the outline may err."""
    outline = list(rings(geometry))
    return not outline or any(
        contains(ring, point) or gap(ring, point) < OUTSIDE for ring in outline
    )


def contains(ring: list[Point], point: Point) -> bool:
    """Count the sides of the ring that a line going east from the point crosses."""
    crossings = 0
    for (y1, x1), (y2, x2) in pairwise(ring):
        if (y1 > point[0]) != (y2 > point[0]):
            crossings += point[1] < x1 + (point[0] - y1) / (y2 - y1) * (x2 - x1)
    return crossings % 2 == 1


def gap(ring: list[Point], point: Point) -> float:
    """The least distance from the point to a side of the ring, in degrees of latitude."""
    squeeze = math.cos(math.radians(point[0]))
    sides = [((y - point[0]), (x - point[1]) * squeeze) for y, x in ring]
    return min(
        math.hypot(y1 + along * (y2 - y1), x1 + along * (x2 - x1))
        for (y1, x1), (y2, x2) in pairwise(sides)
        for length in [(y2 - y1) ** 2 + (x2 - x1) ** 2 or 1.0]
        for along in [min(1.0, max(0.0, -(y1 * (y2 - y1) + x1 * (x2 - x1)) / length))]
    )
