"""What an employer answers, whom it is told, and what counts once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories import make_application, make_offer, make_organisation, make_person
from tests.path_factories import make_approval
from webapp.applications import answers, telling
from webapp.applications.enums import Reason
from webapp.applications.refusals import RequestOver
from webapp.extensions import db
from webapp.messages import queries as outbox
from webapp.pathways import queries

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
AWA = "+33639981234"


@pytest.fixture
def asked(app):
    """Awa's request, made on Friday."""
    friday = MONDAY - timedelta(days=3)
    return make_application(first_name="Awa", phone=AWA, created_at=friday)


def told() -> list[str]:
    """What Awa is to be told, without what was called off."""
    return [one.text for one in outbox.outbox(AWA) if one.status != "dropped"]


def test_a_kind_no_is_told_a_quarter_of_an_hour_later_with_its_reason(asked):
    answers.decline(asked, Reason.HOURS, MONDAY)

    (message,) = outbox.outbox(AWA)
    assert asked.status == "not_selected"
    assert message.send_at == MONDAY + telling.LATER
    assert "pas pour cette fois" in message.text
    assert "Les horaires ne vont pas ensemble." in message.text


def test_the_same_answer_twice_is_told_once(asked):
    for _ in range(2):
        answers.decline(asked, Reason.FAR, MONDAY)

    assert len(told()) == 1


def test_another_reason_takes_the_place_of_the_first(asked):
    answers.decline(asked, Reason.UNSAID, MONDAY)
    answers.decline(asked, Reason.FILLED, MONDAY + timedelta(minutes=1))

    assert len(told()) == 1
    assert "La place est prise." in told()[0]


def test_two_reasons_pressed_at_once_are_told_as_the_last(asked):
    for reason in (Reason.FILLED, Reason.FAR):
        answers.decline(asked, reason, MONDAY)

    assert len(told()) == 1
    assert "Le trajet est trop long." in told()[0]


def test_an_answer_taken_back_in_time_is_never_told(asked):
    answers.decline(asked, Reason.FILLED, MONDAY)
    answers.take_back(asked, MONDAY + timedelta(minutes=5))

    assert told() == []
    assert (asked.status, asked.reason, asked.ended_at) == ("seen", "", None)
    assert asked.look_at is not None


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("aci", date(2026, 11, 23)),
        ("etti", date(2026, 11, 23)),
        ("geiq", None),
        ("ea", None),
        ("eatt", None),
    ],
)
def test_hiring_in_an_siae_asks_for_a_diagnosis_and_elsewhere_not(app, kind, wanted):
    offer = make_offer(organisation=make_organisation(kind=kind))
    asked = make_application(offer=offer, phone=AWA)

    answers.hire(asked, MONDAY)

    assert (asked.status, asked.diagnosis_wanted_on) == ("hired", wanted)
    assert ("dossier IAE" in told()[0]) == (wanted is not None)


def test_who_has_an_approval_needs_no_diagnosis(asked):
    asked.person_id = make_approval(begins_on=MONDAY.date()).person_id

    answers.hire(asked, MONDAY)

    assert (asked.status, asked.diagnosis_wanted_on) == ("hired", None)


def test_the_diagnosis_is_asked_of_an_entitled_prescriber_once(asked):
    person = make_person(phone=AWA)
    asked.person_id = person.id
    for _ in range(2):
        answers.hire(asked, MONDAY)

    (request,) = queries.open_requests(person.id)
    assert request.application_id == asked.id


def test_nobody_is_hired_who_took_their_request_back(asked):
    asked.status = "withdrawn"

    with pytest.raises(RequestOver):
        answers.hire(asked, MONDAY)


def test_a_late_answer_is_welcome(asked):
    asked.status, asked.ended_at = "unanswered", MONDAY

    answers.call(asked, MONDAY + timedelta(days=1))

    assert (asked.status, asked.ended_at) == ("seen", None)


def test_the_page_of_the_employer_marks_as_seen_once(asked):
    answers.note_all_seen([asked.id], MONDAY)
    db.session.refresh(asked)
    answers.note_all_seen([asked.id], MONDAY + timedelta(days=1))
    db.session.refresh(asked)

    assert (asked.status, asked.seen_at) == ("seen", MONDAY)
