"""Coming in with a number: the code, who may type it, how often, and what is never told."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import delete, event, func, select

from tests.accounts.entering import (
    MONDAY,
    NUMBER,
    TYPED,
    ask_code,
    enter,
    last_code,
    prove,
    texts_to,
    type_code,
    wrong_code,
)
from tests.factories import make_person
from tests.support.client import Page
from webapp.accounts.models import Attempt, Device, SignInCode
from webapp.extensions import db
from webapp.messages.models import Message
from webapp.people.models import Person

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def on_monday(at):
    """Monday 23 November 2026, at 10 in the morning."""
    at(MONDAY)


def count(table: type) -> int:
    """How many rows a table has."""
    db.session.commit()
    return db.session.scalar(select(func.count()).select_from(table)) or 0


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


@pytest.mark.parametrize("writing", ["{0} {1}", "{0}-{1}", "Votre code est {0} {1}.", " {0}{1}\n"])
def test_a_code_is_taken_however_it_is_pasted(client, writing):
    ask_code(client)
    code = last_code()

    assert type_code(client, writing.format(code[:3], code[3:])).location == "/connexion/prenom"


def test_full_width_digits_are_understood_in_the_number_and_in_the_code(client):
    wide = {48 + n: 0xFF10 + n for n in range(10)}
    ask_code(client, "0639981234".translate(wide))

    assert type_code(client, last_code().translate(wide)).location == "/connexion/prenom"


def test_a_wrong_code_says_how_many_tries_are_left_and_keeps_what_was_typed(client):
    ask_code(client)
    page = type_code(client, wrong_code())

    assert page.status_code == 422
    assert "Ce n’est pas ce code" in page.words
    assert "Encore 4 essais" in page.words.replace("\u00a0", " ")
    assert page.fields("form.digits")["code"] == wrong_code()


def test_after_five_wrong_codes_the_right_one_is_of_no_use(client):
    ask_code(client)
    for _ in range(5):
        page = type_code(client, wrong_code())
    assert "5 essais" in page.words.replace("\u00a0", " ")
    page = type_code(client, last_code())

    assert page.status_code == 410
    assert count(Person) == 0


def test_what_cannot_be_a_code_costs_no_try(client):
    ask_code(client)
    for typed in ("", "12", "hello", "112233", "9" * 10_000):
        page = type_code(client, typed)
        assert page.status_code == 422
        assert len(page.text) < 20_000

    assert type_code(client, last_code()).location == "/connexion/prenom"


def test_a_code_ends_after_ten_minutes(client, at):
    ask_code(client)
    code = last_code()
    at(MONDAY + 10 * MINUTE)
    page = type_code(client, code)

    assert page.status_code == 410
    assert "trop vieux" in page.words
    assert page.all('form[action="/connexion/code/encore"]')


def test_clocks_of_two_machines_may_differ_a_little(client, at):
    at(MONDAY + 2 * MINUTE)
    ask_code(client)
    at(MONDAY)
    assert type_code(client, last_code()).location == "/connexion/prenom"
    at(MONDAY - MINUTE)
    assert client.get("/connexion/prenom").h1 == "Votre prénom"


def test_a_code_works_only_in_the_browser_that_asked_for_it(app, client):
    ask_code(client)
    code = last_code()
    another = app.test_client()
    page = type_code(another, code)

    assert page.status_code == 410
    assert "Un code marche seulement là où il a été demandé" in page.words
    assert another.get("/connexion/code").location == "/connexion"
    ask_code(another, "06 39 98 56 78")
    assert type_code(another, code).status_code == 422  # its own number, another's code


def test_a_stolen_browser_name_is_worth_nothing_to_a_forger(app, client):
    ask_code(client)
    forger = app.test_client()
    forger.set_cookie("__Host-browser", "x" * 43, secure=True)

    assert type_code(forger, last_code()).status_code == 410


def test_a_code_that_was_used_signs_nobody_else_in(client):
    enter(client)
    code = last_code()
    client.delete_cookie("__Host-device", path="/")
    page = type_code(client, code)

    assert page.status_code == 410
    assert client.get("/connexion/prenom").location == "/connexion"
    assert count(Device) == 1


def test_a_right_code_is_to_be_followed_by_a_name_before_long(client, at):
    prove(client)
    at(MONDAY + 16 * MINUTE)
    answer = client.post("/connexion/prenom", data={"first_name": "Awa"})

    assert answer.location == "/connexion"
    assert count(Person) == 0


def test_nobody_is_written_down_before_the_code_is_right(client):
    ask_code(client)
    type_code(client, wrong_code())
    client.post("/connexion/prenom", data={"first_name": "Awa"})

    assert count(Person) == 0


def test_pressing_twice_sends_one_code(client):
    first, second = ask_code(client), ask_code(client)

    assert first.location == second.location == "/connexion/code"
    assert len(texts_to()) == 1


def test_another_code_comes_after_30_seconds_then_more_slowly(client, at):
    ask_code(client)
    moment = MONDAY
    for wait in (30, 120, 600, 1800):
        at(moment + timedelta(seconds=wait - 1))
        client.post("/connexion/code/encore")
        before = len(texts_to())
        moment += timedelta(seconds=wait)
        at(moment)
        page = client.get(client.post("/connexion/code/encore").location)
        assert len(texts_to()) == before + 1
        assert "Un nouveau code est parti" in page.words
    at(moment + timedelta(hours=20))
    client.post("/connexion/code/encore")

    assert len(texts_to()) == 5


def test_only_the_last_code_works(client, at):
    ask_code(client)
    first = last_code()
    at(MONDAY + MINUTE)
    client.post("/connexion/code/encore")
    second = last_code()
    page = type_code(client, first)

    assert first == second or page.status_code == 422
    assert type_code(client, second).location == "/connexion/prenom"


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
