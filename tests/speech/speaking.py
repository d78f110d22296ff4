"""The speech process, run beside a test as the supervisor runs it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from webapp.config import ROOT

SERVICE = ROOT / "webapp" / "speech" / "service.py"
PATIENCE = 120.0  # seconds: the machine may do much else


def wait_for(condition: Callable[[], object]) -> None:
    """Wait until something is true."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "not in time"
        time.sleep(0.02)


@contextmanager
def speaking(data_dir: Path, **settings: str) -> Iterator["subprocess.Popen[bytes]"]:
    """Run the speech process on a data folder; end it as the supervisor does."""
    environ = {**os.environ, "DATA_DIR": str(data_dir), "PYTHONPATH": str(ROOT), **settings}
    process = subprocess.Popen([sys.executable, "-P", str(SERVICE)], env=environ)
    try:
        wait_for((data_dir / "heartbeats" / "speech.json").exists)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)
