"""Someone written down beside an adviser: a code from their phone, or later; never twice."""

import pytest
from sqlalchemy import select

from tests.factories import make_person
from tests.people.helping import MOBILE, OTHER, acts, code_sent_to, read_aloud, send
from webapp import clock
from webapp.accounts import cards
from webapp.extensions import db
from webapp.messages.models import Message
from webapp.messages.queries import outbox
from webapp.people import erasing
from webapp.people.enums import ConsentWay
from webapp.people.models import Consent, Person
from webapp.people.viewing import may_see

pytestmark = pytest.mark.usefixtures("morning")

REGISTER = {
    "first_name": "Awa",
    "phone": "06 39 98 56 78",
    "birthday": "3 mai",
    "language": "",
    "way": "code",
    "days": "365",
}


def test_someone_is_written_down_with_a_code_from_their_phone(beside, adviser, database):
    page = send(beside, "/conseiller/inscrire", **REGISTER)
    assert page.h1 == "Le code reçu par la personne"
    assert db.session.scalars(select(Person)).all() == []

    answer = read_aloud(beside, page, OTHER, "/conseiller/inscrire/code")

    person = db.session.scalars(select(Person)).one()
    assert answer.location.endswith(f"/conseiller/personnes/{person.public_id}")
    assert (person.first_name, person.phone, person.registered_by_id) == ("Awa", OTHER, adviser.id)
    consent = db.session.scalars(select(Consent)).one()
    assert (consent.way, consent.days) == (ConsentWay.CODE, 365)
    assert [one.kind for one in outbox(OTHER)] == ["code", "registered"]


def test_the_code_to_read_aloud_says_to_whom_and_signs_nobody_in(beside):
    send(beside, "/conseiller/inscrire", **REGISTER)

    text = outbox(OTHER)[0].text
    assert "Nadia" in text
    assert "ne le dites pas" in text
    assert "@" not in text  # no line that lets a browser fill it in
    answer = send(beside, "/connexion/code", code=code_sent_to(OTHER))
    assert answer.status_code != 303 or "code" not in (answer.location or "")
    assert db.session.scalars(select(Person)).all() == []


def test_a_wrong_code_writes_nobody_down_and_five_end_it(beside):
    page = send(beside, "/conseiller/inscrire", **REGISTER)
    right = code_sent_to(OTHER)
    wrong = "121212" if right != "121212" else "131313"

    for _ in range(5):
        page = read_aloud(beside, page, OTHER, "/conseiller/inscrire/code", wrong)
        assert page.status_code == 422
    page = read_aloud(beside, page, OTHER, "/conseiller/inscrire/code", right)

    assert page.status_code == 422
    assert db.session.scalars(select(Person)).all() == []


def test_a_code_asked_for_one_thing_serves_for_no_other(beside, fatou):
    path = f"/conseiller/personnes/{fatou.public_id}"
    agree = send(beside, f"{path}/accord", way="code", days="31")
    digits = code_sent_to(MOBILE)

    forged = send(beside, "/conseiller/inscrire/code", carried=agree.fields()["carried"],
                  code=digits)  # fmt: skip

    assert forged.status_code == 410
    assert db.session.scalars(select(Consent)).all() == []


def test_someone_answers_later_by_sms(beside):
    answer = send(beside, "/conseiller/inscrire", **REGISTER | {"way": "sms"})

    person = db.session.scalars(select(Person)).one()
    assert answer.status_code == 303
    assert person.confirmed_at is None
    assert db.session.scalars(select(Consent)).one().given_at is None
    assert "OUI" in outbox(OTHER)[0].text


def test_someone_without_a_phone_is_written_down_and_gets_a_card(beside):
    asked = {**REGISTER, "phone": "", "no_phone": "y", "way": "no"}
    send(beside, "/conseiller/inscrire", **asked)
    person = db.session.scalars(select(Person)).one()

    page = send(beside, f"/conseiller/personnes/{person.public_id}/carte")

    assert person.phone is None
    assert cards.current(person) is not None
    assert "Nadia" in page.one(".paper").text()
    assert db.session.scalars(select(Message)).all() == []


def test_a_form_that_lacks_something_keeps_what_was_typed(beside):
    page = send(beside, "/conseiller/inscrire", **REGISTER | {"phone": "06 39", "birthday": "99"})

    assert page.status_code == 422
    fields = page.fields("form[method=post]")
    assert (fields["first_name"], fields["phone"], fields["birthday"]) == ("Awa", "06 39", "99")


def test_a_code_needs_a_phone_that_gets_sms(beside):
    page = send(beside, "/conseiller/inscrire", **REGISTER | {"phone": "04 72 00 00 00"})

    assert page.status_code == 422
    assert "Sans portable" in page.words


def test_a_record_of_another_organisation_is_proposed_once_the_phone_is_proven(beside, adviser):
    theirs = make_person(first_name="Awa", phone=OTHER)
    page = send(beside, "/conseiller/inscrire", **REGISTER)
    assert theirs.public_id not in page.text

    page = read_aloud(beside, page, OTHER, "/conseiller/inscrire/code")
    assert page.h1 == "Peut-être déjà une fiche"
    answer = send(beside, "/conseiller/inscrire/fiche", carried=page.fields()["carried"],
                  who=theirs.public_id)  # fmt: skip

    assert answer.location.endswith(theirs.public_id)
    assert may_see(adviser, theirs, clock.today())
    assert len(db.session.scalars(select(Person)).all()) == 1


def test_two_people_of_one_phone_stay_two(beside):
    make_person(first_name="Awa", phone=OTHER)
    page = send(beside, "/conseiller/inscrire", **REGISTER)
    page = read_aloud(beside, page, OTHER, "/conseiller/inscrire/code")

    send(beside, "/conseiller/inscrire/fiche", carried=page.fields()["carried"], who="new")

    assert len(db.session.scalars(select(Person)).all()) == 2


def test_pressing_twice_writes_one_record(beside):
    make_person(first_name="Awa", phone=OTHER)
    page = send(beside, "/conseiller/inscrire", **REGISTER)
    page = read_aloud(beside, page, OTHER, "/conseiller/inscrire/code")
    press = {"carried": page.fields()["carried"], "who": "new"}

    answers = [send(beside, "/conseiller/inscrire/fiche", **press) for _press in range(2)]

    assert answers[0].location == answers[1].location
    assert len(db.session.scalars(select(Person)).all()) == 2


def test_a_record_erased_since_is_not_written_again_by_an_old_page(beside):
    make_person(first_name="Awa", phone=OTHER)
    page = send(beside, "/conseiller/inscrire", **REGISTER)
    page = read_aloud(beside, page, OTHER, "/conseiller/inscrire/code")
    press = {"carried": page.fields()["carried"], "who": "new"}
    send(beside, "/conseiller/inscrire/fiche", **press)
    written = db.session.scalars(select(Person).order_by(Person.id.desc())).first()
    erasing.erase(written, clock.now())
    db.session.commit()

    assert send(beside, "/conseiller/inscrire/fiche", **press).status_code == 410
    assert len(db.session.scalars(select(Person)).all()) == 1


def test_a_record_chosen_is_one_that_was_proposed(beside):
    make_person(first_name="Awa", phone=OTHER)
    stranger = make_person(first_name="Zeynep")
    page = send(beside, "/conseiller/inscrire", **REGISTER)
    page = read_aloud(beside, page, OTHER, "/conseiller/inscrire/code")

    answer = send(beside, "/conseiller/inscrire/fiche", carried=page.fields()["carried"],
                  who=stranger.public_id)  # fmt: skip

    assert answer.status_code == 422
    assert acts(stranger) == []


def test_a_person_of_mine_with_the_same_birthday_is_proposed_without_a_code(beside, adviser):
    known = make_person(first_name="Aoua", phone=None, registered_by_id=adviser.id)
    known.first_name = "Awa"
    cards.learn_birthday(known, "03-05")
    db.session.commit()

    page = send(beside, "/conseiller/inscrire", **REGISTER | {"way": "sms"})

    assert page.h1 == "Peut-être déjà une fiche"
