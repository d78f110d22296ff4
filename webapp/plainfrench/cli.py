"""Check that texts are easy to read, one JSON object a line."""

import json
import sys
from dataclasses import asdict
from typing import Any, TextIO

import click
from flask.cli import AppGroup

from webapp.plainfrench.checking import report

commands = AppGroup("plainfrench", help="See whether texts are easy to read.")


@commands.command()
@click.argument("file", type=click.File("r", encoding="utf-8"), default="-")
def check(file: TextIO) -> None:
    """Read {"id", "text"} lines and answer {"id", "sentences", "longest", …} lines.

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
    return asked


def _answer(asked: dict[str, Any]) -> dict[str, Any]:
    found = report(asked["text"])
    return {
        "id": asked["id"],
        "sentences": found.sentences,
        "longest": found.longest,
        "hard_words": list(found.hard_words),
        "broken_rules": [asdict(one) for one in found.broken],
        "advice": [
            {"start": one.start, "end": one.end, "quote": one.quote, "proposal": one.proposal}
            for one in found.heavy
        ],
    }
