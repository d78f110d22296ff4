"""A PostgreSQL server of the tests' own: a private socket, no network, no trace left."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

OWNER = "postgres"  # whom the server runs as when the tests run as root, which it refuses
FAST = (  # a database of a test lives for a moment, and no crash of the machine matters to it
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
    "jit=off",
    "max_connections=60",
)
PATIENCE = 120.0  # seconds to start


@dataclass(frozen=True)
class Server:
    """A server that listens in this folder only."""

    folder: Path

    def url(self, name: str) -> str:
        """Return the address of a database as DATABASE_URL takes it."""
        return f"postgresql://{OWNER}@/{name}?host={self.folder}"

    def conninfo(self, name: str) -> str:
        """Return the same address as psycopg takes it."""
        return f"host={self.folder} user={OWNER} dbname={name}"


def program(name: str) -> str:
    """Return where a program of PostgreSQL is; the newest release when there are several."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=release)
    path = str(found[-1]) if found else shutil.which(name)
    assert path, "PostgreSQL is missing: bin/test installs it"
    return path


def release(path: Path) -> int:
    """Return the release in a path of Debian's: 15 for /usr/lib/postgresql/15/bin/initdb."""
    return int(path.parts[4])


def as_owner() -> list[str]:
    """Return what to put before a command to run it as the server's owner."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", f"--reuid={OWNER}", f"--regid={OWNER}", "--init-groups", "--"]


def make_folder() -> Path:
    """Return a new folder of the server's own; its path stays short, as sockets need."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, OWNER, OWNER)
    return folder


@contextmanager
def serving() -> Iterator[Server]:
    """Start a server, check that it is ours, and stop it at the end."""
    folder = make_folder()
    data = folder / "data"
    try:
        make_cluster(data)
        with started(folder, data) as server:
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_cluster(data: Path) -> None:
    """Make an empty cluster that only its folder protects."""
    options = ("-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    command = [*as_owner(), program("initdb"), "-D", str(data), *options]
    subprocess.run(command, check=True, capture_output=True, cwd="/")


@contextmanager
def started(folder: Path, data: Path) -> Iterator[Server]:
    """Run the server on these data."""
    settings = ["listen_addresses=", f"unix_socket_directories={folder}", *FAST]
    options = [part for setting in settings for part in ("-c", setting)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [*as_owner(), program("postgres"), "-D", str(data), *options],
            stdout=log,
            stderr=log,
            cwd="/",
        )
    server = Server(folder)
    try:
        wait_until_ours(server, process, data)
        yield server
    finally:
        process.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown
        process.wait(timeout=PATIENCE)


def wait_until_ours(server: Server, process: "subprocess.Popen[bytes]", data: Path) -> None:
    """Wait until the server answers, and make sure that it is the one just started."""
    deadline = time.monotonic() + PATIENCE
    while True:
        assert process.poll() is None, (server.folder / "log").read_text()
        try:
            with psycopg.connect(server.conninfo("postgres")) as connection:
                answer = connection.execute("SHOW data_directory").fetchone()
            break
        except psycopg.OperationalError:
            assert time.monotonic() < deadline, "PostgreSQL did not start in time"
            time.sleep(0.1)
    assert answer == (str(data),), "another PostgreSQL server answered"
