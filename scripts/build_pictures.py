"""Writes static/pictures/*.svg from Tabler icons and from our own drawings (scripts/pictures.toml).

Run `python scripts/build_pictures.py` after a change in pictures.toml. It fetches the pinned
@tabler/icons package with npm (or reads a folder given with --tabler), so it needs the network
once; the pictures it writes are kept in the project and the application never needs it.
"""

import argparse
import json
import re
import subprocess
import tarfile
import tempfile
import tomllib
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "scripts" / "pictures.toml"
TARGET = ROOT / "static" / "pictures"
SHELL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{d}"/></svg>\n'

NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
FLAGS = (3, 4)  # in an arc, the two values that are one digit and may touch what follows


def circle(cx: float, cy: float, r: float) -> str:
    """Path data of a circle, in the units of the 24 × 24 grid."""
    return f"M{cx - r} {cy}a{r} {r} 0 1 0 {2 * r} 0a{r} {r} 0 1 0 {-2 * r} 0"


def box(x: float, y: float, width: float, height: float, r: float = 0) -> str:
    """Path data of a rectangle with corners rounded by `r`."""
    if not r:
        return f"M{x} {y}h{width}v{height}h{-width}z"
    corner = f"a{r} {r} 0 0 1"
    w, h = width - 2 * r, height - 2 * r
    return (
        f"M{x + r} {y}h{w}{corner} {r} {r}v{h}{corner} {-r} {r}"
        f"h{-w}{corner} {-r} {-r}v{-h}{corner} {r} {-r}z"
    )


def expand(drawing: str) -> str:
    """Path data of a drawing: our two short forms, O (circle) and R (box), spelled out."""

    def spell(found: re.Match[str]) -> str:
        numbers = map(float, NUMBER.findall(found[2]))
        return circle(*numbers) if found[1] == "O" else box(*numbers)

    return re.sub(r"([OR])([^A-Za-z]*)", spell, drawing)


def arc_numbers(text: str) -> list[str]:
    """The values of one or several arcs, whose flags may be written without a space."""
    found: list[str] = []
    at = 0
    while at < len(text):
        if text[at] in " ,\n\t":
            at += 1
            continue
        flag = len(found) % 7 in FLAGS
        value = text[at] if flag else NUMBER.match(text, at)[0]  # type: ignore[index]
        found.append(value)
        at += len(value)
    return found


def short(value: str) -> str:
    """A number with two decimals at most and nothing that a browser does not need."""
    text = f"{float(value):.2f}".rstrip("0").rstrip(".")
    text = text.replace("-0.", "-.") if text.startswith("-0.") else text
    text = text[1:] if text.startswith("0.") else text
    return "0" if text in ("-0", "") else text


def joined(numbers: list[str]) -> str:
    """Numbers side by side, with a space only where two would read as one."""
    out = ""
    dotted = False
    for number in map(short, numbers):
        glued = number.startswith("-") or (number.startswith(".") and dotted)
        out += number if glued or not out else f" {number}"
        dotted = "." in number
    return out


def minified(d: str) -> str:
    """The same path, in fewer characters: short numbers, no repeated letter."""
    out = last = ""
    for letter, values in COMMAND.findall(d):
        numbers = arc_numbers(values) if letter in "aA" else NUMBER.findall(values)
        text = joined(numbers)
        repeated = letter == last and letter not in "mMzZ"
        sticks = out.endswith(tuple("zZ")) or text.startswith("-") or not repeated
        out += ("" if repeated else letter) + ("" if sticks else " ") + text
        last = letter
    return out


def tabler_path(icon: str) -> str:
    """All the path data of one Tabler icon (which are drawn with paths only)."""
    paths = []
    for element in ElementTree.fromstring(icon):  # noqa: S314 (a pinned package)
        if not element.tag.endswith("path"):
            raise ValueError(f"Only paths are expected, found {element.tag}")
        if element.get("stroke") != "none":
            paths.append(element.attrib["d"])
    return "".join(paths)


def fetch(version: str, folder: Path) -> Path:
    """Fetch the package with npm and unpack it; return the folder of the outline icons."""
    pack = ["npm", "pack", "--json", f"@tabler/icons@{version}"]
    done = subprocess.run(pack, cwd=folder, check=True, capture_output=True, text=True)
    with tarfile.open(folder / json.loads(done.stdout)[0]["filename"]) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package" / "icons" / "outline"


def build(icons: Path) -> dict[str, str]:
    """Every picture of pictures.toml as the text of its SVG file, by our name for it."""
    source = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    both = set(source["tabler"]["names"]) & set(source["drawn"])
    if both:
        raise ValueError(f"Named twice: {sorted(both)}")
    paths = {
        ours: tabler_path((icons / f"{theirs}.svg").read_text(encoding="utf-8"))
        for ours, theirs in source["tabler"]["names"].items()
    }
    paths |= {name: expand(drawing) for name, drawing in source["drawn"].items()}
    return {name: SHELL.format(d=minified(d)) for name, d in sorted(paths.items())}


def write(pictures: dict[str, str]) -> None:
    """Make static/pictures hold these pictures and no other."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for old in TARGET.glob("*.svg"):
        if old.stem not in pictures:
            old.unlink()
    for name, text in pictures.items():
        (TARGET / f"{name}.svg").write_text(text, encoding="utf-8")


def main() -> None:
    """Build everything, then say how many pictures there are and how much they weigh."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tabler", type=Path, help="folder of an unpacked package's outline icons")
    given = parser.parse_args().tabler
    version = tomllib.loads(SOURCE.read_text(encoding="utf-8"))["tabler"]["version"]
    with tempfile.TemporaryDirectory() as folder:
        pictures = build(given or fetch(version, Path(folder)))
    write(pictures)
    weight = sum(len(text.encode()) for text in pictures.values())
    print(f"{len(pictures)} pictures, {weight} bytes, {weight // len(pictures)} on average")


if __name__ == "__main__":
    main()
