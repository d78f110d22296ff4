"""Seats of an information meeting: taken, waited for, freed once, recalled, never sold twice."""

from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_person, sign_in
from tests.gatherings.making import make_gathering
from webapp.clock import PARIS, now
from webapp.extensions import db
from webapp.followup.models import TimelineEvent
from webapp.gatherings import actions, queries, texts
from webapp.gatherings.actions import Wish
from webapp.gatherings.enums import SeatState
from webapp.gatherings.models import Gathering, Seat
from webapp.messages import inbound
from webapp.messages.queries import outbox
from webapp.messages.rules import gsm, parts
from webapp.people import erasing
from webapp.people.exporting import PARTS

MONDAY = datetime(2026, 11, 23, 10, tzinfo=PARIS)
NEXT_MONDAY = MONDAY + timedelta(days=7)
PHONES = [f"+3363998{number:04d}" for number in range(2100, 2110)]


@pytest.fixture(autouse=True)
def monday(app, at):
    """A morning a week before the meeting."""
    at(MONDAY)


@pytest.fixture
def meeting(app):
    return make_gathering(starts_at=NEXT_MONDAY)


def take(meeting, phone=PHONES[0], name="Awa") -> Seat:
    seat = actions.take(meeting, Wish(first_name=name, phone=phone), now())
    db.session.commit()
    return seat


def fill(meeting) -> list[Seat]:
    """Take every seat, then one place among those who wait."""
    return [take(meeting, phone, f"Awa {sign}") for phone, sign in zip(PHONES, "ABC", strict=False)]


def told(phone) -> list[str]:
    """What this number was or will be told, cut before its name."""
    return [one.key.partition(":")[0] for one in outbox(phone) if one.status != "dropped"]


def states(meeting) -> list[str]:
    wanted = select(Seat.state).where(Seat.gathering_id == meeting.id).order_by(Seat.id)
    return list(db.session.scalars(wanted))


def test_a_seat_takes_a_first_name_and_a_number(client, meeting):
    page = client.get(f"/reunions/{meeting.public_id}")
    assert "2 places libres" in page.words

    sent = {"first_name": "Awa", "phone": "06 39 98 21 00"}
    page = client.post(f"/reunions/{meeting.public_id}", data=sent, follow_redirects=True)

    assert page.h1 == "Votre place est réservée"
    assert "Lundi 30 novembre, de 10 h à 11 h 30" in page.words
    assert "Bus C3" in page.words
    held, eve = outbox(PHONES[0])
    assert held.text.startswith("Votre place est réservée : lundi 30/11 à 10h")
    assert "Nadia : 04 65 71 30 23" in held.text
    assert [parts(one.text) for one in (held, eve)] == [1, 1]
    assert eve.send_at.astimezone(PARIS) < NEXT_MONDAY
    assert eve.send_at.astimezone(PARIS).date() == date(2026, 11, 28), (
        "the day before is a Sunday: it leaves before"
    )


def test_an_sms_keeps_a_long_address_in_one_part_as_long_as_it_can():
    place = "128 avenue du Général de Gaulle, bâtiment administratif B"
    said = (texts.held, texts.freed)

    told = [
        one("Marie-Antoinette", "mercredi 30/12 à 14h30", place, "04 65 71 30 23") for one in said
    ]

    assert [place in text for text in told] == [True, True]
    assert [parts(gsm(text)) for text in told] == [1, 1]


def test_the_same_press_twice_is_one_seat(client, meeting):
    first, again = take(meeting), take(meeting)

    assert first.id == again.id
    assert len(outbox(PHONES[0])) == 2


def test_who_comes_too_late_waits_and_has_the_seat_that_frees_once(client, meeting):
    held, _other, waiting = fill(meeting)
    assert states(meeting) == ["held", "held", "waiting"]
    assert "C’est complet" in client.get(f"/reunions/{meeting.public_id}").words
    assert client.get(f"/reunions/places/{waiting.public_id}").h1 == "Vous attendez une place"

    address = f"/reunions/places/{held.public_id}/rendre"
    page = client.post(address, follow_redirects=True)
    client.post(address)

    assert page.h1 == "Votre place est rendue"
    assert states(meeting) == ["given-up", "held", "held"]
    assert told(PHONES[2]) == ["seat-waiting", "seat-freed", "seat-eve"]
    assert told(PHONES[0]) == [], "nothing more leaves about a seat that was given back"


def test_two_who_give_back_free_two_seats_and_no_more(meeting):
    first, second, _third = fill(meeting)
    fourth = take(meeting, PHONES[3], "Dina")

    actions.give_up(first, now())
    actions.give_up(second, now())
    actions.give_up(second, now())
    db.session.commit()

    assert states(meeting) == ["given-up", "given-up", "held", "held"]
    assert fourth.held_at is not None
    assert queries.held(meeting.id) == meeting.seats


def test_a_seat_that_frees_at_the_last_minute_is_promised_to_nobody(meeting, at):
    held, _other, waiting = fill(meeting)
    at(NEXT_MONDAY - timedelta(hours=2))

    actions.give_up(held, now())
    db.session.commit()

    assert not waiting.is_held
    assert queries.held(meeting.id) == 1


def test_no_by_sms_gives_the_seat_back_and_yes_keeps_it(meeting):
    seat, _other, waiting = fill(meeting)

    def say(text: str) -> str:
        inbound.receive(PHONES[0], text, now())
        db.session.commit()
        return outbox(PHONES[0])[-1].text

    assert say("oui").startswith("C'est noté")
    assert seat.is_held
    assert "votre place est rendue" in say("non merci")

    assert seat.state == SeatState.GIVEN_UP
    assert waiting.is_held


def test_a_seat_given_back_can_be_taken_again_and_is_told_again(meeting):
    seat = take(meeting)
    actions.give_up(seat, now())
    db.session.commit()

    seat = actions.take(
        meeting, Wish(first_name="awa", phone=PHONES[0]), now() + timedelta(hours=1)
    )
    db.session.commit()

    assert seat.is_held
    assert len(states(meeting)) == 1
    assert told(PHONES[0]) == ["seat-held", "seat-eve"]


def at_once(ask, count: int) -> list[object]:
    """Ask so many times at the same moment, each through a connection of its own."""
    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(lambda number: Context().run(ask, number), range(count)))


def test_ten_who_press_at_the_same_moment_have_two_seats(app, database):
    meeting = make_gathering(starts_at=NEXT_MONDAY)
    number = meeting.id
    db.session.commit()

    def press(index: int) -> None:
        with app.app_context():
            found = db.session.get(Gathering, number)
            assert found
            actions.take(found, Wish(first_name="Awa", phone=PHONES[index]), now())
            db.session.commit()

    at_once(press, 10)

    assert sorted(states(meeting)) == ["held"] * 2 + ["waiting"] * 8


def test_two_presses_that_give_one_seat_back_move_one_person_up(app, database):
    meeting = make_gathering(starts_at=NEXT_MONDAY)
    seats = [take(meeting, phone, "Awa") for phone in PHONES[:5]]
    name = seats[0].public_id
    db.session.commit()

    def press(_index: int) -> None:
        with app.app_context():
            found = queries.seat(name)
            assert found
            actions.give_up(found, now())
            db.session.commit()

    at_once(press, 4)
    db.session.expire_all()

    assert states(meeting) == ["given-up", "held", "held", "waiting", "waiting"]


def test_a_meeting_called_off_tells_everyone_once(meeting):
    fill(meeting)

    for _twice in range(2):
        actions.call_off(meeting, now())
        db.session.commit()

    for phone in PHONES[:3]:
        assert told(phone)[-1] == "seat-off"
        assert told(phone).count("seat-off") == 1
        assert "seat-eve" not in told(phone)
    with pytest.raises(actions.GatheringOver):
        take(meeting, PHONES[5], "Zoé")


def test_a_number_takes_five_seats_at_most(client):
    for _five in range(5):
        take(make_gathering(starts_at=NEXT_MONDAY))
    other = make_gathering(starts_at=NEXT_MONDAY)

    sent = {"first_name": "Awa", "phone": PHONES[0]}
    page = client.post(f"/reunions/{other.public_id}", data=sent)

    assert page.status_code == 429
    assert "déjà 5 places" in page.words


def test_who_is_signed_in_finds_the_seat_in_their_data_and_their_timeline(client, meeting, at):
    person = make_person(phone=PHONES[0], first_name="Awa")
    sign_in(client, person)
    assert 'value="Awa"' in client.get(f"/reunions/{meeting.public_id}").text
    client.post(f"/reunions/{meeting.public_id}", data={"first_name": "Awa", "phone": PHONES[0]})
    seat = db.session.scalars(select(Seat)).one()
    assert f"/reunions/places/{seat.public_id}" in client.get("/suivi").text

    at(NEXT_MONDAY + timedelta(hours=1))
    actions.note_who_came(meeting, {seat.public_id}, now())
    actions.note_who_came(meeting, {seat.public_id}, now())
    db.session.commit()

    kinds = db.session.scalars(select(TimelineEvent.kind).order_by(TimelineEvent.id)).all()
    assert kinds == ["seat-taken", "seat-came"]
    assert "Travailler avec quelqu’un qui vous aide" in client.get("/moi/donnees/lire").words
    assert PARTS["seats"](person)[0]["came"] is True


def test_erasing_someone_frees_their_seat_the_next_night(meeting):
    _held, _other, waiting = fill(meeting)
    person = make_person(phone=PHONES[0])

    erasing.erase(person, now())
    db.session.commit()
    actions.look_after(MONDAY.date(), now())
    db.session.commit()

    assert states(meeting) == ["held", "held"]
    assert waiting.is_held


def test_six_months_later_nothing_stays(meeting):
    fill(meeting)

    actions.forget_old(NEXT_MONDAY.date() + timedelta(days=182))
    assert len(states(meeting)) == 3
    actions.forget_old(NEXT_MONDAY.date() + timedelta(days=185))

    assert db.session.scalars(select(Gathering)).all() == []
    assert db.session.scalars(select(Seat)).all() == []


def test_meetings_are_found_near_a_place_and_from_its_offers(client, meeting):
    make_gathering(starts_at=NEXT_MONDAY, insee="33063", lat=44.84, lon=-0.58)

    offers = client.get("/offres?ou=Vaulx-en-Velin")
    page = client.get(offers.links()["Réunions d’information"])

    assert len(page.all("li.offer")) == 1
    assert "À 100" in page.one("li.offer").text()
    assert len(client.get("/reunions").all("li.offer")) == 2
    assert "Pas de réunion" in client.get("/reunions?ou=Brest").words
