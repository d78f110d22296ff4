"""Start the web server, the task runner and the voice, restart what stops, end all together.

It uses the standard library alone and is run as a file, so that it stays small in memory.
"""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

SPEECH = (sys.executable, "-P", str(Path(__file__).parent.parent / "speech" / "service.py"))
COMMANDS = {
    "web": (sys.executable, "-m", "gunicorn", "-c", "python:webapp.operations.serving"),
    "tasks": (sys.executable, "-m", "webapp.operations.tasks"),
    "speech": SPEECH,
}
FIRST_WAIT = 1.0  # seconds before a process that stopped is started again
LONGEST_WAIT = 30.0
STEADY = 60.0  # seconds after which a process that ran is held for sound
PATIENCE = 25.0  # seconds to end by oneself when asked
TURN = 0.2  # seconds between two looks
SIGTERM_ON_PARENT_DEATH = 1  # prctl's PR_SET_PDEATHSIG


@dataclass
class Process:
    """One supervised process and what is known of its health."""

    name: str
    command: tuple[str, ...]
    running: "subprocess.Popen[bytes] | None" = None
    started: float = 0.0
    wait: float = FIRST_WAIT
    due: float = field(default_factory=time.monotonic)

    def start(self) -> None:
        """Start it in a session of its own: Ctrl-C reaches the supervisor alone."""
        self.started = time.monotonic()
        self.running = subprocess.Popen(  # noqa: S603  our own commands
            self.command, start_new_session=True, preexec_fn=end_with_parent
        )

    def has_ended(self) -> bool:
        """Return whether it was started and is no more."""
        return self.running is not None and self.running.poll() is not None

    def look(self) -> None:
        """Start it when it is due; when it stopped, say so and make it due again."""
        now = time.monotonic()
        if self.running is None:
            if now >= self.due:
                self.start()
            return
        code = self.running.poll()
        if code is None:
            return
        self.wait = FIRST_WAIT if now - self.started > STEADY else self.wait
        say(f"{self.name} stopped ({code}); it starts again in {self.wait:.0f} s")
        self.running, self.due = None, now + self.wait
        self.wait = min(self.wait * 2, LONGEST_WAIT)

    def ask_to_end(self) -> None:
        """Ask it to finish what it does and end."""
        if self.running and self.running.poll() is None:
            self.running.terminate()

    def end(self, patience: float) -> None:
        """Wait for its end, and force it after that many seconds."""
        if not self.running:
            return
        try:
            self.running.wait(max(patience, 0.1))
        except subprocess.TimeoutExpired:
            say(f"{self.name} did not end by itself")
            os.killpg(self.running.pid, signal.SIGKILL)


def end_with_parent() -> None:
    """Ask Linux to end this process if the supervisor is killed; elsewhere do nothing."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SIGTERM_ON_PARENT_DEATH, signal.SIGTERM)


def say(line: str) -> None:
    """Write a line for the operator."""
    print(line, file=sys.stderr, flush=True)  # noqa: T201  the operator's console


def can_speak() -> bool:
    """Return whether there is a voice here; without one the product serves, and says nothing."""
    return subprocess.call([*SPEECH, "--exists"]) == 0  # noqa: S603  our own file


def is_taken(host: str, port: int) -> bool:
    """Return whether another program already listens there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False


def answers(host: str, port: int) -> bool:
    """Return whether the web server accepts connections."""
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


class Stop:
    """Whether a signal has asked everything to stop."""

    asked = False

    def listen(self) -> None:
        """Take the signals of a terminal that closes, of Ctrl-C and of a service manager."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self.note)

    def note(self, _number: int, _frame: FrameType | None) -> None:
        """Note that a signal came."""
        self.asked = True


def supervise(web: Process, others: list[Process], host: str, port: int, stop: Stop) -> int:
    """Keep the processes running until asked to stop; return the exit code.

    The others start once the web server answers: it brings the database up to date first. A web
    server that ends before it ever answered has said why, and is not tried again.
    """
    web.start()
    while not stop.asked and not answers(host, port):
        if web.has_ended():
            return 1
        time.sleep(TURN)
    while not stop.asked:
        for process in (web, *others):
            process.look()
        time.sleep(TURN)
    end_all([web, *others])
    return 0


def end_all(processes: list[Process]) -> None:
    """End every process: all are asked first, then each is waited for."""
    deadline = time.monotonic() + PATIENCE
    for process in processes:
        process.ask_to_end()
    for process in processes:
        process.end(deadline - time.monotonic())


def main() -> int:
    """Run what serves the product; return the exit code."""
    host, port = os.environ.get("HOST") or "127.0.0.1", int(os.environ.get("PORT") or 8000)
    if is_taken(host, port):
        say(f"Port {port} is taken. Choose another one: PORT={port + 1} bin/start")
        return 1
    # A pool of memory for each thread keeps what the others could use; two are enough for Python.
    os.environ.setdefault("MALLOC_ARENA_MAX", "2")
    # An error names its line; Python would else keep the columns of all that it may do: 1 MB.
    os.environ.setdefault("PYTHONNODEBUGRANGES", "1")
    silent = () if can_speak() else ("speech",)
    web, *others = [
        Process(name, command) for name, command in COMMANDS.items() if name not in silent
    ]
    stop = Stop()
    stop.listen()
    return supervise(web, others, host, port, stop)


if __name__ == "__main__":
    sys.exit(main())
