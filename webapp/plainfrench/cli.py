"""Check that texts are easy to read, one JSON object a line."""

from dataclasses import asdict
from typing import BinaryIO

from flask.cli import AppGroup

from webapp.lines import Json, answer_lines, questions
from webapp.plainfrench.checking import report

commands = AppGroup("plainfrench", help="See whether texts are easy to read.")


@commands.command()
@questions
def check(file: BinaryIO) -> None:
    """Read {"id", "text"} lines and answer {"id", "sentences", "longest", …} lines.

    Lines that cannot be read are named on standard error; the command then ends with code 1.
    """
    answer_lines(file, "text", answer)


def answer(asked: Json) -> Json:
    """Return what makes one text hard to read."""
    found = report(asked["text"])
    return {
        "sentences": found.sentences,
        "longest": found.longest,
        "hard_words": list(found.hard_words),
        "broken_rules": [asdict(one) for one in found.broken],
        "advice": [
            {"start": one.start, "end": one.end, "quote": one.quote, "proposal": one.proposal}
            for one in found.heavy
        ],
    }
