"""The six digits: however they are typed, in one browser, for ten minutes, once."""

from datetime import timedelta

import pytest

from tests.accounts.entering import (
    MONDAY,
    ask_code,
    count,
    enter,
    last_code,
    prove,
    texts_to,
    type_code,
    wrong_code,
)
from webapp.accounts.models import Device
from webapp.people.models import Person

MINUTE = timedelta(minutes=1)


pytestmark = pytest.mark.usefixtures("on_monday")


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
