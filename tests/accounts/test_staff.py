"""How professionals enter: an address, a mailed link, a button, then their key."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.accounts.mailing import DOOR, KEY, mailed
from tests.factories import make_account, make_organisation, sign_in
from tests.support import databases
from tests.support.authenticator import Authenticator
from tests.support.client import InspectingClient
from webapp import clock, create_app
from webapp.accounts import staff_links
from webapp.accounts.models import Attempt, Device, EmailLink, Passkey
from webapp.extensions import db


def make_key(browser, key=None):
    key = key or Authenticator()
    options = browser.post(f"{KEY}/creer", json={}).json
    return key, browser.post(f"{KEY}/garder", json=key.create(options))


def show_key(browser, key):
    options = browser.post(f"{KEY}/demander", json={}).json
    return browser.post(f"{KEY}/entrer", json=key.get(options))


def is_in(browser):
    return browser.get(f"{DOOR}/appareils").status_code == 200


def test_opening_the_link_lets_nobody_in(client, link):
    for _scanner in range(3):
        page = client.get(link)
        assert [button.text() for button in page.all("main button")] == ["Entrer"]
        assert "Set-Cookie" not in page.headers
        assert "no-store" in page.headers["Cache-Control"], "it names who may enter"

    assert client.head(link).status_code == 200
    assert not db.session.scalars(select(Device)).all()
    assert not is_in(client)


def test_the_button_lets_in_as_far_as_the_key(client, link):
    answer = client.post(link)

    assert answer.location == KEY
    assert client.get(f"{DOOR}/appareils").location == f"{KEY}?suite=%2Fconnexion%2Fpro%2Fappareils"
    page = client.get(KEY)
    assert page.h1 == "Faites votre clé"
    assert "La personne responsable de votre structure enlève la clé" in page.words


def test_the_first_key_is_the_second_proof(client, link):
    client.post(link)

    _key, answer = make_key(client)

    assert answer.status_code == 200
    assert is_in(client)


def test_later_the_same_key_is_asked_for(client, link, nadia, database):
    client.post(link)
    key, _made = make_key(client)
    client.post(f"{DOOR}/sortir")
    [_old, again] = again_mailed(client, nadia)

    client.post(again)
    assert client.get(KEY).h1 == "Montrez votre clé"
    assert not is_in(client)
    answer = show_key(client, key)

    assert answer.json["next"].startswith("/")
    assert is_in(client)


def again_mailed(client, account):
    """The links, once another was asked for, later."""
    db.session.query(Attempt).delete()
    db.session.commit()
    client.post(DOOR, data={"email": account.email})
    return mailed(2)


def test_a_mailbox_alone_makes_no_other_key(client, link, nadia):
    client.post(link)
    make_key(client)
    [_old, again] = again_mailed(client, nadia)
    thief = InspectingClient(client.application)
    thief.post(again)

    refused = thief.post(f"{KEY}/creer", json={})

    assert refused.status_code == 403
    assert "a déjà une clé" in refused.json["error"]
    assert thief.post(f"{KEY}/garder", json={}).status_code == 403
    assert len(db.session.scalars(select(Passkey)).all()) == 1


def test_the_key_of_a_colleague_does_not_do(client, link, nadia):
    client.post(link)
    make_key(client)
    colleague = make_account("adviser", organisation=nadia.organisation)
    sign_in(client, colleague, confirmed=False)
    other, _made = make_key(client)
    sign_in(client, nadia, confirmed=False)

    assert show_key(client, other).status_code == 422
    assert not is_in(client)


def test_a_link_serves_once(client, link):
    client.post(link)
    other = InspectingClient(client.application)

    assert other.get(link).status_code == 404
    page = other.post(link)
    assert page.status_code == 404
    assert page.h1 == "Ce lien n’ouvre plus"
    assert page.links()["Demander un autre lien"] == DOOR


def test_of_two_presses_at_the_same_moment_one_enters(client, link):
    [kept] = db.session.scalars(select(EmailLink)).all()

    assert staff_links.use(kept, clock.now())
    assert not staff_links.use(kept, clock.now())


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_serves_for_thirty_minutes(client, link, at, method):
    at(clock.now() + timedelta(minutes=30, seconds=1))

    assert getattr(client, method)(link).status_code == 404


def test_an_invented_link_opens_nothing(client):
    assert client.get(f"{DOOR}/lien/invented").status_code == 404
    assert client.post(f"{DOOR}/lien/invented").status_code == 404


def test_a_link_is_kept_as_its_hash(client, link):
    [kept] = db.session.scalars(select(EmailLink)).all()

    assert kept.token_hash not in link
    assert link.rsplit("/", 1)[1] not in kept.token_hash


def test_the_page_that_was_wanted_opens_after_the_key(client, nadia):
    door = client.get("/connexion/pro/appareils").location
    form = client.get(door).fields("main form")
    client.post(DOOR, data=form | {"email": nadia.email})
    client.post(mailed()[0])

    _key, answer = make_key(client)

    assert answer.json["next"] == "/connexion/pro/appareils"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "javascript:1"],
)
def test_nobody_is_sent_to_another_site(client, nadia, elsewhere):
    client.post(DOOR, data={"email": nadia.email, "suite": elsewhere})
    client.post(mailed()[0])

    _key, answer = make_key(client)

    assert "elsewhere" not in answer.json["next"]
    assert "elsewhere" not in client.get(f"{DOOR}?suite={elsewhere}").location


def test_the_button_is_enough_for_invented_people_in_a_local_run(client, app):
    account = make_account("adviser", demonstration=True)
    token = staff_links.new(account, clock.now())
    db.session.commit()

    client.post(f"{DOOR}/lien/{token}")

    assert is_in(client)


def test_the_button_is_never_enough_where_people_come(sqlite, tmp_path):
    app = create_app(databases.make_config(sqlite, tmp_path, PUBLIC_URL="https://localhost"))
    with databases.running(app), app.app_context():
        account = make_account("adviser", demonstration=True)
        token = staff_links.new(account, clock.now())
        db.session.commit()
        browser = app.test_client()
        door = {"base_url": "https://localhost", "headers": {"Sec-Fetch-Site": "same-origin"}}

        answer = browser.post(f"{DOOR}/lien/{token}", **door)

        assert answer.location == KEY
        assert browser.get(f"{DOOR}/appareils", **door).location.startswith(KEY)


@pytest.mark.parametrize(
    ("role", "kind", "home"),
    [
        ("employer", "ei", "/employeur/"),
        ("lead", "ei", "/structure/"),
        ("adviser", "support", "/conseiller/"),
    ],
)
def test_each_role_goes_where_it_works(client, app, role, kind, home):
    account = make_account(role, organisation=make_organisation(kind=kind), demonstration=True)
    token = staff_links.new(account, clock.now())
    db.session.commit()

    assert client.post(f"{DOOR}/lien/{token}").location == home


def test_the_keys_of_a_lead_who_lost_their_phone_are_taken_away(client, runner, link, nadia):
    client.post(link)
    make_key(client)

    said = runner.invoke(args=["accounts", "reset-passkey", "NADIA@exemple.fr"])

    assert "Removed 1 keys of Nadia Perrin." in said.stderr
    assert not db.session.scalars(select(Passkey)).all()
    assert not is_in(client), "open sessions end at once"


def test_the_keys_of_nobody_are_not_taken_away(runner, app):
    said = runner.invoke(args=["accounts", "reset-passkey", "personne@exemple.fr"])

    assert said.exit_code == 1
    assert "No open account" in said.stderr
