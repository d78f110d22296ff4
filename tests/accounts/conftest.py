"""Someone who is in, the key that they made; an adviser and her link; the day it is."""

from collections.abc import Callable
from datetime import datetime

import pytest
from flask import Flask

from tests.accounts.entering import MONDAY
from tests.accounts.mailing import DOOR, mailed
from tests.factories import make_account, make_person, sign_in
from tests.support.authenticator import Authenticator, register
from tests.support.client import InspectingClient
from webapp.accounts.models import Account
from webapp.people.models import Person


@pytest.fixture
def person(app: Flask) -> Person:
    """Someone who looks for work."""
    return make_person(first_name="Awa")


@pytest.fixture
def signed_in(client: InspectingClient, person: Person) -> InspectingClient:
    """A browser in which they are."""
    sign_in(client, person)
    return client


@pytest.fixture
def key(signed_in: InspectingClient) -> Authenticator:
    """A key that they made there; then they left."""
    key = Authenticator()
    assert register(signed_in, key).json == {"next": "/moi/appareils?fait=cle"}
    signed_in.post("/moi/appareils/sortir")
    return key


@pytest.fixture
def nadia(app: Flask) -> Account:
    """An adviser."""
    return make_account("adviser", email="nadia@exemple.fr", first_name="Nadia")


@pytest.fixture
def link(client: InspectingClient, nadia: Account) -> str:
    """The address of the link that Nadia was mailed."""
    assert client.post(DOOR, data={"email": nadia.email}).location == f"{DOOR}/envoye"
    [address] = mailed()
    return address


@pytest.fixture
def on_monday(at: Callable[[datetime], None]) -> None:
    """Monday 23 November 2026, at 10 in the morning."""
    at(MONDAY)
