"""The speech process: it takes what pages ask to be said and has one voice say it, in order.

A page leaves what it asks for in a folder and waits for the sound: what was asked survives the end
of any process. The voice works in a process of its own, which is ended when it takes too long and
replaced. This file uses the standard library alone and is run as a file, so that it stays small.
"""

import importlib
import json
import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
BEAT = 5.0  # seconds between two beats
TIDY = 60.0  # seconds between two looks at the size of the store
TOO_LONG = 5.0  # seconds for one sentence: it takes hundredths of one
TRIES = 2  # of one sentence, each by a new voice
MOST_SAID = 1000  # sentences after which a voice is replaced
OWN_LIFE = 3600.0  # seconds that what was said to one person alone is kept
KEEP = 0.9  # of the room: what tidying leaves, so that it is not done at each sentence


def module_at(path: Path) -> ModuleType:
    """Return a module by its file: by its name, the whole application would come along."""
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(path.name)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def voice_module(name: str) -> ModuleType:
    """Return the module of a voice: ours, or any other by its name."""
    return module_at(HERE / "espeak.py") if name == "espeak" else importlib.import_module(name)


class Voice:
    """The process that speaks; it is started when it is first needed."""

    def __init__(self) -> None:
        """Wait to be needed."""
        self.running: subprocess.Popen[str] | None = None
        self.said = 0
        self.version = ""

    def start(self) -> None:
        """Start it and hear who speaks; raise TimeoutError or EOFError where it does not."""
        command = [sys.executable, "-P", str(HERE / "service.py"), "--voice"]
        self.running = subprocess.Popen(  # noqa: S603  our own file
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.said = 0
        self.version = str(self.hear().get("version"))

    def hear(self) -> dict[str, Any]:
        """Return its next line; raise TimeoutError when it takes too long, EOFError if it ended."""
        if self.running is None or self.running.stdout is None:
            raise EOFError
        ready, _, _ = select.select([self.running.stdout], [], [], TOO_LONG)
        if not ready:
            raise TimeoutError
        line = self.running.stdout.readline()
        if not line:
            raise EOFError
        answer: dict[str, Any] = json.loads(line)
        return answer

    def say(self, asked: dict[str, Any]) -> bool:
        """Have one sentence said; return whether its sound is there. A new voice tries again."""
        for _ in range(TRIES):
            try:
                answer = self.ask(asked)
            except (OSError, EOFError, ValueError):
                self.end()
                continue
            self.said += 1
            if self.said >= MOST_SAID:
                self.end()
            return "seconds" in answer
        return False

    def ask(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Have one sentence said by the process, started if need be; return its answer."""
        if self.running is None:
            self.start()
        if self.running is None or self.running.stdin is None:
            raise EOFError
        self.running.stdin.write(json.dumps(asked) + "\n")
        self.running.stdin.flush()
        return self.hear()

    def end(self) -> None:
        """End it at once: it holds nothing that would be lost."""
        if self.running:
            self.running.kill()
            self.running.communicate()
            self.running = None


class Store:
    """The folder of sounds: what is asked, what is said to all, what is said to one person."""

    def __init__(self, folder: Path, room: int) -> None:
        """Make the folder; `room` is the most bytes that it keeps."""
        self.folder = folder
        self.room = room
        self.asked = folder / "asked"
        self.own = folder / "own"
        self.asked.mkdir(parents=True, exist_ok=True)
        self.bell = folder / "bell"  # a page writes a byte in it when it has asked
        with suppress(FileExistsError):
            os.mkfifo(self.bell, 0o600)

    def sounds(self) -> list[tuple[float, int, Path]]:
        """Return when each sound was last used, its size, its file; the longest unused first."""
        found = []
        for path in self.folder.rglob("*.*"):
            with suppress(FileNotFoundError):
                if path.suffix in (".mp3", ".ogg"):
                    known = path.stat()
                    found.append((known.st_mtime, known.st_size, path))
        return sorted(found)

    def tidy(self, now: float) -> None:
        """Remove what was one person's an hour ago, then what was not used for longest."""
        sounds = self.sounds()
        size = sum(bytes_ for _, bytes_, _ in sounds)
        goal = self.room * KEEP if size > self.room else self.room
        for used, bytes_, path in sounds:
            too_old = self.own in path.parents and now - used > OWN_LIFE
            if too_old or size > goal:
                path.unlink(missing_ok=True)
                size -= bytes_

    def forget_other_voices(self, version: str) -> None:
        """Empty the store when another version of the voice speaks now."""
        note = self.folder / "voice.txt"
        if note.exists() and note.read_text() != version:
            for _, _, path in self.sounds():
                path.unlink(missing_ok=True)
        note.write_text(version)

    def waiting(self) -> list[Path]:
        """Return what is asked, the first asked first."""
        found = []
        for path in self.asked.glob("*.json"):
            with suppress(FileNotFoundError):
                found.append((path.stat().st_mtime_ns, path))
        return [path for _, path in sorted(found)]


class Service:
    """Takes what is asked, one after the other, until it is told to stop."""

    def __init__(self, data_dir: Path, room: int) -> None:
        """Open the bell; nothing speaks yet."""
        self.data_dir = data_dir
        self.store = Store(data_dir / "sounds", room)
        self.bell = os.open(self.store.bell, os.O_RDWR | os.O_NONBLOCK)
        self.voice = Voice()
        self.heartbeats = module_at(ROOT / "webapp" / "operations" / "heartbeats.py")
        self.beaten = self.tidied = 0.0
        self.stopped = False

    def stop(self, _number: int, _frame: FrameType | None) -> None:
        """Note that everything is to end."""
        self.stopped = True

    def wait(self) -> None:
        """Wait until someone rings, or for a moment: a bell may be missed, a folder is not."""
        ready, _, _ = select.select([self.bell], [], [], 1.0)
        if ready:
            with suppress(BlockingIOError):
                os.read(self.bell, 65536)

    def turn(self) -> None:
        """Say what is asked, then look after the store and beat when it is time."""
        for path in self.store.waiting():
            if self.stopped:
                return
            self.take(path)
            self.beat()
        self.beat()
        if time.monotonic() - self.tidied > TIDY or not self.tidied:
            self.store.tidy(time.time())
            self.tidied = time.monotonic()

    def take(self, path: Path) -> None:
        """Have one thing said; what cannot be said is dropped, and the page sees that it is."""
        with suppress(FileNotFoundError, ValueError):
            asked = json.loads(path.read_text(encoding="utf-8"))
            if not Path(asked["path"]).exists():
                self.voice.say(asked)
        path.unlink(missing_ok=True)

    def beat(self) -> None:
        """Say that this process is alive, every few seconds."""
        if time.monotonic() - self.beaten > BEAT or not self.beaten:
            voice = self.voice.running.pid if self.voice.running else None
            self.heartbeats.beat(self.data_dir, "speech", voice=voice)
            self.beaten = time.monotonic()

    def run(self) -> None:
        """Start the voice, then turn until told to stop."""
        with suppress(OSError, EOFError, ValueError):  # it will be tried again when it is needed
            self.voice.start()
            self.store.forget_other_voices(self.voice.version)
        while not self.stopped:
            self.turn()
            self.wait()
        self.voice.end()
        self.heartbeats.forget(self.data_dir, "speech")


def exists(name: str) -> bool:
    """Return whether the voice of this name can speak here."""
    return name != "none" and bool(voice_module(name).exists())


def main() -> None:
    """Serve; with --voice be the voice, with --exists tell whether there is one."""
    name = os.environ.get("VOICE") or "espeak"
    if "--exists" in sys.argv:
        sys.exit(not exists(name))
    if "--voice" in sys.argv:
        module_at(HERE / "worker.py").serve(voice_module(name))
        return
    data_dir = Path(os.environ.get("DATA_DIR") or ROOT / "instance").resolve()
    service = Service(data_dir, int(os.environ.get("SOUNDS_MB") or 300) * 1024 * 1024)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, service.stop)
    service.run()


if __name__ == "__main__":
    main()
