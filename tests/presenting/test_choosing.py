"""By voice: an adviser on the phone with someone they follow chooses the moment for them."""

from datetime import datetime, timedelta

import pytest

from tests.factories import (
    make_account,
    make_application,
    make_consent,
    make_offer,
    make_person,
    sign_in,
)
from webapp.applications import inviting
from webapp.clock import PARIS, now
from webapp.extensions import db
from webapp.messages import queries as outbox
from webapp.messages import rules
from webapp.people.journal import read_by
from webapp.people.models import Person

TUESDAY = datetime(2026, 11, 24, 10, tzinfo=PARIS)
AWA = "+33639981234"


@pytest.fixture
def nadia(client, at):
    at(TUESDAY)
    account = make_account("adviser", first_name="Nadia")
    sign_in(client, account)
    return account


@pytest.fixture
def asked(nadia):
    """Awa's request, invited to two moments."""
    awa = make_person(first_name="Awa", phone=AWA)
    offer = make_offer()
    offer.contact.phone = "+33639980001"
    asked = make_application(offer=offer, first_name="Awa", phone=AWA, person_id=awa.id)
    inviting.propose(asked, [TUESDAY + timedelta(days=2), TUESDAY + timedelta(days=3)], now())
    db.session.commit()
    return asked


@pytest.fixture
def awa(asked):
    return db.session.get_one(Person, asked.person_id)


def choose(client, awa, asked, at=0):
    moment = asked.meetings[-1].moments[at].isoformat()
    data = {"request": asked.public_id, "moment": moment}
    return client.post(f"/conseiller/personnes/{awa.public_id}/demandes", data=data)


def test_the_adviser_chooses_both_are_told_and_it_is_noted(client, nadia, awa, asked):
    make_consent(awa, nadia)
    page = client.get(f"/conseiller/personnes/{awa.public_id}/demandes")
    assert "Au téléphone avec Awa" in page.words
    assert "Jeudi 26 novembre à 10 h" in page.words

    done = choose(client, awa, asked)

    assert done.status_code == 303
    db.session.refresh(asked)
    assert (asked.status, asked.meeting.chosen_by) == ("chosen", "adviser")
    told = outbox.outbox(AWA)[-1].text
    written = [one.text for one in outbox.outbox(AWA) if "C'est noté avec Nadia" in one.text]
    assert "jeudi 26/11 à 10h" in written[0], told
    assert rules.parts(written[0]) == 1
    assert "Awa vient jeudi 26/11" in outbox.outbox(asked.offer.contact.phone)[-1].text
    assert [one.about.get("kind") for one in read_by(awa)][:1] == ["meeting"]


def test_the_same_press_twice_tells_once_and_another_moment_takes_its_place(
    client, nadia, awa, asked
):
    make_consent(awa, nadia)
    for at in (0, 0, 1):
        choose(client, awa, asked, at)

    db.session.refresh(asked)
    assert asked.meeting.starts_at == TUESDAY + timedelta(days=3)
    kept = [
        one.text
        for one in outbox.outbox(AWA)
        if one.status == "queued" and "C'est noté avec Nadia" in one.text
    ]
    assert len(kept) == 1
    assert "vendredi 27/11" in kept[0]


def test_without_an_agreement_nothing_is_shown_nor_chosen(client, nadia, awa, asked):
    awa.registered_by_id = nadia.id  # their own record shows who it is, no more
    db.session.commit()

    page = client.get(f"/conseiller/personnes/{awa.public_id}/demandes")
    assert "Il faut d’abord l’accord" in page.words
    assert "Jeudi 26" not in page.words
    assert choose(client, awa, asked).status_code == 403
    assert asked.status == "proposed"


def test_the_request_of_someone_else_is_out_of_reach(client, nadia, awa, asked):
    make_consent(awa, nadia)
    asked.person_id = make_person().id
    db.session.commit()

    assert choose(client, awa, asked).status_code == 400


def test_their_own_page_says_with_whom_it_was_chosen(client, nadia, awa, asked):
    make_consent(awa, nadia)
    choose(client, awa, asked)
    sign_in(client, awa)

    assert "Choisi avec Nadia" in client.get("/suivi").words
    assert "Choisi avec Nadia" in client.get(f"/demande/{asked.public_id}").words
