"""What a press changes, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select

from tests.factories import make_application, make_offer, new_phone
from webapp.applications import actions, answers, queries, rules
from webapp.applications.actions import OfferOver, TooManyRequests, Wish
from webapp.applications.enums import Outcome, Way
from webapp.applications.models import Application, CallReport
from webapp.extensions import db
from webapp.offers.models import Offer, OfferSearch

FRIDAY = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
FATOU = Wish(way=Way.THEY_CALL, first_name="Fatou", phone="+33639981234")


def applied(offer, wish=FATOU, now=FRIDAY):
    application = actions.apply(offer, wish, now)
    db.session.commit()
    return application


def requests_of(offer):
    db.session.expire_all()
    return db.session.get(Offer, offer.id).request_count


def load_of(offer):
    return db.session.scalar(select(OfferSearch.load).where(OfferSearch.id == offer.id))


def test_a_request_says_until_when_someone_answers(app, database):
    application = applied(make_offer(promised_days=3))

    assert application.answer_by == date(2026, 11, 25)
    assert (application.first_name, application.phone) == ("Fatou", "+33639981234")
    assert application.status == "sent"


def test_the_day_is_that_of_the_place_of_the_work(app, database):
    late_friday_in_paris = datetime(2026, 11, 19, 20, 30, tzinfo=UTC)  # already Friday there

    application = applied(make_offer(insee="97411", promised_days=1), now=late_friday_in_paris)

    assert application.answer_by == date(2026, 11, 23)


@pytest.mark.parametrize("name", ["Fatou", "fatou", " FATOU", "Fatôu"])
def test_the_same_person_asking_twice_makes_one_request(app, database, name):
    offer = make_offer()

    first = applied(offer)
    again = applied(offer, replace(FATOU, first_name=name), FRIDAY + timedelta(hours=3))

    assert again.id == first.id
    assert requests_of(offer) == 1


def test_someone_else_on_the_same_phone_makes_another_request(app, database):
    offer = make_offer()

    applied(offer)
    applied(offer, replace(FATOU, first_name="Moussa"))

    assert requests_of(offer) == 2


def test_the_search_knows_at_once_that_one_more_person_asked(app, database):
    offer = make_offer(positions=4)

    applied(offer)

    assert load_of(offer) == pytest.approx(0.25)


def test_a_request_already_made_is_found_again_after_the_offer_closed(app, database):
    offer = make_offer()
    first = applied(offer)
    offer.status = "closed"

    assert applied(offer).id == first.id


@pytest.mark.parametrize("status", ["paused", "closed"])
def test_nobody_can_ask_for_an_offer_that_is_over(app, database, status):
    offer = make_offer(status)

    with pytest.raises(OfferOver):
        actions.apply(offer, FATOU, FRIDAY)
    assert requests_of(offer) == 0


def test_one_number_asks_for_ten_offers_a_day_and_no_more(app, database):
    for _ in range(rules.PER_PHONE):
        applied(make_offer())

    with pytest.raises(TooManyRequests):
        actions.apply(make_offer(), FATOU, FRIDAY)
    assert applied(make_offer(), now=FRIDAY + timedelta(days=1, minutes=1)).id


def test_the_helper_is_kept_only_when_someone_fills_it_in_for_another(app, database):
    helped = applied(make_offer(), replace(FATOU, for_someone=True, helper_name="Lucie"))
    alone = applied(make_offer(), replace(FATOU, helper_name="Lucie"))

    assert (helped.for_someone, helped.helper_name) == (True, "Lucie")
    assert (alone.for_someone, alone.helper_name) == (False, "")


def test_ten_presses_at_once_make_one_request(app, database):
    """A thread is a phone: its own connection, its own transaction."""
    number = make_offer().id
    db.session.commit()
    together = Barrier(10)

    def press(_: int) -> str:
        with app.app_context():
            together.wait(timeout=120)
            offer = db.session.get(Offer, number)
            assert offer
            public_id = actions.apply(offer, FATOU, FRIDAY).public_id
            db.session.commit()
            return public_id

    with ThreadPoolExecutor(10) as pool:
        answers = set(pool.map(lambda turn: Context().run(press, turn), range(10)))

    assert len(answers) == 1
    assert db.session.scalar(select(func.count(Application.id))) == 1
    assert requests_of(db.session.get(Offer, number)) == 1


def test_ten_people_at_once_are_ten_requests_and_none_is_lost(app, database):
    number = make_offer().id
    phones = [new_phone() for _ in range(10)]
    db.session.commit()
    together = Barrier(10)

    def press(phone: str) -> None:
        with app.app_context():
            together.wait(timeout=120)
            offer = db.session.get(Offer, number)
            assert offer
            actions.apply(offer, replace(FATOU, phone=phone), FRIDAY)
            db.session.commit()

    with ThreadPoolExecutor(10) as pool:
        list(pool.map(lambda phone: Context().run(press, phone), phones))

    offer = db.session.get(Offer, number)
    assert requests_of(offer) == 10
    assert load_of(offer) == pytest.approx(10.0)


def test_a_cancelled_request_leaves_room_to_ask_again(app, database):
    offer = make_offer()
    first = applied(offer)

    actions.cancel(first, FRIDAY)
    actions.cancel(first, FRIDAY)
    db.session.commit()
    again = applied(offer)

    assert first.status == "withdrawn"
    assert again.id != first.id
    assert requests_of(offer) == 1
    assert load_of(offer) == pytest.approx(1.0)


def test_a_call_back_is_noted_and_can_be_taken_back(app, database):
    application = make_application()

    answers.call(application, FRIDAY)
    assert (application.called_at, application.status) == (FRIDAY, "seen")

    answers.uncall(application, FRIDAY)
    assert (application.called_at, application.answered_at) == (None, None)


def test_taking_back_a_call_keeps_what_was_decided_since(app, database):
    application = make_application(status="met")

    answers.call(application, FRIDAY)
    answers.uncall(application, FRIDAY)

    assert application.status == "met"


def test_how_a_call_went_is_kept_without_anyone_s_name(app, database):
    offer = make_offer()

    actions.report_call(offer, Outcome.NO_ANSWER, FRIDAY)
    db.session.commit()

    report = db.session.scalars(select(CallReport)).one()
    assert (report.offer_id, report.outcome, report.at) == (offer.id, "no_answer", FRIDAY)
    columns = set(CallReport.__table__.columns.keys())
    assert columns == {"id", "offer_id", "outcome", "at"}


def test_requests_are_forgotten_when_their_time_has_passed(app, database):
    today = date(2029, 1, 10)
    new = make_application(created_at=datetime(2029, 1, 1, tzinfo=UTC))
    old = make_application(created_at=datetime(2027, 1, 1, tzinfo=UTC))
    of_closed = make_application(created_at=datetime(2028, 6, 1, tzinfo=UTC))
    of_closed.offer.status = "closed"
    of_closed.offer.closed_at = datetime(2028, 6, 30, tzinfo=UTC)
    just_closed = make_application(created_at=datetime(2028, 11, 1, tzinfo=UTC))
    just_closed.offer.status = "closed"
    just_closed.offer.closed_at = datetime(2028, 12, 1, tzinfo=UTC)
    kept = {new.id, just_closed.id}
    gone = {old.id, of_closed.id}
    actions.report_call(new.offer, Outcome.CALLED, datetime(2026, 12, 1, tzinfo=UTC))
    db.session.commit()

    assert actions.forget_old(today) == 2
    db.session.commit()

    assert set(db.session.scalars(select(Application.id))) == kept
    assert not gone & kept
    assert db.session.scalar(select(func.count(CallReport.id))) == 0


def test_a_request_is_found_by_its_name_however_it_is_typed(app, database):
    application = make_application(public_id="k7m24pq9")

    assert queries.application("K7M24PQ9") == application
    assert queries.application("k7m24pq8") is None
