"""Read a GTFS timetable, the file that transport networks publish, into a compact form.

Stops on both sides of a street, or of one station, become one. Trips that call at the same stops
of the same line are runs of one pattern. Times are minutes since midnight of the day of service;
they go past 24 hours for the buses of the night. Any fault refuses the whole file, named with its
line.
"""

import csv
import io
import re
import zipfile
from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from webapp.places.rules import metres

NEVER = 0xFFFF  # no boarding, or no leaving, at this call
SAME_PLACE = 250.0  # metres within which two stops of one name are one
LONGEST = 800  # days of service kept
MODES = {0: "tram", 1: "metro", 2: "train", 3: "bus", 4: "boat", 5: "tram", 6: "cable", 7: "cable"}
EXTENDED = {1: "train", 2: "bus", 4: "metro", 7: "bus", 8: "bus", 9: "tram", 10: "boat", 12: "boat"}
DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

Row = Mapping[str, str]
Runs = dict[str, list["array[int]"]]


class GtfsError(ValueError):
    """What is wrong in a file, and where."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where lines call: its name and its point in degrees."""

    name: str
    lat: float
    lon: float


@dataclass(slots=True)
class Pattern:
    """The trips of a line through the same stops, by service: arrival, departure at each stop."""

    line: str
    mode: str
    stops: tuple[str, ...]
    runs: Runs = field(default_factory=lambda: defaultdict(list))


@dataclass(frozen=True, slots=True)
class Feed:
    """A whole timetable; a service is the set of the days on which its runs are made."""

    name: str
    timezone: str
    stops: dict[str, Stop]
    services: dict[str, frozenset[date]]
    patterns: list[Pattern]


def read(path: Path) -> Feed:
    """Read a zipped timetable; GtfsError says what is missing or wrong in it."""
    try:
        with zipfile.ZipFile(path) as archive:
            return Reader(archive).feed()
    except (zipfile.BadZipFile, UnicodeDecodeError, csv.Error) as error:
        raise GtfsError(f"{path.name}: {error}") from error


class Reader:
    """The tables of one archive."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.files = {Path(name).name: name for name in archive.namelist()}

    def feed(self) -> Feed:
        """Everything, checked."""
        agency = next(self.rows("agency.txt", "agency_name", "agency_timezone"))[1]
        self.stops, self.merged = merged(dict(self.read_stops()), self.parents())
        self.services = self.read_services()
        patterns = self.read_patterns()
        called = {stop for pattern in patterns for stop in pattern.stops}
        return Feed(
            name=agency["agency_name"],
            timezone=agency["agency_timezone"],
            stops={key: stop for key, stop in self.stops.items() if key in called},
            services=self.services,
            patterns=patterns,
        )

    def rows(self, file: str, *needed: str, optional: bool = False) -> Iterator[tuple[str, Row]]:
        """The rows of a table, each with its place for complaints; cells are never None."""
        if file not in self.files:
            if optional:
                return
            raise GtfsError(f"{file} is missing")
        with self.archive.open(self.files[file]) as raw:
            table = csv.DictReader(io.TextIOWrapper(raw, "utf-8-sig", newline=""))
            lacking = set(needed).difference(table.fieldnames or ())
            if lacking:
                raise GtfsError(f"{file}: no column {', '.join(sorted(lacking))}")
            for row in table:
                cells = {key: (value or "").strip() for key, value in row.items() if key}
                yield f"{file}, line {table.line_num}", cells

    def read_stops(self) -> Iterator[tuple[str, Stop]]:
        """The stops by identifier."""
        for place, row in self.rows("stops.txt", "stop_id", "stop_name"):
            if row.get("location_type", "") in ("", "0", "1"):
                try:
                    point = float(row.get("stop_lat", "")), float(row.get("stop_lon", ""))
                except ValueError:
                    raise GtfsError(f"{place}: not a point") from None
                yield row["stop_id"], Stop(row["stop_name"], *point)

    def parents(self) -> dict[str, str]:
        """The station of each stop that has one."""
        rows = self.rows("stops.txt", "stop_id")
        return {
            row["stop_id"]: row["parent_station"] for _, row in rows if row.get("parent_station")
        }

    def read_services(self) -> dict[str, frozenset[date]]:
        """The days of each service, from the weekly calendar and its exceptions."""
        days: dict[str, set[date]] = defaultdict(set)
        for place, row in self.rows("calendar.txt", "service_id", *DAYS, optional=True):
            days[row["service_id"]].update(weekly(place, row))
        for place, row in self.rows("calendar_dates.txt", "service_id", "date", optional=True):
            day = day_of(place, row["date"])
            if row.get("exception_type") == "2":
                days[row["service_id"]].discard(day)
            else:
                days[row["service_id"]].add(day)
        if not days:
            raise GtfsError("neither calendar.txt nor calendar_dates.txt has a service")
        return {service: frozenset(kept) for service, kept in days.items()}

    def read_patterns(self) -> list[Pattern]:
        """The trips, gathered by line and stops, each started as often as its frequency says."""
        lines = {
            row["route_id"]: (row.get("route_short_name") or row.get("route_long_name", ""), row)
            for _, row in self.rows("routes.txt", "route_id", "route_type")
        }
        calls, starts = self.read_calls(), self.read_frequencies()
        patterns: dict[tuple[str, tuple[str, ...]], Pattern] = {}
        for place, trip in self.rows("trips.txt", "trip_id", "route_id", "service_id"):
            if trip["route_id"] not in lines or trip["service_id"] not in self.services:
                raise GtfsError(f"{place}: unknown route or service")
            stops, times = calls.get(trip["trip_id"], ((), array("H")))
            if len(stops) > 1:
                name, route = lines[trip["route_id"]]
                key = (trip["route_id"], stops)
                pattern = patterns.setdefault(key, Pattern(name, mode_of(route), stops))
                runs = pattern.runs[trip["service_id"]]
                runs.extend(repeated(times, starts.get(trip["trip_id"], [])))
        return list(patterns.values())

    def read_calls(self) -> dict[str, tuple[tuple[str, ...], "array[int]"]]:
        """The stops and the times of each trip, in the order of the trip."""
        found: dict[str, list[tuple[int, str, int, int]]] = defaultdict(list)
        needed = ("trip_id", "stop_id", "stop_sequence", "arrival_time", "departure_time")
        for place, row in self.rows("stop_times.txt", *needed):
            stop = self.merged.get(row["stop_id"])
            if stop is None or not row["stop_sequence"].isdigit():
                raise GtfsError(f"{place}: unknown stop, or no order")
            come, leave = minute(place, row["arrival_time"]), minute(place, row["departure_time"])
            if come == leave == NEVER:
                continue  # the bus passes at no told time
            come = NEVER if row.get("drop_off_type") == "1" else min(come, leave)
            leave = NEVER if row.get("pickup_type") == "1" else leave
            found[row["trip_id"]].append((int(row["stop_sequence"]), stop, come, leave))
        return {trip: in_order(calls) for trip, calls in found.items()}

    def read_frequencies(self) -> dict[str, list[int]]:
        """The minutes at which trips that are only models of others start."""
        starts: dict[str, list[int]] = defaultdict(list)
        needed = ("trip_id", "start_time", "end_time", "headway_secs")
        for place, row in self.rows("frequencies.txt", *needed, optional=True):
            if not row["headway_secs"].isdigit() or int(row["headway_secs"]) < 60:
                raise GtfsError(f"{place}: not a rhythm")
            first, end = minute(place, row["start_time"]), minute(place, row["end_time"])
            step = int(row["headway_secs"]) / 60
            count = max(0, int((end - first - 1) // step) + 1)
            starts[row["trip_id"]].extend(first + int(step * index) for index in range(count))
        return starts


def merged(
    stops: dict[str, Stop], parents: Mapping[str, str]
) -> tuple[dict[str, Stop], dict[str, str]]:
    """The places, and the place of each stop: its station, or a near stop of the same name."""
    by_name: dict[str, list[str]] = defaultdict(list)
    place: dict[str, str] = {}
    for key, stop in stops.items():
        station = parents.get(key)
        same = (
            other
            for other in by_name[stop.name]
            if metres(stop.lat, stop.lon, stops[other].lat, stops[other].lon) <= SAME_PLACE
        )
        place[key] = station if station in stops else next(same, key)
        if place[key] == key:
            by_name[stop.name].append(key)
    return {key: stops[key] for key in set(place.values())}, place


def in_order(calls: list[tuple[int, str, int, int]]) -> tuple[tuple[str, ...], "array[int]"]:
    """The stops, and arrival then departure at each."""
    calls.sort()
    times = array("H", (moment for call in calls for moment in call[2:]))
    return tuple(call[1] for call in calls), times


def repeated(times: "array[int]", starts: list[int]) -> Iterator["array[int]"]:
    """The run itself, or one at each start."""
    first = next(moment for moment in times if moment != NEVER)
    for start in starts or [first]:
        shift = start - first
        yield array("H", (t if t == NEVER else t + shift for t in times))


def weekly(place: str, row: Row) -> Iterator[date]:
    """The days of a row of the weekly calendar."""
    day, last = day_of(place, row["start_date"]), day_of(place, row["end_date"])
    last = min(last, day + timedelta(days=LONGEST * 2))
    while day <= last:
        if row[DAYS[day.weekday()]] == "1":
            yield day
        day += timedelta(days=1)


def day_of(place: str, text: str) -> date:
    """Read 20261121."""
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        raise GtfsError(f"{place}: {text!r} is not a day") from None


def minute(place: str, text: str) -> int:
    """Read 6:05:30 as 365 minutes; nothing as NEVER."""
    if not text:
        return NEVER
    match = re.fullmatch(r"(\d{1,2}):([0-5]\d):([0-5]\d)", text)
    if not match:
        raise GtfsError(f"{place}: {text!r} is not a time")
    return int(match[1]) * 60 + int(match[2])


def mode_of(route: Row) -> str:
    """The kind of vehicle, "bus" when it is not known."""
    kind = int(route["route_type"]) if route["route_type"].isdigit() else 3
    return MODES.get(kind) or EXTENDED.get(kind // 100, "bus")
