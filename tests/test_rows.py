"""Plain rows: read by a connection of each thread's own, which never writes, and never late."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import current_app
from sqlalchemy import bindparam, func, literal, select

from tests.factories import make_offer
from webapp import rows
from webapp.extensions import db
from webapp.lists import InList, in_one_text
from webapp.offers.models import Offer

COUNT = select(func.count()).select_from(Offer)
TABLE = Offer.__table__
LISTED = in_one_text(
    select(TABLE.c.id, TABLE.c.week, literal("é"))
    .where(InList(TABLE.c.id, "ids"), TABLE.c.id >= bindparam("least"))
    .order_by(TABLE.c.id.desc())
)


def kept() -> sqlite3.Connection:
    """The connection of this thread."""
    return current_app.extensions["rows"].of(db.get_engine("reader"))


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_rows_come_as_they_are_asked_and_in_their_order(app, database, method):
    numbers = [make_offer(week=[[0, 480, 720]]).id for _turn in range(3)]
    db.session.commit()

    with app.test_request_context(method=method):
        found = rows.ask_for_rows(LISTED, {"ids": numbers[:2], "least": numbers[0]})
        none = rows.ask_for_rows(LISTED, {"ids": [], "least": 0})

    assert [row[0] for row in found] == [numbers[1], numbers[0]]
    assert all(row[1].replace(" ", "") == "[[0,480,720]]" and row[2] == "é" for row in found)
    assert none == []


def test_what_was_just_committed_is_read(app, database):
    with app.test_request_context():
        assert rows.ask(COUNT, {}) == 0
    make_offer()
    db.session.commit()
    with app.test_request_context():
        assert rows.ask(COUNT, {}) == 1


def test_each_thread_reads_by_itself_and_none_writes(app, sqlite):
    def refused(_number: int) -> int:
        with app.test_request_context():
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                kept().execute("DELETE FROM offer")
            return id(kept())

    with ThreadPoolExecutor(4) as threads:
        made = set(threads.map(refused, range(8)))
    with app.test_request_context():
        assert id(kept()) not in made


def test_nothing_is_held_between_two_questions(app, sqlite):
    with app.test_request_context():
        rows.ask(COUNT, {})
        assert not kept().in_transaction
        with sqlite3.connect(db.get_engine("reader").url.database) as writer:
            assert writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0, "busy"


def test_a_connection_is_left_when_the_engine_leaves_its_own_as_after_a_fork(app, sqlite):
    with app.test_request_context():
        before = kept()
        assert kept() is before
        db.get_engine("reader").dispose(close=False)
        assert kept() is not before
