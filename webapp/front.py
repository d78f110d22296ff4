"""The door before the application: a page just sent is sent again without being asked for inside.

Only what a view has said is the same for everyone (`share`), to visitors without a cookie, while
nothing was committed, and for a few seconds at most. The answer is whole, compressed as it was.
"""

import time
from collections.abc import Hashable, Iterable
from http import HTTPStatus
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from flask import Flask, request

from webapp import changes, security
from webapp.clock import today
from webapp.i18n import LANGUAGES, StartResponse, WsgiApp
from webapp.operations import logs, metrics
from webapp.shelf import Shelf

LASTS = 10  # seconds: what stands around the facts, such as a day that begins, follows
BYTES_A_CARD, BYTES_A_PAGE = 2_000, 40_000
SHARED = "a_deux_pas.shared"
# Whoever says one of these gets an answer of their own.
OWN = ("HTTP_COOKIE", "HTTP_RANGE", "HTTP_IF_MATCH")
ASKED = (
    *("wsgi.url_scheme", "HTTP_X_FORWARDED_PROTO", "HTTP_HOST", "PATH_INFO", "QUERY_STRING"),
    *("HTTP_HX_REQUEST", "HTTP_HX_BOOSTED", "HTTP_HX_HISTORY_RESTORE_REQUEST"),
    *("HTTP_ACCEPT_ENCODING", "HTTP_SAVE_DATA"),
)


class Answer(NamedTuple):
    """What was sent whole: the view that made it, its headers, its bytes, and their tag."""

    view: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    etag: str

    def unchanged(self) -> "Answer":
        """Return the short answer to whoever has these bytes already."""
        said = [one for one in self.headers if not one[0].startswith("Content-")]
        headers = tuple(one for one in said if one[0] not in security.KEPT)
        return self._replace(headers=headers, body=b"")


class Door:
    """Sends again what was just sent; asks the application for anything else."""

    def __init__(self, app: Flask) -> None:
        """Stand before this application."""
        self.app = app
        self.inside: WsgiApp = app.wsgi_app

    @property
    def kept(self) -> Shelf[Answer]:
        """The answers kept, with as much room as the cards of offers have."""
        here = self.app.extensions
        if "front" not in here:
            room = self.app.config["CARD_CACHE"] * BYTES_A_CARD
            here.setdefault("front", Shelf(room // BYTES_A_PAGE))
        found: Shelf[Answer] = here["front"]
        return found

    def __call__(self, environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
        """Answer one request."""
        began = time.perf_counter()
        key = self.key(environ)
        if key is None:
            return self.inside(environ, start)
        answer = self.kept.get(key)
        if answer is None:
            return self.ask(key, environ, start)
        if environ.get("HTTP_IF_NONE_MATCH", "") == answer.etag:
            answer = answer.unchanged()
        status = HTTPStatus.OK if answer.body else HTTPStatus.NOT_MODIFIED
        logs.line(answer.view, "GET", status, began)
        metrics.add(answer.view, "GET", status, time.perf_counter() - began)
        start(f"{status.value} {status.phrase}", list(answer.headers))
        return [answer.body]

    def key(self, environ: dict[str, Any]) -> Hashable | None:
        """Return what the answer depends on; None where it must be made anew."""
        if environ["REQUEST_METHOD"] != "GET" or any(name in environ for name in OWN):
            return None
        state = changes.seen_from_outside(self.app) if self.kept.places else None
        if state is None or changes_language(environ):
            return None
        asked = tuple(environ.get(name, "") for name in ASKED)
        turn = int(time.monotonic() / LASTS)
        return (*asked, state, today(), turn)

    def ask(self, key: Hashable, environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
        """Ask the application, and keep its answer where the view said that all may have it."""
        said: list[tuple[str, list[tuple[str, str]]]] = []

        def listen(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            said[:] = [(status, headers)]
            return start(status, headers, *error)

        parts = self.inside(environ, listen)
        view = environ.get(SHARED)
        if view is None or not said or not may_be_shared(*said[0]):
            return parts
        headers, body = tuple(said[0][1]), b"".join(parts)
        self.kept.put(key, Answer(view, headers, body, dict(headers).get("ETag", "none")))
        return [body]


def may_be_shared(status: str, headers: list[tuple[str, str]]) -> bool:
    """Return whether an answer is a whole page that gives its visitor nothing of their own."""
    return status.startswith("200") and all(name.lower() != "set-cookie" for name, _ in headers)


def changes_language(environ: dict[str, Any]) -> bool:
    """Return whether someone comes from a page of ours in another language: it is remembered."""
    before = urlsplit(environ.get("HTTP_REFERER", ""))
    ours = before.netloc == environ.get("HTTP_HOST")
    return ours and prefix(before.path) != prefix(environ.get("PATH_INFO", ""))


def prefix(path: str) -> str:
    """Return the language at the front of a path."""
    first = path[1:].partition("/")[0]
    return first if first in LANGUAGES else ""


def share() -> None:
    """Say, before anything is read, that this answer is the same for everyone who asks for it now.

    It is kept where the database tells of its commits: else what was read may be changed already.
    """
    if changes.state() is not None:
        request.environ[SHARED] = request.endpoint


def init_app(app: Flask) -> None:
    """Stand before everything else."""
    app.wsgi_app = Door(app)  # type: ignore[method-assign, assignment]
