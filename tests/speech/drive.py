"""Drives the real voice alone, without the application, and prints what it did as JSON."""

import json
import sys
import wave
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

ESPEAK = Path(__file__).parent.parent.parent / "webapp" / "speech" / "espeak.py"
TEXT = "Vous travaillez le matin, du lundi au vendredi. "


def espeak() -> ModuleType:
    """Return the module of the voice; with --package, as where the system has no eSpeak NG."""
    spec = spec_from_file_location("espeak", ESPEAK)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    if "--package" in sys.argv:
        module.SYSTEM_LIBRARY = "libabsent.so.9"  # type: ignore[attr-defined]
    return module


def seconds(voice: Any, name: str, text: str, path: Path) -> float:
    """Have a text said; return how long it lasts."""
    voice.say(text, name, 140, path)
    with wave.open(str(path)) as file:
        return file.getnframes() / file.getframerate()


def refusal(voice: Any, name: str, path: Path) -> str:
    """Return the kind of error that asking for this raises."""
    try:
        voice.say("Bonjour.", name, 140, path)
    except (ValueError, OSError) as error:
        return type(error).__name__
    return "nothing"


def main() -> None:
    """Say forty texts by three voices, two that cannot be said, and one more."""
    module, folder = espeak(), Path(sys.argv[1])
    voice, names = module.start(), list(module.LANGUAGES.values())[:3]
    path = folder / "said.wav"
    texts = [TEXT * (1 + turn % 4) for turn in range(40)]
    found = [
        seconds(voice, names[turn % 3], text, path) / len(text) for turn, text in enumerate(texts)
    ]
    refused = [
        refusal(voice, "nobody", path),
        refusal(voice, names[0], folder / "absent" / "said.wav"),
    ]
    after = seconds(voice, names[0], "Bonjour.", path)
    facts = {"least": min(found), "most": max(found), "refused": refused, "after": after}
    print(json.dumps(facts))


if __name__ == "__main__":
    main()
