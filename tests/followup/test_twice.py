"""Pressed twice, on a slow network: written once, asked once, and no fault shown for it."""

from datetime import timedelta

from sqlalchemy import func, select

from tests.factories import sign_in
from tests.followup.making import make_note, make_task
from tests.followup.test_proposing import sent
from tests.people.helping import look, send
from webapp import clock
from webapp.extensions import db
from webapp.followup.enums import Readers, TaskState
from webapp.followup.models import Note, Task


def path(person, rest):
    return f"/conseiller/suivi/{person.public_id}{rest}"


def count(table) -> int:
    return db.session.scalar(select(func.count()).select_from(table)) or 0


def test_a_step_and_a_note_sent_twice_are_there_once_and_asked_once(desk, fatou):
    step = {"title": "Faire le CV", "due_on": clock.today().isoformat(), "readers": "person"}
    for _ in range(2):
        assert send(desk, path(fatou, "/etapes"), owner="person", **step).status_code == 303
        written = send(desk, path(fatou, "/notes"), text="Cherche le matin.", readers="shared")
        assert written.status_code == 303

    assert (count(Task), count(Note), len(sent(fatou))) == (1, 1, 1)


def test_the_same_words_for_others_or_on_another_day_are_written_anew(app, fatou, nadia, sami):
    now = clock.now()
    make_task(fatou, nadia)
    make_task(fatou, sami)
    make_task(fatou, nadia, due_on=clock.today())
    make_note(fatou, nadia)
    make_note(fatou, nadia, to=Readers.SHARED)
    make_note(fatou, nadia, now=now + timedelta(minutes=11))

    assert (count(Task), count(Note)) == (3, 3)


def test_what_the_person_accepted_is_not_asked_again_where_nothing_differs(desk, fatou, nadia):
    task = make_task(fatou, nadia, owner=None)
    task.state = TaskState.OPEN
    db.session.commit()
    address = f"/conseiller/etapes/{task.public_id}"
    kept = look(desk, address).fields()

    assert send(desk, address, **kept).status_code == 303

    db.session.expire_all()
    assert task.state == TaskState.OPEN
    assert len(sent(fatou)) == 1


def test_a_step_written_anew_is_told_as_changed(desk, fatou, nadia):
    task = make_task(fatou, nadia, readers=Readers.PERSON)
    address = f"/conseiller/etapes/{task.public_id}"
    send(desk, address, **look(desk, address).fields() | {"title": "Passer à la mairie"})

    assert "Étape changée : Passer à la mairie" in look(desk, path(fatou, "")).words


def test_an_answer_given_twice_is_the_same_answer(client, fatou, nadia):
    task = make_task(fatou, nadia, owner=None)
    sign_in(client, fatou)
    for _ in range(2):
        page = send(client, f"/suivi/etapes/{task.public_id}/oui")
        assert page.status_code == 303

    db.session.expire_all()
    assert (task.state, task.version) == (TaskState.OPEN, 2)
