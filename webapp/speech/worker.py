"""The process that owns the voice: one sentence in, one small sound file out, until it is ended.

It is run as a file, so that it loads neither the application nor the database.
"""

import json
import sys
import wave
from array import array
from pathlib import Path
from types import ModuleType
from typing import IO, Any

FORMATS = {
    "mp3": {
        "codec": "libmp3lame",
        "bit_rate": 16_000,
        "codec_options": {},
        "options": {"write_xing": "0", "id3v2_version": "0"},
    },
    "ogg": {
        "codec": "libopus",
        "bit_rate": 12_000,
        "codec_options": {"application": "voip", "frame_duration": "60"},
        "options": {},
    },
}
SAMPLES = 16_000  # a second, in both formats: a voice holds no more
SLOWEST = 0.2  # seconds of speech for each character; usual French takes 0.065
FASTEST = 0.025
SHORT = 20  # characters under which one word may take any time
LONGEST = 1.5  # seconds that a short sentence may take beside its characters
SILENT = 100  # of 32,767: what no voice stays under


class BadSound(Exception):
    """The voice gave a sound that cannot be this sentence; the message says why."""


def check(text: str, path: Path) -> float:
    """Return the seconds that a WAV file lasts; raise BadSound where it cannot say this text."""
    with wave.open(str(path)) as file:
        seconds: float = file.getnframes() / file.getframerate()
        samples = array("h", file.readframes(file.getnframes()))
    slowest = len(text) * SLOWEST + LONGEST
    fastest = len(text) * FASTEST if len(text) > SHORT else 0.0
    if not fastest < seconds < slowest:
        raise BadSound(f"{seconds:.2f} s for {len(text)} characters")
    if max(map(abs, samples), default=0) < SILENT:
        raise BadSound("silence")
    return seconds


def compress(source: Path, target: Path, kind: str) -> None:
    """Write a WAV file as one of FORMATS, mono."""
    import av

    wanted: dict[str, Any] = FORMATS[kind]
    with (
        av.open(str(source)) as spoken,
        av.open(str(target), "w", format=kind, options=wanted["options"]) as small,
    ):
        stream: Any = small.add_stream(
            wanted["codec"], rate=SAMPLES, layout="mono", options=wanted["codec_options"]
        )
        stream.bit_rate = wanted["bit_rate"]
        for frame in spoken.decode(audio=0):
            small.mux(stream.encode(frame))
        small.mux(stream.encode(None))


def say(voice: Any, asked: dict[str, Any]) -> float:
    """Make the sound that is asked for, whole or not at all; return the seconds it lasts."""
    target = Path(asked["path"])
    target.parent.mkdir(parents=True, exist_ok=True)
    spoken, small = target.with_suffix(".wav"), target.with_suffix(f".{asked['format']}-part")
    try:
        voice.say(asked["text"], asked["voice"], asked["rate"], spoken)
        seconds = check(asked["text"], spoken)
        compress(spoken, small, asked["format"])
        small.replace(target)
    finally:
        spoken.unlink(missing_ok=True)
        small.unlink(missing_ok=True)
    return seconds


def answer(voice: Any, line: str) -> dict[str, object]:
    """Do one piece of work; return how it went, never the text."""
    try:
        return {"seconds": round(say(voice, json.loads(line)), 3)}
    except Exception as error:  # whatever it is, the next sentence may do better
        return {"refused": type(error).__name__}


def serve(module: ModuleType, source: IO[str] = sys.stdin, out: IO[str] = sys.stdout) -> None:
    """Say who speaks, then answer each line with a line, until there is no more."""
    voice = module.start()
    tell(out, {"version": voice.version})
    for line in source:
        tell(out, answer(voice, line))


def tell(out: IO[str], facts: dict[str, object]) -> None:
    """Write one line, at once."""
    out.write(json.dumps(facts) + "\n")
    out.flush()
