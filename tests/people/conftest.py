"""Who is there in the tests of the adviser's area."""

import pytest

from tests.factories import make_account, make_person, sign_in
from tests.people.helping import MOBILE, NOW


@pytest.fixture
def morning(at):
    """A Saturday morning, when phones may ring."""
    at(NOW)


@pytest.fixture
def adviser(app):
    """An adviser with a phone."""
    return make_account("adviser", phone="+33465712222")


@pytest.fixture
def beside(client, adviser):
    """The adviser's browser, signed in."""
    sign_in(client, adviser)
    return client


@pytest.fixture
def fatou(adviser):
    """Someone whom the adviser's organisation wrote down."""
    return make_person(registered_by_id=adviser.id, last_name="Diallo", phone=MOBILE)
