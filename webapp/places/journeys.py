"""The last bus that arrives in time: which stop, which line, when; with one change at most."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from webapp.places.gtfs import NEVER

CHANGE = 4  # minutes to change at a stop
FEW = 4  # runs compared at a stop: later ones seldom leave before
EARLY = 90  # minutes before which nobody wants to be there


@dataclass(frozen=True, slots=True)
class Route:
    """A line through stops, with the runs of one day: arrival, departure at each stop, minutes."""

    line: str
    mode: str
    stops: Sequence[int]
    runs: Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Leg:
    """A ride, from a stop at a minute of the day to a stop at a minute."""

    line: str
    mode: str
    stop: int
    departs: int
    to_stop: int
    arrives: int


@dataclass(frozen=True, slots=True)
class Journey:
    """One or two rides, and the minutes when one leaves and is there, walks included."""

    legs: tuple[Leg, ...]
    leaves: int
    arrives: int


def latest(
    routes: Sequence[Route],
    origins: Mapping[int, int],
    ends: Mapping[int, int],
    by: int,
    early: int = EARLY,
) -> Journey | None:
    """The journey that leaves last and is there by a minute of the day: direct if there is one.

    `origins` and `ends` are the minutes of walk to and from each stop; `early` is how many
    minutes too early is too early.
    """
    deadlines = {stop: by - walk for stop, walk in ends.items()}
    onward = last_boardings(routes, deadlines, early)
    legs = tuple(last_of(onward, origins))
    if not legs:
        changes = {stop: leg.departs - CHANGE for stop, leg in onward.items()}
        first = last_of(last_boardings(routes, changes, early), origins)
        legs = tuple(leg for ride in first for leg in (ride, onward[ride.to_stop]))
    if not legs:
        return None
    leaves = legs[0].departs - origins[legs[0].stop]
    return Journey(legs, leaves, legs[-1].arrives + ends[legs[-1].to_stop])


def last_of(rides: Mapping[int, Leg], origins: Mapping[int, int]) -> list[Leg]:
    """The ride from one of the origins that leaves one the most time, in a list; or none."""
    reached = [leg for stop, leg in rides.items() if stop in origins]
    return sorted(reached, key=lambda leg: leg.departs - origins[leg.stop])[-1:]


def last_boardings(
    routes: Sequence[Route], deadlines: Mapping[int, int], early: int
) -> dict[int, Leg]:
    """From each stop, the last ride that is in time where it ends, the quickest of those."""
    best: dict[int, Leg] = {}
    for leg in (leg for route in routes for leg in rides(route, deadlines, early)):
        known = best.get(leg.stop)
        if known is None or (known.departs, -known.arrives) < (leg.departs, -leg.arrives):
            best[leg.stop] = leg
    return best


def rides(route: Route, deadlines: Mapping[int, int], early: int) -> Iterator[Leg]:
    """The rides of a line that end in time at one of the stops."""
    for end, stop in enumerate(route.stops):
        if stop in deadlines:
            yield from rides_to(route, end, deadlines[stop], early)


def rides_to(route: Route, end: int, deadline: int, early: int) -> Iterator[Leg]:
    """From each stop before, the last run that arrives by the deadline, of the last few."""
    deadline = min(deadline, NEVER - 1)
    in_time = [run for run in route.runs if deadline - early <= run[2 * end] <= deadline]
    in_time = nlargest(FEW, in_time, key=lambda run: run[2 * end])
    for start in range(end):
        boarded = [run for run in in_time if run[2 * start + 1] != NEVER]
        run = max(boarded, key=lambda run: run[2 * start + 1], default=None)
        if run:
            yield Leg(
                line=route.line,
                mode=route.mode,
                stop=route.stops[start],
                departs=run[2 * start + 1],
                to_stop=route.stops[end],
                arrives=run[2 * end],
            )
