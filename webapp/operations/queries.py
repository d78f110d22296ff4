"""What the operator asks: is the schema current, is each process alive."""

import json
import re
import time
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import inspect, text

from webapp.config import ROOT
from webapp.extensions import db

REVISION = re.compile(r"""^revision = ["'](\w+)""", re.MULTILINE)
FOLLOWS = re.compile(r"""^down_revision = ["'](\w+)""", re.MULTILINE)
STALE = 30.0  # seconds after which a process that has not beaten is held for dead


@cache
def last_migration() -> str:
    """Return the migration that no other follows, read without loading Alembic: it is slow."""
    folder = ROOT / "webapp" / "migrations" / "versions"
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.py")]
    named = {found[1] for one in texts if (found := REVISION.search(one))}
    followed = {found[1] for one in texts if (found := FOLLOWS.search(one))}
    (last,) = named - followed
    return last


def migrations_known() -> frozenset[str]:
    """Return every migration that this release has."""
    folder = ROOT / "webapp" / "migrations" / "versions"
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.py")]
    return frozenset(found[1] for one in texts if (found := REVISION.search(one)))


def revision() -> str | None:
    """Return the last migration that ran on this database; None for a new one."""
    with db.get_engine("reader").connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def schema_is_current() -> bool:
    """Return whether every migration has run on this database."""
    return revision() == last_migration()


def sqlite_file() -> Path | None:
    """Return the file of the embedded database; None when another server keeps the data."""
    url = db.get_engine("default").url
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def heartbeats(data_dir: Path) -> dict[str, dict[str, Any]]:
    """Return, for each supervised process, seconds since its last beat and whether it is alive."""
    beats: dict[str, dict[str, Any]] = {}
    for path in sorted((data_dir / "heartbeats").glob("*.json")):
        age = round(time.time() - path.stat().st_mtime, 1)
        beats[path.stem] = {
            "seconds_ago": age,
            "alive": age < STALE,
            **json.loads(path.read_text()),
        }
    return beats
