"""Measure the import of the public feed: time, share placed, distance from the true points.

    python -m bench.feed FEED.json.gz [COORDS.csv]

The coordinates are a CSV of `id,lat,lon`, used to measure and never to place. A third run spoils
every town's name by one letter, to see what the placing owes to clean data.
"""

import csv
import random
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median

from sqlalchemy import select

from webapp import create_app
from webapp.clock import now
from webapp.config import Config
from webapp.extensions import db
from webapp.operations import migrations
from webapp.organisations.feed import Report, import_feed
from webapp.organisations.feed_placing import commune_of
from webapp.organisations.feed_reading import Address, Reading
from webapp.organisations.feed_source import read_feed
from webapp.organisations.models import Organisation
from webapp.places.rules import metres

Points = dict[str, tuple[float, float]]


def true_points(path: Path) -> Points:
    """Return the true point of each structure, by the feed's id."""
    with path.open(encoding="utf-8") as file:
        return {row["id"]: (float(row["lat"]), float(row["lon"])) for row in csv.DictReader(file)}


def kilometres_off(path: Path) -> list[float]:
    """Return how far each stored structure is from its true point, in kilometres."""
    truth = true_points(path)
    rows = db.session.scalars(select(Organisation).where(Organisation.feed_id.is_not(None)))
    return [
        metres(*truth[row.feed_id], row.lat, row.lon) / 1000 for row in rows if row.feed_id in truth
    ]


def run(path: Path) -> tuple[Reading, Report, float]:
    """Import the feed once; return what was read, what changed, and the seconds it took."""
    start = time.perf_counter()
    reading = read_feed(str(path))
    report = import_feed(reading, now())
    db.session.commit()
    return reading, report, time.perf_counter() - start


def tell_distances(kilometres: list[float]) -> None:
    """Print the shares near the true point."""
    shares = ", ".join(
        f"{sum(km <= most for km in kilometres) / len(kilometres):.2%} within {most} km"
        for most in (2, 5, 10)
    )
    middle, worst = median(kilometres), max(kilometres)
    print(f"{len(kilometres)} true points: {shares}; median {middle:.2f}, worst {worst:.1f} km")


def spoiled(address: Address, chance: random.Random) -> Address:
    """Return an address whose town lacks a letter, or has one doubled or changed."""
    town = address.town
    at = chance.randrange(len(town)) if town else 0
    wrong = chance.choice(("", town[at : at + 1] * 2, chance.choice("abcdefghijklmnopqrstuvwxyz")))
    return replace(address, town=town[:at] + wrong + town[at + 1 :])


def tell_spoiled(reading: Reading, truth: Points, *, postcode: bool) -> None:
    """Print what is placed when each town is misspelled, with or without its postcode."""
    chance = random.Random(7)
    placed, near = 0, []
    for item in reading.structures.values():
        address = spoiled(item.address, chance)
        if not postcode:
            address = replace(address, postcode="", lines="")
        town = commune_of(address)
        placed += town is not None
        if item.id in truth:
            near.append(town is not None and metres(*truth[item.id], town.lat, town.lon) <= 10_000)
    share = sum(near) / len(near)
    said = "with its postcode" if postcode else "with its département alone"
    print(
        f"town misspelled, {said}: {placed / len(reading.structures):.2%} placed, "
        f"{share:.2%} within 10 km"
    )


def main(feed: Path, coordinates: Path) -> None:
    """Import twice into a new database and print what it took."""
    with tempfile.TemporaryDirectory() as folder:
        settings = {"DATA_DIR": folder, "DATABASE_URL": f"sqlite:///{folder}/feed.db"}
        app = create_app(Config.from_environ(settings))
        with app.app_context():
            migrations.run()
            reading, report, first = run(feed)
            count = len(reading.structures)
            print(f"{count} structures, {report.drafts} drafts: {first:.1f} s the first time")
            print(f"placed: {(count - len(report.unplaced)) / count:.2%}")
            _reading, again, second = run(feed)
            print(f"again: {second:.1f} s, {again.unchanged} unchanged, {again.added} added")
            if coordinates.exists():
                tell_distances(kilometres_off(coordinates))
                for postcode in (True, False):
                    tell_spoiled(reading, true_points(coordinates), postcode=postcode)


if __name__ == "__main__":
    path = Path(sys.argv[1])
    main(path, Path(sys.argv[2]) if len(sys.argv) > 2 else path.with_name("siaes_coords.csv"))
