"""Commands about places: find communes, for machines, one JSON object a line; load timetables."""

import json
import sys
from pathlib import Path
from typing import Any

import click
from flask.cli import AppGroup

from webapp.clock import today
from webapp.extensions import db
from webapp.places import actions, gtfs, queries

commands = AppGroup("places", help="Communes and timetables.")


@commands.command("match")
def match_lines() -> None:
    """Read {"id", "query"} a line; write {"id", "communes"}: at most 5 INSEE codes, best first.

    A line that is not so is named on standard error, the others are answered, and the command
    ends with code 1.
    """
    wrong = 0
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            click.echo(json.dumps(answer(json.loads(line))))
        except ValueError as error:
            wrong += 1
            click.echo(f"line {number}: {error}", err=True)
    if wrong:
        sys.exit(1)


def answer(question: Any) -> dict[str, Any]:
    """The answer to one question; ValueError says what it lacks."""
    if not isinstance(question, dict) or "id" not in question:
        raise ValueError('an object with "id" and "query" is needed')
    if not isinstance(question.get("query"), str):
        raise ValueError('"query" must be a text')
    communes = queries.match(question["query"])
    return {"id": question["id"], "communes": [commune.insee for commune in communes]}


@commands.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--name", default="", help="The network; by default, as the file says.")
def load_gtfs(file: Path, name: str) -> None:
    """Load a timetable (a zipped GTFS file) in place of the network's former one.

    All or nothing: at the first fault nothing changes, and the fault is named with its line.
    """
    try:
        feed = gtfs.read(file)
    except gtfs.GtfsError as error:
        raise click.ClickException(str(error)) from error
    network = actions.load_timetable(feed, name=(name or feed.name)[:120], on=today())
    db.session.commit()
    runs = sum(len(made) for pattern in feed.patterns for made in pattern.runs.values())
    click.echo(
        f"{network.name}: {len(feed.stops)} stops, {len(feed.patterns)} patterns, {runs} runs, "
        f"from {network.first_day} to {network.last_day}.",
        err=True,
    )
