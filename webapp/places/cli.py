"""Commands about places: find communes, for machines, one JSON object a line; load timetables."""

from pathlib import Path
from typing import BinaryIO

import click
from flask.cli import AppGroup

from webapp.clock import today
from webapp.extensions import db
from webapp.lines import Json, answer_lines, questions
from webapp.places import actions, gtfs, queries

commands = AppGroup("places", help="Communes and timetables.")


@commands.command("match")
@questions
def match_lines(file: BinaryIO) -> None:
    """Read {"id", "query"} a line; write {"id", "communes"}: at most 5 INSEE codes, best first.

    A line that is not so is named on standard error, the others are answered, and the command
    ends with code 1.
    """
    answer_lines(file, "query", answer)


def answer(asked: Json) -> Json:
    """Return the communes that one search means."""
    return {"communes": [commune.insee for commune in queries.match(asked["query"])]}


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
