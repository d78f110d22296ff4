"""A lost number: the new one works at once, the old one may say no for 72 hours."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_person, sign_in
from webapp import clock
from webapp.accounts import cards, devices
from webapp.accounts import queries as accounts
from webapp.accounts.models import Passkey
from webapp.extensions import db
from webapp.messages import inbound
from webapp.messages.queries import outbox
from webapp.people import recovery
from webapp.people.enums import Act, Checked
from webapp.people.models import JournalEntry, Person, PhoneChange

OLD, NEW, THIRD = "+33639981234", "+33639985678", "+33639989999"
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def morning(at):
    """A Saturday morning, when phones may ring."""
    at(NOW)


@pytest.fixture
def adviser(app):
    return make_account("adviser", phone="+33465712222")


@pytest.fixture
def person(app):
    return make_person(phone=OLD)


def changed(person, adviser, phone=NEW, *, lost=True, at=NOW) -> PhoneChange:
    made = recovery.change(person, phone, Checked.PAPERS, adviser, at, lost=lost)
    db.session.commit()
    return made


def says_no(phone: str, at: datetime) -> str:
    inbound.receive(phone, "NON", at)
    db.session.commit()
    db.session.expire_all()
    replies = [one.text for one in outbox(phone) if one.kind == "reply"]
    return replies[-1] if replies else ""


def journal_of(person: Person) -> list[JournalEntry]:
    found = select(JournalEntry).where(JournalEntry.person_id == person.id)
    return list(db.session.scalars(found.order_by(JournalEntry.id)))


def test_the_new_number_works_at_once_and_the_old_one_signs_nobody_in(person, adviser, database):
    changed(person, adviser)

    assert accounts.people_of(NEW) == [person]
    assert accounts.people_of(OLD) == []


def test_both_numbers_are_told_in_one_sms_each_without_a_name(person, adviser):
    changed(person, adviser)

    old, new = outbox(OLD)[0], outbox(NEW)[0]
    assert (old.kind, new.kind) == ("phone-changed", "phone-changed")
    assert "Répondez NON avant 24/11 à 10h00" in old.text
    assert (old.parts, new.parts) == (1, 1)
    assert old.drop_at == NOW + timedelta(hours=72)
    assert "Fatou" not in old.text + new.text


def test_the_72_hours_begin_when_the_old_number_can_be_told(person, adviser):
    evening = datetime(2026, 11, 21, 20, 30, tzinfo=UTC)  # a Saturday: phones ring on Monday

    made = changed(person, adviser, at=evening)

    told = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    assert made.object_until == told + timedelta(hours=72)


def test_a_no_from_the_old_number_puts_it_back_and_shuts_all_that_was_opened(
    person, adviser, client, database, at
):
    made = changed(person, adviser)
    at(NOW + timedelta(hours=1))
    sign_in(client, person)
    cards.learn_birthday(person, "14-07")
    cards.make(person, None, clock.now())
    db.session.add(Passkey(person_id=person.id, credential_id=b"id", public_key=b"key",
                           created_at=clock.now()))  # fmt: skip
    db.session.commit()

    reply = says_no(OLD, NOW + timedelta(hours=71, minutes=59))

    assert reply.startswith("C'est noté. Votre numéro ne change pas.")
    assert person.phone == OLD
    assert made.objected_at is not None
    assert devices.of_person(person) == []
    assert cards.current(person) is None
    assert db.session.scalars(select(Passkey)).all() == []
    assert journal_of(person)[-1].act in (Act.PHONE_KEPT, Act.CARD_REVOKED)
    assert Act.PHONE_KEPT in {entry.act for entry in journal_of(person)}


def test_what_was_there_before_the_change_stays_after_a_no(person, adviser, client):
    before = sign_in(client, person)
    before.created_at = NOW - timedelta(days=3)
    db.session.commit()
    changed(person, adviser, lost=False)

    says_no(OLD, NOW + timedelta(hours=2))

    assert devices.of_person(person) == [before]


def test_the_adviser_and_the_new_number_are_told_of_a_no(person, adviser):
    changed(person, adviser)

    says_no(OLD, NOW + timedelta(hours=2))

    mail = outbox(adviser.email)[0]
    assert mail.kind == "staff-note"
    assert person.first_name not in mail.subject + mail.text
    assert f"/conseiller/personnes/{person.public_id}" in mail.text
    told = outbox(NEW)[-1]
    assert "Nadia" in told.text
    assert told.parts == 1


def test_a_no_after_72_hours_changes_nothing(person, adviser):
    changed(person, adviser)

    says_no(OLD, NOW + timedelta(hours=72))

    assert person.phone == NEW


def test_a_no_from_the_new_number_or_a_stranger_changes_nothing(person, adviser):
    changed(person, adviser)

    says_no(NEW, NOW + timedelta(hours=1))
    says_no(THIRD, NOW + timedelta(hours=1))

    assert person.phone == NEW


def test_a_second_no_changes_nothing_more(person, adviser):
    changed(person, adviser)
    says_no(OLD, NOW + timedelta(hours=1))

    lines = len(journal_of(person))
    says_no(OLD, NOW + timedelta(hours=2))

    assert len(journal_of(person)) == lines


def test_a_lost_phone_is_closed_at_once_and_a_kept_one_stays_open(person, adviser, client):
    device = sign_in(client, person)
    changed(person, adviser, lost=False)
    assert devices.of_person(person) == [device]

    changed(person, adviser, THIRD, lost=True)
    assert devices.of_person(person) == []


def test_the_first_owner_undoes_two_changes_in_a_row(person, adviser, at):
    changed(person, adviser)
    second = changed(person, adviser, THIRD, at=NOW + timedelta(hours=1))

    says_no(OLD, NOW + timedelta(hours=2))

    assert person.phone == OLD
    assert second.objected_at is not None
    says_no(NEW, NOW + timedelta(hours=3))
    assert person.phone == OLD


def test_who_objects_to_the_second_change_leaves_the_first_open(person, adviser):
    changed(person, adviser)
    changed(person, adviser, THIRD, at=NOW + timedelta(hours=1))

    says_no(NEW, NOW + timedelta(hours=2))
    assert person.phone == NEW
    says_no(OLD, NOW + timedelta(hours=3))
    assert person.phone == OLD


def test_a_first_number_leaves_nobody_to_object(adviser):
    person = make_person(phone=None)

    made = changed(person, adviser)

    assert made.object_until == NOW
    assert recovery.pending(person, NOW) is None
    assert person.phone == NEW


def test_every_step_stands_in_the_journal_with_how_it_was_checked(person, adviser):
    changed(person, adviser)
    says_no(OLD, NOW + timedelta(hours=1))

    made, kept = journal_of(person)
    assert (made.act, made.account_id) == (Act.PHONE_CHANGED, adviser.id)
    assert made.about == {"checked": "papers", "lost": True}
    assert kept.act == Act.PHONE_KEPT


def test_an_adviser_who_left_is_written_to_no_more(person, adviser):
    changed(person, adviser)
    adviser.closed_at = NOW
    db.session.commit()

    says_no(OLD, NOW + timedelta(hours=1))

    assert outbox(adviser.email) == []
    assert person.phone == OLD


def test_nobody_is_erased_while_the_old_number_may_say_no(person, adviser, client, at):
    changed(person, adviser)
    sign_in(client, person)

    page = client.post("/moi/effacer", base_url="https://localhost")

    assert page.status_code == 409
    assert db.session.get(Person, person.id) is not None
    at(NOW + timedelta(hours=73))
    assert client.post("/moi/effacer", base_url="https://localhost").status_code == 303
