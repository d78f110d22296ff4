"""The addresses that read SQLite many times a second: one thread answers, the others wait.

SQLite lets go of the interpreter's lock at each row that it reads. Eight threads that read at once
hand that lock to one another two hundred times for a page of results, at the price of the page
itself; a thread that waits for its turn is woken once. A database that is asked over a connection
lets others work meanwhile: there nobody waits.
"""

from collections.abc import Iterable
from threading import Lock
from typing import Any

from flask import Flask

from webapp.extensions import db
from webapp.i18n import LANGUAGES, StartResponse, WsgiApp

SHORT = ("/offres",)  # pages that are asked for often, made quickly, and that wait for nothing


class Turns:
    """Lets one thread of this process at a time make one of these pages."""

    def __init__(self, inside: WsgiApp) -> None:
        """Stand before this application."""
        self.inside = inside
        self.lock = Lock()
        spoken = [f"/{prefix}" if prefix else "" for prefix in LANGUAGES]
        self.paths = frozenset(root + path for root in spoken for path in SHORT)

    def __call__(self, environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
        """Answer one request, once those before it are answered."""
        if environ["PATH_INFO"] not in self.paths or environ["REQUEST_METHOD"] != "GET":
            return self.inside(environ, start)
        with self.lock:
            return self.inside(environ, start)


def init_app(app: Flask) -> None:
    """Wait one's turn where SQLite is read."""
    with app.app_context():
        is_sqlite = db.get_engine("reader").dialect.name == "sqlite"
    if is_sqlite:
        app.wsgi_app = Turns(app.wsgi_app)  # type: ignore[method-assign, assignment]
