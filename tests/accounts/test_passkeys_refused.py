"""Answers of keys that open nothing: of elsewhere, too late, seen before, or made up."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_person, sign_in
from tests.support.authenticator import DOOR, Authenticator, enter, register
from webapp import clock
from webapp.accounts.models import Passkey
from webapp.extensions import db


def is_in(browser):
    return browser.get("/moi/appareils").status_code == 200


@pytest.mark.parametrize(
    "lie",
    [
        {"origin": "http://localhost:8001"},
        {"origin": "https://localhost:8000"},
        {"host": "elsewhere.example"},
        {"verified": False},
    ],
)
def test_a_key_of_another_site_or_opened_by_nobody_is_refused(client, key, lie):
    for name, value in lie.items():
        setattr(key, name, value)

    answer = enter(client, key)

    assert answer.status_code == 422
    assert answer.json["error"].startswith("Ça n’a pas marché.")
    assert not is_in(client)


@pytest.mark.parametrize("lie", [{"origin": "http://evil.example"}, {"verified": False}])
def test_a_key_made_elsewhere_or_without_a_finger_is_not_kept(signed_in, lie):
    assert register(signed_in, Authenticator(**lie)).status_code == 422
    assert not db.session.scalars(select(Passkey)).all()


def test_another_key_under_the_same_name_opens_nothing(client, key):
    assert enter(client, Authenticator(name=key.name)).status_code == 422
    assert not is_in(client)


def test_a_key_that_nobody_made_opens_nothing(client, key):
    assert enter(client, Authenticator()).status_code == 422


def test_an_answer_serves_once(client, key):
    options = client.post(f"{DOOR}/demander", json={}).json
    answer = key.get(options)
    assert client.post(f"{DOOR}/entrer", json=answer).status_code == 200
    client.post("/moi/appareils/sortir")

    assert client.post(f"{DOOR}/entrer", json=answer).status_code == 422
    assert not is_in(client)


@pytest.mark.parametrize("counts", [True, False])
def test_an_old_cookie_brings_no_question_back(client, key, counts):
    key.counts = counts
    key.count *= counts
    options = client.post(f"{DOOR}/demander", json={}).json
    answer = key.get(options)
    stolen = client.get_cookie("__Host-session").value
    assert client.post(f"{DOOR}/entrer", json=answer).status_code == 200
    client.post("/moi/appareils/sortir")

    client.set_cookie("__Host-session", stolen, secure=True)
    replayed = client.post(f"{DOOR}/entrer", json=answer)

    assert replayed.status_code == 422
    assert not is_in(client)


def test_a_question_waits_five_minutes(client, key, at):
    start = clock.now()
    options = client.post(f"{DOOR}/demander", json={}).json
    answer = key.get(options)

    at(start + timedelta(minutes=5, seconds=2))
    late = client.post(f"{DOOR}/entrer", json=answer)

    assert late.status_code == 422
    assert "Touchez encore le bouton" in late.json["error"]


def test_clocks_may_differ_a_little_and_not_a_lot(client, key, at):
    start = clock.now()
    for minutes, status in ((1, 200), (3, 422)):
        at(start + timedelta(minutes=minutes + 10))
        options = client.post(f"{DOOR}/demander", json={}).json
        at(start + timedelta(minutes=10))

        assert client.post(f"{DOOR}/entrer", json=key.get(options)).status_code == status


def test_a_question_asked_to_make_a_key_shows_none(signed_in, key):
    sign_in(signed_in, make_person())
    options = signed_in.post(f"{DOOR}/creer", json={}).json

    assert signed_in.post(f"{DOOR}/entrer", json=key.get(options)).status_code == 422


def test_a_question_to_one_person_is_answered_by_no_other(client, person, app):
    sign_in(client, person)
    options = client.post(f"{DOOR}/creer", json={}).json
    mine = client.get_cookie("__Host-session").value
    sign_in(client, make_person())
    client.set_cookie("__Host-session", mine, secure=True)

    answer = client.post(f"{DOOR}/garder", json=Authenticator().create(options))

    assert answer.status_code == 422


def test_a_key_that_counts_backwards_was_copied(client, key):
    enter(client, key)
    key.count = 0

    copied = enter(client, key)

    assert copied.status_code == 422
    assert "ne peut plus servir" in copied.json["error"]


@pytest.mark.parametrize(
    "sent",
    [
        {},
        [],
        "text",
        None,
        {"id": 3},
        {"id": "é", "response": {}},
        {"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "!"}},
        {"id": "AA" * 5000},
        {"id": "\ud800"},
    ],
)
@pytest.mark.parametrize("act", ["garder", "entrer"])
def test_what_is_no_answer_of_a_key_is_refused_kindly(signed_in, sent, act):
    signed_in.post(f"{DOOR}/{'creer' if act == 'garder' else 'demander'}", json={})

    answer = signed_in.post(f"{DOOR}/{act}", data=json.dumps(sent), content_type="application/json")

    assert answer.status_code == 422
    assert "error" in answer.json


def test_pieces_of_an_answer_are_refused_kindly(client, key):
    for part in ("clientDataJSON", "authenticatorData", "signature"):
        for broken in ("", "AAAA", 5, None, "é", ["x"]):
            options = client.post(f"{DOOR}/demander", json={}).json
            answer = key.get(options)
            answer["response"][part] = broken

            assert client.post(f"{DOOR}/entrer", json=answer).status_code == 422


def test_pieces_of_a_new_key_are_refused_kindly(signed_in):
    for part in ("clientDataJSON", "attestationObject"):
        for broken in ("", "oA", "gA", 5, None, ["x"]):
            options = signed_in.post(f"{DOOR}/creer", json={}).json
            answer = Authenticator().create(options)
            answer["response"][part] = broken

            assert signed_in.post(f"{DOOR}/garder", json=answer).status_code == 422
