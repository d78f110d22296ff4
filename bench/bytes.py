"""Measure what each page weighs over the wire, compressed: `python -m bench.bytes`."""

import gzip
import re

from bench.served import PAGES, Served, fetch, served, table

LIMIT = 8 * 1024  # bytes of a first view
FILES = re.compile(r"""(?:src|href)="(/static/[^"]+)\"""")


def row(running: Served, name: str, prefix: str) -> list[object]:
    """Return the sizes of one page: sent with brotli, with gzip, and the files it asks for."""
    url = running.address(name).replace(running.url, running.url + prefix)
    brotli, head = fetch(url, **{"Accept-Encoding": "br"})
    zipped, _ = fetch(url, **{"Accept-Encoding": "gzip"})
    text = gzip.decompress(zipped).decode()
    files = sorted(set(FILES.findall(text)))
    later = sum(len(fetch(running.url + file, **{"Accept-Encoding": "br"})[0]) for file in files)
    verdict = "yes" if len(brotli) + head <= LIMIT else "NO"
    language = "simple" if prefix else "French"
    return [name, language, len(text.encode()), len(zipped), len(brotli), head, later, verdict]


def main() -> None:
    """Print the table."""
    with served() as running:
        rows = [row(running, name, prefix) for name in PAGES for prefix in ("", "/simple")]
    head = ["page", "language", "raw", "gzip", "brotli", "headers", "scripts after", "≤ 8 kB"]
    print(table(head, rows))


if __name__ == "__main__":
    main()
