"""An employer that accompanies too, and its lead."""

import pytest

from tests.factories import make_account, make_organisation, sign_in
from tests.network.making import NOW


@pytest.fixture
def ateliers(app, at):
    """An employer that accompanies too, on a Monday of the fourth quarter."""
    at(NOW)
    return make_organisation(kind="aci", name="Les Jardins")


@pytest.fixture
def lead(client, ateliers):
    """Its lead's browser, signed in."""
    account = make_account("lead", organisation=ateliers)
    sign_in(client, account)
    return account
