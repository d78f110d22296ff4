"""My two records made one by myself: both numbers proven, and one thing I know."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import make_account, make_application, make_person, sign_in
from webapp.accounts import cards, known
from webapp.extensions import db
from webapp.messages.queries import outbox
from webapp.people import recovery
from webapp.people.enums import Checked

SITE = "https://localhost"
OTHER = "+33639985678"
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def morning(at):
    """A Saturday morning."""
    at(NOW)


@pytest.fixture
def me(client):
    person = make_person(created_at=NOW - timedelta(days=30))
    sign_in(client, person)
    return person


@pytest.fixture
def other(app):
    person = make_person(first_name="Fatoumata", phone=OTHER)
    cards.learn_birthday(person, "14-07")
    db.session.commit()
    return person


def send(browser, step: str, **data: str):
    return browser.post(f"/moi/reunir{step}", data=data, base_url=SITE)


def code_sent() -> str:
    texts = [one.text for one in outbox(OTHER) if one.kind == "code"]
    found = re.match(r"(\d{3}) (\d{3})", texts[-1])
    assert found
    return found[1] + found[2]


def after_code(client):
    page = send(client, "", phone="06 39 98 56 78")
    return send(client, "/code", carried=page.fields()["carried"], code=code_sent())


def carried(page) -> str:
    return page.fields()["carried"]


def test_two_records_become_one_by_a_code_and_a_birthday(client, me, other, database):
    page = after_code(client)
    assert page.h1 == "C’est bien votre fiche ?"
    page = send(client, "/preuve", carried=carried(page), birthday="14 juillet")
    assert page.h1 == "Vos deux fiches"

    answer = send(client, "/fin", carried=carried(page), phone=OTHER)

    db.session.expire_all()
    assert answer.status_code == 303
    assert me.merged_into_id == other.id  # the one whose day of birth is known stays
    assert other.phone == OTHER
    assert client.get("/moi", base_url=SITE).status_code == 200


def test_the_code_of_the_other_number_alone_shows_nothing(client, me, other):
    page = after_code(client)

    assert "Fatoumata" not in page.text
    for _ in range(6):
        page = send(client, "/preuve", carried=carried(page), birthday="15 07")
        assert page.status_code == 422
        assert "Fatoumata" not in page.text
    page = send(client, "/preuve", carried=carried(page), birthday="14 07")
    assert page.status_code == 422, "five wrong answers close the question for the day"


def test_the_employer_asked_before_is_one_thing_i_know(client, me):
    other = make_person(first_name="Fatou", phone=OTHER)
    make_application(person_id=other.id, phone=OTHER)
    page = after_code(client)
    question = known.question_for(other)
    assert question is not None

    page = send(client, "/preuve", carried=carried(page), employer=question.right)

    assert page.h1 == "Vos deux fiches"


@pytest.mark.parametrize("first_name", ["Karim", "Zeynep"])
def test_a_number_of_someone_else_is_said_as_a_number_of_nobody(client, me, first_name):
    make_person(first_name=first_name, phone=OTHER)

    answer = after_code(client)

    assert answer.status_code == 303
    assert "Rien à réunir" in client.get("/moi/reunir", base_url=SITE).words


def test_a_wrong_code_leads_nowhere(client, me, other):
    page = send(client, "", phone="06 39 98 56 78")
    wrong = "121212" if code_sent() != "121212" else "131313"

    page = send(client, "/code", carried=carried(page), code=wrong)

    assert page.status_code == 422
    assert "pas le bon code" in page.words


def test_no_step_can_be_skipped(client, me, other):
    page = send(client, "", phone="06 39 98 56 78")

    for step in ("/preuve", "/fin"):
        assert send(client, step, carried=carried(page), phone=OTHER).status_code == 410
        assert send(client, step, phone=OTHER).status_code == 410


def test_what_someone_else_began_is_not_mine(app, client, me, other):
    page = after_code(client)
    thief = app.test_client()
    sign_in(thief, make_person(first_name="Fatou"))

    assert send(thief, "/preuve", carried=carried(page), birthday="14 07").status_code == 410


def test_nothing_becomes_one_while_an_old_number_may_say_no(client, me, other):
    recovery.change(other, "+33639981111", Checked.PAPERS, make_account("adviser"), NOW, lost=True)
    recovery.change(other, OTHER, Checked.PAPERS, make_account("adviser"), NOW, lost=True)
    db.session.commit()
    page = send(client, "", phone="06 39 98 56 78")
    page = send(client, "/code", carried=carried(page), code=code_sent())
    page = send(client, "/preuve", carried=carried(page), birthday="14 07")

    page = send(client, "/fin", carried=carried(page), phone=OTHER)

    assert page.status_code == 409
    db.session.expire_all()
    assert other.merged_into_id is None
