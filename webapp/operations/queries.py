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


def schema_is_current() -> bool:
    """Return whether every migration has run on this database."""
    scripts = ScriptDirectory(str(ROOT / "webapp" / "migrations"))
    with db.get_engine("reader").connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    return current == scripts.get_current_head()


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
