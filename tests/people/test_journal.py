from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from flask import g
from sqlalchemy import event, select
from sqlalchemy.exc import OperationalError

from tests.factories import make_account, make_person, sign_in
from webapp import clock
from webapp.access import adviser_only
from webapp.extensions import db
from webapp.people import journal
from webapp.people.enums import Act
from webapp.people.models import JournalEntry, Person

NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
LINKS = "<!doctype html><html lang=fr dir=ltr><title>a</title><main><h1>a</h1><a href='tel:1'>b</a>"


def people():
    """Everyone else on the page."""
    return db.session.scalars(select(Person).where(Person.first_name == "Moussa")).all()


@pytest.fixture
def record(app):
    """A page of the test's own that shows a person to a professional."""

    @app.get("/essai/fiche/<int:number>")
    @adviser_only
    def fiche(number: int) -> str:
        person = db.session.get(Person, number)
        journal.seen_now(person, *people())
        journal.seen_now(person)
        return f"{LINKS}{person.first_name}"

    @app.get("/essai/liste")
    @adviser_only
    def listed() -> str:
        people = db.session.scalars(select(Person).order_by(Person.id)).all()
        journal.listed_now(people)
        return LINKS + ", ".join(person.first_name for person in people)


@pytest.fixture
def adviser(client):
    """A professional signed in on this browser."""
    client.simple_too = False
    account = make_account("adviser")
    sign_in(client, account)
    return account


def lines():
    db.session.rollback()
    return db.session.scalars(select(JournalEntry).order_by(JournalEntry.id)).all()


def test_each_page_load_writes_one_line_before_it_is_shown(database, record, client, adviser):
    person = make_person(first_name="Fatou")

    assert "Fatou" in client.get(f"/essai/fiche/{person.id}", base_url="https://localhost").text
    assert "Fatou" in client.get(f"/essai/fiche/{person.id}", base_url="https://localhost").text

    assert [(line.act, line.person_id, line.account_id) for line in lines()] == [
        (Act.SEEN, person.id, adviser.id)
    ] * 2
    assert lines()[0].organisation_id == adviser.organisation_id


def test_a_page_that_shows_several_people_notes_each(database, record, client, adviser):
    shown = [make_person(), make_person(first_name="Moussa"), make_person(first_name="Moussa")]

    client.get(f"/essai/fiche/{shown[0].id}", base_url="https://localhost")

    assert [line.person_id for line in lines()] == [person.id for person in shown]


def test_nothing_is_shown_when_the_line_cannot_be_kept(database, record, client, adviser):
    person = make_person(first_name="Fatou")

    with failing_inserts("journal_entry"):
        page = client.get(f"/essai/fiche/{person.id}", base_url="https://localhost")

    assert page.status_code == 503
    assert "Fatou" not in page.text
    assert "ne peut pas s’ouvrir" in page.text
    assert not lines()


@contextmanager
def failing_inserts(table: str) -> Iterator[None]:
    """A disk that is full for one table."""

    def refuse(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith(f"INSERT INTO {table}"):
            raise OperationalError(statement, {}, Exception("disk full"))

    engine = db.get_engine("default")
    event.listen(engine, "before_cursor_execute", refuse)
    yield
    event.remove(engine, "before_cursor_execute", refuse)


def test_a_list_writes_a_line_a_day_for_each_person(database, record, client, adviser, at):
    shown = [make_person(), make_person()]
    at(NOW)
    sign_in(client, adviser)
    client.get("/essai/liste", base_url="https://localhost")
    client.get("/essai/liste", base_url="https://localhost")
    assert [line.person_id for line in lines()] == [one.id for one in shown]

    at(NOW + timedelta(days=1))
    sign_in(client, adviser)
    client.get("/essai/liste", base_url="https://localhost")
    assert len(lines()) == 4


def test_a_view_by_another_is_another_line(app):
    person, one, other = make_person(), make_account("adviser"), make_account("adviser")
    with app.test_request_context(method="POST"):
        journal.seen(person, one, NOW)
        g.pop("journaled")
        journal.seen(person, other, NOW)
        db.session.commit()

    assert [line.account_id for line in journal.read_by(person)] == [other.id, one.id]


@pytest.mark.parametrize(
    "value", ["Fatou Diallo", "+33639982101", "0639982101", "06 39 98 21 01", "é", 639982101, ""]
)
def test_a_line_holds_no_text_no_name_and_no_number(app, value):
    with pytest.raises(journal.NotAKey):
        journal.note(make_person(), Act.CHANGED, now=NOW, what=value)


@pytest.mark.parametrize("value", ["followup", "phone-changed", date(2026, 11, 21), 31, "ab2cd3ef"])
def test_a_line_may_hold_keys_and_days(app, value):
    person = make_person()
    journal.note(person, Act.CHANGED, now=NOW, what=value)
    db.session.commit()

    kept = journal.read_by(person)[0].about["what"]
    assert kept == (value if isinstance(value, int) else str(value))


def test_lines_are_kept_a_year(database, app):
    person, today = make_person(), clock.today()
    for days in (364, 366, 800):
        journal.note(person, Act.CHANGED, now=clock.now() - timedelta(days=days))
    db.session.commit()

    assert journal.forget_old(today) == 2
    db.session.commit()

    assert len(journal.read_by(person)) == 1
