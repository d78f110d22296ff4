"""A migrated database for each test: a copy of one that was migrated once."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
from flask import Flask

from tests.support.postgresql import Server
from webapp import create_app
from webapp.config import Config, engines
from webapp.extensions import db
from webapp.operations import migrations

SECRET = "only for tests: 0123456789 abcdefghijklmnopqrstuvwxyz"
TEMPLATE = "migrated"


def make_config(url: str, data_dir: Path, **settings: object) -> Config:
    """Return the configuration of a test on this database, with these settings instead."""
    usual = {"SECRET_KEY": SECRET, "DATA_DIR": data_dir, "TESTING": True}
    return Config(**{**usual, "SQLALCHEMY_ENGINES": engines(url), **settings})


@contextmanager
def running(app: Flask) -> Iterator[Flask]:
    """Let go of an application's database connections at the end."""
    try:
        yield app
    finally:
        with app.app_context():
            for engine in db.engines.values():
                engine.dispose()


def migrate(url: str, data_dir: Path) -> None:
    """Bring a new database to the present schema."""
    with running(create_app(make_config(url, data_dir))) as app, app.app_context():
        migrations.run()


def sqlite_template(folder: Path) -> Path:
    """Return a migrated SQLite database, whole in one file."""
    path = folder / f"{TEMPLATE}.db"
    migrate(f"sqlite:///{path}", folder)
    for leftover in folder.glob(f"{TEMPLATE}.db-*"):
        assert leftover.suffix == ".db-shm" or leftover.stat().st_size == 0, "not in one file"
    return path


def demonstration_template(migrated: Path, folder: Path) -> Path:
    """Return a copy of a migrated SQLite database into which the demonstration was loaded."""
    with running(create_app(make_config(copy_of(migrated, folder), folder))) as app:
        load = ["demonstration", "load"]
        app.test_cli_runner().invoke(args=load, catch_exceptions=False)
    return folder / "app.db"


def copy_of(template: Path, folder: Path) -> str:
    """Return the address of a new copy of an SQLite database."""
    path = folder / "app.db"
    shutil.copyfile(template, path)
    return f"sqlite:///{path}"


def postgresql_maker(server: Server, folder: Path) -> Callable[..., str]:
    """Return a function that makes a new migrated database and returns its address.

    A name that is given stays from one database to the next; each must be dropped before.
    """
    execute(server, f"CREATE DATABASE {TEMPLATE}")
    migrate(server.url(TEMPLATE), folder)

    def make(name: str = "") -> str:
        name = name or f"test_{uuid4().hex}"
        execute(server, f"CREATE DATABASE {name} TEMPLATE {TEMPLATE} STRATEGY file_copy")
        return server.url(name)

    return make


def drop(server: Server, url: str) -> None:
    """Remove a database that a test is done with."""
    name = url.partition("?")[0].rpartition("/")[2]
    execute(server, f"DROP DATABASE {name} WITH (FORCE)")


def execute(server: Server, statement: str) -> None:
    """Run one statement outside a transaction."""
    with psycopg.connect(server.conninfo("postgres"), autocommit=True) as connection:
        connection.execute(statement.encode())
