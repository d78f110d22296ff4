"""Time the search over 10³ to 10⁶ offers: nearest, family, filters, rare and common words.

    .venv/bin/python -m bench.search [--most 1000000] [--database-url URL] [--queries 200]

Offers are placed in real communes, by population, 40 % of them off the centre; people ask from the
centre one time in two, else from somewhere around. Each search is made three times, with what was
learnt before it alone, and the least time counts: other work of the machine is left out. Prints a
Markdown table: median and 95th percentile in milliseconds, and growth from smallest to largest.
"""

import argparse
import csv
import gzip
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import insert, text

from webapp import extensions
from webapp.clock import now
from webapp.config import engines
from webapp.extensions import db
from webapp.jobs.queries import jobs
from webapp.offers import grid, search
from webapp.offers.models import Offer, OfferSearch
from webapp.offers.rules import Flag
from webapp.operations import migrations
from webapp.organisations.models import Organisation
from webapp.shelf import Shelf

COMMUNES = Path(__file__).parent.parent / "webapp" / "places" / "data" / "communes.csv.gz"

COMMON = [
    "equipe",
    "travail",
    "poste",
    "avec",
    "pour",
    "dans",
    "chez",
    "bonne",
    "ambiance",
    "formation",
    "tutorat",
    "horaires",
]
RARE = [
    "autolaveuse",
    "transpalette",
    "karcher",
    "debroussailleuse",
    "surjeteuse",
    "lamellation",
    "sarclage",
]
LEARNT: tuple[Shelf[Any], ...] = (search.REACHED, search.STACKED, search.SCARCE)
SIZES = (1_000, 10_000, 100_000, 1_000_000)
RADIUS_KM = 50
AROUND = 0.5  # share of those who ask from their own position


def application(url: str) -> Flask:
    """Return the least application that has the database."""
    app = Flask("bench")
    app.config.update(SECRET_KEY="bench", SQLALCHEMY_ENGINES=engines(url))  # noqa: S106
    app.config["RATELIMIT_STORAGE_URI"] = "memory://"
    extensions.init_app(app)
    return app


def towns() -> tuple[list[tuple[float, float]], list[int]]:
    """Return the points of the communes and their populations."""
    with gzip.open(COMMUNES, "rt", encoding="utf-8") as file:
        present = [row for row in csv.DictReader(file) if row["kind"] == "C" and row["lat"]]
    points = [(float(row["lat"]), float(row["lon"])) for row in present]
    return points, [int(row["population"] or 0) for row in present]


def rows(count: int, seed: int = 7) -> Iterator[dict[str, object]]:
    """Give search rows of made-up offers."""
    chance = random.Random(seed)
    points, weights = towns()
    known = jobs()
    spots = chance.choices(points, weights, k=count)
    for number, (lat, lon) in enumerate(spots, start=1):
        job = known[min(int(chance.expovariate(1 / 60)), len(known) - 1)]
        if chance.random() < 0.4:
            lat, lon = lat + chance.gauss(0, 0.02), lon + chance.gauss(0, 0.02)
        words = [*str(job.key).split("-"), *chance.sample(COMMON, 6)]
        words += [chance.choice(RARE)] if chance.random() < 0.002 else []
        yield {
            "id": number,
            "lat": lat,
            "lon": lon,
            "strip": grid.strip(lat),
            "family": job.family,
            "rome": job.codes[0],
            "load": float(chance.randrange(12)),
            "flags": chance.getrandbits(10),
            "words": " ".join(words),
            "tokens": grid.tokens_of(lat, lon, job.family, job.codes[0]),
        }


def fill(count: int) -> float:
    """Write so many offers, replacing those that were; return the seconds it took."""
    begun = time.perf_counter()
    with db.get_engine("default").begin() as connection:
        for table in ("offer_search", "offer", "organisation"):
            connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608
        moment = now()
        connection.execute(
            insert(Organisation),
            [
                {"id": 1, "kind": "aci", "name": "Bench", "insee": "69256", "lat": 45.0}
                | {"lon": 4.0, "created_at": moment}
            ],
        )
        source = rows(count)
        while batch := list(islice(source, 5_000)):
            offers = [
                {"id": row["id"], "public_id": f"{row['id']:08x}", "organisation_id": 1}
                | {"created_at": moment, "updated_at": moment, "status": "published"}
                for row in batch
            ]
            connection.execute(insert(Offer), offers)
            connection.execute(insert(OfferSearch), batch)
    tidy()
    return time.perf_counter() - begun


def tidy() -> None:
    """Let the database learn the shape of the data."""
    engine = db.get_engine("default")
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("VACUUM ANALYZE"))
            return
    with engine.begin() as connection:
        connection.execute(text("ANALYZE"))


def kinds(chance: random.Random) -> dict[str, Callable[[], search.Wanted]]:
    """Return how each kind of search is made."""
    known = jobs()
    return {
        "nearest": search.Wanted,
        "family": lambda: search.Wanted(families=(chance.choice(known).family,)),
        "job codes": lambda: search.Wanted(codes=chance.choice(known).codes),
        "family + 3 filters": lambda: search.Wanted(
            families=(chance.choice(known).family,),
            flags=int(Flag.PART_TIME | Flag.NO_LICENCE | Flag.BEGINNER),
        ),
        "common word": lambda: search.Wanted(words=(chance.choice(COMMON),)),
        "rare word": lambda: search.Wanted(words=(chance.choice(RARE),)),
    }


def measure(queries: int) -> dict[str, tuple[float, float]]:
    """Return the median and 95th percentile, in ms, of each kind of search."""
    chance = random.Random(11)
    points, weights = towns()
    answer = {}
    for name, wanted in kinds(chance).items():
        times = []
        for lat, lon in chance.choices(points, [w**0.8 for w in weights], k=queries):
            asked = wanted()
            if chance.random() < AROUND:
                lat, lon = lat + chance.gauss(0, 0.02), lon + chance.gauss(0, 0.02)
            times.append(least(lat, lon, asked))
        answer[name] = (statistics.median(times), statistics.quantiles(times, n=20)[-1])
    return answer


def least(lat: float, lon: float, asked: search.Wanted) -> float:
    """Return the least time, in ms, of a search made three times as if it were the first."""
    learnt = [dict(shelf.things) for shelf in LEARNT]
    times = []
    for _turn in range(3):
        for shelf, things in zip(LEARNT, learnt, strict=True):
            shelf.things = dict(things)
        begun = time.perf_counter()
        search.near(lat, lon, asked, radius_km=RADIUS_KM, limit=11)
        times.append((time.perf_counter() - begun) * 1000)
    return min(times)


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=SIZES[-1])
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--database-url")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        app = application(options.database_url or f"sqlite:///{Path(folder) / 'bench.db'}")
        with app.app_context():
            migrations.run()
            report([size for size in SIZES if size <= options.most], options.queries)


def report(sizes: list[int], queries: int) -> None:
    """Print the table."""
    found: dict[int, dict[str, tuple[float, float]]] = {}
    for size in sizes:
        seconds = fill(size)
        for shelf in LEARNT:
            shelf.things.clear()  # it was learnt on other offers
        print(f"{size} offers written in {seconds:.0f} s", flush=True)
        measure(20)
        found[size] = measure(queries)
        db.session.rollback()
    print(f"\n| search (ms) | {' | '.join(f'{size:,}' for size in sizes)} | growth of the median |")
    print("|---" * (len(sizes) + 2) + "|")
    for name in found[sizes[0]]:
        cells = [f"{found[size][name][0]:.1f} / {found[size][name][1]:.1f}" for size in sizes]
        growth = found[sizes[-1]][name][0] / found[sizes[0]][name][0]
        print(f"| {name}, median / p95 | {' | '.join(cells)} | {growth:.1f} × |")


if __name__ == "__main__":
    main()
