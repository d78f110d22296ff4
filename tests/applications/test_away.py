"""Someone is away: the replacement is asked and named; both away, the structure and an adviser."""

from datetime import datetime, timedelta

import pytest

from tests.factories import (
    make_account,
    make_application,
    make_consent,
    make_offer,
    make_person,
)
from webapp.applications import actions, clocks, followup
from webapp.applications.actions import Wish
from webapp.applications.enums import Way
from webapp.clock import PARIS, now, today
from webapp.extensions import db
from webapp.messages import queries as outbox
from webapp.organisations.models import Contact

TUESDAY = datetime(2026, 11, 24, 10, tzinfo=PARIS)
AWA = "+33639981234"


@pytest.fixture
def employer(app, at):
    at(TUESDAY)
    return make_account("employer", email="lea@ateliers.example")


@pytest.fixture
def offer(employer):
    """An offer of Karim, whom Sonia replaces."""
    offer = make_offer(organisation=employer.organisation, promised_days=2)
    offer.contact.phone, offer.backup.phone = "+33639980001", "+33639980002"
    db.session.commit()
    return offer


def ask(offer):
    wish = Wish(way=Way.THEY_CALL, first_name="Awa", phone=AWA)
    made = actions.apply(offer, wish, now())
    db.session.commit()
    return made


def be_away(*contacts: Contact) -> None:
    for contact in contacts:
        contact.away_from, contact.away_until = today(), today() + timedelta(days=20)
    db.session.commit()


def texts_to(whom: str) -> list[str]:
    return [one.text for one in outbox.outbox(whom)]


def test_a_new_request_goes_to_the_replacement_whom_page_and_sms_name(client, offer, at):
    be_away(offer.contact)
    asked = ask(offer)

    assert texts_to(offer.contact.phone) == []
    assert "Awa veut travailler avec vous" in texts_to(offer.backup.phone)[0]
    page = client.get(f"/demande/{asked.public_id}")
    assert "Sonia" in page.words
    assert page.all(f'main a[href="tel:{offer.backup.phone}"]')

    at(TUESDAY + timedelta(days=8))
    clocks.run(now())
    db.session.commit()
    (told,) = texts_to(AWA)
    assert told.startswith("Sonia (")
    assert "06 39 98 00 02" in told


def test_both_away_the_structure_is_mailed_and_the_adviser_told_at_once(app, offer):
    be_away(offer.contact, offer.backup)
    nadia, awa = make_account("adviser"), make_person(first_name="Awa", phone=AWA)
    make_consent(awa, nadia)
    asked = ask(offer)
    asked.person_id = awa.id
    db.session.commit()

    assert texts_to(offer.contact.phone) == texts_to(offer.backup.phone) == []
    assert "Awa veut travailler avec vous" in texts_to("lea@ateliers.example")[0]
    with app.test_request_context():
        (due,) = followup.waiting(nadia, now(), everyone=True)
    assert due.title == f"Chez {offer.organisation.name}, personne n’est là pour répondre à Awa"
    assert not due.late


def test_both_away_the_person_is_given_the_number_of_the_structure(offer, at):
    be_away(offer.contact, offer.backup)
    offer.organisation.phone = "+33465710077"
    make_application(offer=offer, first_name="Awa", phone=AWA, created_at=now())
    clocks.tell_person(ask(offer), now())

    assert "04 65 71 00 77" in texts_to(AWA)[-1]
