"""Commands on the words of work: understand them, and widen the lexicon."""

import json
import sys
from pathlib import Path
from typing import Any, TextIO

import click
from flask import current_app
from flask.cli import AppGroup

from webapp.jobs import queries, rome

commands = AppGroup("jobs", help="The words of work.")


@commands.command("match")
@click.argument("file", type=click.File("r", encoding="utf-8"), default="-")
def match(file: TextIO) -> None:
    """Read {"id", "query"} lines and answer {"id", "codes", "families"} lines.

    Codes are ROME v3 codes, best first, at most five; none when no work is meant. Lines that
    cannot be read are named on standard error; the command then ends with code 1.
    """
    bad = 0
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            answer = answered(line)
        except ValueError as error:
            click.echo(f"line {number}: {error}", err=True)
            bad += 1
            continue
        click.echo(json.dumps(answer, ensure_ascii=False))
    if bad:
        sys.exit(1)


def answered(line: str) -> dict[str, Any]:
    """The answer to one line; raises ValueError with a reason that a person understands."""
    try:
        asked = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"not JSON ({error})") from error
    if not isinstance(asked, dict) or not isinstance(asked.get("query"), str):
        raise ValueError('expected an object with "id" and a text "query"')
    if "id" not in asked:
        raise ValueError('"id" is missing')
    meant = queries.match(asked["query"])
    return {"id": asked["id"], "codes": list(meant.codes), "families": list(meant.families)}


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
