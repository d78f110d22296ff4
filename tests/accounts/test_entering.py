"""Coming in with a number: the code, who may type it, how often, and what is never told."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import delete, event, select

from tests.accounts.entering import (
    NUMBER,
    TYPED,
    ask_code,
    count,
    enter,
    last_code,
    prove,
    texts_to,
    type_code,
    wrong_code,
)
from tests.factories import make_person
from tests.support.client import Page
from webapp.accounts.models import Attempt, SignInCode
from webapp.extensions import db
from webapp.messages.models import Message
from webapp.people.models import Person

MINUTE = timedelta(minutes=1)


pytestmark = pytest.mark.usefixtures("on_monday")


def test_a_new_person_types_a_number_a_code_and_a_first_name(client):
    page = client.get("/connexion")
    field = page.one("input[name=phone]").attributes

    assert len(page.all("main input")) == 1
    assert (field["autocomplete"], field["inputmode"], field["type"]) == ("tel", "tel", "tel")
    assert "Nous envoyons un code par SMS" in page.words

    assert ask_code(client).location == "/connexion/code"
    page = client.get("/connexion/code")
    field = page.one("input[name=code]").attributes
    assert (field["autocomplete"], field["inputmode"]) == ("one-time-code", "numeric")
    assert TYPED in page.words.replace("\u00a0", " ")

    assert type_code(client, last_code()).location == "/connexion/prenom"
    assert client.get("/connexion/prenom").h1 == "Votre prénom"
    answer = client.post("/connexion/prenom", data={"first_name": "Awa"})
    assert answer.location == "/connexion/telephone"

    page = client.get("/suivi")
    assert page.h1 == "Bonjour Awa"
    person = db.session.scalars(select(Person)).one()
    assert (person.phone, person.first_name) == (NUMBER, "Awa")


def test_the_sms_begins_with_the_code_and_ends_with_the_line_that_browsers_read(client):
    ask_code(client)
    message = db.session.scalars(select(Message)).one()
    code = last_code()

    assert message.text.startswith(f"{code[:3]} {code[3:]} ")
    assert message.text.endswith(f"\n\n@localhost #{code}")
    assert message.parts == 1
    assert message.kind == "code"
    assert message.drop_at == message.created_at + 10 * MINUTE


def test_the_database_keeps_neither_the_code_nor_the_browser_nor_the_number_of_a_try(client):
    ask_code(client)
    kept = db.session.scalars(select(SignInCode)).one()
    tried = db.session.scalars(select(Attempt)).one()
    cookie = client.get_cookie("__Host-browser")

    assert last_code() not in kept.code_hash + kept.browser_hash
    assert cookie.value not in kept.browser_hash
    assert NUMBER not in tried.subject
    assert "127.0.0.1" not in tried.network


def test_pages_of_sign_in_stay_out_of_caches(client):
    ask_code(client)

    assert "no-store" in client.get("/connexion/code").headers["Cache-Control"]


def masked(answer: Page) -> tuple[int, list[tuple[str, str]], bytes]:
    """An answer without the hour, and without the names drawn by chance for this browser."""
    headers = [
        (name, re.sub(r"(__Host-\w+|Expires)=[^;]+", r"\1=…", value))
        for name, value in answer.headers
        if name != "Date"
    ]
    return answer.status_code, headers, answer.data


def answers(app: Flask) -> list[Page]:
    """What a browser that tries things with the number is answered."""
    client = app.test_client()
    client.simple_too = False
    return [
        ask_code(client),
        client.get("/connexion/code"),
        type_code(client, "hello"),
        type_code(client, wrong_code()),
        client.post("/connexion/code/encore"),
        ask_code(app.test_client()),
        type_code(client, last_code()),
        client.get("/connexion/prenom"),
    ]


def forget_everything() -> None:
    """Leave no trace of what was asked before."""
    for table in (SignInCode, Attempt, Message):
        db.session.execute(delete(table))
    db.session.commit()


def test_no_byte_tells_whether_a_number_is_known(app):
    unknown = [masked(answer) for answer in answers(app)]
    forget_everything()
    make_person(phone=NUMBER)
    known = [masked(answer) for answer in answers(app)]

    for one, other in zip(unknown, known, strict=True):
        for part, same in zip(one, other, strict=True):
            assert part == same


def test_the_same_statements_are_run_whether_a_number_is_known(app):
    make_person(phone=NUMBER)
    counts = []
    for number in (NUMBER, "+33639985678"):
        statements: list[str] = []

        def note(*said: object, statements: list[str] = statements) -> None:
            statements.append(str(said[2]))

        engine = db.get_engine("default")
        event.listen(engine, "before_cursor_execute", note)
        client = app.test_client()
        client.simple_too = False
        ask_code(client, number)
        type_code(client, "121212")
        event.remove(engine, "before_cursor_execute", note)
        counts.append(statements)

    assert counts[0] == counts[1]
    assert not [one for one in counts[0] if "person" in one.lower().split("from")[-1].split()[:1]]


def test_who_may_ask_for_no_more_codes_is_told_how_long_to_wait(app, client):
    ask_code(client)
    page = ask_code(app.test_client())

    assert page.status_code == 429
    assert "Attendez 30 secondes" in page.words.replace("\u00a0", " ")
    assert page.fields("main form")["phone"] == TYPED


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("04 65 71 00 01", "il ne reçoit pas de SMS"),
        ("09 75 12 34 56", "il ne reçoit pas de SMS"),
        ("+44 7911 123456", "d’un autre pays"),
        ("06 39 98", "Il manque des chiffres"),
        ("", "Écrivez un numéro"),
        ("mon téléphone", "Il y a des lettres"),
        ("0899 123 456", "coûte cher"),
        ("9" * 10_000, "chiffres en trop"),
    ],
)
def test_a_number_that_gets_no_sms_is_told_kindly(client, typed, said):
    page = ask_code(client, typed)

    assert page.status_code == 422
    assert said in page.words
    assert page.fields("main form")["phone"] == typed
    assert count(Message) == 0


def test_a_number_pasted_in_a_sentence_is_found(client):
    ask_code(client, "Mon numéro c’est le 06.39.98.12.34 merci")

    assert texts_to(NUMBER)


def test_who_is_known_on_this_phone_enters_without_a_step(client):
    enter(client)

    assert client.get("/connexion").location == "/suivi"
    assert client.get("/suivi").status_code == 200


def test_the_page_that_was_wanted_is_opened_in_the_end(client):
    wanted = client.get("/moi/carte").location
    assert wanted == "/connexion?suite=%2Fmoi%2Fcarte"
    form = client.get(wanted).one("main form").attributes
    client.post(form["action"], data={"phone": TYPED})
    type_code(client, last_code())
    client.post("/connexion/prenom", data={"first_name": "Awa"})
    client.post("/connexion/telephone", data={"whose": "shared"})
    answer = client.post("/connexion/anniversaire", data={"answer": "14 07"})

    assert answer.location == "/moi/carte"


@pytest.mark.parametrize("address", ["https://mechant.example", "//mechant.example", "/\\mechant"])
def test_nobody_is_sent_to_another_site(client, address):
    ask_code(client, suite=address)
    type_code(client, last_code())
    client.post("/connexion/prenom", data={"first_name": "Awa"})
    client.post("/connexion/telephone", data={"whose": "shared"})

    assert client.post("/connexion/anniversaire", data={"answer": "14 07"}).location == "/suivi"


def test_a_first_name_is_needed_and_kindly_asked_again(client):
    prove(client)
    for typed in ("", "123", "x" * 10_000):
        page = client.post("/connexion/prenom", data={"first_name": typed})
        assert page.status_code == 422
    assert count(Person) == 0


def test_entering_makes_a_new_secret_so_that_none_can_be_planted(client):
    client.set_cookie("__Host-device", "planted" * 6, secure=True)
    client.set_cookie("__Host-session", "planted", secure=True)
    enter(client)

    assert client.get_cookie("__Host-device").value != "planted" * 6
    assert "planted" not in client.get_cookie("__Host-device").value
