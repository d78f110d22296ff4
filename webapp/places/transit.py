"""How to get somewhere on time by bus, and when the last one comes back."""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

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


def way_there(start: Point, end: Point, *, by: int, on: date) -> Way | None:
    """The way that leaves last and is there by a minute of the day.

    None when no line does, when it would be there more than 90 minutes too early, or when the
    place is near enough to walk.
    """
    if metres(*start, *end) <= NEAR:
        return None
    here, there = stops_near(start), stops_near(end)
    if not here or not there:
        return None
    routes = routes_at({*here, *there}, on)
    going = latest(routes, here, there, by)
    if going is None:
        return None
    back = latest(routes, there, here, DAY_END, early=DAY_END)
    return told(going, here, there, back)


def is_known(on: date) -> bool:
    """Tell whether any timetable holds this day: without one there is nothing to ask."""
    query = select(GtfsNetwork.id).where(GtfsNetwork.first_day <= on, GtfsNetwork.last_day >= on)
    return db.session.scalar(query.limit(1)) is not None


def stops_near(point: Point) -> dict[int, int]:
    """The nearest stops within reach on foot, and the minutes to each."""
    around = box(*point, NEAR)
    rows = db.session.execute(
        select(GtfsStop.id, GtfsStop.lat, GtfsStop.lon)
        .where(GtfsStop.lat.between(around.south, around.north))
        .where(GtfsStop.lon.between(around.west, around.east))
        .order_by(GtfsStop.id)
    )
    far = sorted((metres(*point, lat, lon), stop) for stop, lat, lon in rows)
    return {stop: walk_minutes(away) for away, stop in far[:NEAREST] if away <= NEAR}


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


def told(going: Journey, here: dict[int, int], there: dict[int, int], back: Journey | None) -> Way:
    """The journey in the words of its stops."""
    called = {stop for leg in going.legs for stop in (leg.stop, leg.to_stop)}
    rows = db.session.execute(select(GtfsStop.id, GtfsStop.name).where(GtfsStop.id.in_(called)))
    names = {row.id: row.name for row in rows}
    return Way(
        rides=tuple(ride(leg, names) for leg in going.legs),
        leaves=going.leaves,
        minutes=going.arrives - going.leaves,
        walk_before=here[going.legs[0].stop],
        walk_after=there[going.legs[-1].to_stop],
        last_return=back.legs[0].departs if back else None,
    )


def ride(leg: Leg, names: dict[int, str]) -> Ride:
    """The leg with the names of its stops."""
    return Ride(
        line=leg.line,
        mode=leg.mode,
        stop=names[leg.stop],
        departs=leg.departs,
        to_stop=names[leg.to_stop],
        arrives=leg.arrives,
    )
