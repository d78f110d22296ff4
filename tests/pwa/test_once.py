"""What a phone sends again is done once, and nobody sends in someone else's name."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.factories import make_application, make_offer, make_person, saved, sign_in
from webapp.applications.models import Application, CallReport
from webapp.extensions import db
from webapp.people import erasing
from webapp.pwa import actions
from webapp.pwa.models import SentOnce

KEY = {"Idempotency-Key": "1-2-3-4"}
AWA = {"first_name": "Awa", "phone": "06 39 98 12 34"}


def count(table) -> int:
    """How many rows there are."""
    return db.session.scalar(select(func.count()).select_from(table)) or 0


def test_a_press_sent_again_is_done_once_and_leads_to_the_same_place(client, database):
    path = f"/offres/{make_offer().public_id}/interesse/appeler"

    first = client.post(path, data={"outcome": "no_answer"}, headers=KEY)
    again = client.post(path, data={"outcome": "no_answer"}, headers=KEY)

    assert count(CallReport) == 1
    assert first.status_code == again.status_code == 200
    assert first.headers["X-To"] == again.headers["X-To"]
    assert first.headers["X-To"].startswith("/offres/")


def test_two_presses_are_two(client):
    path = f"/offres/{make_offer().public_id}/interesse/appeler"

    for key in ("1-1-1-1", "2-2-2-2"):
        client.post(path, data={"outcome": "no_answer"}, headers={"Idempotency-Key": key})

    assert count(CallReport) == 2


def test_a_form_that_a_page_sends_by_itself_carries_its_key(client):
    path = f"/offres/{make_offer().public_id}/interesse/appeler"

    for _press in range(2):
        answer = client.post(path, data={"outcome": "no_answer", "_key": "7-7-7-7"})

    assert answer.status_code == 303
    assert count(CallReport) == 1


def test_what_was_refused_may_be_sent_again_once_mended(client):
    path = f"/offres/{make_offer().public_id}/interesse"

    refused = client.post(path, data={**AWA, "phone": "12"}, headers=KEY)
    mended = client.post(path, data=AWA, headers=KEY)

    assert refused.status_code == 422
    assert mended.headers["X-To"].startswith("/demande/")
    assert count(Application) == 1


def test_without_a_key_nothing_changes(client):
    answer = client.post(f"/offres/{make_offer().public_id}/interesse", data=AWA)

    assert answer.status_code == 303
    assert "X-To" not in answer.headers
    assert count(SentOnce) == 0


def test_sent_at_the_same_moment_twice_it_is_done_once(app: Flask, database):
    path = f"/offres/{make_offer().public_id}/interesse/appeler"
    together, answers = Barrier(4), []
    db.session.rollback()  # this test holds nothing while others write

    def press() -> None:
        browser = app.test_client()
        together.wait()
        answers.append(browser.post(path, data={"outcome": "no_answer"}, headers=KEY).status_code)

    threads = [Thread(target=press) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == [200] * 4
    db.session.rollback()
    assert count(CallReport) == 1


def test_after_the_session_ended_it_is_told_where_to_come_in(client):
    answer = client.post("/moi/appareils/sortir", headers={**KEY, "X-Phone": "own:aaaaaaaaaaaa"})

    assert answer.status_code == 200
    assert answer.headers["X-To"] == "/connexion"


def test_nobody_sends_what_someone_else_pressed_on_this_phone(client):
    sign_in(client, make_person())
    other = {**KEY, "X-Phone": "own:aaaaaaaaaaaa"}

    answer = client.post("/moi/appareils/sortir", headers=other)

    assert answer.status_code == 409
    assert client.get("/suivi").status_code == 200


def test_who_pressed_it_sends_it_after_coming_in_again(client):
    person = make_person()
    sign_in(client, person)
    phone = client.get("/suivi").headers["X-Phone"]
    sign_in(client, person, shared=True)

    answer = client.post("/moi/appareils/sortir", headers={**KEY, "X-Phone": phone})

    assert (answer.status_code, answer.headers["X-To"]) == (200, "/connexion")


def test_keys_go_after_sixty_days(app):
    now = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    saved(SentOnce(key="old", to="/", at=now - timedelta(days=61)))
    saved(SentOnce(key="young", to="/", at=now - timedelta(days=59)))

    assert actions.forget_old(now) == 1
    db.session.commit()
    assert db.session.scalars(select(SentOnce.key)).all() == ["young"]


@pytest.mark.parametrize("prefix", ["", "/simple"])
def test_where_a_press_led_goes_with_who_is_erased(app, prefix):
    person = make_person()
    request = make_application(person_id=person.id, phone=person.phone)
    moment = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    saved(SentOnce(key="theirs", to=f"{prefix}/demande/{request.public_id}", at=moment))
    saved(SentOnce(key="others", to=f"{prefix}/demande/zzzzzzzz", at=moment))

    erasing.erase(person, moment)
    db.session.commit()

    assert db.session.scalars(select(SentOnce.key)).all() == ["others"]
