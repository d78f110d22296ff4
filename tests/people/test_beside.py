"""The adviser's area: only one's own people, each view noted; what is done beside someone."""

import re
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_person, sign_in
from webapp import clock
from webapp.accounts import cards
from webapp.extensions import db
from webapp.messages.models import Message
from webapp.messages.queries import outbox
from webapp.people import consents
from webapp.people.enums import Act, ConsentWay, Purpose
from webapp.people.models import Consent, JournalEntry, Person, PhoneChange
from webapp.people.viewing import may_see

SITE = "https://localhost"
MOBILE, OTHER = "+33639981234", "+33639985678"
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def morning(at):
    """A Saturday morning, when phones may ring."""
    at(NOW)


@pytest.fixture
def adviser(app):
    return make_account("adviser", phone="+33465712222")


@pytest.fixture
def beside(client, adviser):
    """The adviser's browser, signed in."""
    sign_in(client, adviser)
    return client


@pytest.fixture
def fatou(adviser):
    return make_person(registered_by_id=adviser.id, last_name="Diallo", phone=MOBILE)


def look(browser, path: str):
    return browser.get(path, base_url=SITE)


def send(browser, path: str, **data: str):
    return browser.post(path, data=data, base_url=SITE)


def code_sent_to(phone: str) -> str:
    """The six digits of the last SMS to this number."""
    text = [one.text for one in outbox(phone) if one.kind == "code"][-1]
    found = re.match(r"(\d{3}) (\d{3})", text)
    assert found, text
    return found[1] + found[2]


def read_aloud(browser, page, phone: str, path: str, digits: str = ""):
    """Type the code that the person reads, on the page that asks for it."""
    return send(browser, path, carried=page.fields()["carried"], code=digits or code_sent_to(phone))


def acts(person: Person) -> list[str]:
    db.session.expire_all()
    found = select(JournalEntry.act).where(JournalEntry.person_id == person.id)
    return list(db.session.scalars(found.order_by(JournalEntry.id)))


REGISTER = {
    "first_name": "Awa",
    "phone": "06 39 98 56 78",
    "birthday": "3 mai",
    "language": "",
    "way": "code",
    "days": "365",
}


# --- seeing


def test_the_page_of_someone_of_mine_is_noted_each_time(beside, fatou):
    page = look(beside, f"/conseiller/personnes/{fatou.public_id}")
    look(beside, f"/conseiller/personnes/{fatou.public_id}")

    assert page.h1 == "Fatou Diallo"
    assert acts(fatou) == [Act.SEEN, Act.SEEN, Act.SEEN, Act.SEEN]  # each with its simple twin


PATHS = ["", "/numero", "/reunir"]
POSTS = ["/accord", "/accord/code", "/carte", "/carte/arreter", "/numero", "/numero/code",
         "/reunir", "/reunir/code"]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_the_page_of_others_is_not_there(beside, path):
    stranger = make_person()

    assert look(beside, f"/conseiller/personnes/{stranger.public_id}{path}").status_code == 404
    assert acts(stranger) == []


@pytest.mark.parametrize("path", POSTS)
def test_nothing_is_done_to_others(beside, path):
    stranger = make_person()

    assert send(beside, f"/conseiller/personnes/{stranger.public_id}{path}").status_code == 404
    assert acts(stranger) == []


def test_my_list_holds_my_people_alone(beside, fatou):
    make_person(first_name="Zeynep")

    page = look(beside, "/conseiller/")

    assert "Fatou Diallo" in page.words
    assert "Zeynep" not in page.words
    assert acts(fatou) == [Act.SEEN]  # once a day for a list


@pytest.mark.parametrize("typed", ["fat", "DIA", "diallo f", "06 39 98 12", "981234", "Fatou Dia"])
def test_someone_is_found_by_first_letters_or_digits(beside, fatou, typed):
    assert "Fatou Diallo" in send(beside, "/conseiller/", typed=typed).words


@pytest.mark.parametrize("typed", ["atou", "x", "06 39 98 99", "Zeynep"])
def test_nobody_else_is_found(beside, fatou, typed):
    page = send(beside, "/conseiller/", typed=typed)

    assert "Fatou Diallo" not in page.words
    assert page.status_code == 200


def test_accents_and_hyphens_do_not_hide_anyone(beside, adviser):
    make_person(first_name="Élodie-Anne", registered_by_id=adviser.id)

    assert "Élodie-Anne" in send(beside, "/conseiller/", typed="elodie a").words


def test_what_is_looked_for_stands_in_no_address(beside):
    page = look(beside, "/conseiller/")

    assert page.one("form[role=search]").attributes["method"] == "post"


# --- writing down


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


# --- agreement


def test_an_agreement_is_given_by_a_code_read_aloud(beside, adviser, fatou):
    path = f"/conseiller/personnes/{fatou.public_id}"
    page = send(beside, f"{path}/accord", way="code", days="31")

    read_aloud(beside, page, MOBILE, f"{path}/accord/code")

    consent = db.session.scalars(select(Consent)).one()
    assert (consent.way, consent.days, consent.asked_by_id) == (ConsentWay.CODE, 31, adviser.id)
    assert "jusqu’au" in look(beside, path).words


def test_an_agreement_is_asked_by_sms(beside, fatou):
    path = f"/conseiller/personnes/{fatou.public_id}"
    send(beside, f"{path}/accord", way="sms", days="31")

    assert outbox(MOBILE)[0].kind == "consent-asked"
    assert "n’a pas encore répondu" in look(beside, path).words


CARD = {"first_name": "Awa", "birthday": "14 07", "days": "1"}


def with_card() -> tuple[Person, str]:
    person = make_person(first_name="Awa", phone=None)
    cards.learn_birthday(person, "14-07")
    code = cards.make(person, None, clock.now())
    db.session.commit()
    return person, code


def test_a_card_opens_the_page_to_an_adviser_whom_the_person_chose(beside, adviser):
    person, code = with_card()
    assert look(beside, f"/conseiller/personnes/{person.public_id}").status_code == 404

    answer = send(beside, "/conseiller/carte", code=code, **CARD)

    assert answer.location.endswith(person.public_id)
    consent = db.session.scalars(select(Consent)).one()
    assert (consent.way, consent.purpose) == (ConsentWay.CARD, Purpose.FOLLOWUP)
    assert may_see(adviser, person, clock.today())


def test_a_wrong_card_opens_nothing_in_the_same_words(beside, adviser):
    person, code = with_card()

    pages = [
        send(beside, "/conseiller/carte", code="a2b3c4d5", **CARD),
        send(beside, "/conseiller/carte", code=code, **CARD | {"birthday": "01 01"}),
    ]

    assert {page.status_code for page in pages} == {422}
    assert len({re.sub(r'value="[^"]*"', "", page.text) for page in pages}) == 1
    assert not may_see(adviser, person, clock.today())


# --- card


def test_an_adviser_ends_a_card_in_one_press(beside, fatou):
    cards.learn_birthday(fatou, "14-07")
    cards.make(fatou, None, clock.now())
    db.session.commit()

    send(beside, f"/conseiller/personnes/{fatou.public_id}/carte/arreter")

    db.session.expire_all()
    assert cards.current(fatou) is None
    assert acts(fatou)[-1] == Act.CARD_REVOKED


def test_a_card_is_not_made_without_a_day_of_birth(beside, fatou):
    page = send(beside, f"/conseiller/personnes/{fatou.public_id}/carte", birthday="")

    assert page.status_code == 422
    assert cards.current(fatou) is None


# --- lost number


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


# --- two records


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


def test_a_consent_stopped_closes_the_page_at_once(beside, adviser):
    person = make_person()
    consent = consents.add(person, adviser.organisation, Purpose.FOLLOWUP, 31, adviser, NOW)
    consents.give(consent, ConsentWay.SMS, NOW)
    db.session.commit()
    path = f"/conseiller/personnes/{person.public_id}"
    assert look(beside, path).status_code == 200

    consents.stop(consent, NOW)
    db.session.commit()

    assert look(beside, path).status_code == 404
