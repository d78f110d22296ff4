"""Someone who is in, and the key that they made."""

import pytest
from flask import Flask

from tests.factories import make_person, sign_in
from tests.support.authenticator import Authenticator, register
from tests.support.client import InspectingClient
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
