"""What is sealed in the database, and the keys that open it, kept apart from it.

The keys are files of one folder, one key each; the newest seals, every one opens. The folder is
`SEALING_KEYS`, or `keys` in the data folder of a local run: it is never inside a backup. A process
that already runs sees a new key at its next use, so that keys turn without a restart.
"""

import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from flask import current_app
from sqlalchemy import LargeBinary, Table, select, update

from webapp.clock import now
from webapp.extensions import Base, db

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

SEALED = "sealed"  # the name of every column that is sealed
BATCH = 200


class NoKey(Exception):
    """No key of this folder opens what is sealed, or there is none to seal with."""


def seal(text: str) -> bytes:
    """Return a text sealed with the newest key; raise NoKey where there is none."""
    return seal_bytes(text.encode())


def unseal(sealed: bytes) -> str:
    """Return the text that was sealed; raise NoKey when no key opens it."""
    return unseal_bytes(sealed).decode()


def seal_bytes(content: bytes) -> bytes:
    """Return bytes sealed with the newest key; raise NoKey where there is none."""
    return keyring().encrypt(content)


def unseal_bytes(sealed: bytes) -> bytes:
    """Return the bytes that were sealed; raise NoKey when no key opens them."""
    from cryptography.fernet import InvalidToken

    try:
        return keyring().decrypt(sealed)
    except InvalidToken:
        raise NoKey(f"no key of {folder()} opens this") from None


def folder() -> Path:
    """Return where the keys are."""
    chosen = current_app.config["SEALING_KEYS"]
    return Path(chosen) if chosen else Path(current_app.config["DATA_DIR"]) / "keys"


def keyring() -> "MultiFernet":
    """Return the keys of this instance, the newest first; a local run makes its first one."""
    if not key_files() and not current_app.config["SEALING_KEYS"]:
        add_key()
    return opened(tuple((path, path.stat().st_mtime_ns) for path in key_files()))


def key_files() -> list[Path]:
    """Return the files of the keys, the newest first: their names begin with their moment."""
    return sorted(folder().glob("*.key"), reverse=True)


@lru_cache(maxsize=4)
def opened(files: tuple[tuple[Path, int], ...]) -> "MultiFernet":
    """Return the keys of these files, read once for each state of the folder."""
    from cryptography.fernet import Fernet, MultiFernet

    if not files:
        raise NoKey(f"there is no key in {folder()}: run bin/flask people rotate-key")
    return MultiFernet([Fernet(path.read_bytes().strip()) for path, _at in files])


def add_key() -> Path:
    """Make a new key, which seals from now on, in a file that its owner alone reads."""
    from cryptography.fernet import Fernet

    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder() / f"{now():%Y%m%dT%H%M%S%f}.key"
    unfinished = path.with_suffix(".part")
    descriptor = os.open(unfinished, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(Fernet.generate_key())
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    return path


def reseal(commit: Callable[[], None]) -> int:
    """Seal everything with the newest key, a batch at a time; return how many values changed.

    Each batch is committed by `commit`, so that others write meanwhile. A value that someone
    changes at that moment is theirs: it is already under the newest key.
    """
    return sum(reseal_table(table, commit) for table in sealed_tables())


def sealed_tables() -> list[Table]:
    """Return every table that keeps something sealed."""
    tables = [table for table in Base.metadata.sorted_tables if SEALED in table.columns]
    return [table for table in tables if isinstance(table.columns[SEALED].type, LargeBinary)]


def reseal_table(table: Table, commit: Callable[[], None]) -> int:
    """Seal one table with the newest key; return how many values changed."""
    count, last = 0, 0
    while rows := batch(table, last):
        for number, sealed in rows:
            count += turn(table, number, sealed)
        last = rows[-1][0]
        commit()
    return count


def batch(table: Table, after: int) -> list[tuple[int, bytes]]:
    """Return the next sealed values of a table."""
    sealed = table.c[SEALED]
    wanted = select(table.c.id, sealed).where(table.c.id > after, sealed.is_not(None))
    found = db.session.execute(wanted.order_by(table.c.id).limit(BATCH))
    return [(number, sealed) for number, sealed in found]


def turn(table: Table, number: int, sealed: bytes) -> int:
    """Seal one value with the newest key, unless it changed meanwhile or no key opens it."""
    from cryptography.fernet import InvalidToken

    try:
        turned = keyring().rotate(sealed)
    except InvalidToken:
        return 0
    changed = db.session.execute(
        update(table)
        .where(table.c.id == number, table.c[SEALED] == sealed)
        .values({SEALED: turned})
    )
    return int(changed.rowcount)  # type: ignore[attr-defined]


def remove_old_keys() -> list[Path]:
    """Remove every key but the newest: what an older one sealed can never be read again."""
    old = key_files()[1:]
    for path in old:
        path.unlink()
    return old
