"""Check texts for the signs of a scam, one JSON object a line."""

import json
import sys
from typing import Any, TextIO

import click
from flask.cli import AppGroup

from webapp.scams.desk import reports, settle
from webapp.scams.rules import check as check_text

commands = AppGroup("scams", help="Find the signs of a scam in texts; settle reports of offers.")
commands.add_command(reports)
commands.add_command(settle)


@commands.command()
@click.argument("file", type=click.File("r", encoding="utf-8"), default="-")
def check(file: TextIO) -> None:
    """Read {"id", "text", "channel"} lines and answer {"id", "level", "signs"} lines.

    Lines that cannot be read are named on standard error; the command then ends with code 1.
    """
    bad = 0
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            answer = _answer(_asked(line))
        except ValueError as error:
            click.echo(f"line {number}: {error}", err=True)
            bad += 1
            continue
        click.echo(json.dumps(answer, ensure_ascii=False))
    if bad:
        sys.exit(1)


def _asked(line: str) -> dict[str, Any]:
    """The object of one line; raises ValueError with a reason a person understands."""
    try:
        asked = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError("this is not JSON") from error
    if not isinstance(asked, dict) or "id" not in asked:
        raise ValueError("an object with an id is needed")
    if not isinstance(asked.get("text"), str):
        raise ValueError(f"{asked['id']}: text must be a string")
    if not isinstance(asked.get("channel", ""), (str, type(None))):
        raise ValueError(f"{asked['id']}: channel must be a string")
    return asked


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    verdict = check_text(asked["text"], asked.get("channel"))
    return {
        "id": asked["id"],
        "level": verdict.level.value,
        "signs": [{"id": found.sign.value, "quote": found.quote} for found in verdict.signs],
    }
