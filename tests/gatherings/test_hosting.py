"""What the host of an information meeting is told of its seats."""

from datetime import date, datetime, timedelta

import pytest

from tests.factories import make_account
from tests.gatherings.making import make_gathering
from webapp.clock import PARIS, now
from webapp.extensions import db
from webapp.gatherings import actions
from webapp.gatherings.actions import Wish
from webapp.messages.queries import outbox

MONDAY = datetime(2026, 11, 23, 10, tzinfo=PARIS)
NEXT_MONDAY = MONDAY + timedelta(days=7)
HOST = "+33639982200"


@pytest.fixture(autouse=True)
def monday(app, at):
    """A morning a week before the meeting."""
    at(MONDAY)


def take(meeting, phone="+33639982100", name="Awa"):
    actions.take(meeting, Wish(first_name=name, phone=phone), now())
    db.session.commit()


def told() -> list[str]:
    """What the host was told, cut before its name."""
    return [one.key.partition(":")[0] for one in outbox(HOST)]


def test_the_host_is_told_of_the_first_seat_of_the_last_and_of_all_the_day_before(app):
    meeting = make_gathering(starts_at=NEXT_MONDAY, host_phone=HOST)
    take(meeting)
    assert told() == ["host-first"]

    for phone, name in (("+33639982101", "Ali"), ("+33639982102", "Zoé")):
        take(meeting, phone, name)
    for _twice in range(2):
        actions.look_after(date(2026, 11, 29), now())
    db.session.commit()

    assert told() == ["host-first", "host-full", "host-eve-261130"]
    _first, full, eve = outbox(HOST)
    assert "est complète : 2 inscrits" in full.text
    assert "2 inscrits, 1 en attente. Qui vient : http" in eve.text
    assert all(one.parts == 1 for one in outbox(HOST))


def test_a_host_with_a_landline_is_told_by_mail_of_who_posted(app):
    poster = make_account()
    take(make_gathering(starts_at=NEXT_MONDAY, created_by=poster))

    (mail,) = outbox(poster.email)
    assert "première personne" in mail.text
    assert mail.subject
