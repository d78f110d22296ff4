"""The adviser's area: one's own people alone, each view noted; agreement and card."""

import re

import pytest
from sqlalchemy import select

from tests.factories import make_person
from tests.people.helping import (
    MOBILE,
    NOW,
    acts,
    look,
    read_aloud,
    send,
    with_card,
)
from webapp import clock
from webapp.accounts import cards
from webapp.extensions import db
from webapp.messages.queries import outbox
from webapp.people import consents
from webapp.people.enums import Act, ConsentWay, Purpose
from webapp.people.models import Consent
from webapp.people.viewing import may_see

pytestmark = pytest.mark.usefixtures("morning")


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

    page = look(beside, "/conseiller/personnes?liste=ma-structure")

    assert "Fatou Diallo" in page.words
    assert "Zeynep" not in page.words
    assert acts(fatou) == [Act.SEEN]  # once a day for a list


@pytest.mark.parametrize("typed", ["fat", "DIA", "diallo f", "06 39 98 12", "981234", "Fatou Dia"])
def test_someone_is_found_by_first_letters_or_digits(beside, fatou, typed):
    assert "Fatou Diallo" in send(beside, "/conseiller/personnes", typed=typed).words


@pytest.mark.parametrize("typed", ["atou", "x", "06 39 98 99", "Zeynep"])
def test_nobody_else_is_found(beside, fatou, typed):
    page = send(beside, "/conseiller/personnes", typed=typed)

    assert "Fatou Diallo" not in page.words
    assert page.status_code == 200


def test_accents_and_hyphens_do_not_hide_anyone(beside, adviser):
    make_person(first_name="Élodie-Anne", registered_by_id=adviser.id)

    assert "Élodie-Anne" in send(beside, "/conseiller/personnes", typed="elodie a").words


def test_what_is_looked_for_stands_in_no_address(beside):
    page = look(beside, "/conseiller/")

    assert page.one("form[role=search]").attributes["method"] == "post"


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
