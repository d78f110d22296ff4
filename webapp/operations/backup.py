"""Copies of the embedded database, made while it serves."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

KEPT = 5  # copies of each kind


class BadCopy(Exception):
    """The copy of the database does not read back whole; it was removed."""


def back_up(database: Path, folder: Path, kind: str, at: datetime) -> Path:
    """Copy an SQLite database into a folder and return the copy; keep the last five of a kind.

    The copy is whole even while others write. Raise BadCopy when it does not read back.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    copy = folder / f"{kind}-{at:%Y%m%dT%H%M%S}.db"
    unfinished = copy.with_suffix(".part")
    with (
        closing(sqlite3.connect(database)) as source,
        closing(sqlite3.connect(unfinished)) as target,
    ):
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
        answer = target.execute("PRAGMA quick_check").fetchone()[0]
    if answer != "ok":
        unfinished.unlink()
        raise BadCopy(answer)
    unfinished.chmod(0o600)
    unfinished.replace(copy)
    keep_last(folder, kind)
    return copy


def keep_last(folder: Path, kind: str) -> None:
    """Remove the copies of this kind beyond the last five."""
    for old in sorted(folder.glob(f"{kind}-*.db"))[:-KEPT]:
        old.unlink()
