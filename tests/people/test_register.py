"""Someone written down by an adviser: told by SMS, who may cancel; and OUI and NON by SMS."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_person, new_phone, sign_in
from webapp import clock
from webapp.extensions import db
from webapp.messages import inbound
from webapp.messages.models import Message
from webapp.messages.queries import outbox
from webapp.people import consents, register
from webapp.people.enums import Act, ConsentWay, Purpose
from webapp.people.models import Consent, Erasure, JournalEntry, Person
from webapp.people.register import Wish
from webapp.people.viewing import may_see

MOBILE = "+33639981234"
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def morning(at):
    """A Saturday morning, when phones may ring."""
    at(NOW)


@pytest.fixture
def adviser(app):
    return make_account("adviser")


def written(adviser, *, way=None, **facts: Any) -> Person:
    wish = Wish(**{"first_name": "Fatou", "phone": MOBILE, "days": 365} | facts)
    person = register.register(wish, adviser, clock.now(), way=way)
    db.session.commit()
    return person


def says(text: str, at: datetime = NOW, phone: str = MOBILE) -> str:
    """What we answer to this SMS."""
    row = inbound.receive(phone, text, at)
    db.session.commit()
    replies = [one.text for one in outbox(phone) if one.kind == "reply"]
    assert row is not None
    return replies[-1] if replies else ""


def consent_of(person: Person) -> Consent:
    return db.session.scalars(select(Consent).where(Consent.person_id == person.id)).one()


def test_someone_written_down_is_told_who_did_it_and_how_to_cancel(adviser, database):
    person = written(adviser)

    message = outbox(MOBILE)[0]
    assert message.kind == "registered"
    assert (message.parts, message.person_id) == (1, person.id)
    assert message.text.startswith("Nadia (Les Ateliers du Canal)")
    assert "NON" in message.text
    assert "Fatou" not in message.text
    assert person.registered_by_id == adviser.id


@pytest.mark.parametrize("name", ["CCAS", "Centre communal d’action sociale de " + "Vaulx " * 14])
@pytest.mark.parametrize("way", [None, ConsentWay.CODE])
def test_the_sms_fits_in_one_part_whatever_the_name_of_the_structure(adviser, name, way):
    adviser.organisation.name = name
    adviser.first_name = "Marie-Christine"

    written(adviser, way=way)

    assert outbox(MOBILE)[0].parts == 1
    assert "Marie-Christine" in outbox(MOBILE)[0].text


def test_no_by_sms_erases_the_whole_record(adviser, database):
    person = written(adviser)
    name = person.public_id

    assert says("non").startswith("C'est noté. Tout est effacé")
    assert db.session.scalars(select(Person)).all() == []
    assert db.session.scalars(select(Consent)).all() == []
    assert db.session.scalars(select(JournalEntry)).all() == []
    assert db.session.scalars(select(Erasure.subject)).all() == [name]
    assert "Nadia" not in "".join(db.session.scalars(select(Message.text)))


def test_yes_by_sms_confirms_and_gives_the_agreement_asked_then(adviser, database):
    person = written(adviser)
    assert consent_of(person).given_at is None

    reply = says("Oui")

    db.session.expire_all()
    assert reply.startswith("Merci.")
    assert person.confirmed_at is not None
    assert consent_of(person).way == ConsentWay.SMS
    assert consent_of(person).given_at is not None


def test_who_said_yes_beside_the_adviser_may_still_cancel_for_72_hours(adviser):
    written(adviser, way=ConsentWay.CODE)

    assert "effacé" in says("NON", NOW + timedelta(hours=71))


def test_after_72_hours_a_no_erases_nobody_who_said_yes(adviser):
    person = written(adviser, way=ConsentWay.CODE)

    reply = says("NON", NOW + timedelta(hours=73))

    assert "effacé" not in reply
    assert db.session.get(Person, person.id) is not None


def test_a_person_who_came_by_themselves_is_not_erased_by_an_sms(adviser, client):
    person = written(adviser)
    sign_in(client, person)

    says("NON")

    assert db.session.get(Person, person.id) is not None


def test_a_no_from_another_number_cancels_nothing(adviser):
    person = written(adviser)

    says("NON", phone="+33639981235")

    assert db.session.get(Person, person.id) is not None


def test_the_latest_question_is_answered_and_the_reply_says_that_another_waits(adviser, at):
    mother = written(adviser)
    at(NOW + timedelta(minutes=5))
    daughter = written(adviser, first_name="Awa").id

    reply = says("NON", NOW + timedelta(minutes=6))

    assert "Une autre question attend" in reply
    assert db.session.get(Person, daughter) is None
    assert db.session.get(Person, mother.id) is not None
    assert says("OUI", NOW + timedelta(minutes=7)).startswith("Merci.")
    db.session.expire_all()
    assert mother.confirmed_at is not None


def test_an_agreement_asked_later_is_answered_by_sms(adviser):
    person = make_person(phone=MOBILE)
    other = make_account("adviser", first_name="Paul")
    consents.ask(person, other.organisation, Purpose.FOLLOWUP, 31, other, NOW)
    db.session.commit()

    reply = says("oui")

    assert "accord" in reply
    assert may_see(other, person, clock.today())


def test_a_refused_agreement_shows_nothing(adviser):
    person = make_person(phone=MOBILE)
    consents.ask(person, adviser.organisation, Purpose.FOLLOWUP, 31, adviser, NOW)
    db.session.commit()

    assert "pas donné" in says("non merci")
    assert not may_see(adviser, person, clock.today())


def test_a_yes_that_nobody_waits_for_is_answered_by_others(app):
    assert "accord" not in says("oui")


def test_a_landline_and_nobody_s_phone_get_no_sms(adviser):
    written(adviser, phone="+33472000000")
    written(adviser, phone=None, first_name="Awa")

    assert db.session.scalars(select(Message)).all() == []


def test_what_the_adviser_did_stands_in_the_journal(adviser):
    person = written(adviser, way=ConsentWay.CODE)

    acts = db.session.scalars(
        select(JournalEntry.act)
        .where(JournalEntry.person_id == person.id)
        .order_by(JournalEntry.id)
    ).all()
    assert acts == [Act.REGISTERED, Act.CONSENT_ASKED, Act.CONSENT_GIVEN]


def test_an_invented_adviser_writes_invented_people_down(app):
    adviser = make_account("adviser", demonstration=True)

    assert written(adviser, phone=new_phone()).demonstration


@pytest.mark.parametrize("days", [0, 365])
def test_the_organisation_sees_its_own_record_and_another_does_not(adviser, days):
    person = written(adviser, days=days)

    assert may_see(adviser, person, clock.today())
    assert not may_see(make_account("adviser"), person, clock.today())
