"""The speech process: nothing is lost, whatever happens to the voice; the store stays small."""

import json
import os
import signal
import subprocess
import sys
import time
import wave
from contextlib import suppress
from pathlib import Path
from typing import Any

import av
import pytest

from tests.speech.speaking import SERVICE, speaking, wait_for
from webapp.config import ROOT
from webapp.speech import espeak, service, worker
from webapp.speech.rules import WORDS_A_MINUTE

pytestmark = pytest.mark.process

TONE = "tests.speech.tone"
LONG = "Ceci est la phrase numéro {}, dite en entier."
NO_ESPEAK = pytest.mark.skipif(not espeak.exists(), reason="no eSpeak NG here")


def ask(data_dir: Path, name: str, text: str, kind: str = "mp3", voice: str = "hum") -> Path:
    """Ask for a sound as a page does; return where it will be."""
    store = data_dir / "sounds"
    path = store / "ab" / f"{name}.{kind}"
    work = {"text": text, "voice": voice, "rate": WORDS_A_MINUTE, "format": kind, "path": str(path)}
    (store / "asked").mkdir(parents=True, exist_ok=True)
    draft = store / "asked" / f".{name}"
    draft.write_text(json.dumps(work), encoding="utf-8")
    draft.replace(store / "asked" / f"{path.name}.json")
    return path


def asked(data_dir: Path) -> list[Path]:
    return list((data_dir / "sounds" / "asked").glob("*.json"))


def seconds(path: Path) -> float:
    with av.open(str(path)) as sound:
        stream = sound.streams.audio[0]
        return sum(frame.samples for frame in sound.decode(audio=0)) / stream.rate


def voice_pid(data_dir: Path) -> int | None:
    beat: dict[str, Any] = json.loads((data_dir / "heartbeats" / "speech.json").read_text())
    return beat["voice"]


def test_what_is_asked_is_said_in_both_kinds_of_file(tmp_path):
    text = "Vous travaillez du lundi au vendredi."
    with speaking(tmp_path, VOICE=TONE):
        paths = [ask(tmp_path, "one", text, kind) for kind in ("mp3", "ogg")]
        wait_for(lambda: all(path.exists() for path in paths))
        wait_for(lambda: not asked(tmp_path))

    assert [round(seconds(path), 1) for path in paths] == pytest.approx([2.4, 2.4], abs=0.2)
    assert not list((tmp_path / "sounds").rglob("*.wav"))
    assert not list((tmp_path / "sounds").rglob("*-part"))


def test_what_was_asked_before_it_started_is_said(tmp_path):
    path = ask(tmp_path, "before", "Bonjour, vous êtes au bon endroit.")

    with speaking(tmp_path, VOICE=TONE):
        wait_for(path.exists)


@pytest.mark.parametrize(
    "text",
    [
        "La voix meurt ici.",
        "Elle reste muette, tout à fait muette.",
        "Trop vite, beaucoup trop vite.",
    ],
)
def test_a_sentence_that_cannot_be_said_is_dropped_and_the_next_is_said(tmp_path, text):
    with speaking(tmp_path, VOICE=TONE):
        bad, good = ask(tmp_path, "bad", text), ask(tmp_path, "good", "Tout va bien à présent.")
        wait_for(good.exists)
        wait_for(lambda: not asked(tmp_path))

    assert not bad.exists()


def test_a_voice_that_hangs_is_replaced(monkeypatch, tmp_path):
    monkeypatch.setenv("VOICE", TONE)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setattr(service, "TOO_LONG", 1.0)
    voice = service.Voice()
    work = {"voice": "hum", "rate": 140, "format": "mp3"}

    begun = time.monotonic()
    hung = voice.say({**work, "text": "Elle attend.", "path": str(tmp_path / "a.mp3")})
    took = time.monotonic() - begun
    monkeypatch.setattr(service, "TOO_LONG", 20.0)
    said = voice.say({**work, "text": "Elle parle à nouveau.", "path": str(tmp_path / "b.mp3")})
    voice.end()

    assert not hung
    assert took < 2 * service.TRIES + 3
    assert said
    assert (tmp_path / "b.mp3").exists()


def test_killing_the_voice_in_the_middle_loses_nothing(tmp_path):
    with speaking(tmp_path, VOICE=TONE):
        paths = [ask(tmp_path, f"s{n}", LONG.format(n)) for n in range(60)]
        for _ in range(3):
            wait_for(lambda: voice_pid(tmp_path))
            pid = voice_pid(tmp_path)
            assert pid
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
            time.sleep(0.4)
        wait_for(lambda: all(path.exists() for path in paths))

    assert all(seconds(path) > 1 for path in paths)


def test_killing_the_whole_process_loses_nothing(tmp_path):
    with speaking(tmp_path, VOICE=TONE) as process:
        paths = [ask(tmp_path, f"s{n}", LONG.format(n)) for n in range(40)]
        wait_for(paths[3].exists)
        process.kill()
        process.wait()
    missing = [path for path in paths if not path.exists()]
    assert missing

    with speaking(tmp_path, VOICE=TONE):
        wait_for(lambda: all(path.exists() for path in paths))


def test_a_voice_without_its_parent_ends(tmp_path):
    with speaking(tmp_path, VOICE=TONE) as process:
        wait_for(lambda: voice_pid(tmp_path))
        pid = voice_pid(tmp_path)
        process.kill()
        process.wait()

    def gone() -> bool:
        path = Path(f"/proc/{pid}/stat")
        return not path.exists() or path.read_text().rpartition(")")[2].split()[0] == "Z"

    wait_for(gone)


def test_the_store_forgets_first_what_nobody_heard_for_longest(tmp_path):
    store = service.Store(tmp_path, room=1000)
    for age in range(5):
        path = tmp_path / "ab" / f"{age}.mp3"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x" * 300)
        os.utime(path, (1_000_000 - age, 1_000_000 - age))

    store.tidy(1_000_100)

    assert sorted(path.name for path in tmp_path.rglob("*.mp3")) == ["0.mp3", "1.mp3", "2.mp3"]


def test_what_was_said_to_one_person_is_forgotten_after_an_hour(tmp_path):
    store = service.Store(tmp_path, room=10_000)
    for folder in ("own/ab", "ab"):
        (tmp_path / folder).mkdir(parents=True)
        path = tmp_path / folder / "one.mp3"
        path.write_bytes(b"x")
        os.utime(path, (1_000_000, 1_000_000))

    store.tidy(1_000_000 + service.OWN_LIFE + 1)

    assert [path.parent.parent.name for path in tmp_path.rglob("*.mp3")] == [tmp_path.name]


def test_another_voice_begins_with_an_empty_store(tmp_path):
    with speaking(tmp_path, VOICE=TONE):
        first = ask(tmp_path, "first", "Une phrase dite par la première voix.")
        wait_for(first.exists)
    with speaking(tmp_path, VOICE=TONE):
        assert first.exists()

    with speaking(tmp_path, VOICE=TONE, TONE_VERSION="tone 2"):
        wait_for(lambda: not first.exists())


def test_it_says_whether_there_is_a_voice():
    def code(name: str) -> int:
        environ = {**os.environ, "VOICE": name}
        return subprocess.call([sys.executable, "-P", str(SERVICE), "--exists"], env=environ)

    assert code("none") == 1
    assert code("espeak") == (0 if espeak.exists() else 1)


@NO_ESPEAK
def test_our_driver_says_everything_and_raises_what_goes_wrong(tmp_path):
    command = [sys.executable, "-P", str(Path(__file__).with_name("drive.py")), str(tmp_path)]

    out = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout
    found = json.loads(out)

    assert 0.04 < found["least"] <= found["most"] < 0.11, "lost, cut, or said at another speed"
    assert found["refused"] == ["ValueError", "FileNotFoundError"]
    assert found["after"] > 0.3


@NO_ESPEAK
def test_the_package_speaks_where_the_system_does_not(tmp_path):
    command = [sys.executable, "-P", str(Path(__file__).with_name("drive.py")), str(tmp_path)]

    out = subprocess.run(
        [*command, "--package"], capture_output=True, text=True, check=True, timeout=300
    ).stdout

    assert json.loads(out)["after"] > 0.3


@NO_ESPEAK
def test_the_real_voice_is_heard_for_as_long_as_its_words_take(tmp_path):
    text = "Vous travaillez vingt-cinq heures par semaine, du lundi au vendredi, le matin."
    with speaking(tmp_path, VOICE="espeak"):
        paths = [ask(tmp_path, "real", text, kind, "roa/fr") for kind in ("mp3", "ogg")]
        wait_for(lambda: all(path.exists() for path in paths))

    for path, most in zip(paths, (21_500, 15_500), strict=True):
        assert 4.5 < seconds(path) < 9
        assert path.stat().st_size / seconds(path) * 10 < most


def test_a_sound_that_cannot_be_the_sentence_is_refused(tmp_path):
    def sound(seconds: float, height: int) -> Path:
        path = tmp_path / "sound.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(8000)
            file.writeframes(int(height).to_bytes(2, "little", signed=True) * int(seconds * 8000))
        return path

    text = "Vous travaillez du lundi au vendredi, le matin."
    assert worker.check(text, sound(3, 5000)) == pytest.approx(3)
    for bad in (sound(0.3, 5000), sound(30, 5000)):
        with pytest.raises(worker.BadSound):
            worker.check(text, bad)
    with pytest.raises(worker.BadSound):
        worker.check(text, sound(3, 10))
