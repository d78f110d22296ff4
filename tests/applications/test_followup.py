"""What requests tell an adviser: whose answer is late, and what became of each."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_application, make_offer, make_person, saved
from webapp.applications import answers, followup
from webapp.applications.enums import Reason
from webapp.extensions import db
from webapp.followup.models import TimelineEvent
from webapp.people.models import Consent

MONDAY = datetime(2026, 11, 2, 10, 0, tzinfo=UTC)
FIRST, LATE = MONDAY + timedelta(days=8), MONDAY + timedelta(days=10)


@pytest.fixture
def nadia(app):
    return make_account("adviser")


@pytest.fixture
def awa(nadia):
    """Awa, whom Nadia's structure may see."""
    person = make_person(first_name="Awa")
    until = (LATE + timedelta(days=60)).date()
    facts = {"purpose": "followup", "way": "code", "days": 182, "asked_at": MONDAY}
    here = nadia.organisation_id
    agreed = Consent(
        person_id=person.id, organisation_id=here, given_at=MONDAY, until=until, **facts
    )
    saved(agreed)
    return person


@pytest.fixture
def asked(awa):
    offer = make_offer(promised_days=5)
    day = (MONDAY + timedelta(days=7)).date()
    return make_application(offer=offer, person_id=awa.id, created_at=MONDAY, answer_by=day)


def due(account, at) -> list[str]:
    return [one.title for one in followup.waiting(account, at, everyone=True)]


def test_two_days_after_the_promise_the_adviser_is_told_whom_to_call(app, nadia, asked):
    with app.test_request_context():
        assert due(nadia, FIRST) == []
        assert "à Awa" in due(nadia, LATE)[0]
        assert "appelez Karim" in due(nadia, LATE)[0]


def test_another_structure_is_told_nothing(app, asked):
    other = make_account("adviser")
    with app.test_request_context():
        assert due(other, LATE) == []


def test_once_answered_nothing_waits(app, nadia, asked):
    answers.call(asked, FIRST)
    db.session.commit()
    with app.test_request_context():
        assert due(nadia, LATE) == []


def test_what_becomes_of_a_request_is_in_the_timeline(asked, awa):
    answers.call(asked, FIRST)
    answers.decline(asked, Reason.FAR, LATE)

    found = select(TimelineEvent.kind).where(TimelineEvent.person_id == awa.id)
    kinds = db.session.scalars(found.order_by(TimelineEvent.id)).all()
    assert kinds == ["request-called", "request-declined"]
