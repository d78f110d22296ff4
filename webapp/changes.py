"""Whether anything was committed since: a question that SQLite answers at once."""

import os
import sqlite3
from threading import Lock

from flask import Flask, current_app

from webapp.extensions import db


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
    """Return a number that is another one after any commit; None where the database has none."""
    engine = db.get_engine("reader")
    if engine.dialect.name != "sqlite" or not engine.url.database:
        return None
    watch: Watch | None = current_app.extensions.get("changes")
    if watch is None or watch.process != os.getpid():
        watch = current_app.extensions["changes"] = Watch(engine.url.database)
    return watch.state()


def seen_from_outside(app: Flask) -> int | None:
    """Return the same, where no request is under way yet."""
    watch: Watch | None = app.extensions.get("changes")
    if watch is not None and watch.process == os.getpid():
        return watch.state()
    with app.app_context():
        return state()
