"""Who is there in the tests of help: an organisation that answers, its adviser, its lead."""

from datetime import UTC, datetime

import pytest

from tests.factories import make_account, make_organisation, saved, sign_in
from webapp.helping.models import Responsibility

MONDAY = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)  # ten in Paris


@pytest.fixture
def monday(at):
    """A Monday morning, when phones may ring."""
    at(MONDAY)


@pytest.fixture
def berges(app):
    """An organisation of Vaulx-en-Velin that answers for papers and for what one talks of."""
    here = make_organisation(kind="ccas", name="CCAS des Berges")
    for need in ("papers", "talk"):
        saved(Responsibility(organisation=here, need=need, reach="near"))
    make_account("adviser", organisation=here, first_name="Samir")
    return here


@pytest.fixture
def nadia(berges):
    """An adviser there."""
    return make_account("adviser", organisation=berges, phone="+33465712222")


@pytest.fixture
def thomas(berges):
    """Its lead."""
    return make_account("lead", organisation=berges, first_name="Thomas")


@pytest.fixture
def desk(client, nadia):
    """The adviser's browser, signed in."""
    sign_in(client, nadia)
    return client
