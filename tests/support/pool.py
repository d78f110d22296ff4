"""One application lent to test after test, each with a database, a folder and a memory of its own.

Making an application takes a quarter of a second, most of it for addresses and scripts that are
always the same. What a test may change is put back, the pages that it added too; an application to
which a test added words or steps is not lent again.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy, deepcopy
from dataclasses import fields
from pathlib import Path
from typing import Any

import structlog
from flask import Flask
from flask.typing import RouteCallable
from werkzeug.routing import Map

from tests.support import databases
from webapp import create_app
from webapp.extensions import limiter


class Pool:
    """The application of this process of tests on one kind of database, when one has been made."""

    def __init__(self, folder: Path, url: str) -> None:
        """Keep in a folder what every test shares; the address stays, engines outlive the test."""
        self.folder = folder
        self.url = url
        self.app: Flask | None = None
        self.known: object = None
        self.extensions: dict[str, object] = {}
        self.last_steps: list[Callable[..., object]] = []
        self.views: dict[str, RouteCallable] = {}
        self.addresses = Map()
        self.logs: dict[str, Any] = {}

    @contextmanager
    def lend(self, data_dir: Path) -> Iterator[Flask]:
        """Yield an application on the database of this folder, as if it were new."""
        self.turn_to(data_dir)
        app = self.app or self.make()
        self.put_back(app, data_dir)
        self.app = None  # a test that asks for another one meanwhile gets a new one
        try:
            with databases.running(app):
                yield app
        finally:
            if fingerprint(app) == self.known and self.is_whole():
                self.app = app

    def turn_to(self, data_dir: Path) -> None:
        """Make the address lead to the database of the test that has this folder."""

    def is_whole(self) -> bool:
        """Return whether the address can lead to another database."""
        return True

    def make(self) -> Flask:
        """Make the application, and note what it is like."""
        app = create_app(databases.make_config(self.url, self.folder))
        self.known, self.extensions = fingerprint(app), dict(app.extensions)
        self.last_steps = list(app.teardown_request_funcs.get(None, []))
        self.views, self.addresses = app.view_functions, app.url_map
        self.logs = structlog.get_config()
        return app

    def put_back(self, app: Flask, data_dir: Path) -> None:
        """Forget what an earlier test set, counted or remembered."""
        config = databases.make_config(self.url, data_dir)
        app.config.update({one.name: getattr(config, one.name) for one in fields(config)})
        app.extensions.clear()
        app.extensions.update(self.extensions)
        app.teardown_request_funcs[None] = list(self.last_steps)  # each client adds one
        app.view_functions = dict(self.views)
        if app.url_map is self.addresses or how_many(app.url_map) > how_many(self.addresses):
            app.url_map = copied(self.addresses)
        app._got_first_request = False  # so that a test may add pages to it
        structlog.configure(**self.logs)  # an application made elsewhere writes its own way
        limiter.reset()


class LinkedPool(Pool):
    """On SQLite the address is a link to the file of each test."""

    def __init__(self, folder: Path) -> None:
        """Put the link in the folder."""
        self.database = folder / "app.db"
        super().__init__(folder, f"sqlite:///{self.database}")

    def turn_to(self, data_dir: Path) -> None:
        """Link to the file of this test."""
        self.database.unlink(missing_ok=True)
        self.database.symlink_to(data_dir / "app.db")

    def is_whole(self) -> bool:
        """Return whether the link is still one: to restore a database puts a file there."""
        return self.database.is_symlink()


def how_many(addresses: Map) -> int:
    """Return how many addresses there are."""
    return sum(1 for _ in addresses.iter_rules())


def copied(addresses: Map) -> Map:
    """Return a map to add to, of the same addresses; to read each of them anew takes long."""
    rules = {id(rule): rule for rule in addresses.iter_rules()}
    twin = copy(addresses)
    twin._matcher = deepcopy(addresses._matcher, rules)
    twin._rules_by_endpoint = {
        endpoint: list(rules) for endpoint, rules in addresses._rules_by_endpoint.items()
    }
    return twin


def fingerprint(app: Flask) -> object:
    """Return what changes when a test gives an application other words or steps."""
    return (
        {part: len(steps) for part, steps in app.before_request_funcs.items()},
        {part: len(steps) for part, steps in app.after_request_funcs.items()},
        frozenset(app.jinja_env.globals),
        id(app.wsgi_app),
        id(app.jinja_env.loader),
    )
