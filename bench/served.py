"""The product as it is run, on a port and a data folder of its own, for what is measured here."""

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from webapp.config import ROOT

PATIENCE = 300.0  # seconds to load the demonstration and answer, on a busy machine too
PAGES = {
    "home": "/",
    "results": "/offres?ou=Vaulx-en-Velin",
    "offer": "/offres/{offer}",
    "request": "/offres/{offer}/interesse",
}


@dataclass(frozen=True)
class Served:
    """A running instance, with one offer of its demonstration."""

    url: str
    offer: str
    folder: Path  # its data

    def address(self, name: str) -> str:
        """Return the whole address of one of PAGES."""
        return self.url + PAGES[name].format(offer=self.offer)

    def health(self) -> dict[str, Any]:
        """Return what /healthz says."""
        answer: dict[str, Any] = json.loads(fetch(f"{self.url}/healthz")[0])
        return answer


def fetch(url: str, **headers: str) -> tuple[bytes, int]:
    """Return a body as it came over the wire, and the length of the headers before it."""
    asked = urllib.request.Request(url, headers=headers)  # noqa: S310  our own server
    try:
        with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310
            return answer.read(), len(answer.headers.as_bytes())
    except urllib.error.HTTPError as refusal:
        return refusal.read(), len(refusal.headers.as_bytes())


def free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def served() -> Iterator[Served]:
    """Run the product with its demonstration, and stop it at the end."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        own = {"DATA_DIR": folder, "PORT": str(port), "PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(
            [sys.executable, "-P", str(ROOT / "webapp" / "operations" / "supervisor.py")],
            env={**os.environ, **own, "PUBLIC_URL": "", "DATABASE_URL": ""},
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for(f"http://localhost:{port}/healthz")
            data = Path(folder)
            yield Served(f"http://localhost:{port}", first_offer(data), data)
        finally:
            process.terminate()
            process.wait(60)


def wait_for(url: str) -> None:
    """Wait until the product answers."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(OSError):
            fetch(url)
            return
        time.sleep(0.2)
    raise TimeoutError(url)


def first_offer(folder: Path) -> str:
    """Return the public name of the first published offer."""
    import sqlite3

    with sqlite3.connect(folder / "app.db") as connection:
        wanted = "SELECT public_id FROM offer WHERE status = 'published' ORDER BY id"
        name: str = connection.execute(wanted).fetchone()[0]
    return name


def table(head: list[str], rows: list[list[object]]) -> str:
    """Return rows as a Markdown table."""
    return "\n".join(map(line, [head, ["---"] * len(head), *rows]))


def line(cells: Sequence[object]) -> str:
    """Return one line of a Markdown table."""
    return "| " + " | ".join(map(str, cells)) + " |"
