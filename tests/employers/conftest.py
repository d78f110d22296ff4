"""A structure, and an employer of it who has entered."""

import pytest
from flask import Flask

from tests.factories import make_contact, make_organisation
from tests.support.client import InspectingClient
from webapp.clock import now
from webapp.extensions import db
from webapp.organisations import actions
from webapp.organisations.models import Organisation


@pytest.fixture
def structure(app: Flask) -> Organisation:
    """A workshop with an address and two people who answer."""
    organisation = make_organisation(kind="aci")
    make_contact(organisation=organisation)
    make_contact(organisation=organisation, first_name="Sonia")
    return organisation


def enter(client: InspectingClient, organisation: Organisation) -> InspectingClient:
    """Enter as an employer of a structure, by a new invitation."""
    token = actions.invite(organisation, now())
    db.session.commit()
    answer = client.post(f"/employeur/invitation/{token}")
    assert answer.location == "/employeur/"
    return client


@pytest.fixture
def employer(structure: Organisation, client: InspectingClient) -> InspectingClient:
    """A browser in which the structure's employer has entered."""
    return enter(client, structure)
