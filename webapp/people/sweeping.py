"""The bytes that a database file keeps beneath what was deleted, swept away.

SQLite overwrites what it deletes (`secure_delete`, set on every connection of ours), but a page
that was moved may keep an old copy, and the write-ahead log holds the pages of before. Rebuilding
the file and emptying the log leaves none: at once in a small file, at night in a large one.
PostgreSQL's vacuum gives freed rows back; its files are the administrator's.
"""

import sqlite3
from pathlib import Path
from typing import Any

from flask import current_app
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from webapp.extensions import db
from webapp.logger import log
from webapp.people.erasing import tables_of_people

WAITING = "to-sweep"  # in the data folder: someone was erased since the file was last rebuilt
SMALL = 100 * 1024 * 1024  # bytes of a file that is rebuilt at once: about a second


def sweep(*, thoroughly: bool = False) -> bool:
    """Sweep now; return whether no reader held the log back.

    Call it once the erasing is committed. A small file is rebuilt, and a large one where
    `thoroughly` is asked, else the night is told to: others read meanwhile and wait to write,
    7 seconds where a million offers are kept.
    """
    engine = db.get_engine("default")
    if engine.dialect.name != "sqlite":
        vacuum(engine)
        return True
    waiting().touch()
    thoroughly = thoroughly or Path(str(engine.url.database)).stat().st_size <= SMALL
    swept = attempt(engine, thoroughly)
    if swept and thoroughly:
        waiting().unlink(missing_ok=True)
    return swept


def attempt(engine: Engine, thoroughly: bool) -> bool:
    """Empty the log into the file, rebuilt first when asked; False where others keep it busy."""
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        try:
            if thoroughly:
                driver.execute("VACUUM")
            busy, _pages, _moved = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except (OperationalError, sqlite3.OperationalError) as error:
            log.warning("sweep", kind=type(error).__name__)
            return False
    return not busy


def vacuum(engine: Engine) -> None:
    """Give back the room of deleted rows, in the tables that people are erased from."""
    names = ", ".join(table.name for table in tables_of_people())
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"VACUUM {names}")


def waiting() -> Path:
    """Return the file that tells the night to sweep."""
    return Path(current_app.config["DATA_DIR"]) / WAITING


def sweep_if_waiting() -> None:
    """Rebuild the file if someone was erased since the last time."""
    if waiting().exists():
        sweep(thoroughly=True)
