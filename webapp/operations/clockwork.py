"""Clocks that turn each minute: what a silence or an hour asks for, taken from facts."""

from collections.abc import Callable
from datetime import datetime

from webapp.applications import clocks
from webapp.clock import now
from webapp.extensions import db
from webapp.logger import log

MOST = 50  # batches of one clock in one turn: the next turn is a minute away
# Each looks after some rows that are due, and returns how many; it never commits.
CLOCKS: dict[str, Callable[[datetime], int]] = {"requests": clocks.run}


def turn() -> None:
    """Let each clock do what is due, a batch in a transaction; one that fails holds none back."""
    for name, run in CLOCKS.items():
        try:
            for _batch in range(MOST):
                done = run(now())
                db.session.commit()
                if not done:
                    break
        except Exception as error:  # whatever it is, the next turn tries again
            db.session.rollback()
            log.error("clock", clock=name, kind=type(error).__name__)
