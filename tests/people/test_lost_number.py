"""Beside an adviser: a new number for a lost one, and two records made one."""

import pytest
from sqlalchemy import select

from tests.factories import make_person
from tests.people.helping import MOBILE, OTHER, acts, look, read_aloud, send, with_card
from webapp import clock
from webapp.accounts import cards
from webapp.extensions import db
from webapp.messages.queries import outbox
from webapp.people.enums import Act
from webapp.people.models import PhoneChange

pytestmark = pytest.mark.usefixtures("morning")


def number(**changes: str) -> dict[str, str]:
    return {"phone": "0639985678", "checked": "papers", "old": "lost"} | changes


def test_a_lost_number_is_replaced_once_the_new_phone_reads_its_code(beside, adviser, fatou):
    path = f"/conseiller/personnes/{fatou.public_id}/numero"
    page = send(beside, path, **number())
    assert fatou.phone == MOBILE

    answer = read_aloud(beside, page, OTHER, f"{path}/code")

    db.session.expire_all()
    change = db.session.scalars(select(PhoneChange)).one()
    assert answer.status_code == 303
    assert fatou.phone == OTHER
    assert (change.account_id, change.checked) == (adviser.id, "papers")
    assert "L’ancien peut dire NON" in look(beside, answer.location).words


@pytest.mark.parametrize(("birthday", "status"), [("14 07", 200), ("15 07", 422), ("", 422)])
def test_a_birthday_told_beside_the_adviser_is_checked_and_counted(beside, fatou, birthday, status):
    cards.learn_birthday(fatou, "14-07")
    db.session.commit()

    page = send(beside, f"/conseiller/personnes/{fatou.public_id}/numero",
                **number(checked="birthday", birthday=birthday))  # fmt: skip

    assert page.status_code == status
    assert (outbox(OTHER) != []) == (status == 200)


def test_birthdays_are_not_tried_one_after_the_other(beside, fatou):
    cards.learn_birthday(fatou, "14-07")
    db.session.commit()
    path = f"/conseiller/personnes/{fatou.public_id}/numero"
    for day in range(1, 6):
        send(beside, path, **number(checked="birthday", birthday=f"{day:02d} 01"))

    page = send(beside, path, **number(checked="birthday", birthday="14 07"))

    assert page.status_code == 422


def test_a_card_of_someone_else_does_not_do(beside, fatou):
    cards.learn_birthday(fatou, "14-07")
    mine = cards.make(fatou, None, clock.now())
    _other, theirs = with_card()
    path = f"/conseiller/personnes/{fatou.public_id}/numero"

    assert send(beside, path, **number(checked="card", card=theirs)).status_code == 422
    assert send(beside, path, **number(checked="card", card=mine)).status_code == 200


def test_the_same_number_is_no_new_number(beside, fatou):
    path = f"/conseiller/personnes/{fatou.public_id}/numero"

    page = send(beside, path, **number(phone=MOBILE))

    assert page.status_code == 422
    assert "déjà son numéro" in page.words


def test_a_second_code_waits(beside, fatou):
    path = f"/conseiller/personnes/{fatou.public_id}/numero"
    send(beside, path, **number())

    page = send(beside, path, **number())

    assert page.status_code == 429
    assert len(outbox(OTHER)) == 1


@pytest.fixture
def twin(adviser):
    return make_person(first_name="Fatoumata", last_name="Diallo", registered_by_id=adviser.id)


def test_a_twin_is_proposed_compared_and_made_one_with_the_person_here(beside, fatou, twin):
    path = f"/conseiller/personnes/{fatou.public_id}"
    assert "Une autre fiche lui ressemble" in look(beside, path).words
    assert "Fatoumata Diallo" in look(beside, f"{path}/reunir").words

    page = look(beside, f"{path}/reunir/{twin.public_id}")
    assert "Cette fiche reste" in page.words
    answer = send(beside, f"{path}/reunir/{twin.public_id}", phone=MOBILE, here="y")

    db.session.expire_all()
    assert answer.location.endswith(fatou.public_id)
    assert twin.merged_into_id == fatou.id
    assert look(beside, f"/conseiller/personnes/{twin.public_id}").location.endswith(
        f"/conseiller/personnes/{fatou.public_id}"
    )


def test_nothing_is_made_one_without_the_person(beside, fatou, twin):
    path = f"/conseiller/personnes/{fatou.public_id}/reunir/{twin.public_id}"

    assert send(beside, path, phone=MOBILE).status_code == 422
    assert send(beside, path, here="y").status_code == 422
    db.session.expire_all()
    assert twin.merged_into_id is None


def test_a_record_of_others_is_reached_by_a_code_on_its_number_alone(beside, fatou):
    theirs = make_person(first_name="Fatou", phone=OTHER)
    path = f"/conseiller/personnes/{fatou.public_id}/reunir"
    assert look(beside, f"{path}/{theirs.public_id}").status_code == 404
    answer = send(beside, f"{path}/{theirs.public_id}", phone=MOBILE, here="y")
    assert answer.status_code == 404

    page = send(beside, path, phone=OTHER)
    page = read_aloud(beside, page, OTHER, f"{path}/code")
    assert page.h1 == "Est-ce la même personne ?"
    assert acts(theirs) == [Act.SEEN]
    send(beside, f"{path}/{theirs.public_id}", carried=page.fields()["carried"], phone=OTHER,
         here="y")  # fmt: skip

    db.session.expire_all()
    assert fatou.merged_into_id == theirs.id or theirs.merged_into_id == fatou.id


def test_a_number_of_someone_else_shows_nobody(beside, fatou):
    stranger = make_person(first_name="Karim", phone=OTHER)
    path = f"/conseiller/personnes/{fatou.public_id}/reunir"
    page = send(beside, path, phone=OTHER)

    answer = read_aloud(beside, page, OTHER, f"{path}/code")

    assert answer.status_code == 303
    assert "Aucune autre fiche" in look(beside, answer.location).words
    assert acts(stranger) == []


def test_someone_is_no_twin_of_themselves(beside, fatou):
    path = f"/conseiller/personnes/{fatou.public_id}/reunir/{fatou.public_id}"

    assert look(beside, path).status_code == 404
