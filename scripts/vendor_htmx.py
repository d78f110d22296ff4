"""Fetches htmx with npm and keeps it in static/js/vendor, once its hash is the one written here.

Run `python scripts/vendor_htmx.py` to change the version: set VERSION and SHA512 first. The
application itself never needs the network.
"""

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from base64 import b64encode
from pathlib import Path

VERSION = "2.0.11"
SHA512 = (  # in base64, as npm writes it
    "Thx/WtpeOQqSrqBCw/A1cwGJGg4UrVa3+sW0GmrM3p4gJgO89ecH4qtbnyzDDWFvBTqjnIMCgELTNt636dtamA=="
)
MEMBER = "package/dist/htmx.min.js"
TARGET = Path(__file__).resolve().parent.parent / "static" / "js" / "vendor" / "htmx.js"


def fetch(folder: Path) -> Path:
    """Return the package of this version, as npm gives it."""
    command = ["npm", "pack", f"htmx.org@{VERSION}", "--silent"]
    name = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout
    return folder / name.strip()


def check(package: Path) -> None:
    """Stop when the package is not the one whose hash is written here."""
    digest = b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()
    if digest != SHA512:
        sys.exit(f"htmx.org {VERSION}: sha512 {digest} is not the expected {SHA512}")


def main() -> None:
    """Write the one file that pages load."""
    with tempfile.TemporaryDirectory() as folder:
        package = fetch(Path(folder))
        check(package)
        with tarfile.open(package) as archive:
            member = archive.extractfile(MEMBER)
            if member is None:
                sys.exit(f"htmx.org {VERSION} holds no {MEMBER}")
            TARGET.parent.mkdir(parents=True, exist_ok=True)
            TARGET.write_bytes(member.read())
    print(f"{TARGET.name}: htmx.org {VERSION}, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
