"""Commands about places, for machines: one JSON object a line."""

import json
import sys
from typing import Any

import click
from flask.cli import AppGroup

from webapp.places import queries

commands = AppGroup("places", help="Find the communes of France.")


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
