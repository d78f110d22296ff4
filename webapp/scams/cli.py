"""Check texts for the signs of a scam, one JSON object a line; learn from labelled ones."""

import json
from pathlib import Path
from typing import BinaryIO

import click
from flask.cli import AppGroup

from webapp.lines import Json, answer_lines, questions
from webapp.scams import learning, likeness
from webapp.scams.desk import messages, read, reports, settle
from webapp.scams.rules import check as check_text

commands = AppGroup("scams", help="Find the signs of a scam in texts; settle what people report.")
for command in (reports, settle, messages, read):
    commands.add_command(command)


@commands.command()
@questions
def check(file: BinaryIO) -> None:
    """Read {"id", "text", "channel"} lines and answer {"id", "level", "signs"} lines.

    Lines that cannot be read are named on standard error; the command then ends with code 1.
    """
    answer_lines(file, "text", answer)


def answer(asked: Json) -> Json:
    """Return the level and the signs of one text."""
    channel = asked.get("channel")
    if not isinstance(channel, str | None):
        raise ValueError(f'{asked["id"]}: "channel" must be a text')
    verdict = check_text(asked["text"], channel)
    return {
        "level": verdict.level.value,
        "signs": [{"id": found.sign.value, "quote": found.quote} for found in verdict.signs],
    }


@commands.command()
@click.argument("texts", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def learn(texts: Path) -> None:
    """Weigh the words of labelled TEXTS anew: {"text", "label", "main" or "patterns"} lines."""
    rows = [json.loads(line) for line in texts.read_text(encoding="utf-8").splitlines()]
    lines = learning.lines_of([example(row) for row in rows])
    likeness.WEIGHTS.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def example(row: Json) -> learning.Example:
    """A labelled text as the weights learn from it."""
    sign = row.get("main", row["patterns"][0]) if row["label"] == "scam" else ""
    return learning.Example(row["text"], sign)
