"""Each supervised process says that it is alive, in a small file that /healthz reads."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

EVERY = 5.0  # seconds between two beats


def beat(data_dir: Path, name: str, **facts: object) -> None:
    """Write that this process is alive now, with facts worth showing; whole or not at all."""
    folder = data_dir / "heartbeats"
    folder.mkdir(exist_ok=True)
    unfinished = folder / f"{name}.part"
    unfinished.write_text(json.dumps({"pid": os.getpid(), **facts}))
    unfinished.replace(folder / f"{name}.json")


def forget(data_dir: Path, name: str) -> None:
    """Remove the beat of a process that stops as asked, so that nobody holds it for dead."""
    (data_dir / "heartbeats" / f"{name}.json").unlink(missing_ok=True)


def clear(data_dir: Path) -> None:
    """Remove the beats that a run left behind when it was cut."""
    for path in (data_dir / "heartbeats").glob("*.json"):
        path.unlink(missing_ok=True)


def keep_beating(data_dir: Path, name: str, last_sign: Callable[[], float]) -> None:
    """Beat for ever, but only while the main loop gives new signs of life.

    `last_sign` returns a number that changes while the loop turns. It may fall once: a file just
    made bears the hour of the day, then gunicorn writes the time since the machine began.
    """
    seen = -1.0
    while True:
        sign = last_sign()
        if sign != seen:
            beat(data_dir, name)
            seen = sign
        time.sleep(EVERY)
