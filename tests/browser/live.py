"""The product, served to a real browser by a thread of the tests."""

import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from flask import Flask
from sqlalchemy import select
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.browser import pages
from tests.support import databases
from webapp import create_app
from webapp.extensions import db
from webapp.offers.models import Offer

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

Answer = TypeVar("Answer")


class Quiet(WSGIRequestHandler):
    """Serve without a line for each request, and keep connections as real servers do."""

    protocol_version = "HTTP/1.1"

    def log_request(self, *_args: object, **_kwargs: object) -> None:
        """Say nothing."""


def closing(app: "WSGIApplication") -> "WSGIApplication":
    """Return the application, with answers that let go of their file when nobody reads on.

    A browser that leaves a page cuts its connections; Werkzeug then forgets the answer unclosed.
    """

    def answer(environ: "WSGIEnvironment", start: "StartResponse") -> Iterator[bytes]:
        parts = app(environ, start)
        try:
            yield from parts
        finally:
            getattr(parts, "close", bool)()

    return answer


@dataclass(frozen=True)
class Live:
    """A served application."""

    app: Flask
    url: str

    def path(self, pattern: str) -> str:
        """Return the address that a pattern of `pages.py` means here."""
        if "{" not in pattern:
            return pattern
        offer = self.offer()
        return self.ask(lambda: pages.path_of(pattern, offer))

    def offer(self, **facts: object) -> str:
        """Return the public name of the first published offer with these facts."""
        wanted = select(Offer.public_id).filter_by(status="published", **facts).order_by(Offer.id)
        found = self.ask(lambda: db.session.scalars(wanted).first())
        assert found, f"no offer {facts} in the demonstration"
        return found

    def ask(self, question: Callable[[], Answer]) -> Answer:
        """Return what a function finds in the database, once what it made is committed.

        It runs in a thread of its own: Playwright keeps an event loop in this one, which the
        database's sessions do not bear.
        """

        def asked() -> Answer:
            with self.app.app_context():
                db.session.expire_on_commit = False
                answer = question()
                db.session.commit()
                return answer

        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asked).result()


@contextmanager
def serving(template: Path, folder: Path) -> Iterator[Live]:
    """Serve a copy of a database, with the demonstration in it, on a free port."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        url = f"http://localhost:{listener.getsockname()[1]}"
        database = databases.copy_of(template, folder)
        app = create_app(databases.make_config(database, folder, PUBLIC_URL=url))
        app.test_cli_runner().invoke(args=["demonstration", "load"], catch_exceptions=False)
        server = make_server(
            "127.0.0.1",
            0,
            closing(app),
            threaded=True,
            request_handler=Quiet,
            fd=listener.fileno(),
        )
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        with databases.running(app):
            yield Live(app, url)
        server.shutdown()
        thread.join()
        server.server_close()
