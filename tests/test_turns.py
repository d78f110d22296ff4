"""Where SQLite is read row by row, one thread reads at a time; elsewhere nobody waits."""

from threading import Barrier, BrokenBarrierError, Thread

import pytest

from webapp.extensions import db
from webapp.turns import in_turn

pytestmark = pytest.mark.usefixtures("database")


def met(app) -> bool:
    """Whether two threads that run such a view are in it at the same time."""
    both, seen = Barrier(2), []

    @in_turn
    def view() -> str:
        try:
            both.wait(timeout=1)
        except BrokenBarrierError:
            return "alone"
        seen.append("two")
        return "two"

    def ask() -> None:
        with app.test_request_context("/"):
            view()

    threads = [Thread(target=ask) for _number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return bool(seen)


def test_threads_take_turns_on_sqlite_alone(client, app):
    assert met(app) is (db.engine.dialect.name != "sqlite")
