"""A browser that someone is signed in with: how it is known again, and how it is closed."""

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_person, sign_in
from tests.support.client import InspectingClient
from tests.support.own_pages import is_in, last_device, secret_of, with_pages
from webapp import clock
from webapp.accounts import devices
from webapp.accounts.models import Account
from webapp.extensions import db


@pytest.fixture
def app(app):
    """The application with pages of one's own and a way in."""
    return with_pages(app)


@pytest.fixture
def awa(app):
    return make_person(first_name="Awa")


def test_someone_known_here_opens_their_page(client, awa):
    sign_in(client, awa)

    assert client.get("/mine").text == "Bonjour Awa"


def test_a_stranger_is_shown_the_door_and_comes_back_after(client):
    assert client.get("/mine?a=1").location == "/connexion?suite=%2Fmine%3Fa%3D1"
    assert client.get("/simple/mine").location == "/simple/connexion?suite=%2Fsimple%2Fmine"
    assert client.get("/work").location == "/connexion/pro?suite=%2Fwork"
    assert client.post("/mine").location == "/connexion", "an act has no page to come back to"


def test_a_stranger_who_asks_for_a_part_of_a_page_gets_the_whole_door(client):
    answer = client.get("/mine", headers={"HX-Request": "true"})

    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"] == "/connexion"


def test_the_secret_is_kept_as_its_hash_and_out_of_reach(client, awa):
    answer = client.post("/in/Awa/off")

    [cookie] = [one for one in answer.headers.getlist("Set-Cookie") if "device=" in one]
    token = cookie.split("=", 1)[1].split(";")[0]
    assert len(token) == 43, "256 bits"
    for part in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/", f"Max-Age={365 * 86400}"):
        assert part in cookie
    assert "Domain" not in cookie
    assert last_device().token_hash == devices.hashed(token) != token


@pytest.mark.parametrize("path", ["/mine", "/work"])
def test_what_is_personal_is_kept_nowhere(client, awa, path):
    assert "no-store" in client.get(path).headers["Cache-Control"], "nor is the way to the door"
    sign_in(client, awa if path == "/mine" else make_account())

    assert "no-store" in client.get(path).headers["Cache-Control"]


def test_a_planted_secret_is_never_signed_in(client, awa):
    client.set_cookie(devices.COOKIE, "planted", secure=True)
    with client.session_transaction() as session:
        session["planted"] = "by someone else"

    client.post("/in/Awa/off")

    assert secret_of(client) != "planted"
    other = InspectingClient(client.application)
    other.set_cookie(devices.COOKIE, "planted", secure=True)
    assert not is_in(other)
    with client.session_transaction() as session:
        assert "planted" not in session


def test_entering_again_closes_what_was_open_here(client, awa):
    client.post("/in/Awa/off")
    before = secret_of(client)

    make_person(first_name="Binta")
    client.post("/in/Binta/off")

    assert client.get("/mine").text == "Bonjour Binta"
    other = InspectingClient(client.application)
    other.set_cookie(devices.COOKIE, before, secure=True)
    assert not is_in(other), "several people share a phone, one after the other"


def test_a_stolen_secret_opens_nothing_after_leaving(client, awa):
    client.post("/in/Awa/off")
    stolen = secret_of(client)

    answer = client.post("/moi/appareils/sortir")

    assert secret_of(client) == ""
    assert "Max-Age=0" in " ".join(answer.headers.getlist("Set-Cookie"))
    thief = InspectingClient(client.application)
    thief.set_cookie(devices.COOKIE, stolen, secure=True)
    assert not is_in(thief)


def test_nobody_enters_with_what_the_database_holds(client, awa):
    device = sign_in(client, awa)

    client.set_cookie(devices.COOKIE, device.token_hash, secure=True)

    assert not is_in(client)


def test_someone_who_gave_one_proof_sees_nothing_personal(client, awa):
    sign_in(client, awa, confirmed=False)
    assert client.get("/mine").location == "/connexion/preuve?suite=%2Fmine"

    sign_in(client, make_account(), confirmed=False)
    assert client.get("/work").location == "/connexion/pro/cle?suite=%2Fwork"


def test_a_person_and_a_professional_do_not_open_the_same_pages(client, awa):
    sign_in(client, awa)
    assert "pour les professionnels" in client.get("/work").words

    sign_in(client, make_account())
    page = client.get("/mine")
    assert page.status_code == 403
    assert "Sortez d’abord" in page.words


def test_a_closed_account_is_out_at_once(client, app):
    account = make_account()
    sign_in(client, account)
    assert is_in(client, "/work")

    account.closed_at = clock.now()
    db.session.commit()

    assert client.get("/work").location.startswith("/connexion/pro")


def test_the_accounts_of_a_structure_that_is_gone_are_out_at_once(client, app):
    account = make_account()
    sign_in(client, account)
    db.session.delete(account.organisation)
    db.session.commit()

    assert not db.session.scalars(select(Account)).all()
    assert client.get("/work").location.startswith("/connexion/pro")


def test_someone_merged_into_another_is_out(client, awa):
    sign_in(client, awa)
    awa.merged_into_id = make_person().id
    db.session.commit()

    assert not is_in(client)
