"""Measure the voice: `python -m bench.speech [SENTENCES]`.

What sounds weigh, how soon the first is heard, and a thousand different sentences through the
speech process while its voice is killed: how many are lost, how many are said at a wrong speed,
what memory it takes.
"""

import io
import json
import os
import secrets
import signal
import statistics
import sys
import threading
import time
import urllib.parse
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import islice, product
from typing import Any

import av

from bench.memory import of_process
from bench.served import PAGES, Served, fetch, served, table
from webapp.speech.queries import spoken
from webapp.speech.seals import Said, seal

SECRET = secrets.token_urlsafe(48)
KINDS = ("mp3", "ogg")
AT_ONCE = 4  # people who listen at the same time
KILLS = 3
FIRSTS = 40  # sounds timed one by one
WRONG = 0.1  # of its length: how far two sounds of a sentence may be from each other

Heard = list[tuple[float, int, float]]  # milliseconds until it came, bytes, seconds
WORK = ("vous lavez les sols", "vous servez les repas", "vous triez le linge", "vous portez")
TOWNS = ("Vaulx-en-Velin", "Valence", "Roubaix", "Saint-Denis", "Brest", "Mulhouse", "Pau", "Albi")
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi")
HOURS = range(5, 20)


def sentences() -> Iterator[str]:
    """Yield sentences, all different, as offers say them."""
    for hour, day, town, work in product(HOURS, DAYS, TOWNS, WORK):
        written = f"Le {day} à {hour} h 30, à {town}, {work} pour 12,{hour + 10} € de l’heure."
        yield spoken(written, "fr")


def address(running: Served, text: str, kind: str) -> str:
    """Return where a sentence is heard."""
    return f"{running.url}/son/{seal(Said('fr', False, text), SECRET)}.{kind}"


def seconds(sound: bytes) -> float:
    """Return how long a sound lasts; 0 where it is none."""
    with suppress(av.FFmpegError), av.open(io.BytesIO(sound)) as file:
        stream = file.streams.audio[0]
        return sum(frame.samples for frame in file.decode(audio=0)) / stream.rate
    return 0.0


def hear(running: Served, text: str, kind: str) -> tuple[float, int, float]:
    """Return how long a sound took to come, in ms, its bytes and its seconds."""
    begun = time.perf_counter()
    sound, _ = fetch(address(running, text, kind))
    return (time.perf_counter() - begun) * 1000, len(sound), seconds(sound)


def weights(running: Served) -> Iterator[list[object]]:
    """Yield a row for each main page and kind of sound: sentences, seconds, bytes."""
    for name in PAGES:
        path = urllib.parse.quote(running.address(name).removeprefix(running.url))
        listed = json.loads(fetch(f"{running.url}/ecouter/phrases?page={path}")[0])
        for kind in KINDS:
            sounds = [fetch(f"{running.url}/son/{one['u']}.{kind}")[0] for one in listed["said"]]
            size, length = sum(map(len, sounds)), sum(map(seconds, sounds))
            said = listed["bytes"][kind]
            yield [
                name,
                kind,
                len(sounds),
                f"{length:.0f}",
                size,
                round(size / length * 10),
                f"{(said / size - 1) * 100:+.0f} %",
            ]


def firsts(running: Served) -> Iterator[list[object]]:
    """Yield how soon a sound comes when nobody asked for it before, then when it is stored."""
    for kind in KINDS:
        texts = [f"{text} Première fois." for text in islice(sentences(), FIRSTS)]
        for state in ("not stored", "stored"):
            times = sorted(hear(running, text, kind)[0] for text in texts)
            late = times[int(len(times) * 0.95)]
            yield [
                kind,
                state,
                f"{statistics.median(times):.0f}",
                f"{late:.0f}",
                f"{times[-1]:.0f}",
            ]


def voice_of(running: Served) -> int | None:
    """Return the process that speaks, at its last beat."""
    pid: int | None = running.health()["processes"]["speech"]["voice"]
    return pid


def kill_sometimes(running: Served, stop: threading.Event, killed: list[int]) -> None:
    """Kill the voice a few times while it works."""
    while not stop.wait(1.0) and len(killed) < KILLS:
        pid = voice_of(running)
        if pid and pid not in killed:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
                killed.append(pid)


def together(running: Served, texts: list[str], kind: str) -> Heard:
    """Have several people hear sentences at once."""
    with ThreadPoolExecutor(AT_ONCE) as people:
        return list(people.map(lambda text: hear(running, text, kind), texts))


def many(running: Served, count: int) -> list[list[object]]:
    """Have many sentences said by several people at once, with kills; return what came of it."""
    texts, killed, stop = list(islice(sentences(), count)), list[int](), threading.Event()
    killer = threading.Thread(target=kill_sometimes, args=(running, stop, killed))
    killer.start()
    begun = time.perf_counter()
    first = together(running, texts, "mp3")
    took = time.perf_counter() - begun
    stop.set()
    killer.join()
    before = memory(running)
    again = together(running, texts, "ogg")
    return [
        ["different sentences", count],
        ["sounds asked for, in both kinds", 2 * count],
        ["voice killed in the middle", len(killed)],
        *faults(texts, first, again),
        ["sounds a second (MP3, 4 people)", f"{count / took:.0f}"],
        [
            "memory of the voice, before and after the last half, MB",
            f"{before} → {memory(running)}",
        ],
    ]


def faults(texts: list[str], first: Heard, again: Heard) -> list[list[object]]:
    """Return what was lost, what was said at another speed, and between which speeds."""
    lost = sum(length == 0 for _, _, length in [*first, *again])
    wrong = sum(
        abs(one[2] - other[2]) > WRONG * other[2] for one, other in zip(first, again, strict=True)
    )
    speeds = [one[2] / len(text) for one, text in zip(first, texts, strict=True)]
    return [
        ["lost", lost],
        ["said at another speed", wrong],
        ["seconds for each character, least to most", f"{min(speeds):.3f} to {max(speeds):.3f}"],
    ]


def memory(running: Served) -> str:
    """Return the memory of the voice in MB, once a beat has named it."""
    for _ in range(20):
        with suppress(OSError, TypeError):
            return f"{of_process(int(str(voice_of(running))))[0]:.0f}"
        time.sleep(1)
    return "?"


def show(head: list[str], rows: Any) -> None:
    """Print a table."""
    print(table(head, list(rows)), end="\n\n", flush=True)


def main() -> None:
    """Print the tables."""
    os.environ["SECRET_KEY"] = SECRET
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with served() as running:
        while "speech" not in running.health()["processes"]:
            time.sleep(0.2)
        show(["sound", "state", "p50, ms", "p95, ms", "longest, ms"], firsts(running))
        head = ["page", "sound", "sentences", "seconds", "bytes", "bytes for 10 s", "size said"]
        show(head, weights(running))
        show(["through the speech process", ""], many(running, count))


if __name__ == "__main__":
    main()
