"""The packaged communes, read once and kept small: bytes, arrays, and lists of keys to find them.

An entry is a line of the file: a present commune, a municipal arrondissement, or a former or other
name whose `home` is the present commune. Names are spelled in three forms: whole (romanssurisere),
bare, without its small words (romansisere), and head, what is said in town (romans).
"""

import csv
import gzip
import io
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, islice
from pathlib import Path

from webapp.places import sounds
from webapp.places.keys import Keys

DATA = Path(__file__).parent / "data"
WHOLE, BARE, HEAD = range(3)
DECIMALS = 4  # of a degree: ten metres, as the file says them
SMALL = frozenset(
    ["sur", "sous", "en", "de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "et"]
)


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune, or a municipal arrondissement or former commune, whose `parent` says of which.

    `departement` is a code; `lat` and `lon` are degrees, in the town rather than the middle of
    the land.
    """

    insee: str
    name: str
    postcodes: tuple[str, ...]
    population: int
    departement: str
    lat: float
    lon: float
    parent: str | None


class Gazetteer:
    """Every entry of the file, and the ways to find it."""

    def __init__(self, path: Path, others: Path) -> None:
        self.text = with_others(gzip.decompress(path.read_bytes()).partition(b"\n")[2], others)
        self.starts = array("I", [0])
        self.places = array("f")
        self.populations = array("I")
        self.homes = array("H")
        self.districts: dict[int, list[int]] = {}
        here: dict[bytes, int] = {}
        for at, line in enumerate(io.BytesIO(self.text)):
            self.starts.append(self.starts[-1] + len(line))
            insee, _, kind, _, _, population, lat, lon = line.split(b",")
            self.populations.append(int(population))
            self.places.extend((float(lat), float(lon)))
            if kind != b"O":
                here[insee] = at
        self._read_links(here)
        self.parts = {at for group in self.districts.values() for at in group}
        whole = set(here.values()).difference(self.districts)
        self.by_lat = array("H", sorted(whole, key=self.lat))
        self._read_postcodes()
        self._read_names()
        self._leave_numbers()

    def _read_links(self, here: dict[bytes, int]) -> None:
        """Find the present commune of former names, and the arrondissements of the three cities."""
        for at, line in enumerate(io.BytesIO(self.text)):
            _, _, kind, parent, _ = line.split(b",", 4)
            self.homes.append(here[parent] if kind == b"O" else at)
            if kind == b"A":
                self.districts.setdefault(here[parent], []).append(at)

    def _read_postcodes(self) -> None:
        pairs = sorted(
            int(code) << 16 | at
            for at, line in enumerate(io.BytesIO(self.text))
            for code in line.split(b",")[4].split()
        )
        self.postcodes = array("I", (pair >> 16 for pair in pairs))
        self.delivered = array("H", (pair & 0xFFFF for pair in pairs))

    def _read_names(self) -> None:
        owners = array("I")
        written: list[str] = []
        spoken: list[str] = []
        same: dict[str, str] = {}  # equal spellings share one string
        heard: dict[str, str] = {}
        for at, name in enumerate(self._plain_names(heard)):
            for form, words in enumerate(forms(name.split()) if at not in self.parts else []):
                if words:
                    owners.append(at << 2 | form)
                    key = "".join(words)
                    written.append(same.setdefault(key, key))
                    key = "".join([heard[word] for word in words])
                    spoken.append(same.setdefault(key, key))
        self.written = Keys(written, owners)
        self.spoken = Keys(spoken, owners)
        self._read_bones()

    def _plain_names(self, heard: dict[str, str]) -> Iterator[str]:
        """Each name in plain words, whose sounds are added; by thousands, fast and small."""
        lines = io.BytesIO(self.text)
        while names := [line.decode().split(",", 2)[1] for line in islice(lines, 1000)]:
            plain = sounds.plain("\n".join(names))
            fresh = [word for word in dict.fromkeys(plain.split()) if word not in heard]
            heard.update(zip(fresh, sounds.sound("\n".join(fresh)).split("\n"), strict=True))
            yield from plain.split("\n")

    def _leave_numbers(self) -> None:
        """Leave out of the text what the arrays hold: it is two fifths of it."""
        lines = [line.rsplit(b",", 3)[0] + b"\n" for line in io.BytesIO(self.text)]
        self.text = b"".join(lines)
        self.starts = array("I", accumulate(map(len, lines), initial=0))

    def _read_bones(self) -> None:
        bones = [sounds.bones(key) for key in self.spoken]
        self.bones = Keys(bones, range(0, 4 * len(bones), 4))

    def insee(self, entry: int) -> str:
        """The code of the entry."""
        start = self.starts[entry]
        return self.text[start : start + 5].decode()

    def plain_words(self, entry: int) -> list[str]:
        """The plain words of the name of the entry."""
        line = self.text[self.starts[entry] : self.starts[entry + 1]]
        return sounds.plain(line.split(b",", 2)[1].decode()).split()

    def commune(self, entry: int) -> Commune:
        """The entry as others see it."""
        line = self.text[self.starts[entry] : self.starts[entry + 1] - 1].decode()
        insee, name, _, parent, codes = line.split(",")
        return Commune(
            insee=insee,
            name=name,
            postcodes=tuple(codes.split()) or self._postcodes_of(self.homes[entry], entry),
            population=self.populations[entry],
            departement=departement_of(insee),
            lat=round(self.places[2 * entry], DECIMALS),
            lon=round(self.places[2 * entry + 1], DECIMALS),
            parent=parent or None,
        )

    def _postcodes_of(self, home: int, entry: int) -> tuple[str, ...]:
        return self.commune(home).postcodes if home != entry else ()

    def is_name(self, text: str) -> bool:
        """Whether a text is the whole name of a place, as it is written."""
        return self.written.find("".join(sounds.plain(text).split())) >= 0

    def entry(self, insee: str) -> int | None:
        """The entry with this code: the present commune before the former one."""
        code = insee.encode()
        at = bisect_left(range(len(self.populations)), insee, key=self.insee)
        if at < len(self.populations) and self.text[self.starts[at] :][:5] == code:
            return at
        return None

    def departement(self, entry: int) -> str:
        """The code of the département of the entry."""
        return departement_of(self.insee(entry))

    def lat(self, entry: int) -> float:
        """The latitude of the entry."""
        return self.places[2 * entry]

    def outward(self, lat: float) -> Iterator[int]:
        """The present communes, those whose latitude is nearest first."""
        north = bisect_left(self.by_lat, lat, key=self.lat)
        south = north - 1
        while south >= 0 or north < len(self.by_lat):
            up = self.lat(self.by_lat[north]) - lat if north < len(self.by_lat) else 999.0
            down = lat - self.lat(self.by_lat[south]) if south >= 0 else 999.0
            north, south, at = (north + 1, south, north) if up < down else (north, south - 1, south)
            yield self.by_lat[at]

    def delivered_by(self, digits: str) -> list[int]:
        """The entries whose postcode begins with these digits, the most populated first."""
        spread = 10 ** (5 - len(digits))
        low = bisect_left(self.postcodes, int(digits) * spread)
        high = bisect_left(self.postcodes, (int(digits) + 1) * spread)
        found = set(self.delivered[low:high])
        return sorted(found, key=lambda at: (-self.populations[at], at))


def with_others(text: bytes, others: Path) -> bytes:
    """The lines, and for each other name of a place one that names where it is, as old names do."""
    lines = text.splitlines(keepends=True)
    present = {line[:5]: line.rsplit(b",", 3)[1:] for line in lines if b",O," not in line}
    for row in others.read_text(encoding="utf-8").splitlines():
        names, _, insee = row.partition("\t")
        code = insee.encode()
        for name in names.encode().split(b"|") if code else []:
            lines.append(b",".join([code, name, b"O", code, b"", *present[code]]))
    lines.sort(key=lambda line: line[:5])
    return b"".join(lines)


def departement_of(insee: str) -> str:
    """The code of the département that a commune's code begins with."""
    return insee[:3] if insee[:2] in ("97", "98") else insee[:2]


def bare(words: list[str]) -> list[str]:
    """The words that carry the name, or all of them when none does."""
    return [word for word in words if word not in SMALL] or words


def forms(words: list[str]) -> list[list[str]]:
    """The whole, bare and head forms of a name; an empty one says nothing new."""
    heart = bare(words)
    start = words.index(heart[0])
    cut = next((at for at in range(start + 1, len(words)) if words[at] in SMALL), len(words))
    head = words[start:cut]
    return [words, heart if heart != words else [], head if head not in (heart, words) else []]


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, read at the first question."""
    return Gazetteer(DATA / "communes.csv.gz", DATA / "other_names.tsv")


@cache
def departements() -> dict[str, tuple[str, str]]:
    """The name and the INSEE code of the seat of each département, by code."""
    with (DATA / "departements.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: (row["name"], row["seat"]) for row in csv.DictReader(file)}
