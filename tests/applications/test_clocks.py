"""What silence does to requests: who is told, once, and how it ends."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories import make_application, make_contact, make_offer
from webapp.applications import clocks
from webapp.extensions import db
from webapp.messages import queries as outbox

MONDAY = datetime(2026, 11, 2, 10, 0, tzinfo=UTC)
AWA, KARIM, SONIA = "+33639981234", "+33639981200", "+33639981201"


@pytest.fixture
def asked(app):
    """Awa's request to Karim, whom Sonia replaces; an answer is promised in five working days."""
    karim = make_contact(phone=KARIM)
    sonia = make_contact(phone=SONIA, first_name="Sonia", organisation=karim.organisation)
    offer = make_offer(contact=karim, backup=sonia, promised_days=5)
    return make_application(
        offer=offer, first_name="Awa", phone=AWA, created_at=MONDAY, look_at=MONDAY
    )


def look(day: int, hour: int = 9) -> None:
    """Let the clock look, on a day of November."""
    clocks.run(datetime(2026, 11, day, hour, tzinfo=UTC))
    db.session.commit()


def told(number: str) -> list[str]:
    return [one.text for one in outbox.outbox(number)]


@pytest.mark.usefixtures("database")
def test_silence_speaks_to_the_contact_then_the_replacement_then_the_person_then_ends(asked):
    counts = {}
    for day in range(2, 31):
        look(day)
        counts[day] = (len(told(KARIM)), len(told(SONIA)), len(told(AWA)))

    assert counts[4] == (0, 0, 0)
    assert counts[5] == (1, 0, 0)
    assert counts[9] == (2, 0, 0)
    assert counts[10] == (2, 1, 0)
    assert counts[12] == (2, 1, 1)  # the 11th is a holiday
    assert counts[23] == counts[30] == (2, 1, 2)
    assert "Karim n'a pas répondu. Awa attend" in told(SONIA)[0]
    assert "Appelez : 06 39 98 12 00. Dites" in told(AWA)[0]
    assert "Ce n'est pas de votre faute" in told(AWA)[1]
    assert (asked.status, asked.look_at) == ("unanswered", None)


def test_after_a_long_stop_only_what_is_still_of_use_is_said(asked):
    look(20)

    assert (len(told(KARIM)), len(told(SONIA)), len(told(AWA))) == (0, 1, 1)


def test_after_a_very_long_stop_the_end_alone_is_said(asked):
    look(29)

    assert (len(told(KARIM)), len(told(SONIA)), len(told(AWA))) == (0, 0, 1)
    assert asked.status == "unanswered"


def test_where_the_clock_never_ran_the_state_is_true_all_the_same(asked):
    assert clocks.stands(asked, MONDAY + timedelta(days=20)) == "sent"
    assert clocks.stands(asked, MONDAY + timedelta(days=22)) == "unanswered"


def test_while_the_contact_is_away_the_replacement_is_reminded_first(asked):
    asked.offer.contact.away_from = date(2026, 11, 1)
    look(5)
    look(10)

    assert (len(told(SONIA)), len(told(KARIM))) == (1, 1)


def test_several_people_who_wait_make_one_sms_a_day(asked):
    for name in ("Joseph", "Irina"):
        make_application(offer=asked.offer, first_name=name, created_at=MONDAY, look_at=MONDAY)
    look(5)

    assert len(told(KARIM)) == 1
    assert "Et 2 autres" in told(KARIM)[0]


def test_a_call_stops_the_clock_and_starts_another_wait(asked):
    asked.called_at, asked.status = datetime(2026, 11, 4, 9, tzinfo=UTC), "seen"
    clocks.wind(asked, asked.called_at)
    look(5)
    assert told(KARIM) == []

    look(25)
    assert asked.status == "unanswered"


def test_a_request_on_which_something_fails_holds_nobody_back(asked, monkeypatch):
    other = make_application(first_name="Joseph", created_at=MONDAY, look_at=MONDAY)
    kept = clocks.look_after
    monkeypatch.setattr(
        clocks, "look_after", lambda one, now: kept(one, now) if one is other else 1 / 0
    )
    look(29)

    assert (other.status, asked.status) == ("unanswered", "sent")
    assert asked.look_at == datetime(2026, 11, 29, 10, tzinfo=UTC)


def test_a_person_with_a_landline_is_not_written_to(asked):
    asked.phone = "+33465711234"
    look(29)

    assert asked.status == "unanswered"
    assert outbox.outbox("+33465711234") == []
