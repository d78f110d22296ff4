"""Fetches with npm the letters one may choose in the settings, and keeps them in static/fonts.

Run `python scripts/fonts.py` with fonttools and brotli installed, to change a version: set it and
its hash first. It also draws “Aag” in each, so that the settings show them before any is
downloaded. The application itself never needs the network.
"""

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

STATIC = Path(__file__).resolve().parent.parent / "static"
WEIGHTS = ("400", "700")
SUBSETS = ("latin", "latin-ext", "cyrillic")
SAMPLE = "Aag"
FACE = re.compile(
    r"/\* \S+-(?P<subset>latin-ext|latin|cyrillic)-(?P<weight>\d+)-normal \*/.*?"
    r"files/(?P<file>\S+?\.woff2)\)[^}]*?(?:unicode-range: (?P<range>[^;]+);)?\s*\}",
    re.DOTALL,
)


@dataclass(frozen=True)
class Letters:
    """One package of npm: our key for it, its name, version and SHA-512 in base64."""

    key: str
    name: str
    package: str
    version: str
    sha512: str


ALL = (
    Letters(
        "atkinson",
        "Atkinson Hyperlegible Next",
        "@fontsource/atkinson-hyperlegible-next",
        "5.3.0",
        "8p1tHVoPDo6oYwSO3sMw5snGwFwSf3TmeSF9Gcj792GXdsg6oqvhoItbj6Hj/XZIk0Xs+Cwu6pkLBAl3Q5HrwA==",
    ),
    Letters(
        "andika",
        "Andika",
        "@fontsource/andika",
        "5.3.0",
        "m15/VavWcrOhTJr4xXVKTKrJgI8Ny4fI52ZwcoYH3kH6IyLpAfuYUuFouI223WFbDP0kwvKsOOankklFNyMvNw==",
    ),
    Letters(
        "dyslexic",
        "OpenDyslexic",
        "@fontsource/opendyslexic",
        "5.3.0",
        "BVYIW/ghc1U2iAghhYTN+GFWiZ3lnCy8Jf2KkZC23aHQHBNcMqKT718zckfqVxRx4qsXJmIMPWvczirRuhmtsg==",
    ),
)


def fetch(letters: Letters, folder: Path) -> tarfile.TarFile:
    """Return the package of this version; stop when it is not the one whose hash is here."""
    command = ["npm", "pack", f"{letters.package}@{letters.version}", "--silent"]
    name = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    package = folder / name.strip()
    digest = b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()
    if digest != letters.sha512:
        sys.exit(f"{letters.package} {letters.version}: sha512 {digest} is not the expected one")
    return tarfile.open(package)


def member(archive: tarfile.TarFile, name: str) -> bytes:
    """Return a file of a package."""
    found = archive.extractfile(f"package/{name}")
    if found is None:
        sys.exit(f"the package holds no {name}")
    return found.read()


def keep(letters: Letters, archive: tarfile.TarFile) -> dict[str, object]:
    """Write the files of a package that pages may ask for; return what pages must know of them."""
    folder, faces = STATIC / "fonts", []
    for weight in WEIGHTS:
        for face in FACE.finditer(member(archive, f"{weight}.css").decode()):
            content = member(archive, f"files/{face['file']}")
            name = f"{letters.key}-{face['subset']}-{weight}.woff2"
            (folder / name).write_bytes(content)
            shape = {"weight": weight, "subset": face["subset"], "range": face["range"] or ""}
            faces.append({"file": name, "bytes": len(content), **shape})
    (folder / f"{letters.key}.LICENSE.txt").write_bytes(member(archive, "LICENSE"))
    regular = member(archive, f"files/{letters.package.partition('/')[2]}-latin-400-normal.woff2")
    (folder / f"{letters.key}.svg").write_text(drawing(regular))
    return {"name": letters.name, "faces": faces}


def drawing(font: bytes) -> str:
    """Return the sample in these letters as a picture on our grid of 24 by 24."""
    opened = TTFont(BytesIO(font))
    glyphs, names = opened.getGlyphSet(), opened.getBestCmap()
    wide = [glyphs[names[ord(letter)]] for letter in SAMPLE]
    scale = 24 / sum(glyph.width for glyph in wide)
    pen, left = SVGPathPen(glyphs, ntos=lambda value: f"{value:.1f}".removesuffix(".0")), 0.0
    for glyph in wide:
        glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, left, 16)))
        left += glyph.width * scale
    path = f'<path fill="currentColor" stroke="none" d="{pen.getCommands()}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{path}</svg>\n'


def main() -> None:
    """Write the letters, their licences, what pages must know of them, and their pictures."""
    (STATIC / "fonts").mkdir(exist_ok=True)
    known = {}
    with tempfile.TemporaryDirectory() as folder:
        for letters in ALL:
            with fetch(letters, Path(folder)) as archive:
                known[letters.key] = keep(letters, archive)
    (STATIC / "fonts" / "fonts.json").write_text(json.dumps(known, indent=1) + "\n")


if __name__ == "__main__":
    main()
