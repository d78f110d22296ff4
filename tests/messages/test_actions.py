"""The outbox: a message is there when its fact is, once, in the phone's alphabet."""

from datetime import UTC, datetime, timedelta

import pytest

from webapp.extensions import db
from webapp.messages import actions, queries
from webapp.messages.enums import Channel, Kind, Status
from webapp.messages.models import Message

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
NUMBER = "+33639980001"


def queue(**facts: object) -> Message:
    usual = {"kind": Kind.CODE, "to": NUMBER, "text": "123 456", "key": "code-1", "now": NOW}
    return actions.queue(**usual | facts)


def test_a_message_waits_in_the_outbox(app, database):
    queue(text="Sonia vous attend. Répondez dès ce soir… Ça ira ?")
    db.session.commit()

    (message,) = queries.outbox(NUMBER)
    assert (message.status, message.channel, message.parts) == (Status.QUEUED, Channel.SMS, 1)
    assert message.text == "Sonia vous attend. Répondez dès ce soir... Ça ira ?"
    assert message.drop_at == NOW + timedelta(minutes=10)


def test_the_same_fact_makes_one_message(app, database):
    first = queue()
    db.session.commit()

    assert queue(text="654 321").id == first.id
    assert [message.text for message in queries.outbox(NUMBER)] == ["123 456"]


def test_a_fact_taken_back_sends_nothing(app, database):
    queue()
    db.session.rollback()

    assert queries.outbox(NUMBER) == []


def test_an_address_gets_an_email_with_its_accents(app):
    queue(to="sonia@exemple.fr", kind=Kind.STAFF_LINK, text="À tout de suite…", subject="Entrer")

    (message,) = queries.outbox("sonia@exemple.fr")
    assert (message.channel, message.text) == (Channel.EMAIL, "À tout de suite…")


@pytest.mark.parametrize("outcome", ["commit", "rollback"])
def test_the_sweeper_is_woken_by_a_commit_and_by_nothing_else(app, outcome):
    knocks = []
    app.extensions["wake-sweeper"] = lambda: knocks.append(True)
    queue()
    assert knocks == []

    getattr(db.session, outcome)()
    db.session.commit()

    assert len(knocks) == (outcome == "commit")


@pytest.mark.parametrize("end", ["commit", "rollback"])
def test_a_savepoint_neither_wakes_nor_forgets(app, end):
    knocks = []
    app.extensions["wake-sweeper"] = lambda: knocks.append(True)
    queue()

    getattr(db.session.begin_nested(), end)()
    assert knocks == []
    db.session.commit()

    assert knocks == [True]


def test_a_wake_that_fails_loses_nothing(app):
    app.extensions["wake-sweeper"] = lambda: 1 / 0
    queue()

    db.session.commit()

    assert len(queries.outbox(NUMBER)) == 1
