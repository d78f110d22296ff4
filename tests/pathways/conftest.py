"""Whom the tests of the path are about."""

from datetime import date

import pytest

from tests.factories import make_consent, make_person
from tests.pathways.helping import MONDAY, prescriber, siae
from webapp.clock import now
from webapp.followup import caseloads


@pytest.fixture
def fatou(app, at):
    """Someone with a last name, on a Monday morning."""
    at(MONDAY)
    return make_person(last_name="Diallo")


@pytest.fixture
def people(fatou):
    """The SIAE's employer and the adviser who follows."""
    employer, adviser = siae("aci"), prescriber()
    for one in (employer, adviser):
        make_consent(fatou, one, days=365, until=date(2028, 1, 1))
    caseloads.follow(fatou, adviser, by=adviser, now=now())
    return employer, adviser
