"""Bring a copy back on a running instance: all of it or nothing, and nobody erased comes back.

The copy is first prepared apart: read whole, brought to the present schema, and everyone erased
since it was made is erased from it again. Only then does it take the place of what is there.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import fields
from datetime import datetime
from pathlib import Path

from flask import current_app
from sqlalchemy import URL, inspect, select
from sqlalchemy.exc import SQLAlchemyError

from webapp.config import Config, engines
from webapp.extensions import db
from webapp.operations import backup, migrations, postgresql, queries
from webapp.people import erasing, ledger, sweeping
from webapp.people.models import Erasure

SQLITE, DUMP = b"SQLite format 3\0", b"PGDMP"
KINDS = {"sqlite": "an SQLite file", "postgresql": "a PostgreSQL dump"}


class WrongFile(Exception):
    """The file cannot be restored here; the message says why and what to do."""


def restore(source: Path, at: datetime) -> int:
    """Replace the data of this instance by a copy; return how many erased came back and went again.

    Raise WrongFile, postgresql.NoTool or postgresql.Failed: what is there then stays as it was.
    """
    check_kind(source)
    gone = tuple(sorted({*ledger.names(), *erased_here()}))
    url = db.get_engine("default").url
    if url.get_backend_name() == "sqlite":
        count = restore_sqlite(source, Path(str(url.database)), gone, at)
    else:
        count = restore_postgresql(source, url, gone, at)
    return count + erase_late(gone, at)


def erase_late(gone: tuple[str, ...], at: datetime) -> int:
    """Erase whoever was erased while the copy was being prepared; return how many came back."""
    late = tuple(sorted({*ledger.names()} - {*gone}))
    if not late:
        return 0
    db.session.rollback()
    count = erasing.erase_again(late)
    remember(late, at)
    db.session.commit()
    sweeping.sweep()
    return count


def check_kind(source: Path) -> None:
    """Raise WrongFile unless this is a copy for the kind of database of this instance."""
    if not source.is_file():
        raise WrongFile(f"There is no file {source}.")
    with source.open("rb") as file:
        begin = file.read(len(SQLITE))
    found = "sqlite" if begin == SQLITE else "postgresql" if begin.startswith(DUMP) else ""
    here = db.get_engine("default").url.get_backend_name()
    if not found:
        raise WrongFile(f"{source} is no copy made by bin/flask backup.")
    if found != here:
        raise WrongFile(f"{source} is {KINDS[found]}; this instance needs {KINDS[here]}.")


def erased_here() -> Iterable[str]:
    """Return who was erased, as this database knows; nobody where it cannot be read."""
    try:
        names = list(db.session.scalars(select(Erasure.subject).order_by(Erasure.id)))
    except SQLAlchemyError:
        names = []
    db.session.rollback()
    return names


def restore_sqlite(source: Path, database: Path, gone: tuple[str, ...], at: datetime) -> int:
    """Prepare a copy beside the data, then put it in their place."""
    staged = Path(current_app.config["DATA_DIR"]) / "restoring.db"
    try:
        count = staged_from(source, staged, gone, at)
        put_in_place(staged, database, at)
    finally:
        for path in staged.parent.glob(f"{staged.name}*"):
            path.unlink()
    sweeping.sweep()
    return count


def staged_from(source: Path, staged: Path, gone: tuple[str, ...], at: datetime) -> int:
    """Prepare a copy in a file apart; return how many erased came back."""
    try:
        backup.copy(URL.create("sqlite", database=str(source)), staged)
        return prepare(f"sqlite:///{staged}", gone, at)
    except (sqlite3.DatabaseError, backup.BadCopy) as error:
        raise WrongFile(f"{source} does not read back whole: {error}.") from error


def put_in_place(staged: Path, database: Path, at: datetime) -> None:
    """Keep what is there, then write the copy over it in one transaction.

    Where what is there is damaged, as it may be when a copy is needed, its bytes are kept.
    """
    folder = Path(current_app.config["DATA_DIR"]) / "backups"
    try:
        if database.exists():
            backup.back_up(database, folder, "before-restore", at)
        replace(staged, database)
    except sqlite3.OperationalError as error:  # busy, or a full disk: nothing is damaged
        raise WrongFile(f"The data cannot be replaced now: {error}.") from error
    except (sqlite3.DatabaseError, backup.BadCopy):
        backup.keep_damaged(database, folder, at)
        replace_damaged(staged, database)


def replace(staged: Path, database: Path) -> None:
    """Write one SQLite database over another; others read the old one until it is whole."""
    with closing(sqlite3.connect(staged)) as source, closing(sqlite3.connect(database)) as target:
        source.backup(target)


def replace_damaged(staged: Path, database: Path) -> None:
    """Put a copy in the place of a damaged file: nobody can go on reading that one."""
    for engine in db.engines.values():
        engine.dispose()
    for path in database.parent.glob(f"{database.name}*"):
        if path.name.removeprefix(database.name) in ("", "-wal", "-shm"):
            path.unlink()
    replace(staged, database)


def restore_postgresql(source: Path, url: URL, gone: tuple[str, ...], at: datetime) -> int:
    """Prepare a dump in a database apart, then put it in the place of the data at once."""
    ready = Path(current_app.config["DATA_DIR"]) / "restoring.dump"
    try:
        with postgresql.spare_database(url) as spare:
            postgresql.restore(spare, source)
            count = prepare(spare.render_as_string(hide_password=False), gone, at)
            backup.copy(spare, ready)
        keep_present(at)
        postgresql.replace(url, ready)
    finally:
        ready.unlink(missing_ok=True)
    return count


def keep_present(at: datetime) -> None:
    """Keep what the PostgreSQL database holds, before it is replaced."""
    folder = Path(current_app.config["DATA_DIR"]) / "backups"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    backup.back_up_to(folder / f"before-restore-{at:%Y%m%dT%H%M%S}.dump", at)
    backup.keep_last(folder, "before-restore")


def prepare(address: str, gone: tuple[str, ...], at: datetime) -> int:
    """Bring a copy to the present schema and erase from it again; return how many came back."""
    from webapp import create_app

    known = {one.name: current_app.config[one.name] for one in fields(Config)}
    apart = create_app(Config(**known | {"SQLALCHEMY_ENGINES": engines(plain(address))}))
    with apart.app_context():
        try:
            check_schema()
            migrations.run()
            count = erasing.erase_again(gone)
            remember(gone, at)
            db.session.commit()
            sweeping.sweep(thoroughly=True)
        finally:
            db.session.close()
            for engine in db.engines.values():
                engine.dispose()
    return count


def plain(address: str) -> str:
    """Return the address of a database without the name of its driver."""
    return address.replace("postgresql+psycopg://", "postgresql://", 1)


def check_schema() -> None:
    """Raise WrongFile unless this release knows the schema of the copy."""
    with db.get_engine("reader").connect() as connection:
        ours = inspect(connection).has_table("alembic_version")
    revision = queries.revision() if ours else None
    if revision is None:
        raise WrongFile("The file holds another program's data.")
    if revision not in queries.migrations_known():
        raise WrongFile("The copy was made by a newer release: update this one, then restore.")


def remember(gone: tuple[str, ...], at: datetime) -> None:
    """Write in the copy who was erased since it was made."""
    known = set(db.session.scalars(select(Erasure.subject)))
    db.session.add_all(Erasure(subject=name, at=at, kept=[]) for name in gone if name not in known)
