"""What is made once and given to the application: the database, languages, forms, limits."""

import sqlite3
from inspect import iscoroutinefunction
from typing import Any

from flask import Flask, g, has_request_context, request
from flask_compress import Compress
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_sqlalchemy_lite import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import Connection, Engine, MetaData, event
from sqlalchemy.orm import DeclarativeBase, Session

LIMITED = ("api",)  # features of which every view has a limit
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The parent of every table."""

    metadata = MetaData(naming_convention=NAMES)


class RoutedSession(Session):
    """Reads through the reading engine while a page is only looked at."""

    def get_bind(self, *args: Any, **kwargs: Any) -> Engine | Connection:
        """Return the reader during a GET, else the writer."""
        if only_reading() and not kwargs.get("bind"):
            return db.get_engine("reader")
        return super().get_bind(*args, **kwargs)


def only_reading() -> bool:
    """Return whether this request may not write."""
    return has_request_context() and request.method in SAFE_METHODS and not g.get("may_write")


db = SQLAlchemy(session_options={"class_": RoutedSession})
csrf = CSRFProtect()
compress = Compress()
limiter = Limiter(get_remote_address)


def init_app(app: Flask) -> None:
    """Give each extension the application."""
    app.config.setdefault("WTF_CSRF_CHECK_DEFAULT", False)  # webapp.security decides
    app.config.setdefault("COMPRESS_ALGORITHM", ["br", "gzip"])
    app.config.setdefault("COMPRESS_BR_LEVEL", 5)
    app.config.setdefault("COMPRESS_MIMETYPES", COMPRESSED)
    db.init_app(app)
    # Our sessions are plain ones: to close others, each request would start a thread and a loop.
    app.teardown_appcontext_funcs = [
        close for close in app.teardown_appcontext_funcs if not iscoroutinefunction(close)
    ]
    with app.app_context():
        for engine in db.engines.values():
            prepare(engine)
    for extension in (csrf, compress, limiter):
        extension.init_app(app)
    limit_where_asked(app)


def limit_where_asked(app: Flask) -> None:
    """Leave limits to the views that have some, and to the features whose every view has.

    The library would look for them before each page, as long as for a fifth of its offers. After it
    there is nothing to do: no header tells of limits, and none waits for the answer to be counted.
    """
    everywhere = app.before_request_funcs[None]
    check = next(one for one in everywhere if getattr(one, "__self__", None) is limiter)
    everywhere.remove(check)
    after, ending = app.after_request_funcs[None], app.teardown_request_funcs[None]
    after[:] = [one for one in after if limiter not in getattr(one, "args", ())]
    ending[:] = [one for one in ending if getattr(one, "__self__", None) is not limiter]
    for feature in LIMITED:
        app.before_request_funcs.setdefault(feature, []).append(check)


COMPRESSED = [
    "text/html",
    "text/css",
    "text/javascript",
    "text/plain",
    "application/json",
    "application/atom+xml",
    "application/manifest+json",
    "image/svg+xml",
]


def prepare(engine: Engine) -> None:
    """Make an engine wait its turn on SQLite, and make a reader refuse to write on both."""
    reader = bool(engine.get_execution_options().get("reader"))
    if engine.dialect.name == "sqlite":
        prepare_sqlite(engine, reader=reader)
        return
    event.listen(engine, "connect", never_compile)
    if reader:
        event.listen(engine, "begin", lambda connection: refuse_writes(connection))


def never_compile(connection: Any, _record: object) -> None:
    """Keep PostgreSQL from compiling a statement: of the 430 ms of one list, it took 390."""
    before, connection.autocommit = connection.autocommit, True
    connection.execute("SET jit = off")
    connection.autocommit = before


def prepare_sqlite(engine: Engine, *, reader: bool) -> None:
    """Use a write-ahead log; take the writing lock at the start of a transaction (no deadlock)."""

    @event.listens_for(engine, "connect")
    def on_connect(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("PRAGMA secure_delete=ON")  # what is deleted is overwritten
        connection.execute("PRAGMA busy_timeout=15000")
        connection.execute("PRAGMA mmap_size=268435456")
        if reader:
            connection.execute("PRAGMA query_only=ON")

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        driver: Any = connection.connection.driver_connection
        driver.execute("BEGIN" if reader else "BEGIN IMMEDIATE")


def refuse_writes(connection: Connection) -> None:
    """Make this PostgreSQL transaction read only."""
    connection.exec_driver_sql("SET TRANSACTION READ ONLY")
