"""The work of the task process on messages: each one that is whole is looked at and made small."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from webapp import sealing
from webapp.applications.voice import actions, queries, rules
from webapp.applications.voice.enums import Unfit
from webapp.extensions import db
from webapp.logger import log

PRESS = (sys.executable, "-I", str(Path(__file__).parent / "press.py"))
TIME = 30.0  # seconds for one message; it takes one or two


@dataclass(frozen=True)
class Made:
    """A message made small, or why it is refused."""

    sound: bytes = b""
    seconds: int = 0
    refused: Unfit | None = None


def turn() -> int:
    """Make each whole message ready or refuse it, each one committed; return how many.

    Cut at any moment, or done twice, it begins again from the pieces and comes to the same.
    """
    count = 0
    while (message := queries.next_whole()) is not None:
        number, sent = message.id, queries.bytes_of(message)
        db.session.rollback()  # nothing is held while it is worked on
        finish(number, small(sent))
        count += 1
    return count


def finish(message_id: int, made: Made) -> None:
    """Keep what became of a message, unless it went or was finished meanwhile."""
    message = queries.whole(message_id)
    if message is not None and made.refused:
        actions.refuse(message, made.refused)
    elif message is not None:
        actions.make_ready(message, sealing.seal_bytes(made.sound), made.seconds)
    db.session.commit()


def small(sent: bytes) -> Made:
    """Return a message made small by a process of its own; a crash there refuses it."""
    kind, most = rules.kind_of(sent[: rules.HEAD]), rules.MOST_SECONDS + rules.LATE
    if kind is None:
        return Made(refused=Unfit.KIND)
    asked = (*PRESS, kind, str(most))
    try:
        run = subprocess.run(asked, input=sent, capture_output=True, timeout=TIME, check=True)  # noqa: S603  our own file
    except subprocess.SubprocessError as error:
        log.error("voice", kind=type(error).__name__)
        return Made(refused=Unfit.KIND)
    told, _, sound = run.stdout.partition(b"\n")
    facts = json.loads(told)
    if "refused" in facts:
        return Made(refused=Unfit(facts["refused"]))
    return Made(sound, max(1, round(float(facts["seconds"]))))
