"""Load a timetable in place of the one of the same network."""

import struct
from datetime import date, timedelta

from sqlalchemy import delete, insert, select

from webapp.extensions import db
from webapp.places.gtfs import LONGEST, Feed, Pattern
from webapp.places.models import (
    GtfsCall,
    GtfsNetwork,
    GtfsPattern,
    GtfsRuns,
    GtfsService,
    GtfsStop,
)


def load_timetable(feed: Feed, *, name: str, on: date) -> GtfsNetwork:
    """Replace the timetable of this name, if there is one."""
    forget_timetable(name)
    days = sorted(set().union(*feed.services.values()))
    first, last = (days[0], days[-1]) if days else (on, on)
    last = min(last, first + timedelta(days=LONGEST))
    network = GtfsNetwork(
        name=name, timezone=feed.timezone, first_day=first, last_day=last, loaded_on=on
    )
    db.session.add(network)
    db.session.flush()
    stops = add_stops(network, feed)
    services = add_services(network, feed)
    for pattern in feed.patterns:
        add_pattern(network, pattern, stops, services)
    return network


def forget_timetable(name: str) -> bool:
    """Remove a timetable; tell whether there was one."""
    network = db.session.scalar(select(GtfsNetwork).where(GtfsNetwork.name == name))
    if network is None:
        return False
    of_network = select(GtfsPattern.id).where(GtfsPattern.network_id == network.id)
    for table in (GtfsRuns, GtfsCall):
        db.session.execute(delete(table).where(table.pattern_id.in_(of_network)))
    for owned in (GtfsPattern, GtfsService, GtfsStop):
        db.session.execute(delete(owned).where(owned.network_id == network.id))
    db.session.delete(network)
    db.session.flush()
    return True


def add_stops(network: GtfsNetwork, feed: Feed) -> dict[str, int]:
    """Keep the stops; return their ids by the feed's names for them."""
    rows = [
        GtfsStop(network_id=network.id, name=stop.name[:120], lat=stop.lat, lon=stop.lon)
        for stop in feed.stops.values()
    ]
    db.session.add_all(rows)
    db.session.flush()
    return {key: row.id for key, row in zip(feed.stops, rows, strict=True)}


def add_services(network: GtfsNetwork, feed: Feed) -> dict[str, int]:
    """Keep the days of the services; return their ids by the feed's names for them."""
    span = (network.last_day - network.first_day).days + 1
    days = [network.first_day + timedelta(days=at) for at in range(span)]
    rows = {
        key: GtfsService(network_id=network.id, days=bytes(day in made for day in days))
        for key, made in feed.services.items()
    }
    db.session.add_all(rows.values())
    db.session.flush()
    return {key: row.id for key, row in rows.items()}


def add_pattern(
    network: GtfsNetwork, pattern: Pattern, stops: dict[str, int], services: dict[str, int]
) -> None:
    """Keep a line through its stops, and its runs."""
    ids = [stops[key] for key in pattern.stops]
    row = GtfsPattern(
        network_id=network.id,
        line=pattern.line[:60],
        mode=pattern.mode,
        stops=struct.pack(f"<{len(ids)}I", *ids),
    )
    db.session.add(row)
    db.session.flush()
    calls = [{"stop_id": stop, "pattern_id": row.id} for stop in dict.fromkeys(ids)]
    db.session.execute(insert(GtfsCall), calls)
    runs = [
        {
            "pattern_id": row.id,
            "service_id": services[service],
            "times": b"".join(struct.pack(f"<{len(run)}H", *run) for run in made),
        }
        for service, made in pattern.runs.items()
    ]
    db.session.execute(insert(GtfsRuns), runs)
