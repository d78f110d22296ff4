"""The voice by default: eSpeak NG through pyttsx3, with a driver of our own that loses nothing.

A voice is a module with LANGUAGES (which of its voices speaks an HTML language), `exists()`, cheap
and without loading anything, and `start()`, which returns what has a `version` and `say`s. The
setting VOICE names another one.

pyttsx3's own driver asks eSpeak to work apart and comes back at once: files are lost, cut, or said
at another speed. Ours asks for the whole sound before it goes on.
"""

import ctypes
import ctypes.util
import importlib
import sys
import types
import wave
from importlib.util import find_spec
from pathlib import Path
from typing import Any

LANGUAGES = {  # by the names of eSpeak's files: it refuses some of the others
    "fr": "roa/fr",
    "en": "gmw/en",
    "es": "roa/es",
    "pt": "roa/pt",
    "tr": "trk/tr",
    "uk": "zle/uk",
    "ar": "sem/ar",
}
SYSTEM_LIBRARY = "libespeak-ng.so.1"
DRIVER = "pyttsx3.drivers.espeak_whole"
WHOLE = 2  # eSpeak's AUDIO_OUTPUT_SYNCHRONOUS: the sound is there when the call comes back
SAMPLE = 2  # bytes


def exists() -> bool:
    """Return whether this machine can speak: pyttsx3, and eSpeak NG of the system or a package."""
    espeak = ctypes.util.find_library("espeak-ng") or find_spec("espeakng_loader")
    return bool(espeak and find_spec("pyttsx3") and find_spec("av"))


def load_library() -> bytes | None:
    """Load eSpeak NG for pyttsx3 to find; return where its data are, None where it knows itself."""
    try:
        ctypes.CDLL(SYSTEM_LIBRARY)
    except OSError:
        import espeakng_loader

        ctypes.CDLL(espeakng_loader.get_library_path())
        return str(Path(espeakng_loader.get_data_path())).encode()
    return None


def open_espeak() -> tuple[Any, int]:
    """Return pyttsx3's door to eSpeak, opened, and the samples a second of its sound."""
    data = load_library()
    espeak = importlib.import_module("pyttsx3.drivers._espeak")
    rate = espeak.Initialize(WHOLE, 0, data)
    if rate <= 0:
        raise RuntimeError("eSpeak NG does not start")
    return espeak, rate


class Driver:
    """What pyttsx3 asks of a driver, for files alone: a server has no loudspeaker."""

    def __init__(self, proxy: Any) -> None:
        """Open eSpeak; its library can be opened once in a process."""
        self.proxy = proxy
        self.espeak, self.rate = open_espeak()
        self.sound: list[bytes] = []
        self.espeak.SetSynthCallback(self.take)

    def take(self, samples: Any, count: int, _events: Any) -> int:
        """Keep what eSpeak has just made."""
        if count > 0 and samples:
            self.sound.append(ctypes.string_at(samples, count * SAMPLE))
        return 0

    def setProperty(self, name: str, value: object) -> None:  # noqa: N802  pyttsx3's name
        """Choose the voice or the words a minute; raise ValueError where there is none such."""
        if name == "voice":
            refused = self.espeak.SetVoiceByName(str(value).encode())
        else:
            refused = self.espeak.SetParameter(self.espeak.RATE, int(str(value)), 0)
        if refused:
            raise ValueError(f"no {name} {value}")

    def save_to_file(self, text: str, filename: str) -> None:
        """Write a text as a WAV file."""
        self.sound.clear()
        self.espeak.Synth(text.encode(), flags=self.espeak.ENDPAUSE | self.espeak.CHARS_UTF8)
        with wave.open(filename, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(SAMPLE)
            file.setframerate(self.rate)
            file.writeframes(b"".join(self.sound))

    def startLoop(self) -> None:  # noqa: N802
        """Begin what is queued."""
        self.proxy.setBusy(False)

    def endLoop(self) -> None:  # noqa: N802
        """End: everything queued is done."""

    def stop(self) -> None:
        """Nothing waits to be stopped."""

    def destroy(self) -> None:
        """Nothing is left to close."""


def build_driver(proxy: Any) -> Driver:
    """Return the driver, as pyttsx3 asks for it."""
    return Driver(proxy)


class Voice:
    """pyttsx3 with our driver; its failures are raised, where pyttsx3 keeps silent."""

    def __init__(self) -> None:
        """Start eSpeak; raise where it does not."""
        import pyttsx3

        module = types.ModuleType(DRIVER)
        module.buildDriver = build_driver  # type: ignore[attr-defined]
        sys.modules[DRIVER] = module
        self.failures: list[Exception] = []
        self.engine = pyttsx3.init(DRIVER.rpartition(".")[2])
        self.engine.connect("error", self.note)
        espeak = importlib.import_module("pyttsx3.drivers._espeak")
        self.version = f"espeak-ng {version_of(espeak)}"

    def note(self, name: str | None, exception: Exception) -> None:
        """Keep a failure; pyttsx3 would drop it."""
        self.failures.append(exception)

    def say(self, text: str, voice: str, words_a_minute: int, path: Path) -> None:
        """Write a text, said by one of our voices, as a WAV file; raise where it cannot."""
        self.failures.clear()
        self.engine.setProperty("voice", voice)
        self.engine.setProperty("rate", words_a_minute)
        if not self.failures:  # else the voice of the sentence before would say it
            self.engine.save_to_file(text, str(path))
            self.engine.runAndWait()
        if self.failures:
            raise self.failures[0]


def version_of(espeak: Any) -> str:
    """Return which eSpeak this is: another one may say the same words otherwise."""
    tell = espeak.dll.espeak_Info
    tell.restype = ctypes.c_char_p
    tell.argtypes = [ctypes.c_void_p]
    return str(tell(None).decode())


def start() -> Voice:
    """Return the voice, ready to speak."""
    return Voice()
