"""A structure, and an employer of it who has entered."""

import pytest
from flask import Flask

from tests.factories import make_account, make_contact, make_offer, make_organisation, sign_in
from tests.support.client import InspectingClient, Page
from webapp.offers.models import Offer
from webapp.organisations.models import Organisation


@pytest.fixture
def structure(app: Flask) -> Organisation:
    """A workshop with an address and two people who answer."""
    organisation = make_organisation(kind="aci")
    make_contact(organisation=organisation)
    make_contact(organisation=organisation, first_name="Sonia")
    return organisation


def enter(client: InspectingClient, organisation: Organisation) -> InspectingClient:
    """Enter as someone who recruits for a structure."""
    sign_in(client, make_account("employer", organisation=organisation))
    return client


@pytest.fixture
def employer(structure: Organisation, client: InspectingClient) -> InspectingClient:
    """A browser in which the structure's employer has entered."""
    return enter(client, structure)


@pytest.fixture
def draft(structure: Organisation) -> Offer:
    """An unpublished offer of the structure."""
    return make_offer("draft", organisation=structure, tasks=["vacuum", "wash-floors"])


def send(client: InspectingClient, offer: Offer, slug: str, **answers: object) -> Page:
    """Send the answers of one page."""
    page: Page = client.post(f"/employeur/offres/{offer.public_id}/{slug}", data=answers)
    return page


def missed(client: InspectingClient, offer: Offer, slug: str, **answers: object) -> Page:
    """Return the page that says what is missing in these answers."""
    page = send(client, offer, slug, **answers)
    assert page.status_code == 422, page.location
    return page
