"""Makes each script of static/js small, for phones: shorter names, no spaces, no comments.

Run `python scripts/small_scripts.py` after a change; it needs node and the tools of tests/tools.
What it writes is kept in static/small, so that serving needs neither. A script that changed since
is served as it is written, until this is run again; a test says so.
"""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES, TARGET = ROOT / "static" / "js", ROOT / "static" / "small"
TERSER = ROOT / "tests" / "tools" / "node_modules" / ".bin" / "terser"
# What a phone of 2020 reads: Chromium 80 knows nothing newer.
SHORTER = "passes=4,ecma=2019,keep_fargs=false,unsafe_arrows,unsafe_methods"
OPTIONS = ("--compress", SHORTER, "--mangle", "--ecma", "2019")
# What our security policy refuses to run: scripts in attributes (hx-on), and text run as a script.
REFUSED = {
    "htmx.js": (
        r"oe\(Ht\(e\),Pt\);",
        r"const Ot=\(new XPathEvaluator\)\.createExpression\(.*?\]\]'\);",
        r"return eval\(e\)",
    )
}


def allowed(path: Path) -> str:
    """Return a script without what may not run here."""
    text = path.read_text(encoding="utf-8")
    for part in REFUSED.get(path.name, ()):
        text, found = re.subn(part, "", text)
        if found != 1:
            sys.exit(f"{path.name} changed: look for {part} again")
    return text


def small(path: Path) -> bytes:
    """Return a script made small."""
    command, text = [str(TERSER), *OPTIONS], allowed(path).encode()
    return subprocess.run(command, input=text, check=True, capture_output=True).stdout.strip()


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
