"""The process that makes one document: HTML on standard input, a tagged PDF on standard output.

It is run as a file, loads neither the application nor the database, and ends with its document: the
memory that WeasyPrint takes goes with it. It reads our own letters and nothing else, neither of
this machine nor of the network, whatever the HTML asks for.
"""

import resource
import sys
from pathlib import Path
from typing import Any

from weasyprint import HTML  # it loads Pango, or fails
from weasyprint.urls import URLFetcher, URLFetcherResponse

LETTERS = Path(__file__).resolve().parent.parent.parent / "static" / "fonts"
SCHEME = "letters:"
VARIANT = "pdf/ua-1"
MOST_MEMORY = 1 << 30  # bytes of address space: a page takes a third of it
MOST_SECONDS = 30  # of a processor


class Letters(URLFetcher):  # type: ignore[misc]
    """Reads our own letters; refuses every other address."""

    def fetch(self, url: str, headers: object = None) -> Any:
        """Return a file of static/fonts, `letters:name.woff2`."""
        path = LETTERS / url.removeprefix(SCHEME)
        if not url.startswith(SCHEME) or path.parent != LETTERS or path.suffix != ".woff2":
            raise ValueError("only our own letters are read")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/woff2"})


def main() -> int:
    """Make a document; with --exists nothing more: that it was run tells that it can be done."""
    if "--exists" in sys.argv:
        return 0
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    page = HTML(string=sys.stdin.buffer.read().decode(), url_fetcher=Letters())
    sys.stdout.buffer.write(page.write_pdf(pdf_variant=VARIANT, pdf_tags=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
