"""The bytes that a database file keeps beneath what was deleted, swept away.

SQLite overwrites what it deletes, but a page that was once split or moved keeps an old copy in its
unused part, and so does the write-ahead log. Rebuilding the file and emptying the log leaves none.
PostgreSQL's own vacuum gives freed rows back; its files are the administrator's.
"""

import sqlite3
from typing import Any

import structlog
from flask import current_app
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError

from webapp.extensions import db
from webapp.people.erasing import tables_of_people

WAITING = "to-sweep"  # in the data folder: a sweep was put off, the night does it
log = structlog.get_logger("a_deux_pas")


def sweep() -> bool:
    """Sweep now; where others keep the file busy, leave it to the night. Return whether it is done.

    Call it once the erasing is committed. While it works others read; they wait to write: 7 seconds
    where a million offers are kept, a tenth of a second in a town's instance.
    """
    engine = db.get_engine("default")
    waiting = current_app.config["DATA_DIR"] / WAITING
    waiting.touch()
    try:
        swept = sweep_sqlite(engine) if engine.dialect.name == "sqlite" else vacuum(engine)
    except (OperationalError, sqlite3.OperationalError) as error:
        log.warning("sweep", kind=type(error).__name__)
        swept = False
    if swept:
        waiting.unlink(missing_ok=True)
    return swept


def sweep_sqlite(engine: Engine) -> bool:
    """Rebuild the file and empty its log; return whether nobody's reading held the log back."""
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute("VACUUM")
        busy, _pages, _moved = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def vacuum(engine: Engine) -> bool:
    """Give back the room of deleted rows, in the tables that people are erased from."""
    names = ", ".join(table.name for table in tables_of_people())
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"VACUUM {names}")
    return True


def sweep_if_waiting() -> None:
    """Do the sweep that was put off, if one was."""
    if (current_app.config["DATA_DIR"] / WAITING).exists():
        sweep()
