"""A sweeper as a program: it sends all that is due, at a given moment or now, and says how much.

With `SWEEPERS=2` it begins once two of them are ready in the same folder.
"""

import os
import sys
import time
from datetime import datetime
from pathlib import Path

from webapp import create_app
from webapp.clock import now
from webapp.messages import sweeping


def main() -> None:
    """Sweep once, for as long as it takes."""
    at = datetime.fromisoformat(sys.argv[1]) if len(sys.argv) > 1 else None
    with create_app().app_context():
        begin_together(Path(os.environ["DATA_DIR"]), int(os.environ.get("SWEEPERS", "1")))
        swept = sweeping.turn(lambda: at or now(), longest=60)
    print(swept.sent)


def begin_together(folder: Path, count: int) -> None:
    """Say that this one is ready, and wait until so many are; the test ends those that wait."""
    (folder / f"ready-{os.getpid()}").touch()
    while len(list(folder.glob("ready-*"))) < count:
        time.sleep(0.01)


if __name__ == "__main__":
    main()
