"""How long a browser stays signed in, and what knowing it again costs the database."""

from datetime import timedelta

import pytest
from flask import g
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from tests.factories import make_account, make_person, sign_in
from tests.support.client import InspectingClient
from tests.support.own_pages import START, is_in, last_device, secret_of, statements, with_pages
from webapp import clock
from webapp.accounts import devices
from webapp.accounts.models import Device
from webapp.extensions import RoutedSession, db


@pytest.fixture
def app(app):
    """The application with pages of one's own and a way in."""
    return with_pages(app)


@pytest.fixture
def awa(app):
    return make_person(first_name="Awa")


def test_a_shared_phone_forgets_when_the_browser_is_closed(client, awa):
    answer = client.post("/in/Awa/on")

    for cookie in answer.headers.getlist("Set-Cookie"):
        if devices.COOKIE in cookie or devices.USED in cookie:
            assert "Max-Age" not in cookie
            assert "Expires" not in cookie
    assert is_in(client)


def test_one_own_phone_stays_a_year(client, awa, at):
    at(START)
    client.post("/in/Awa/off")
    secret = secret_of(client)

    at(START + timedelta(days=364))
    assert is_in(client)

    at(START + timedelta(days=365, seconds=1))
    client.set_cookie(devices.COOKIE, secret, secure=True)
    assert not is_in(client)


def test_a_shared_phone_left_half_an_hour_is_closed(client, awa, at):
    at(START)
    client.post("/in/Awa/on")

    at(START + timedelta(minutes=29))
    assert is_in(client)
    at(START + timedelta(minutes=58))
    assert is_in(client), "each page starts the half hour again"
    at(START + timedelta(minutes=88, seconds=1))
    assert not is_in(client)


def test_a_shared_phone_in_use_is_closed_after_twelve_hours(client, awa, at):
    at(START)
    client.post("/in/Awa/on")
    for quarter in range(1, 12 * 4):
        at(START + timedelta(minutes=15 * quarter))
        assert is_in(client)

    at(START + timedelta(hours=12))
    assert not is_in(client)


def test_the_hour_of_the_last_use_cannot_be_made_up(client, awa, at):
    at(START)
    client.post("/in/Awa/on")
    other = InspectingClient(client.application)
    sign_in(other, make_person(), shared=True)

    at(START + timedelta(minutes=31))
    fresh = devices.used(db.session.scalars(select(Device)).all()[-1], clock.now())
    for made_up in ("", "x", "[1]", f"{fresh}x", fresh):
        client.set_cookie(devices.USED, made_up, secure=True)
        assert not is_in(client), "it is signed, and serves one device"
    client.delete_cookie(devices.USED)
    assert not is_in(client)


@pytest.mark.parametrize(("ahead", "open_"), [(1, True), (2, True), (3, False), (600, False)])
def test_clocks_of_two_machines_may_differ_a_little(client, awa, at, ahead, open_):
    at(START + timedelta(minutes=ahead))
    client.post("/in/Awa/on")

    at(START)

    assert is_in(client) == open_


def test_looking_writes_nothing(app, client, awa):
    sign_in(client, awa, shared=True)

    with statements() as seen:
        client.get("/mine")
        client.get("/all")

    assert not [text for text in seen if not text.startswith("SELECT")]


@pytest.mark.parametrize("path", ["/mine", "/work"])
def test_knowing_someone_again_takes_one_query(app, client, awa, path):
    sign_in(client, awa if path == "/mine" else make_account())

    with statements() as seen:
        assert is_in(client, path)

    assert len(seen) == 1, seen


def test_a_page_for_all_asks_the_database_nothing(app, client, awa):
    sign_in(client, awa)

    with statements() as seen:
        answer = client.get("/all")

    assert not seen
    assert "no-store" not in answer.headers["Cache-Control"]


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_day_of_the_last_use_is_written_once_a_day(app, client, awa, at, method, database):
    at(START)
    sign_in(client, awa)
    at(START + timedelta(days=40))

    with statements() as first:
        assert getattr(client, method)("/mine").status_code == 200
    with statements() as second:
        assert getattr(client, method)("/mine").status_code == 200

    assert {text.split()[1] for text in first if text.startswith("UPDATE")} == {"device", "person"}
    assert not [text for text in second if text.startswith("UPDATE")]
    assert str(last_device().seen_on) == "2026-12-31"
    assert str(awa.active_on) == "2026-12-31"


def test_the_day_is_not_written_by_a_page_for_all(client, awa, at):
    at(START)
    sign_in(client, awa)
    at(START + timedelta(days=2))

    client.get("/all")

    assert str(last_device().seen_on) == "2026-11-21"


def test_a_professional_is_out_after_twelve_hours(client, app, at):
    at(START)
    sign_in(client, make_account())

    at(START + timedelta(hours=11, minutes=59))
    assert is_in(client, "/work")
    at(START + timedelta(hours=12))
    assert not is_in(client, "/work")


def test_one_proof_is_no_sign_of_life(client, awa, at):
    at(START)
    sign_in(client, awa, confirmed=False)
    known = awa.active_on
    at(START + timedelta(days=60))

    client.get("/connexion/preuve")

    db.session.refresh(awa)
    assert awa.active_on == known


def test_a_page_opens_even_when_the_day_cannot_be_written(client, awa, at, monkeypatch):
    at(START)
    sign_in(client, awa)
    at(START + timedelta(days=1))

    commit = RoutedSession.commit

    def full(session: RoutedSession) -> None:
        if g.get("may_write"):
            raise OperationalError("UPDATE", {}, Exception("disk full"))
        commit(session)

    monkeypatch.setattr(RoutedSession, "commit", full)
    assert client.get("/mine").text == "Bonjour Awa"

    assert str(last_device().seen_on) == "2026-11-21"
