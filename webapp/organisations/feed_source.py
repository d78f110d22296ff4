"""Where the public feed comes from: a saved file, or its address read page by page, slowly."""

import gzip
import json
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import parse_qs, urljoin, urlsplit

from webapp.organisations.feed_reading import Reading, pages_of, take_page

MOST_BYTES = 256 * 1024 * 1024  # of a saved feed, unpacked: that of the whole country has some 20
MOST_OF_A_PAGE = 16 * 1024 * 1024
MOST_PAGES = 2_000
BETWEEN = 60 / 12  # seconds: twelve calls a minute without an account
PATIENCE = 30.0  # seconds for one answer
TRIES = 3
LATER = 30.0  # seconds before asking again after an error
FILTERS = frozenset(
    ("departement", "postes_dans_le_departement", "code_insee", "distance_max_km", "type")
)
GZIP = b"\x1f\x8b"


class BadSource(Exception):
    """The feed cannot be read at all; the message says why."""


class Pause(Protocol):
    """How to wait."""

    def __call__(self, seconds: float, /) -> None:
        """Wait so many seconds."""


def read_feed(source: str, pause: Pause = time.sleep) -> Reading:
    """Read the feed from a file or an http address; raise BadSource where a file cannot be read."""
    reading = Reading()
    if urlsplit(source).scheme in ("http", "https"):
        reading.whole = not FILTERS.intersection(parse_qs(urlsplit(source).query))
        pages: Iterator[tuple[str, Any]] = Pages(source, pause).all()
    else:
        pages = pages_of(text_of(Path(source)))
    for name, page in pages:
        take_page(reading, name, page)
    reading.finish()
    return reading


def text_of(path: Path) -> str:
    """Return the text of a saved feed, packed with gzip or not."""
    try:
        with path.open("rb") as file:
            start = file.read(2)
            file.seek(0)
            if start == GZIP:
                with gzip.GzipFile(fileobj=file) as unpacked:
                    content = unpacked.read(MOST_BYTES + 1)
            else:
                content = file.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise BadSource(f"{path.name} cannot be read: {error}") from error
    if len(content) > MOST_BYTES:
        raise BadSource(f"{path.name} is longer than {MOST_BYTES >> 20} MB")
    return content.decode("utf-8-sig", errors="replace")


class NotHere(urllib.request.HTTPRedirectHandler):
    """Follow no redirection: the feed is read where it was asked for and nowhere else."""

    def redirect_request(self, *_args: Any, **_kwargs: Any) -> None:
        """Refuse to go elsewhere."""


@dataclass
class Pages:
    """The pages of the feed at an address, each naming the next."""

    source: str
    pause: Pause
    clock: Callable[[], float] = time.monotonic
    asked_at: float | None = None

    def all(self) -> Iterator[tuple[str, Any]]:
        """Give each page; the last one is its error where a page cannot be had."""
        url: str | None = self.source
        seen: set[str] = set()
        while url and len(seen) < MOST_PAGES:
            seen.add(url)
            page = self.page(url)
            yield f"page {len(seen)}", page
            if isinstance(page, ValueError):
                return
            url = self.after(url, page, seen)

    def after(self, url: str, page: Any, seen: set[str]) -> str | None:
        """Return the address of the next page, if it is a new one on the same site."""
        follows = page.get("next") if isinstance(page, dict) else None
        if not isinstance(follows, str):
            return None
        follows = urljoin(url, follows)
        here, there = urlsplit(self.source), urlsplit(follows)
        same = (here.scheme, here.netloc) == (there.scheme, there.netloc)
        return follows if same and follows not in seen else None

    def page(self, url: str) -> Any:
        """Return a page, asked for again after a rest when it fails; or its error."""
        fault = ValueError("was never asked for")
        for attempt in range(TRIES):
            if attempt:
                self.pause(LATER)
            self.slow_down()
            try:
                return json.loads(self.content(url))
            except urllib.error.HTTPError as error:
                fault = ValueError(f"answers with status {error.code}")
                error.close()
            except (OSError, HTTPException) as error:
                fault = ValueError(f"does not answer ({type(error).__name__})")
            except (ValueError, RecursionError):
                fault = ValueError("is no JSON")
        return fault

    def slow_down(self) -> None:
        """Wait until the next call is allowed."""
        now = self.clock()
        if self.asked_at is not None and now < self.asked_at + BETWEEN:
            self.pause(self.asked_at + BETWEEN - now)
        self.asked_at = self.clock()

    def content(self, url: str) -> bytes:
        """Return what an address answers; its scheme was checked to be http or https."""
        request = urllib.request.Request(  # noqa: S310
            url, headers={"Accept": "application/json", "User-Agent": "a-deux-pas"}
        )
        opener = urllib.request.build_opener(NotHere)
        with opener.open(request, timeout=PATIENCE) as answer:
            content: bytes = answer.read(MOST_OF_A_PAGE + 1)
        if len(content) > MOST_OF_A_PAGE:
            raise OSError("longer than a page may be")
        return content
