"""The database while a page is only looked at, and while something changes."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.factories import make_offer
from webapp.extensions import db

COUNT = "UPDATE offer SET request_count = request_count + 1"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_looking_at_a_page_cannot_write(app, database, method):
    make_offer()

    with app.test_request_context(method=method), pytest.raises(DBAPIError):
        db.session.execute(text(COUNT))
    db.session.rollback()


def test_changes_made_at_once_wait_for_each_other_and_none_is_lost(app, database):
    offer = make_offer()

    def press(_number: int) -> None:
        with app.test_request_context(method="POST"):
            db.session.execute(text(COUNT))
            db.session.commit()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(press, range(80)))

    db.session.refresh(offer)
    assert offer.request_count == 80


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_postgresql_compiles_no_statement_of_a_page(app, postgres, method):
    with app.test_request_context(method=method):
        assert db.session.scalar(text("SHOW jit")) == "off"
