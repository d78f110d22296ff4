"""Plain rows, asked without a session: it follows objects, which takes as long as a whole page.

On SQLite each thread keeps one connection to read with, and each question is written as SQL once.
A statement alone sees one state of the database; between two of them others may commit, and what
is put together says by its version which state it was of.
"""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import lru_cache
from threading import local
from typing import Any, TypeVar, cast

from flask import Flask, current_app
from sqlalchemy import Engine, Select
from sqlalchemy.dialects import sqlite

from webapp.extensions import db, only_reading

Value = TypeVar("Value")
NAMED = sqlite.dialect(paramstyle="named")
WRITTEN = 500  # questions kept as SQL; there is one for each shape of a search


class Kept(local):
    """The connection with which one thread reads SQLite, and what it was made from."""

    connection: sqlite3.Connection | None = None
    pool: object = None

    def of(self, engine: Engine) -> sqlite3.Connection:
        """Return it; another where the engine let go of its connections, as after a fork."""
        if self.connection is None or self.pool is not engine.pool:
            lent, self.pool = engine.raw_connection(), engine.pool
            self.connection = cast(sqlite3.Connection, lent.driver_connection)
            lent.detach()
        return self.connection


def ask(statement: Select[Value], values: Mapping[str, object]) -> Value | None:
    """Ask for one value; None where there is no row.

    During a GET it is asked of a connection that only reads, else in the session. A statement must
    stay the same object from one request to the next.
    """
    engine = db.get_engine("reader")
    if engine.dialect.name != "sqlite" or not only_reading():
        return db.session.execute(statement, values).scalar()
    kept: Kept = current_app.extensions["rows"]
    sql, known = written(statement)
    with closing(kept.of(engine).execute(sql, {**known, **plain(values)})) as cursor:
        row = cursor.fetchone()
    return row[0] if row else None


def ask_for_rows(statement: Select[str], values: Mapping[str, object]) -> list[list[Any]]:
    """Ask for rows that are given as one text; see `webapp.lists`."""
    rows: list[list[Any]] = json.loads(ask(statement, values) or "[]")
    return rows


@lru_cache(maxsize=WRITTEN)
def written(statement: Select[Any]) -> tuple[str, Mapping[str, object]]:
    """Return a statement as SQLite reads it, and the values that it has by itself."""
    compiled = statement.compile(dialect=NAMED)
    return compiled.string, compiled.params


def plain(values: Mapping[str, object]) -> dict[str, object]:
    """Return values as SQLite takes them: a list is a text."""
    return {
        name: json.dumps(value) if isinstance(value, list) else value
        for name, value in values.items()
    }


def init_app(app: Flask) -> None:
    """Keep connections for this application alone."""
    app.extensions["rows"] = Kept()
