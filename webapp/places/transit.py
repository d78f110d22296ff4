"""How to get somewhere on time by bus, and when the last one comes back."""

import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Row, and_, or_, select

from webapp.extensions import db
from webapp.places.journeys import Journey, Leg, Route, latest
from webapp.places.models import (
    GtfsCall,
    GtfsNetwork,
    GtfsPattern,
    GtfsRuns,
    GtfsService,
    GtfsStop,
)
from webapp.places.rules import box, metres, walk_minutes

NEAR = 800.0  # metres to a stop
NEAREST = 12  # stops looked at on each side
DAY_END = 30 * 60  # the buses of the night count with the evening

Point = tuple[float, float]  # latitude, longitude in degrees


@dataclass(frozen=True, slots=True)
class Ride:
    """A ride, with the names of its stops; minutes since midnight."""

    line: str
    mode: str
    stop: str
    departs: int
    to_stop: str
    arrives: int


@dataclass(frozen=True, slots=True)
class Way:
    """One ride, or two with a change, to be somewhere in time; and the last departure back.

    Times are minutes since midnight (1240 is 20:40, 1500 is 1:00 the day after); `minutes` are
    the whole way's, walks included. `last_return` is None when nothing goes back that day.
    """

    rides: tuple[Ride, ...]
    leaves: int
    minutes: int
    walk_before: int
    walk_after: int
    last_return: int | None


@dataclass(frozen=True, slots=True)
class Trip:
    """Somewhere to be by a minute of the day."""

    end: Point
    by: int


def way_there(start: Point, end: Point, *, by: int, on: date) -> Way | None:
    """The way that leaves last and is there by a minute of the day.

    None when no line does, when it would be there more than 90 minutes too early, or when the
    place is near enough to walk.
    """
    return ways_from(start, [Trip(end, by)], on=on)[0]


def ways_from(start: Point, trips: Sequence[Trip], *, on: date) -> list[Way | None]:
    """The way of each trip of a day from one place, as way_there tells it, in four reads in all."""
    far = [trip.end for trip in trips if metres(*start, *trip.end) > NEAR]
    stops = dict(zip([start, *far], stops_near(start, *far), strict=True)) if far else {}
    if not stops.get(start) or not any(stops[end] for end in far):
        return [None] * len(trips)
    routes = routes_at({stop for near in stops.values() for stop in near}, on)
    found = [there_and_back(routes, stops[start], stops.get(trip.end), trip.by) for trip in trips]
    names = names_of({stop for going in found if going for stop in going.stops})
    return [going.told(names) if going else None for going in found]


@dataclass(frozen=True, slots=True)
class Going:
    """The journey there, the minutes of walk to the first stop and from the last, the way back."""

    journey: Journey
    walk_before: int
    walk_after: int
    back: Journey | None

    @property
    def stops(self) -> set[int]:
        """The stops whose names are told."""
        return {stop for leg in self.journey.legs for stop in (leg.stop, leg.to_stop)}

    def told(self, names: Mapping[int, str]) -> Way:
        """The journey in the words of its stops."""
        return Way(
            rides=tuple(ride(leg, names) for leg in self.journey.legs),
            leaves=self.journey.leaves,
            minutes=self.journey.arrives - self.journey.leaves,
            walk_before=self.walk_before,
            walk_after=self.walk_after,
            last_return=self.back.legs[0].departs if self.back else None,
        )


def there_and_back(
    routes: Sequence[Route], here: dict[int, int], there: dict[int, int] | None, by: int
) -> Going | None:
    """The journey from the stops here to those there by a minute, and the last one back."""
    if not there:
        return None
    ends = here.keys() | there.keys()
    useful = [route for route in routes if not ends.isdisjoint(route.stops)]
    going = latest(useful, here, there, by)
    if going is None:
        return None
    back = latest(useful, there, here, DAY_END, early=DAY_END)
    return Going(going, here[going.legs[0].stop], there[going.legs[-1].to_stop], back)


def has_timetables() -> bool:
    """Tell whether an operator has loaded any."""
    return db.session.scalar(select(GtfsNetwork.id).limit(1)) is not None


def is_known(on: date) -> bool:
    """Tell whether any timetable holds this day: without one there is nothing to ask."""
    query = select(GtfsNetwork.id).where(GtfsNetwork.first_day <= on, GtfsNetwork.last_day >= on)
    return db.session.scalar(query.limit(1)) is not None


def stops_near(*points: Point) -> list[dict[int, int]]:
    """The nearest stops within reach on foot of each point, and the minutes to each."""
    rows = db.session.execute(
        select(GtfsStop.id, GtfsStop.lat, GtfsStop.lon)
        .where(or_(*map(around, points)))
        .order_by(GtfsStop.id)
    ).all()
    return [nearest(point, rows) for point in points]


def around(point: Point) -> ColumnElement[bool]:
    """The condition of a stop in the square around a point."""
    square = box(*point, NEAR)
    return and_(
        GtfsStop.lat.between(square.south, square.north),
        GtfsStop.lon.between(square.west, square.east),
    )


def nearest(point: Point, rows: Iterable[Row[int, float, float]]) -> dict[int, int]:
    """The nearest of these stops, at most NEAREST within NEAR metres, and the minutes to each."""
    far = sorted((metres(*point, lat, lon), stop) for stop, lat, lon in rows)
    return {stop: walk_minutes(away) for away, stop in far[:NEAREST] if away <= NEAR}


def names_of(stops: set[int]) -> dict[int, str]:
    """The names of these stops."""
    query = select(GtfsStop.id, GtfsStop.name).where(GtfsStop.id.in_(stops))
    return {row.id: row.name for row in db.session.execute(query)} if stops else {}


def routes_at(stops: Iterable[int], on: date) -> list[Route]:
    """The lines that call at these stops, with their runs of the day."""
    rows = db.session.execute(
        select(GtfsPattern, GtfsRuns.times, GtfsService.days, GtfsNetwork.first_day)
        .join(GtfsRuns, GtfsRuns.pattern_id == GtfsPattern.id)
        .join(GtfsService, GtfsService.id == GtfsRuns.service_id)
        .join(GtfsNetwork, GtfsNetwork.id == GtfsPattern.network_id)
        .where(
            GtfsPattern.id.in_(
                select(GtfsCall.pattern_id).where(GtfsCall.stop_id.in_(sorted(stops)))
            )
        )
        .where(GtfsNetwork.first_day <= on, GtfsNetwork.last_day >= on)
        .order_by(GtfsPattern.id, GtfsService.id)
    )
    return [
        route(pattern, times)
        for pattern, times, days, first_day in rows
        if days[(on - first_day).days]
    ]


def route(pattern: GtfsPattern, times: bytes) -> Route:
    """The pattern and its packed runs, unpacked."""
    stops = struct.unpack(f"<{len(pattern.stops) // 4}I", pattern.stops)
    runs = list(struct.iter_unpack(f"<{2 * len(stops)}H", times))
    return Route(pattern.line, pattern.mode, stops, runs)


def ride(leg: Leg, names: Mapping[int, str]) -> Ride:
    """The leg with the names of its stops."""
    return Ride(
        line=leg.line,
        mode=leg.mode,
        stop=names[leg.stop],
        departs=leg.departs,
        to_stop=names[leg.to_stop],
        arrives=leg.arrives,
    )
