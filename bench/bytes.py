"""Measure what each page weighs over the wire, compressed: `python -m bench.bytes`.

Each page in each language that is offered, then each page in French as the settings may change it,
then the pages of someone who is in.
"""

import gzip
import re

from bench import entered
from bench.served import PAGES, Served, fetch, served, table
from webapp.i18n import LANGUAGES
from webapp.reading import COOKIE

LIMIT = 8 * 1024  # bytes of a first view
ANY_PAGE = 14 * 1024
FILES = re.compile(r"""(?:src|href)="(/static/[^"]+)\"""")
LETTERS = re.compile(r"url\((/static/[^)]+)\)")
MODES = {
    "larger, spaced": "size=larger&space=wide",
    "dark": "contrast=dark",
    "high contrast, ruler": "contrast=high&ruler=on",
    "Atkinson": "letters=atkinson",
    "Andika": "letters=andika",
    "OpenDyslexic": "letters=dyslexic",
    "save data": "save=on",
    "television": "screen=tv",
    "all at once": "size=larger&letters=andika&space=wide&contrast=dark&ruler=on&still=on",
}
HEAD = ["page", "read in", "raw", "gzip", "brotli", "headers", "scripts after", "≤ 8 kB"]


def row(running: Served, name: str, prefix: str, cookie: str = "", mode: str = "") -> list[object]:
    """Return the sizes of one page: sent with brotli, with gzip, and the files it asks for."""
    url = running.address(name).replace(running.url, running.url + (f"/{prefix}" if prefix else ""))
    own = {"Cookie": f"{COOKIE}={cookie}"} if cookie else {}
    brotli, head = fetch(url, **{"Accept-Encoding": "br", **own})
    zipped, _ = fetch(url, **{"Accept-Encoding": "gzip", **own})
    text = gzip.decompress(zipped).decode()
    later = sum(weight(running, file) for file in sorted(set(FILES.findall(text))))
    verdict = "yes" if len(brotli) <= LIMIT else "NO"  # headers are not needed to read it
    told = mode or LANGUAGES[prefix].name
    return [name, told, len(text.encode()), len(zipped), len(brotli), head, later, verdict]


def entered_row(
    running: Served, name: str, held: dict[str, str], names: dict[str, str]
) -> list[object]:
    """Return the sizes of a page of someone who is in; any page is to hold in 14 kB."""
    who, path = entered.PAGES[name]
    asked = {"Cookie": held[who]}
    url = running.url + path.format(**names)
    brotli, head = fetch(url, **{"Accept-Encoding": "br", **asked})
    text = fetch(url, **{"Accept-Encoding": "identity", **asked})[0].decode()
    later = sum(weight(running, file) for file in sorted(set(FILES.findall(text))))
    verdict = "yes" if len(brotli) <= ANY_PAGE else "NO"
    return [name, len(text.encode()), len(brotli), head, later, verdict]


def weight(running: Served, file: str) -> int:
    """Return the bytes of a file of static/, compressed."""
    return len(fetch(running.url + file, **{"Accept-Encoding": "br"})[0])


def letters(running: Served, mode: str) -> list[object]:
    """Return what the letters of a mode weigh: all their files, of which a page asks for some."""
    text = fetch(running.url, Cookie=f"{COOKIE}={MODES[mode]}")[0].decode()
    files = [weight(running, file) for file in LETTERS.findall(text)]
    return [mode, len(files), sum(files)]


def main() -> None:
    """Print the tables."""
    with served() as running:
        spoken = [row(running, name, prefix) for name in PAGES for prefix in LANGUAGES]
        modes = [
            row(running, name, "", cookie, mode) for name in PAGES for mode, cookie in MODES.items()
        ]
        held, names = entered.enter(running)
        inside = [entered_row(running, name, held, names) for name in entered.PAGES]
        drawn = [letters(running, mode) for mode in ("Atkinson", "Andika", "OpenDyslexic")]
    print(table(HEAD, spoken))
    print(table(HEAD, modes))
    print(table(["page", "raw", "brotli", "headers", "scripts after", "≤ 14 kB"], inside))
    print(table(["letters", "files", "bytes"], drawn))


if __name__ == "__main__":
    main()
