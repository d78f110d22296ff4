"""Who was erased, by names that tell nothing: a file of the data folder, read after a restore.

A restored copy brings back whoever was erased since it was made. The file outlives the database:
one line each, only ever added to, written to the disk before the erasing itself is kept.
"""

import json
import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from flask import current_app

NAME = "erasures.jsonl"


def path() -> Path:
    """Return where the file is."""
    return Path(current_app.config["DATA_DIR"]) / NAME


def write(names: Iterable[str], at: datetime) -> None:
    """Add a line for each public name, and wait until the disk has them."""
    lines = "".join(
        json.dumps({"subject": name, "at": at.isoformat(timespec="seconds")}) + "\n"
        for name in names
    )
    descriptor = os.open(path(), os.O_CREAT | os.O_RDWR | os.O_APPEND, 0o600)
    try:
        os.write(descriptor, (cut(descriptor) + lines).encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def cut(descriptor: int) -> str:
    """Return what ends a line that a crash left unfinished: the next is not lost with it."""
    size = os.fstat(descriptor).st_size
    return "\n" if size and os.pread(descriptor, 1, size - 1) != b"\n" else ""


def names() -> Iterator[str]:
    """Yield every public name that was erased; a line cut by a crash is passed over."""
    if not path().exists():
        return
    for line in path().read_text(encoding="utf-8").splitlines():
        try:
            yield str(json.loads(line)["subject"])
        except (ValueError, KeyError, TypeError):
            continue
