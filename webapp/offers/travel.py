"""Which bus goes to the work by the hour it starts, from the timetables an operator loaded."""

from collections.abc import Sequence
from datetime import date, timedelta

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.i18n import capital
from webapp.offers.words import time_text
from webapp.places import transit
from webapp.places.transit import Ride, Way

Point = tuple[float, float]  # latitude, longitude in degrees
MODES = {
    "bus": _l("bus"),
    "tram": _l("tram"),
    "metro": _l("métro"),
    "train": _l("train"),
    "boat": _l("bateau"),
    "cable": _l("téléphérique"),
}


def bus_text(origin: Point | None, work: Point, week: Sequence[Sequence[int]], on: date) -> str:
    """Return one line such as `Bus C3 : arrêt Gare, 12 min. Dernier retour 20 h 40`; empty if none.

    It is told for the next day of work, so as to be there when that day's first slot begins.
    """
    first = next_start(week, on)
    if origin is None or first is None or not transit.is_known(first[0]):
        return ""
    day, minute = first
    way = transit.way_there(origin, work, by=minute, on=day)
    return way_text(way) if way else ""


def next_start(week: Sequence[Sequence[int]], on: date) -> tuple[date, int] | None:
    """Return the next day of work after this one, and the minute at which it begins."""
    starts: dict[int, int] = {}
    for day, begin, _end in week:
        starts[day] = min(begin, starts.get(day, begin))
    days = (on + timedelta(days=ahead) for ahead in range(1, 8))
    return next(((day, starts[day.weekday()]) for day in days if day.weekday() in starts), None)


def way_text(way: Way) -> str:
    """Return the lines, the first stop, the minutes in all and the last way back."""
    text = _(
        "%(lines)s : arrêt « %(stop)s », %(minutes)d min",
        lines=capital(_(", puis ").join(ride_text(ride) for ride in way.rides)),
        stop=way.rides[0].stop,
        minutes=way.minutes,
    )
    if way.last_return is None:
        return text
    return _("%(way)s. Dernier retour %(time)s", way=text, time=time_text(way.last_return))


def ride_text(ride: Ride) -> str:
    """Return a vehicle and its line: `bus C3`."""
    return f"{MODES[ride.mode]} {ride.line}"
