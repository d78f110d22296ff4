"""Makes each script of static/js small, for phones: shorter names, no spaces, no comments.

Run `python scripts/small_scripts.py` after a change; it needs node and the tools of tests/tools.
What it writes is kept in static/small, so that serving needs neither. A script that changed since
is served as it is written, until this is run again; a test says so.
"""

import hashlib
import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES, TARGET = ROOT / "static" / "js", ROOT / "static" / "small"
TERSER = ROOT / "tests" / "tools" / "node_modules" / ".bin" / "terser"
# What a phone of 2020 reads: Chromium 80 knows nothing newer.
OPTIONS = ("--compress", "passes=3,ecma=2019", "--mangle", "--ecma", "2019")


def small(path: Path) -> bytes:
    """Return a script made small."""
    command = [str(TERSER), str(path), *OPTIONS]
    return subprocess.run(command, check=True, capture_output=True).stdout.strip()


def digest(path: Path) -> str:
    """Return what tells one state of a script from another."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    """Write the small scripts, and of which sources they are made."""
    TARGET.mkdir(exist_ok=True)
    for old in TARGET.glob("*.js"):
        old.unlink()
    paths = sorted(SOURCES.rglob("*.js"))
    for path in paths:
        (TARGET / path.name).write_bytes(small(path))
    made_of = {path.name: digest(path) for path in paths}
    text = json.dumps(made_of, indent=1) + "\n"
    (TARGET / "sources.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
