"""Who is there in the tests of the shared follow-up."""

import pytest

from tests.factories import make_account, make_person, sign_in
from webapp import clock
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.people import consents
from webapp.people.enums import ConsentWay, Purpose


def agree(person, account, days=31):
    """The person lets this account's organisation see them, as asked by this account."""
    organisation, now = account.organisation, clock.now()
    asked = consents.add(person, organisation, Purpose.FOLLOWUP, days, account, now)
    consents.give(asked, ConsentWay.PHONE, now)
    db.session.commit()
    return asked


@pytest.fixture
def nadia(app):
    """An adviser who wrote Fatou down."""
    return make_account("adviser", first_name="Nadia", function="conseillère")


@pytest.fixture
def sami(nadia):
    """A colleague of hers."""
    facts = {"first_name": "Sami", "last_name": "Haddad", "organisation": nadia.organisation}
    return make_account("adviser", **facts)


@pytest.fixture
def lea(app):
    """An adviser of another organisation."""
    return make_account("adviser", first_name="Léa", last_name="Morin")


@pytest.fixture
def fatou(nadia):
    """Someone whom Nadia follows, and who agreed."""
    person = make_person(registered_by_id=nadia.id, last_name="Diallo", phone="+33639981234")
    caseloads.follow(person, nadia, by=nadia, now=clock.now())
    agree(person, nadia)
    return person


@pytest.fixture
def desk(client, nadia):
    """Nadia's browser."""
    sign_in(client, nadia)
    return client
