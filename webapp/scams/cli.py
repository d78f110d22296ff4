"""Check texts for the signs of a scam, one JSON object a line."""

from typing import BinaryIO

from flask.cli import AppGroup

from webapp.lines import Json, answer_lines, questions
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
