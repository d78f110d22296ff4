"""The pages on which people and professionals see and close their devices."""

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_person, saved, sign_in
from tests.support.client import InspectingClient
from webapp import clock
from webapp.accounts.models import Device, Passkey
from webapp.extensions import db

PLACES = {"person": "/moi/appareils", "professional": "/connexion/pro/appareils"}


@pytest.fixture(params=PLACES)
def owner(request, app):
    return make_person() if request.param == "person" else make_account()


@pytest.fixture
def place(owner):
    return PLACES["professional" if hasattr(owner, "role") else "person"]


@pytest.fixture
def here(client, owner):
    """The device of this browser."""
    return sign_in(client, owner)


@pytest.fixture
def elsewhere(client, owner, here):
    """Another browser of the same owner, and its device."""
    other = InspectingClient(client.application)
    device = sign_in(other, owner)
    device.label = "android-phone/Chrome"
    db.session.commit()
    return other, device


def test_each_device_is_listed_in_plain_words(client, place, elsewhere):
    page = client.get(place)

    assert page.h1 == "Mes appareils"
    assert "Téléphone Android, Chrome" in page.words
    assert "Autre appareil C’est cet appareil." in page.words
    assert page.words.count("Utilisé aujourd’hui") == 2
    assert page.words.count("Depuis le ") == 2


def test_one_press_closes_another_device(client, place, elsewhere):
    other, device = elsewhere

    page = client.post(f"{place}/{device.public_id}/fermer", follow_redirects=True)

    assert "C’est fermé sur cet appareil." in page.words
    assert "Téléphone Android" not in page.words
    assert other.get(place).status_code == 303


def test_closing_this_one_is_leaving(client, place, here):
    answer = client.post(f"{place}/{here.public_id}/fermer")

    assert answer.location in ("/connexion", "/connexion/pro")
    assert client.get(place).status_code == 303
    assert client.get_cookie("__Host-device") is None


def test_all_the_others_are_closed_in_one_press(client, place, elsewhere, owner, database):
    stranger = InspectingClient(client.application)
    sign_in(stranger, make_person())

    client.post(f"{place}/fermer-les-autres")

    assert client.get(place).status_code == 200
    assert elsewhere[0].get(place).status_code == 303
    assert stranger.get("/moi/appareils").status_code == 200


def test_the_devices_of_others_are_not_there(client, place, here):
    theirs = sign_in(InspectingClient(client.application), make_person())

    assert client.post(f"{place}/{theirs.public_id}/fermer").status_code == 404
    db.session.refresh(theirs)
    assert theirs.closed_at is None


def test_a_closed_device_is_listed_no_longer(client, place, elsewhere):
    elsewhere[1].closed_at = clock.now()
    db.session.commit()

    assert "Téléphone Android" not in client.get(place).words
    assert client.post(f"{place}/{elsewhere[1].public_id}/fermer").status_code == 404


def test_a_shared_phone_says_that_it_closes_soon(client, app):
    sign_in(client, make_person(), shared=True)

    page = client.get("/moi/appareils")

    assert "On partage cet appareil : il se ferme vite." in page.words
    assert "Utiliser mon empreinte" not in page.words


def key_of(account, name):
    return saved(
        Passkey(
            account_id=account.id,
            credential_id=name.encode(),
            public_key=b"",
            label="windows/Firefox",
            created_at=clock.now(),
        )
    )


def test_a_professional_keeps_their_last_key(client, app):
    account = make_account()
    sign_in(client, account)
    last, other = key_of(account, "one"), key_of(account, "two")

    for key, said in ((other, "n’ouvre plus rien"), (last, "C’est votre seule clé.")):
        page = client.post(
            f"/connexion/pro/appareils/cles/{key.public_id}/enlever", follow_redirects=True
        )
        assert said in page.words

    assert db.session.scalars(select(Passkey.id)).all() == [last.id]


def test_a_professional_names_a_key(client, app):
    account = make_account()
    sign_in(client, account)
    key = key_of(account, "one")
    address = f"/connexion/pro/appareils/cles/{key.public_id}/nom"

    page = client.post(address, data={"name": "Bureau"}, follow_redirects=True)
    assert "Bureau" in page.words
    client.post(address, data={"name": "  "})
    db.session.refresh(key)
    assert key.label == "Bureau", "nothing written changes nothing"


def test_a_device_where_the_key_was_not_shown_opens_nothing(client, app):
    account = make_account()
    half = InspectingClient(client.application)
    sign_in(half, account, confirmed=False)
    sign_in(client, account)

    assert "il n’ouvre rien" in client.get("/connexion/pro/appareils").words
    assert half.get("/connexion/pro/appareils").status_code == 303


def test_leaving_twice_is_leaving(client, place, here):
    address = "/moi/appareils/sortir" if place.startswith("/moi") else "/connexion/pro/sortir"

    assert client.post(address).status_code == 303
    assert client.post(address).location in ("/connexion", "/connexion/pro")
    assert db.session.scalars(select(Device).filter_by(closed_at=None)).all() == []
