"""A voice for tests: it hums for as long as the text takes, and misbehaves when it is told to."""

import math
import os
import time
import wave
from array import array
from pathlib import Path

LANGUAGES = {"fr": "hum", "en": "hum"}
RATE = 16_000
SECONDS_A_CHARACTER = 0.065


def exists() -> bool:
    """It is always there."""
    return True


class Voice:
    """Hums."""

    version = os.environ.get("TONE_VERSION", "tone 1")

    def say(self, text: str, voice: str, words_a_minute: int, path: Path) -> None:
        """Write a hum; die, hang, stay silent or speak too fast where the text asks for it."""
        if "meurt" in text:
            os._exit(1)
        if "attend" in text:
            time.sleep(60)
        seconds = len(text) * SECONDS_A_CHARACTER / (10 if "vite" in text else 1)
        height = 0 if "muet" in text else 8000
        hum = array("h", (round(height * math.sin(i / 12)) for i in range(round(seconds * RATE))))
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(hum.tobytes())


def start() -> Voice:
    """Return the voice."""
    return Voice()
