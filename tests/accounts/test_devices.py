"""A browser that someone is signed in with: how long it stays so, and how it is closed."""

from datetime import timedelta

import pytest
from flask import Response
from sqlalchemy import event, select

from tests.factories import make_account, make_person, saved, sign_in
from webapp import clock
from webapp.access import person_only, public, staff_only
from webapp.accounts import devices
from webapp.accounts.enums import SignInWay
from webapp.accounts.models import Device
from webapp.extensions import db


def plain(text):
    """An answer that is no page."""
    return Response(text, mimetype="text/plain")


@pytest.fixture
def app(app):
    """The application with a page of one's own, a page for all, and a way in."""

    @person_only
    def mine():
        return plain(f"Bonjour {devices.person().first_name}")

    @staff_only
    def work():
        return plain(f"Bonjour {devices.account().first_name}")

    app.add_url_rule("/mine", "mine", mine)
    app.add_url_rule("/mine", "mine_changed", person_only(lambda: plain("fait")), methods=["POST"])
    app.add_url_rule("/work", "work", work)
    app.add_url_rule("/all", "all", public(lambda: plain("pour tous")))
    return app


def test_a_person_known_here_opens_their_page(client):
    sign_in(client, make_person(first_name="Awa"))

    assert client.get("/mine").text == "Bonjour Awa"
