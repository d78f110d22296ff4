"""What the operator asks: is the schema current, is each process alive."""

import json
import time
from pathlib import Path
from typing import Any

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from webapp.config import ROOT
from webapp.extensions import db

STALE = 30.0  # seconds after which a process that has not beaten is held for dead


def revision() -> str | None:
    """Return the last migration that ran on this database; None for a new one."""
    with db.get_engine("reader").connect() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
    return found


def schema_is_current() -> bool:
    """Return whether every migration has run on this database."""
    scripts = ScriptDirectory(str(ROOT / "webapp" / "migrations"))
    return revision() == scripts.get_current_head()


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
