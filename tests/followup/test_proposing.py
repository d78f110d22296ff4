"""A step proposed to a person: one SMS for each proposal, answered by SMS or on the page."""

from datetime import datetime

import pytest
from sqlalchemy import select

from tests.factories import make_person
from tests.followup.making import make_task
from webapp import clock
from webapp.extensions import db
from webapp.followup import tasks
from webapp.followup.enums import TaskState
from webapp.messages import inbound, rules, zones
from webapp.messages.enums import Kind, Status
from webapp.messages.models import Message


def sent(person):
    """The proposals to a person, as they stand in the outbox."""
    wanted = select(Message).where(Message.person_id == person.id, Message.kind == Kind.STEP)
    return db.session.scalars(wanted.order_by(Message.id)).all()


def receive(phone, text):
    """A word that comes from a phone, and what is answered to it."""
    inbound.receive(phone, text, clock.now())
    db.session.commit()
    wanted = select(Message.text).where(Message.recipient == phone, Message.kind == Kind.REPLY)
    return db.session.scalars(wanted.order_by(Message.id.desc())).first()


def leave(message):
    """A message that a provider took."""
    message.status, message.sent_at = Status.SENT, clock.now()
    db.session.commit()


def test_one_sms_says_who_proposes_what_and_how_to_answer(app, fatou, nadia):
    make_task(fatou, nadia, title="Faire la carte de bus", owner=None)

    (message,) = sent(fatou)
    assert message.text.startswith("Nadia (Les Ateliers du Canal) vous propose")
    assert "Faire la carte de bus, avant le" in message.text
    assert "OUI ou NON" in message.text
    assert message.parts == 1


def test_it_waits_for_an_hour_at_which_phones_may_ring(app, fatou, nadia):
    make_task(fatou, nadia, owner=None)
    (message,) = sent(fatou)
    night = datetime(2026, 11, 30, 23, 0, tzinfo=clock.PARIS)
    due = rules.Due(
        kind=Kind(message.kind),
        channel=message.channel,
        drop_at=None,
        place=zones.place(message.recipient, ""),
    )

    decision = rules.decide(due, night)

    assert isinstance(decision, rules.Wait)
    assert decision.until.astimezone(clock.PARIS).hour == 9


def test_a_step_of_an_adviser_sends_nothing(app, fatou, nadia):
    make_task(fatou, nadia)

    assert sent(fatou) == []


@pytest.mark.parametrize("facts", [{"phone": None}, {"confirmed_at": None}])
def test_who_is_not_reached_for_sure_gets_nothing_and_the_adviser_is_told(client, nadia, facts):
    awa = make_person(first_name="Awa", registered_by_id=nadia.id, **facts)

    make_task(awa, nadia, owner=None)

    assert sent(awa) == []


@pytest.mark.parametrize(
    ("word", "state", "said"),
    [
        ("OUI", TaskState.OPEN, "C'est noté : Faire le CV"),
        ("NON", TaskState.DECLINED, "pas cette étape"),
    ],
)
def test_a_word_back_answers_as_the_page_does(app, fatou, nadia, word, state, said):
    task = make_task(fatou, nadia, title="Faire le CV", owner=None)
    leave(sent(fatou)[0])

    answer = receive(fatou.phone, word)

    db.session.expire_all()
    assert (task.state, task.changed_by) == (state, None)
    assert said in answer


def test_a_word_answers_nothing_while_the_question_has_not_left(app, fatou, nadia):
    task = make_task(fatou, nadia, owner=None)

    receive(fatou.phone, "OUI")

    db.session.expire_all()
    assert task.state == TaskState.PROPOSED


def test_what_was_answered_on_the_page_no_longer_leaves(app, fatou, nadia):
    task = make_task(fatou, nadia, owner=None)
    tasks.settle(task, 1, TaskState.OPEN, clock.now(), by=None)
    db.session.commit()

    assert [one.status for one in sent(fatou)] == [Status.DROPPED]


def test_a_step_written_anew_is_proposed_anew_and_the_former_question_answers_nothing(
    app, fatou, nadia
):
    task = make_task(fatou, nadia, owner=None)
    leave(sent(fatou)[0])
    wish = tasks.Wish(title="Faire le CV", due_on=clock.today())
    tasks.change(task, 1, wish, nadia, clock.now())
    db.session.commit()

    receive(fatou.phone, "OUI")

    db.session.expire_all()
    assert task.state == TaskState.PROPOSED
    assert len(sent(fatou)) == 2


def test_a_no_sent_twice_erases_nobody(app, fatou, nadia):
    """Nadia wrote her down today: a NON to that would still erase everything."""
    task = make_task(fatou, nadia, owner=None)
    leave(sent(fatou)[0])

    first, second = receive(fatou.phone, "NON"), receive(fatou.phone, "NON")

    db.session.expire_all()
    assert task.state == TaskState.DECLINED
    assert "Une autre question" not in first
    assert second.startswith("C'est déjà noté")
