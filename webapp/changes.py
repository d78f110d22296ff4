"""Whether anything was committed since: a question that SQLite answers at once."""

import os
import sqlite3
import time
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar

from flask import Flask, current_app, g

from webapp.extensions import db, only_reading
from webapp.shelf import Shelf

Thing = TypeVar("Thing")
LASTS = 10  # seconds, where the database does not say whether anything has changed
ANSWERS = 64


class Watch:
    """One connection that only asks SQLite whether any other, of any process, has committed."""

    def __init__(self, path: str) -> None:
        """Open the database file."""
        self.process = os.getpid()  # a connection must not outlive a fork
        self.lock = Lock()
        self.connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)

    def state(self) -> int:
        """Return a number that is another one once anything has been committed."""
        with self.lock:
            number: int = self.connection.execute("PRAGMA data_version").fetchone()[0]
        return number


def state() -> int | None:
    """Return a number that is another one after any commit; None where the database has none.

    A page that is only looked at asks once, before it reads: what is committed meanwhile has a
    number of its own, and the next page asks again.
    """
    if not only_reading():
        return asked_now()
    if "state_of_changes" not in g:
        g.state_of_changes = asked_now()
    number: int | None = g.state_of_changes
    return number


def asked_now() -> int | None:
    """Ask the database for this number."""
    watch: Watch | None = current_app.extensions.get("changes")
    if watch is None or watch.process != os.getpid():
        engine = db.get_engine("reader")
        if engine.dialect.name != "sqlite" or not engine.url.database:
            return None
        watch = current_app.extensions["changes"] = Watch(engine.url.database)
    return watch.state()


def seen_from_outside(app: Flask) -> int | None:
    """Return the same, where no request is under way yet."""
    watch: Watch | None = app.extensions.get("changes")
    if watch is not None and watch.process == os.getpid():
        return watch.state()
    with app.app_context():
        return state()


def remembered(name: Hashable, find: Callable[[], Thing]) -> Thing:
    """Return what `find` reads, asked of the database once between two changes."""
    answers: Shelf[tuple[int, Thing]] = current_app.extensions.setdefault("known", Shelf(ANSWERS))
    now = state()
    mark = int(time.monotonic() / LASTS) if now is None else now
    known = answers.get(name)
    if known is None or known[0] != mark:
        known = (mark, find())
        answers.put(name, known)
    return known[1]
