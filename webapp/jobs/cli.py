"""Commands on the words of work: understand them, and widen the lexicon."""

from pathlib import Path
from typing import BinaryIO

import click
from flask import current_app
from flask.cli import AppGroup

from webapp.jobs import queries, rome
from webapp.lines import Json, answer_lines, questions

commands = AppGroup("jobs", help="The words of work.")


@commands.command("match")
@questions
def match(file: BinaryIO) -> None:
    """Read {"id", "query"} lines and answer {"id", "codes", "families"} lines.

    Codes are ROME v3 codes, best first, at most five; none when no work is meant. Lines that
    cannot be read are named on standard error; the command then ends with code 1.
    """
    answer_lines(file, "query", answer)


def answer(asked: Json) -> Json:
    """Return the work that one search means."""
    meant = queries.match(asked["query"])
    return {"codes": list(meant.codes), "families": list(meant.families)}


@commands.command("import-rome")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
def import_rome(files: tuple[Path, ...]) -> None:
    """Widen the lexicon with the official ROME FILES (CSV, gz or not), replacing the last ones.

    The written words always come first. A server that runs reads them at its next start.
    """
    try:
        words, lost = rome.read(files)
    except rome.BadFile as error:
        raise click.ClickException(str(error)) from error
    path = rome.write(words, Path(current_app.config["DATA_DIR"]))
    click.echo(f"Kept {len(words.codes)} names of work in {path.name}.", err=True)
    if lost:
        click.echo(f"{lost} rows have a code whose parent is in none of the files.", err=True)
