"""The pictures: drawn with lines alone, light, and no two families alike."""

import cmath
import math
import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from webapp.jobs.tasks import TASKS, tasks_for
from webapp.jobs.words import FAMILIES

ROOT = Path(__file__).resolve().parent.parent
PICTURES = {path.stem: path for path in sorted((ROOT / "static/pictures").glob("*.svg"))}
NAMED = re.compile(r"""\bpicture(?:_box)?(?:\(|=)\s*["']([^"']+)["']""")
SVG = "{http://www.w3.org/2000/svg}"

TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)")
LENGTHS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
STEPS = 16


def drawing(name: str) -> ElementTree.Element:
    return ElementTree.fromstring(PICTURES[name].read_text(encoding="utf-8"))  # noqa: S314 (ours)


def path_of(name: str) -> str:
    return drawing(name)[0].attrib["d"]


def commands(d: str) -> Iterator[tuple[str, list[float]]]:
    """Each command of a path with its numbers, repeated letters written out."""
    tokens = TOKEN.findall(d)
    at, letter = 0, "M"
    while at < len(tokens):
        if tokens[at].isalpha():
            letter, at = tokens[at], at + 1
        length = LENGTHS[letter.upper()]
        yield letter, [float(number) for number in tokens[at : at + length]]
        at += length
        letter = {"M": "L", "m": "l"}.get(letter, letter)


def arc(start: complex, numbers: list[float], end: complex) -> list[complex]:
    """Points of an arc of a circle or an upright ellipse (our drawings have no turned one)."""
    rx, ry, _, large, sweep = numbers[:5]
    a, b = (complex(p.real / rx, p.imag / ry) for p in (start, end))
    half = (b - a) / 2
    away = math.sqrt(max(0.0, 1 / abs(half) ** 2 - 1))
    centre = (a + b) / 2 + half * 1j * away * (-1 if large == sweep else 1)
    first, last = cmath.phase(a - centre), cmath.phase(b - centre)
    turn = (last - first) % math.tau - (0 if sweep else math.tau)
    r = max(1.0, abs(half))
    unit = [centre + cmath.rect(r, first + turn * i / STEPS) for i in range(STEPS + 1)]
    return [complex(p.real * rx, p.imag * ry) for p in unit]


def curve(points: list[complex]) -> list[complex]:
    """Points of a Bézier curve of any degree, by cutting between its points again and again."""
    found = []
    for step in range(STEPS + 1):
        t, row = step / STEPS, points
        while len(row) > 1:
            row = [p + (q - p) * t for p, q in pairwise(row)]
        found.append(row[0])
    return found


def stretches(d: str) -> Iterator[list[complex]]:
    """The lines of a path, each as points close to one another."""
    here = start = control = 0j
    for letter, n in commands(d):
        kind, origin = letter.upper(), here if letter.islower() else 0j
        if kind in "HV":
            n = [n[0], 0] if kind == "H" else [0, n[0]]
            kept = (here - origin).imag * 1j if kind == "H" else (here - origin).real
            to = [origin + kept + complex(*n)]
        else:
            pairs = n[5:] if kind == "A" else n
            to = [origin + complex(x, y) for x, y in zip(pairs[::2], pairs[1::2], strict=True)]
        to = to or [start]
        if kind == "A":
            yield arc(here, n, to[0])
        elif kind != "M":
            yield curve([here, *([2 * here - control] if kind in "ST" else []), *to])
        control = to[-2] if kind in "CSQ" else to[-1]
        start = to[0] if kind == "M" else start
        here = to[-1]


@cache
def cells(name: str) -> frozenset[tuple[int, int]]:
    """The squares of the 24 × 24 grid that the lines of a picture go through."""
    found = set()
    for points in stretches(path_of(name)):
        for p, q in pairwise(points):
            for i in range(9):
                at = p + (q - p) * i / 8
                found.add((math.floor(at.real), math.floor(at.imag)))
    return frozenset(found)


def alike(one: str, other: str) -> float:
    """How much of two pictures is common: 0 nothing, 1 all."""
    a, b = cells(one), cells(other)
    return len(a & b) / len(a | b)


def names_in_templates() -> set[str]:
    pages = (ROOT / "templates").rglob("*.html")
    return {name for page in pages for name in NAMED.findall(page.read_text(encoding="utf-8"))}


def test_every_picture_that_is_named_is_there():
    named = {family.picture for family in FAMILIES} | {task.picture for task in TASKS.values()}

    assert named | names_in_templates() <= PICTURES.keys()


def test_a_picture_is_lines_and_nothing_else():
    for name in PICTURES:
        root = drawing(name)

        assert (root.tag, root.attrib) == (f"{SVG}svg", {"viewBox": "0 0 24 24"}), name
        assert [(line.tag, set(line.attrib)) for line in root] == [(f"{SVG}path", {"d"})], name


def test_a_picture_stays_inside_its_frame():
    for name in PICTURES:
        points = [point for line in stretches(path_of(name)) for point in line]

        assert min(min(p.real, p.imag) for p in points) >= 0.85, name
        assert max(max(p.real, p.imag) for p in points) <= 23.15, name


def test_a_picture_is_light():
    families = {family.picture for family in FAMILIES}

    for name, path in PICTURES.items():
        assert path.stat().st_size <= (600 if name in families else 700), name


def test_no_two_families_look_alike():
    for pair in combinations([family.picture for family in FAMILIES], 2):
        assert alike(*pair) < 0.35, pair


@pytest.mark.parametrize("family", [family.key for family in FAMILIES])
def test_no_two_tasks_of_a_family_look_alike(family):
    pictures = [task.picture for task in tasks_for(family)]

    assert max(alike(*pair) for pair in combinations(pictures, 2)) < 0.6


def test_likeness_tells_the_same_from_the_different():
    assert alike("broom", "broom") == 1
    assert alike("phone", "phone-outgoing") > 0.6
