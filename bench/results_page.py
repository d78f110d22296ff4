"""Pages of results for a second of processor, with 20,000 and 100,000 offers, and a bare page's.

    .venv/bin/python -m bench.results_page [--sizes 20000,100000] [--seconds 8]

Ours is served as `bin/start` serves it, the bare one by the same gunicorn with the same settings
(one process, eight threads, loaded before it is forked). Both are asked by `wrk` with 16
connections over loopback for the same bytes, one after the other and back again, without
compression. What is counted is the processor of the server, so that other work of the machine
changes little. First no offer is kept (CARD_CACHE=0); then cards, without the door; at last all
that the product keeps, for one address and for many in turn, towns by families of work. What stands
on every page of a language (`webapp/pieces.py`) is written once in each. Needs `wrk` (Debian
package). Prints a Markdown table.
"""

import argparse
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from flask import Flask
from sqlalchemy import insert

from bench.search import application, rows, tidy
from webapp import create_app
from webapp.clock import now
from webapp.config import sqlite_url
from webapp.extensions import db
from webapp.jobs.queries import families, job, jobs
from webapp.jobs.tasks import tasks_for
from webapp.offers.models import Offer, OfferSearch
from webapp.operations import migrations, serving
from webapp.organisations.models import Contact, Organisation
from webapp.shelf import Shelf

PRODUCT = "webapp.operations.serving:load()"
SHIPPED = ("-c", "python:webapp.operations.serving", "--log-level", "error")
# The same for the bare page, which has no database to prepare.
ALIKE = (
    *("--no-control-socket", "-k", "gthread", "--threads", str(serving.threads), "--preload"),
    *("--keep-alive", str(serving.keepalive), "--log-level", "error"),
)
PLACES = ("Lyon", "Vaulx-en-Velin", "Marseille 13", "69120", "Valence 26000", "Lille", "Bordeaux")
BARE = """
from pathlib import Path
from flask import Flask
app = Flask("bare")
page = Path({path!r}).read_text()
app.get("/")(lambda: page)
"""


def fill(count: int) -> None:
    """Write complete offers of a hundred structures."""
    chance = random.Random(3)
    moment = now()
    names = {entry.codes[0]: entry for entry in jobs()}
    with db.get_engine("default").begin() as connection:
        connection.execute(insert(Organisation), [structure(n, moment) for n in range(1, 101)])
        connection.execute(insert(Contact), [contact(n) for n in range(1, 201)])
        for batch in batches(rows(count), 5_000):
            offers = [offer(row, names, chance, moment) for row in batch]
            connection.execute(insert(Offer), offers)
            connection.execute(insert(OfferSearch), batch)
    tidy()


def batches(source: Iterator[dict[str, object]], size: int) -> Iterator[list[dict[str, object]]]:
    """Give the rows in lists of so many."""
    batch: list[dict[str, object]] = []
    for row in source:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def structure(number: int, moment: object) -> dict[str, object]:
    """Return a structure."""
    facts = {"kind": "ei", "name": f"Structure {number}", "insee": "69256", "lat": 45.7, "lon": 4.9}
    return {"id": number, "public_id": f"o{number:07d}", "created_at": moment, **facts}


def contact(number: int) -> dict[str, object]:
    """Return a contact; two to a structure."""
    person = {"first_name": f"Prénom{number}", "last_name": "Nom", "phone": "+33465710000"}
    return {"id": number, "organisation_id": (number + 1) // 2, **person}


def offer(
    row: dict[str, object], names: dict[str, object], chance: random.Random, moment: object
) -> dict[str, object]:
    """Return a complete offer for a search row."""
    place = chance.randrange(1, 101)
    known = names[str(row["rome"])]
    assert job(known.key)
    return {
        **{name: row[name] for name in ("id", "family", "rome", "lat", "lon")},
        "public_id": f"{row['id']:08x}",
        "organisation_id": place,
        "contact_id": 2 * place - 1,
        "backup_id": 2 * place,
        "status": "published",
        "job": known.key,
        "contract": "cddi",
        "tasks": [task.key for task in tasks_for(str(row["family"]))[:3]],
        "insee": "69256",
        "week": [[day, 480, 720] for day in range(5)],
        "weekly_minutes": 1200,
        "pay_cents": 1231,
        "created_at": moment,
        "updated_at": moment,
        "published_at": moment,
    }


class Server(NamedTuple):
    """Where a server answers, and its process."""

    url: str
    pid: int

    def processor(self) -> float:
        """Return the seconds of processor that it and its worker have taken."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return sum(seconds_of(pid) for pid in (str(self.pid), *children))


def seconds_of(pid: str) -> float:
    """Return the seconds of processor of one process."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def running(
    settings: tuple[str, ...], target: str, folder: Path, port: int, **environ: str
) -> Iterator[Server]:
    """Serve an application with gunicorn on a port of this machine, then stop it."""
    command = [sys.executable, "-m", "gunicorn", *settings, "-b", f"127.0.0.1:{port}", target]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            command, env={**os.environ, **environ}, stderr=log, cwd=environ.get("CWD")
        )
        try:
            wait(f"http://127.0.0.1:{port}/")
            yield Server(f"http://127.0.0.1:{port}", process.pid)
        finally:
            process.terminate()
            process.wait()


def wait(url: str) -> None:
    """Wait until the address answers, for two minutes at most: a new instance loads town halls."""
    for _turn in range(600):
        try:
            urllib.request.urlopen(url, timeout=1)  # noqa: S310
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The server did not answer.")


def rate(server: Server, path: str, seconds: int, script: Path | None = None) -> float:
    """Return the requests answered for a second of processor: of one path, or those of a script."""
    url, before = server.url + path, server.processor()
    command = ["wrk", "-t1", "-c16", f"-d{seconds}s", *(["-s", str(script)] if script else []), url]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in text:
        raise SystemExit(f"{url} did not answer well:\n{text}")
    return int(re.search(r"(\d+) requests in", text)[1]) / (server.processor() - before)


def measure(size: int, seconds: int) -> str:
    """Return one row of the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        app = application(sqlite_url(folder))
        with app.app_context():
            migrations.run()
            fill(size)
        turns = [
            compared(folder, seconds, PRODUCT, CARD_CACHE="0"),
            compared(folder, seconds, "bench.results_page:without_door()"),
            compared(folder, seconds, PRODUCT),
        ]
    kept = turns[-1]
    cells = [f"{turn.ours:.0f} ({turn.ours / turn.bare:.2f})" for turn in turns]
    cells.append(f"{kept.many:.0f} ({kept.many / kept.bare:.2f})")
    return f"| {size:,} | {kept.bytes:,} | {kept.bare:.0f} | {' | '.join(cells)} |"


def without_door() -> Flask:
    """Return the product, whose door keeps no answer."""
    app = create_app()
    app.extensions["front"] = Shelf(0)
    return app


class Turn(NamedTuple):
    """The medians of one comparison, in requests for a second, and the bytes of the page."""

    bytes: int
    bare: float
    ours: float
    many: float


def compared(folder: Path, seconds: int, target: str, **environ: str) -> Turn:
    """Ask the bare page, ours, and many of ours, three times in turn."""
    settings = {"DATA_DIR": str(folder), "PORT": "8471", "DEMO": "0", **environ}
    with running(SHIPPED, target, folder, 8471, **settings) as product:
        path = addresses()[0]
        page = urllib.request.urlopen(product.url + path).read()  # noqa: S310
        (folder / "page.html").write_bytes(page)
        (folder / "bare.py").write_text(BARE.format(path=str(folder / "page.html")))
        script = folder / "addresses.lua"
        script.write_text(IN_TURN % ", ".join(f'"{path}"' for path in addresses()))
        with running(ALIKE, "bare:app", folder, 8472, CWD=str(folder)) as bare:
            rate(product, path, 2, script)
            turns = [
                (
                    rate(bare, "/", seconds),
                    rate(product, path, seconds),
                    rate(product, "/", seconds, script),
                )
                for _turn in range(3)
            ]
    return Turn(len(page), *(statistics.median(column) for column in zip(*turns, strict=True)))


def addresses() -> list[str]:
    """Return the addresses asked in turn: each town by each family of work."""
    return [
        f"/offres?ou={urllib.request.quote(place)}&metier={family.key}"
        for place in PLACES
        for family in families()
    ]


IN_TURN = """
local paths, turn = {%s}, 0
request = function()
  turn = turn %% #paths + 1
  return wrk.format("GET", paths[turn])
end
"""


def main() -> None:
    """Measure each size and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="20000,100000")
    parser.add_argument("--seconds", type=int, default=8)
    options = parser.parse_args()
    lines = [measure(int(size), options.seconds) for size in options.sizes.split(",")]
    print(
        "| offers | bytes | bare page | no offer kept | cards kept | and the door "
        "| many addresses |\n|---|---|---|---|---|---|---|"
    )
    print("\n".join(lines))


if __name__ == "__main__":
    main()
