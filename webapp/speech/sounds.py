"""The server's voice: which languages it speaks, and the sound of a sentence, made where needed.

The sounds are kept in a folder that the speech process looks after; this side only asks and waits.
"""

import json
import os
import time
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from threading import BoundedSemaphore
from types import ModuleType

from flask import current_app

from webapp.speech.rules import WORDS_A_MINUTE, sound_name
from webapp.speech.seals import Said

PATIENCE = 8.0  # seconds to wait for a sound; one takes hundredths
ABSENT = 2.5  # seconds to wait for a speech process that is not there: it may be starting again
FIRST_LOOK, LAST_LOOK = 0.005, 0.05  # seconds between two looks
MOST_ASKED = 200  # sentences waiting, after which no more are taken
MOST_WAITING = 4  # requests of this process that may wait at once: others want pages
TURN = 1.0  # seconds to wait for one of these places
waiting = BoundedSemaphore(MOST_WAITING)
DAY = 86400.0
KINDS = {"mp3": "audio/mpeg", "ogg": "audio/ogg"}


class NoVoice(Exception):
    """The server cannot say this now."""


@cache
def engine(name: str) -> ModuleType | None:
    """Return the module of the voice that the setting VOICE names; None where it cannot speak."""
    if name == "none":
        return None
    module = import_module("webapp.speech.espeak" if name == "espeak" else name)
    return module if module.exists() else None


def speaks(language: str) -> bool:
    """Return whether the server has a voice for an HTML language, and one good enough."""
    found = engine(current_app.config["VOICE"])
    allowed = current_app.config["VOICE_LANGUAGES"]
    return bool(found and language in found.LANGUAGES and language in allowed)


def voice_of(language: str) -> str:
    """Return the name of the server's voice for an HTML language; raise NoVoice."""
    found = engine(current_app.config["VOICE"])
    if found is None or not speaks(language):
        raise NoVoice
    return str(found.LANGUAGES[language])


def folder() -> Path:
    """Return where the sounds are."""
    data_dir: Path = current_app.config["DATA_DIR"]
    return data_dir / "sounds"


def path_of(said: Said, kind: str) -> Path:
    """Return where the sound of a sentence is or will be; apart, if one person alone hears it."""
    voice = voice_of(said.language)
    name = sound_name(current_app.config["VOICE"], voice, kind, said.text)
    shared = folder() / name[:2] / f"{name}.{kind}"
    if not said.own or shared.exists():
        return shared
    return folder() / "own" / name[:2] / shared.name


def sound(said: Said, kind: str) -> Path:
    """Return the file of a sentence's sound, made now where it is not there; raise NoVoice."""
    path = path_of(said, kind)
    if not path.exists():
        if not waiting.acquire(timeout=TURN):
            raise NoVoice
        try:
            ask(said, kind, path)
            wait_for(path)
        finally:
            waiting.release()
    note_use(path)
    return path


def asked_path(path: Path) -> Path:
    """Return where it is written that this sound is wanted."""
    return folder() / "asked" / f"{path.name}.json"


def ask(said: Said, kind: str, path: Path) -> None:
    """Leave word for the speech process and ring; raise NoVoice where too many wait already."""
    wanted = asked_path(path)
    wanted.parent.mkdir(parents=True, exist_ok=True)
    if sum(1 for _ in wanted.parent.iterdir()) >= MOST_ASKED:
        raise NoVoice
    work = {
        "text": said.text,
        "voice": voice_of(said.language),
        "rate": WORDS_A_MINUTE,
        "format": kind,
        "path": str(path),
    }
    draft = wanted.with_name(f".{path.name}.{time.monotonic_ns()}")
    draft.write_text(json.dumps(work), encoding="utf-8")
    draft.replace(wanted)
    ring()


def ring() -> bool:
    """Wake the speech process; return whether there is one."""
    try:
        bell = os.open(folder() / "bell", os.O_WRONLY | os.O_NONBLOCK)
    except OSError:
        return False
    with suppress(BlockingIOError):  # it has been rung often enough
        os.write(bell, b".")
    os.close(bell)
    return True


def wait_for(path: Path) -> None:
    """Wait until a sound is there; raise NoVoice when it will not be."""
    begun, look = time.monotonic(), FIRST_LOOK
    wanted = asked_path(path)
    while not path.exists():
        waited = time.monotonic() - begun
        refused = not wanted.exists() and not path.exists()
        if refused or waited > PATIENCE or (waited > ABSENT and not ring()):
            raise NoVoice
        time.sleep(look)
        look = min(look * 1.5, LAST_LOOK)


def note_use(path: Path) -> None:
    """Note, at most once a day, that a sound is still heard: what nobody hears goes first."""
    with suppress(FileNotFoundError):
        if "own" not in path.parts and time.time() - path.stat().st_mtime > DAY:
            os.utime(path)
