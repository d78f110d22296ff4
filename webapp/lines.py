"""Questions as JSON, one object a line, each answered by one: the doors for batch work."""

import json
import sys
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

import click

Json = dict[str, Any]
questions = click.argument("file", type=click.File("rb"), default="-")


def answer_lines(file: BinaryIO, field: str, answer: Callable[[Json], Mapping[str, Any]]) -> None:
    """Write `{"id", …answer}` for each line `{"id", field, …}`, where `field` holds a text.

    A line that cannot be read is named on standard error with what to write, the others are
    answered, and the command then ends with code 1. `answer` may raise ValueError.
    """
    bad = 0
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            asked = question(line, field)
            given = {"id": asked["id"], **answer(asked)}
        except ValueError as error:
            click.echo(f"line {number}: {error}", err=True)
            bad += 1
            continue
        click.echo(json.dumps(given, ensure_ascii=False))
    if bad:
        sys.exit(1)


def question(line: bytes, field: str) -> Json:
    """Return the object of one line, or raise ValueError with what it lacks."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError("this is not JSON") from error
    if not isinstance(asked, dict) or "id" not in asked:
        raise ValueError(f'an object with an "id" and a "{field}" is needed')
    if not isinstance(asked.get(field), str):
        raise ValueError(f'{asked["id"]}: "{field}" must be a text')
    return asked
