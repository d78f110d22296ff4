"""One application lent to test after test, each with a database, a folder and a memory of its own.

Making an application takes a quarter of a second, most of it for addresses and scripts that are
always the same. What a test may change is put back; an application to which a test added pages or
words is not lent again.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path

from flask import Flask

from tests.support import databases
from webapp import create_app
from webapp.extensions import limiter


class Pool:
    """The application of this process of tests, when one has been made."""

    def __init__(self, folder: Path) -> None:
        """Keep in a folder what every test shares: scripts, and the link to its database."""
        self.folder = folder
        self.database = folder / "app.db"  # a link: engines outlive the test
        self.app: Flask | None = None
        self.known: object = None
        self.extensions: dict[str, object] = {}

    @contextmanager
    def lend(self, data_dir: Path) -> Iterator[Flask]:
        """Yield an application on the database of this folder, as if it were new."""
        self.database.unlink(missing_ok=True)
        self.database.symlink_to(data_dir / "app.db")
        app = self.app or self.make()
        self.put_back(app, data_dir)
        self.app = None  # a test that asks for another one meanwhile gets a new one
        try:
            with databases.running(app):
                yield app
        finally:
            if fingerprint(app) == self.known and self.database.is_symlink():
                self.app = app

    def make(self) -> Flask:
        """Make the application, and note what it is like."""
        app = create_app(databases.make_config(f"sqlite:///{self.database}", self.folder))
        self.known, self.extensions = fingerprint(app), dict(app.extensions)
        return app

    def put_back(self, app: Flask, data_dir: Path) -> None:
        """Forget what an earlier test set, counted or remembered."""
        config = databases.make_config(f"sqlite:///{self.database}", data_dir)
        app.config.update({one.name: getattr(config, one.name) for one in fields(config)})
        app.extensions.clear()
        app.extensions.update(self.extensions)
        app._got_first_request = False  # so that a test may add pages to it
        limiter.reset()


def fingerprint(app: Flask) -> object:
    """Return what changes when a test gives an application other pages, words or steps."""
    return (
        frozenset(app.view_functions.items()),
        sum(1 for _ in app.url_map.iter_rules()),
        {part: len(steps) for part, steps in app.before_request_funcs.items()},
        {part: len(steps) for part, steps in app.after_request_funcs.items()},
        frozenset(app.jinja_env.globals),
        id(app.wsgi_app),
        id(app.jinja_env.loader),
    )
