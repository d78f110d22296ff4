"""Whom the tests of the path are about."""

import pytest

from tests.factories import make_person
from tests.pathways.helping import MONDAY


@pytest.fixture
def fatou(app, at):
    """Someone with a last name, on a Monday morning."""
    at(MONDAY)
    return make_person(last_name="Diallo")
