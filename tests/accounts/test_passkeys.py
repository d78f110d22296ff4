"""Coming back with a finger or the code of the phone."""

from sqlalchemy import select

from tests.factories import make_account, make_person, sign_in
from tests.support.authenticator import DOOR, Authenticator, coded, enter, register
from webapp.accounts.models import Device, Passkey
from webapp.extensions import db
from webapp.people.models import JournalEntry


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


def test_the_key_opens_the_page_by_itself(client, key, person, database):
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


def test_a_key_shared_between_phones_counts_nothing(client, signed_in):
    key = Authenticator(counts=False)
    register(signed_in, key)
    for _ in range(2):
        signed_in.post("/moi/appareils/sortir")
        assert enter(client, key).status_code == 200


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
