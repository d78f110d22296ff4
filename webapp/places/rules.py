"""Distances on the ground, boxes around a point, and which of several towns was meant."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import asin, cos, degrees, radians, sin, sqrt
from typing import TypeVar

Town = TypeVar("Town")

EARTH = 6_371_000.0  # metres, mean radius
KM_A_DEGREE = 111.195  # along a meridian
DETOUR = 1.3  # streets are longer than the straight line
WALKING = 75.0  # metres a minute, 4.5 km/h: a tired person, a pram, a bag

ARTICLES = {"Le ": "du ", "Les ": "des "}
VOWELS = frozenset("AEIOUÂÀÉÈÊËÎÏÔŒÛÜ")

# Towns less likely than the best by no more than this are offered beside it: see `choices`.
MARGIN = 0.35
MOST_CHOICES = 3


@dataclass(frozen=True, slots=True)
class Distance:
    """A distance as the crow flies, in metres, and the minutes to walk it by the streets."""

    metres: int
    walk_minutes: int


@dataclass(frozen=True, slots=True)
class Box:
    """Bounds in degrees. Across the 180th meridian `west` is greater than `east`."""

    south: float
    west: float
    north: float
    east: float

    def holds(self, lat: float, lon: float) -> bool:
        """Tell whether the point is inside, bounds included."""
        if not self.south <= lat <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= lon <= self.east
        return lon >= self.west or lon <= self.east


@dataclass(frozen=True)
class Square:
    """A square of degrees around a point, wide enough for a radius in kilometres: near enough."""

    lat: float
    lon: float
    km: float
    per_lon: float = field(init=False)

    def __post_init__(self) -> None:
        """Compute the kilometres in a degree of longitude here."""
        object.__setattr__(self, "per_lon", km_across(self.lat))

    @property
    def lats(self) -> tuple[float, float]:
        """The lowest and highest latitude."""
        return self.lat - self.km / KM_A_DEGREE, self.lat + self.km / KM_A_DEGREE

    @property
    def lons(self) -> tuple[float, float]:
        """The lowest and highest longitude."""
        return self.lon - self.km / self.per_lon, self.lon + self.km / self.per_lon


def metres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The distance between two points in degrees, as the crow flies."""
    up, across = radians(other_lat - lat), radians(other_lon - lon)
    half = sin(up / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(across / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))


def walk_minutes(metres: float) -> int:
    """The minutes to walk this far as the crow flies, at least one."""
    return max(1, round(metres * DETOUR / WALKING))


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> Distance:
    """How far the second point is from the first, for a page to say in words."""
    straight = metres(lat, lon, other_lat, other_lon)
    return Distance(round(straight), walk_minutes(straight))


def box(lat: float, lon: float, radius: float) -> Box:
    """The smallest box that holds every point within the radius, in metres."""
    up = degrees(radius / EARTH) * (1 + 1e-9)
    south, north = lat - up, lat + up
    reach = sin(radius / EARTH) / cos(radians(lat)) if south > -90 and north < 90 else 1.0
    if reach >= 1 or radius >= EARTH:  # a pole is inside
        return Box(max(south, -90.0), -180.0, min(north, 90.0), 180.0)
    across = degrees(asin(reach)) * (1 + 1e-9)
    return Box(south, turn(lon - across), north, turn(lon + across))


def km_across(lat: float) -> float:
    """The kilometres in a degree of longitude here; never none, so that one may divide by them."""
    return KM_A_DEGREE * max(cos(radians(lat)), 0.01)


def turn(lon: float) -> float:
    """Bring a longitude back between -180 and 180."""
    return (lon + 180) % 360 - 180 if not -180 <= lon <= 180 else lon


def after_de(name: str) -> str:
    """Return a town's name as French says it after “de”: d’Arles, du Havre, des Lilas.

    A name that begins with an H keeps its “de”: which are mute is not told by how they are spelled.
    """
    for article, said in ARTICLES.items():
        if name.startswith(article):
            return said + name.removeprefix(article)
    return f"d’{name}" if name[:1] in VOWELS else f"de {name}"


def choices(ranked: Iterable[tuple[float, Town]]) -> list[Town]:
    """One town when the words leave no doubt, two or three when they do.

    A town's price says how far it is from what was typed, less half the number of digits of its
    population. So two towns of one name are offered together when the smaller has at least a
    fifth of the inhabitants of the larger (0.35 is half the logarithm of five), and alone
    otherwise; a town whose name is less like what was typed must be larger to make up for it.
    """
    kept: list[Town] = []
    best = 0.0
    for price, town in ranked:
        best = best if kept else price
        if len(kept) == MOST_CHOICES or price > best + MARGIN:
            break
        kept.append(town)
    return kept
