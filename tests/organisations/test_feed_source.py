"""The feed read at an address, page after page, slowly, and only there."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from tests.organisations.feed_pages import a_page, a_structure
from webapp.organisations import feed_source
from webapp.organisations.feed_source import BETWEEN, LATER, Pages, read_feed

Answer = tuple[int, bytes, dict[str, str]]


class Site:
    """A site of the feed on this machine: what it answers, and what was asked."""

    def __init__(self) -> None:
        """Start with nothing to say."""
        self.answers: dict[str, list[Answer]] = {}
        self.asked: list[str] = []
        self.url = ""

    def says(self, path: str, page: Any, status: int = 200, **headers: str) -> None:
        """Add an answer for a path; the last one is given again and again."""
        content = page if isinstance(page, bytes) else json.dumps(page).encode()
        self.answers.setdefault(path, []).append((status, content, headers))

    def answer(self, path: str) -> Answer:
        """Return what to answer now."""
        self.asked.append(path)
        ready = self.answers[path]
        return ready.pop(0) if len(ready) > 1 else ready[0]


def handler(site: Site) -> type[BaseHTTPRequestHandler]:
    """Return what gives the prepared answers of a site."""

    class Handler(BaseHTTPRequestHandler):
        """Give the prepared answers."""

        def do_GET(self) -> None:
            status, content, headers = site.answer(self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_args: Any) -> None:
            """Say nothing."""

    return Handler


@pytest.fixture
def site() -> Iterator[Site]:
    """A site that serves pages on the loopback."""
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(site))
    site.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield site
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def waited() -> list[float]:
    """The seconds that were waited for."""
    return []


@pytest.fixture
def read(site, waited) -> Callable[..., Any]:
    """A function that reads the feed of the site without really waiting."""
    return lambda path="/": read_feed(site.url + path, pause=waited.append)


def test_follows_the_pages_at_twelve_calls_a_minute(site, read, waited):
    site.says("/", a_page(a_structure(1), count=3, next=f"{site.url}/?page=2"))
    site.says("/?page=2", a_page(a_structure(2), count=3, next="/?page=3"))
    site.says("/?page=3", a_page(a_structure(3), count=3))

    reading = read()

    assert len(reading.structures) == 3
    assert reading.whole
    assert len(waited) == 2
    assert all(BETWEEN - 1 < seconds <= BETWEEN for seconds in waited)


def test_a_page_in_error_is_asked_for_again(site, read, waited):
    site.says("/", {"detail": "ralenti"}, status=429)
    site.says("/", b"{broken")
    site.says("/", a_page(a_structure()))

    reading = read()

    assert reading.whole
    assert waited.count(LATER) == 2


@pytest.mark.parametrize(
    ("status", "content"), [(500, b"oops"), (404, b"{}"), (200, b"<html>"), (200, b"\xff\xfe")]
)
def test_a_page_that_stays_in_error_is_said_and_what_came_before_is_kept(
    site, read, status, content
):
    site.says("/", a_page(a_structure(1), next="/?page=2"))
    site.says("/?page=2", content, status=status)

    reading = read()

    assert len(reading.structures) == 1
    assert "page 2" in reading.problems[0]
    assert not reading.whole


def test_nobody_there_is_said_without_waiting_for_ever(waited):
    reading = read_feed("http://127.0.0.1:9/", pause=waited.append)

    assert "does not answer" in reading.problems[0]
    assert not reading.whole


@pytest.mark.parametrize("elsewhere", ["http://example.org/", "file:///etc/passwd", "//x.org/"])
def test_never_goes_to_another_site(site, read, elsewhere):
    site.says("/", a_page(a_structure(), next=elsewhere))

    reading = read()

    assert len(site.asked) == 1
    assert not reading.whole


def test_follows_no_redirection(site, read):
    site.says("/", b"", status=302, Location=f"{site.url}/secret")
    site.says("/secret", a_page(a_structure()))

    assert not read().structures
    assert "/secret" not in site.asked


def test_pages_that_turn_in_a_circle_end(site, read):
    site.says("/", a_page(a_structure(), next="/"))

    assert len(read().structures) == 1
    assert site.asked == ["/"]


def test_a_feed_asked_for_in_part_is_not_whole(site, read):
    site.says("/?departement=69", a_page(a_structure()))

    assert not read("/?departement=69").whole


def test_an_answer_without_end_is_given_up(site, monkeypatch):
    monkeypatch.setattr(feed_source, "MOST_OF_A_PAGE", 1000)
    site.says("/", b" " * 5000)

    (page,) = Pages(site.url + "/", lambda _seconds: None).all()

    assert isinstance(page[1], ValueError)
