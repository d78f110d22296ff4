"""Where SQLite is read row by row, one thread makes a page at a time; elsewhere nobody waits."""

from threading import Barrier, BrokenBarrierError, Thread

import pytest
from werkzeug.test import Client

from webapp.extensions import db
from webapp.offers import usual

pytestmark = pytest.mark.usefixtures("database")


def met(app, monkeypatch, *addresses: str) -> bool:
    """Whether two people who ask for these pages are answered at the same time."""
    both, seen = Barrier(2), []

    def write(*_args: object, **_context: object) -> str:
        try:
            both.wait(timeout=1)
        except BrokenBarrierError:
            return "alone"
        seen.append("two")
        return "two"

    monkeypatch.setattr(usual, "write", write)
    monkeypatch.setattr("webapp.pages.views.render", write)
    asked = [Thread(target=lambda address=one: Client(app).get(address)) for one in addresses]
    for thread in asked:
        thread.start()
    for thread in asked:
        thread.join()
    return bool(seen)


def test_pages_of_results_are_made_one_after_the_other_on_sqlite_alone(client, app, monkeypatch):
    alone = db.engine.dialect.name == "sqlite"

    assert met(app, monkeypatch, "/offres?ou=69120", "/simple/offres?ou=69100") is not alone


def test_another_page_waits_for_nobody(client, app, monkeypatch):
    assert met(app, monkeypatch, "/offres?ou=69120", "/reglages")
