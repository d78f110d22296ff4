"""Coming back with a finger or the code of the phone."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_person, sign_in
from tests.support.authenticator import Authenticator, coded
from webapp import clock
from webapp.accounts.models import Device, Passkey
from webapp.extensions import db
from webapp.people.models import JournalEntry

DOOR = "/connexion/empreinte"


@pytest.fixture
def person(app):
    return make_person(first_name="Awa")


@pytest.fixture
def signed_in(client, person):
    sign_in(client, person)
    return client


def register(browser, key, door=DOOR):
    """Make a key in this browser."""
    options = browser.post(f"{door}/creer", json={})
    return browser.post(f"{door}/garder", json=key.create(options.json))


def enter(browser, key, door=DOOR, **also: str):
    """Show a key in this browser."""
    options = browser.post(f"{door}/demander", json={})
    return browser.post(f"{door}/entrer", json=key.get(options.json) | also)


@pytest.fixture
def key(signed_in):
    """A key of the person, who has left."""
    key = Authenticator()
    assert register(signed_in, key).json == {"next": "/moi/appareils?fait=cle"}
    signed_in.post("/moi/appareils/sortir")
    return key


def is_in(browser):
    return browser.get("/moi/appareils").status_code == 200


def test_someone_who_is_in_is_offered_to_come_back_with_a_finger(signed_in):
    page = signed_in.get(DOOR + "?suite=/offres")

    assert page.h1 == "Revenir plus vite"
    assert page.links()["Plus tard"] == "/offres"
    assert "Continuez : le SMS marche toujours." in page.words, "for a phone that cannot"
    [press] = page.all(".passkey button")
    assert "hidden" in press.attributes, "a script shows it where it works"


def test_a_shared_phone_is_offered_none_and_keeps_none(client, person):
    sign_in(client, person, shared=True)

    assert client.get(DOOR + "?suite=/offres").location == "/offres"
    assert register(client, Authenticator()).status_code == 422
    assert not db.session.scalars(select(Passkey)).all()


def test_the_key_opens_the_page_by_itself(client, key, person):
    assert not is_in(client)

    answer = enter(client, key)

    assert answer.json == {"next": "/suivi"}
    assert is_in(client)
    device = db.session.scalars(select(Device).order_by(Device.id.desc())).first()
    assert device.person == person
    assert (device.way, device.shared) == ("passkey", False)
    assert device.confirmed_at, "holding the key and opening it are two proofs"
    assert "signed-in" in [line.act for line in db.session.scalars(select(JournalEntry))]


def test_the_page_that_was_wanted_opens_after(client, key):
    assert enter(client, key, door=DOOR).json["next"] == "/suivi"
    options = client.post(f"{DOOR}/demander", json={}).json

    answer = client.post(f"{DOOR}/entrer?suite=/moi/appareils", json=key.get(options))

    assert answer.json["next"] == "/moi/appareils"


def test_a_phone_that_opens_a_public_computer_leaves_it_soon(client, key):
    enter(client, key, authenticatorAttachment="cross-platform")

    device = db.session.scalars(select(Device).order_by(Device.id.desc())).first()
    assert device.shared


def test_the_options_ask_for_the_finger_on_this_very_site(signed_in, person):
    made = signed_in.post(f"{DOOR}/creer", json={}).json

    assert made["rp"]["id"] == "localhost"
    assert made["user"]["name"] == "Awa"
    assert made["user"]["id"] == coded(f"person:{person.public_id}".encode())
    assert made["authenticatorSelection"]["userVerification"] == "required"
    assert made["authenticatorSelection"]["residentKey"] == "required"
    assert made["authenticatorSelection"]["authenticatorAttachment"] == "platform"
    assert signed_in.post(f"{DOOR}/demander", json={}).json["allowCredentials"] == [], (
        "nobody says who they are"
    )


def test_the_host_of_a_request_changes_nothing(signed_in):
    made = signed_in.post(f"{DOOR}/creer", json={}, base_url="http://127.0.0.1:8000")

    assert made.status_code in (303, 200)
    options = signed_in.post(f"{DOOR}/demander", json={}, base_url="http://127.0.0.1")
    assert options.json["rpId"] == "localhost"


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


def test_a_key_made_twice_is_kept_once(signed_in):
    key = Authenticator()
    register(signed_in, key)

    assert register(signed_in, key).status_code == 422
    [listed] = signed_in.post(f"{DOOR}/creer", json={}).json["excludeCredentials"]
    assert listed["id"] == coded(key.name), "the phone itself refuses to make it again"


def test_nobody_keeps_more_than_ten_keys(signed_in):
    for _ in range(10):
        assert register(signed_in, Authenticator()).status_code == 200

    refused = register(signed_in, Authenticator())

    assert refused.status_code == 422
    assert "déjà 10\u00a0clés" in refused.json["error"]


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


def test_a_key_shared_between_phones_counts_nothing(client, signed_in):
    key = Authenticator(counts=False)
    register(signed_in, key)
    for _ in range(2):
        signed_in.post("/moi/appareils/sortir")
        assert enter(client, key).status_code == 200


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


def test_the_key_of_a_professional_does_not_enter_here(client, app):
    account = make_account()
    sign_in(client, account, confirmed=False)
    key = Authenticator()
    register(client, key, door="/connexion/pro/cle")
    client.post("/connexion/pro/sortir")

    answer = enter(client, key)

    assert answer.status_code == 422
    assert "espace pro" in answer.json["error"]


def test_a_key_that_is_taken_away_opens_nothing(client, key, person):
    sign_in(client, person)
    [kept] = db.session.scalars(select(Passkey)).all()

    page = client.post(f"/moi/appareils/cles/{kept.public_id}/enlever", follow_redirects=True)
    client.post("/moi/appareils/sortir")

    assert "cette empreinte n’ouvre plus votre page" in page.words
    assert enter(client, key).status_code == 422


def test_a_key_is_called_as_one_likes(client, key, person):
    sign_in(client, person)
    [kept] = db.session.scalars(select(Passkey)).all()

    page = client.post(
        f"/moi/appareils/cles/{kept.public_id}/nom",
        data={"name": "  Téléphone de maman  " + "x" * 80},
        follow_redirects=True,
    )

    assert "Téléphone de maman" in page.words
    db.session.refresh(kept)
    assert len(kept.label) == 60


def test_the_keys_of_others_are_not_there(client, key, person):
    [kept] = db.session.scalars(select(Passkey)).all()
    sign_in(client, make_person())

    for act in ("nom", "enlever"):
        answer = client.post(f"/moi/appareils/cles/{kept.public_id}/{act}", data={"name": "x"})
        assert answer.status_code == 404


def test_who_became_someone_else_enters_no_longer(client, key, person):
    person.merged_into_id = make_person().id
    db.session.commit()

    assert enter(client, key).status_code == 422
