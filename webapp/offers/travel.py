"""Which bus goes to the work by the hour it starts, from the timetables an operator loaded."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from webapp import changes
from webapp.i18n import capital
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.offers.words import time_text
from webapp.places import transit
from webapp.places.transit import Ride, Trip, Way

Point = tuple[float, float]  # latitude, longitude in degrees
MODES = {
    "bus": _l("bus"),
    "tram": _l("tram"),
    "metro": _l("métro"),
    "train": _l("train"),
    "boat": _l("bateau"),
    "cable": _l("téléphérique"),
}


class Work(NamedTuple):
    """Where a work is told to be, and its week: [[day 0-6, from minute, to minute], …]."""

    point: Point
    week: Sequence[Sequence[int]]


def bus_text(origin: Point | None, work: Point, week: Sequence[Sequence[int]], on: date) -> str:
    """Return one line such as `Bus C3 : départ 7 h 42, arrêt Gare, 12 min.`; empty if none.

    It is told for the next day of work, so as to be there when that day's first slot begins.
    """
    return bus_texts(origin, {0: Work(work, week)}, on).get(0, "") if origin else ""


def bus_texts(origin: Point, works: Mapping[int, Work], on: date) -> dict[int, str]:
    """Return the line of each work that a bus goes to, by its key: a few reads for them all."""
    found: dict[int, str] = {}
    if not changes.remembered("timetables", transit.has_timetables):
        return found
    for day, trips in by_day(works, on).items():
        if is_told(day):
            ways = transit.ways_from(origin, list(trips.values()), on=day)
            found |= {key: way_text(way) for key, way in zip(trips, ways, strict=True) if way}
    return found


def is_told(day: date) -> bool:
    """Return whether timetables hold this day."""
    return changes.remembered(("timetables", day), lambda: transit.is_known(day))


def by_day(works: Mapping[int, Work], on: date) -> dict[date, dict[int, Trip]]:
    """Return where to be and when, by the next day of each work."""
    days: dict[date, dict[int, Trip]] = {}
    for key, work in works.items():
        first = next_start(work.week, on)
        if first:
            day, minute = first
            days.setdefault(day, {})[key] = Trip(work.point, minute)
    return days


def next_start(week: Sequence[Sequence[int]], on: date) -> tuple[date, int] | None:
    """Return the next day of work after this one, and the minute at which it begins."""
    starts: dict[int, int] = {}
    for day, begin, _end in week:
        starts[day] = min(begin, starts.get(day, begin))
    days = (on + timedelta(days=ahead) for ahead in range(1, 8))
    return next(((day, starts[day.weekday()]) for day in days if day.weekday() in starts), None)


def way_text(way: Way) -> str:
    """Return the lines, when and where they are taken, the minutes in all and the last way back."""
    text = _(
        "%(lines)s : départ %(time)s, arrêt « %(stop)s », %(minutes)d min",
        lines=capital(rides_text(way.rides)),
        time=time_text(way.rides[0].departs),
        stop=way.rides[0].stop,
        minutes=way.minutes,
    )
    if way.last_return is None:
        return text
    return _("%(way)s. Dernier retour %(time)s", way=text, time=time_text(way.last_return))


def rides_text(rides: Sequence[Ride]) -> str:
    """Return the vehicles one after the other: `bus C3, puis tram T2`."""
    told, *others = map(ride_text, rides)
    for other in others:
        told = _("%(first)s, puis %(other)s", first=told, other=other)
    return told


def ride_text(ride: Ride) -> str:
    """Return a vehicle and its line: `bus C3`."""
    return _("%(work)s %(number)s", work=MODES[ride.mode], number=ride.line)
