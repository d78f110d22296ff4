"""Copies of the database, made while it serves: of the embedded one, and of a PostgreSQL one."""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from flask import current_app
from sqlalchemy import URL

from webapp.extensions import db
from webapp.operations import postgresql

KEPT = 5  # copies of each kind
SUFFIXES = frozenset({".db", ".dump", ".damaged"})
OLDEST = timedelta(days=30)  # no copy of ours is older: whoever was erased is then in none


class BadCopy(Exception):
    """The copy of the database does not read back whole; it was removed."""


def back_up_to(target: Path, at: datetime) -> Path:
    """Copy the database of this instance to a file, or into a folder; return the copy.

    The copy is whole even while others write, and it holds no key. Raise BadCopy, or
    postgresql.NoTool and postgresql.Failed.
    """
    url = db.get_engine("default").url
    sqlite = url.get_backend_name() == "sqlite"
    if target.is_dir():
        target /= f"a-deux-pas-{at:%Y%m%dT%H%M%S}.{'db' if sqlite else 'dump'}"
    unfinished = target.with_name(target.name + ".part")
    try:
        copy(url, unfinished)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    unfinished.replace(target)
    return target


def copy(url: URL, target: Path) -> None:
    """Copy a database to a file that its owner alone reads."""
    target.unlink(missing_ok=True)
    target.touch(mode=0o600)
    if url.get_backend_name() == "sqlite":
        copy_sqlite(Path(str(url.database)), target)
    else:
        postgresql.dump(url, target)


def copy_sqlite(database: Path, target: Path) -> None:
    """Copy an SQLite database into an empty file, and check that it reads back whole."""
    with (
        closing(sqlite3.connect(database)) as source,
        closing(sqlite3.connect(target)) as written,
    ):
        source.backup(written)
        written.execute("PRAGMA journal_mode=DELETE")
        answer = written.execute("PRAGMA quick_check").fetchone()[0]
    if answer != "ok":
        raise BadCopy(answer)


def back_up(database: Path, folder: Path, kind: str, at: datetime) -> Path:
    """Copy an SQLite database into a folder and return the copy; keep the last five of a kind.

    The copy is whole even while others write. Raise BadCopy when it does not read back.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = folder / f"{kind}-{at:%Y%m%dT%H%M%S}.db"
    unfinished = kept.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)
    try:
        copy_sqlite(database, unfinished)
    except BadCopy:
        unfinished.unlink()
        raise
    unfinished.replace(kept)
    keep_last(folder, kind)
    return kept


def keep_damaged(database: Path, folder: Path, at: datetime) -> None:
    """Keep the bytes of a database that does not read back: something may be saved of them."""
    for path in folder.glob("before-restore-*.part"):
        path.unlink()
    kept = folder / f"before-restore-{at:%Y%m%dT%H%M%S}.damaged"
    kept.touch(mode=0o600)
    shutil.copyfile(database, kept)
    keep_last(folder, "before-restore")


def keep_last(folder: Path, kind: str) -> None:
    """Remove the copies of this kind beyond the last five."""
    copies = [path for path in folder.glob(f"{kind}-*") if path.suffix in SUFFIXES]
    for old in sorted(copies)[:-KEPT]:
        old.unlink()


def forget_old(at: datetime) -> None:
    """Remove every copy of ours that is older than thirty days, whatever its kind."""
    for path in (Path(current_app.config["DATA_DIR"]) / "backups").glob("*"):
        if path.suffix in SUFFIXES and path.stat().st_mtime < (at - OLDEST).timestamp():
            path.unlink()
