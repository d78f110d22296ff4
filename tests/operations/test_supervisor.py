import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from webapp.config import ROOT
from webapp.operations.queries import STALE

pytestmark = pytest.mark.process

PATIENCE = 180.0  # seconds: the machine may do much else
SUPERVISOR = ROOT / "webapp" / "operations" / "supervisor.py"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(condition: Callable[[], Any]) -> Any:
    """What the condition answers, once it answers something."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(OSError):
            if answer := condition():
                return answer
        time.sleep(0.1)
    raise AssertionError("not in time")


def health(port: int) -> dict[str, Any]:
    import json

    with urllib.request.urlopen(f"http://localhost:{port}/healthz", timeout=5) as answer:
        found: dict[str, Any] = json.load(answer)
        return found


def children_of(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in listed.split()]


def is_running(pid: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def served(tmp_path: Path, port: int) -> Iterator["subprocess.Popen[str]"]:
    """The product, served as bin/start does, from a new data folder."""
    settings = {"DATA_DIR": str(tmp_path), "PORT": str(port), "DEMO": "0", "PYTHONPATH": str(ROOT)}
    environ = {**os.environ, **settings, "HOST": "127.0.0.1", "PUBLIC_URL": "", "DATABASE_URL": ""}
    process = subprocess.Popen(
        [sys.executable, "-P", str(SUPERVISOR)],
        env=environ,
        stderr=subprocess.PIPE,
        text=True,
        cwd="/",
    )
    yield process
    if process.poll() is None:
        process.terminate()
    process.communicate(timeout=PATIENCE)


def test_serves_beats_restarts_what_dies_and_ends_clean(served, port):
    wait_for(lambda: health(port)["processes"].keys() >= {"web", "tasks"})
    beats = health(port)["processes"]
    assert all(beat["seconds_ago"] < STALE for beat in beats.values())

    os.kill(beats["tasks"]["pid"], signal.SIGKILL)
    os.kill(beats["web"]["pid"], signal.SIGKILL)
    again = wait_for(
        lambda: (
            all(
                (found := health(port)["processes"])[name]["pid"] != beats[name]["pid"]
                for name in ("web", "tasks")
            )
            and found
        )
    )

    children = children_of(served.pid)
    served.terminate()
    _, said = served.communicate(timeout=PATIENCE)
    assert served.returncode == 0
    assert "tasks stopped (-9)" in said
    assert f"http://localhost:{port}" in said
    left = [*children, *(beat["pid"] for beat in again.values())]
    assert not [pid for pid in left if is_running(pid)]


def test_nothing_outlives_a_supervisor_that_is_killed(served, port):
    pids = [beat["pid"] for beat in wait_for(lambda: health(port)["processes"]).values()]
    pids += children_of(served.pid)

    served.kill()

    wait_for(lambda: not [pid for pid in pids if is_running(pid)])


def test_says_which_port_is_taken(served, port, tmp_path):
    wait_for(lambda: health(port))

    second = subprocess.run(
        [sys.executable, "-P", str(SUPERVISOR)],
        env={**os.environ, "PORT": str(port), "HOST": "127.0.0.1"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )

    assert second.returncode == 1
    assert f"Port {port} is taken" in second.stderr


def test_a_wrong_setting_ends_the_start_at_once(tmp_path, port):
    ended = subprocess.run(
        [sys.executable, "-P", str(SUPERVISOR)],
        env={
            **os.environ,
            "DATA_DIR": str(tmp_path),
            "PORT": str(port),
            "PYTHONPATH": str(ROOT),
            "PUBLIC_URL": "https://example.org",
            "SECRET_KEY": "weak",
        },
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )

    assert ended.returncode == 1
    assert ended.stderr.startswith("SECRET_KEY: ")
    assert "Traceback" not in ended.stderr
