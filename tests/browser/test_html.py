"""Every page is valid HTML by the Nu checker: those of `pages.py`, and those other tests opened."""

import json
import shutil
import subprocess
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import unquote

from tests.browser.live import Live
from tests.browser.pages import LANGUAGES, PUBLIC
from tests.support.client import KEPT
from webapp.config import ROOT

NU = ROOT / "tests" / "tools" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def fetched(url: str) -> bytes:
    """A page as it is sent, even when it says that there is none."""
    try:
        with urllib.request.urlopen(url) as answer:  # noqa: S310  our own server
            page: bytes = answer.read()
    except urllib.error.HTTPError as refusal:
        page = refusal.read()
    return page


def collect(live: Live, folder: Path) -> None:
    """Put every page to check in one folder."""
    for name, pattern in PUBLIC.items():
        for language, prefix in LANGUAGES.items():
            page = fetched(live.url + prefix + live.path(pattern))
            (folder / f"{name}, {language}.html".replace("/", "-")).write_bytes(page)
    for path in KEPT.glob("*/*.html"):
        shutil.copy(path, folder / f"{path.parent.name}-{path.name}")


def complaints(folder: Path) -> dict[str, list[str]]:
    """What the checker says of the pages of a folder, and of which; one Java for all."""
    checked = subprocess.run(
        ["java", "-Xmx512m", "-jar", str(NU), "--format", "json", "--stdout", str(folder)],
        capture_output=True,
        text=True,
    )
    said: dict[str, list[str]] = {}
    for message in json.loads(checked.stdout)["messages"]:
        place = f"{unquote(message['url'].rpartition('/')[2])}:{message.get('lastLine')}"
        what = f"{message['message']} {message.get('extract', '')[:140]!r}"
        said.setdefault(what, []).append(place)
    return said


def test_every_page_is_valid_html(live, tmp_path):
    collect(live, tmp_path)

    said = complaints(tmp_path)

    assert not said, "\n".join(f"{len(pages)} × {what} {pages[0]}" for what, pages in said.items())


def test_the_checker_sees_a_fault(tmp_path):
    (tmp_path / "bad.html").write_text("<!doctype html><title>x</title><p id=a><p id=a>")

    assert any(said.startswith("Duplicate ID") for said in complaints(tmp_path))
