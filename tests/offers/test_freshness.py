"""Is it still open? The contact is asked; a word, a press or silence decides."""

from datetime import datetime, timedelta
from urllib.parse import urlsplit

import pytest

from tests.factories import make_account, make_contact, make_offer, make_organisation
from webapp.clock import PARIS, now
from webapp.employers.actions import write
from webapp.extensions import db
from webapp.messages import inbound, queries, rules
from webapp.messages.enums import Kind
from webapp.offers import actions, freshness
from webapp.offers.models import Offer

POSTED = datetime(2026, 11, 3, 10, tzinfo=PARIS)  # a Tuesday
MOBILE = "+33639980042"


@pytest.fixture
def later(app, at):
    """A function that lets days pass, the night's work done each night."""
    at(POSTED)
    reached = [0]

    def pass_to(day: int) -> None:
        first = max(reached[0] + 1, 13)  # nothing is due before
        for one in range(first, day + 1):
            night = (POSTED + timedelta(days=one)).replace(hour=3, minute=10)
            at(night)
            for _twice in range(2):
                freshness.look_after(night)
                db.session.commit()
        at((POSTED + timedelta(days=day)).replace(hour=10))
        reached[0] = day

    return pass_to


@pytest.fixture
def offer(later):
    """An offer posted on the third of November by someone with a mobile phone."""
    return posted(make_contact(phone=MOBILE))


def posted(contact, **facts: object) -> Offer:
    """Post an offer of this contact that day."""
    offer = make_offer(contact=contact, **facts)
    actions.note_sign(offer, POSTED)
    db.session.commit()
    return offer


def questions(to: str = MOBILE) -> list[str]:
    """The questions that a number was sent."""
    return [one.text for one in queries.outbox(to) if one.kind == Kind.OFFER_OPEN]


def answer(text: str) -> str:
    """Answer from the contact's phone; return what we reply."""
    inbound.receive(MOBILE, text, now())
    db.session.commit()
    return queries.outbox(MOBILE)[-1].text


def link_of(offer: Offer) -> str:
    """The path of the page that the contact of an offer is sent."""
    return urlsplit(freshness.address(offer.contact)).path


def state(offer: Offer) -> str:
    db.session.refresh(offer)
    return offer.status


def test_the_contact_is_asked_once_on_the_fourteenth_day_in_one_sms(database, later, offer):
    later(13)
    assert questions() == []

    later(16)

    assert len(questions()) == 1
    assert rules.parts(questions()[0]) == 1
    assert "Répondez OUI ou NON" in questions()[0]
    assert "Ménage dans des bureaux" in questions()[0]


@pytest.mark.parametrize("text", ["OUI", "oui toujours", "Ouii", "ok"])
def test_a_yes_by_sms_keeps_the_offer_another_thirty_days(later, offer, text):
    later(15)

    reply = answer(text)

    assert "reste en ligne" in reply
    assert offer.asked_on is None
    assert offer.expires_on == (POSTED + timedelta(days=45)).date()
    later(28)
    assert len(questions()) == 1


def test_a_no_by_sms_ends_the_offer_and_says_how_to_undo_it(client, later, offer):
    later(15)

    reply = answer("non pourvu")

    assert state(offer) == "closed"
    assert offer.closed_reason == "filled"
    assert f"/employeur/o/{offer.contact.public_id}/" in reply


def test_three_days_of_silence_show_and_seven_pause(client, later, offer):
    later(14 + 2)
    assert "à confirmer" not in client.get(f"/offres/{offer.public_id}").words
    later(14 + 3)
    assert "Offre à confirmer" in client.get(f"/offres/{offer.public_id}").words
    assert "Offre à confirmer" in client.get("/offres?ou=Vaulx-en-Velin").words

    later(14 + 7)

    assert state(offer) == "paused"
    assert client.get(f"/offres/{offer.public_id}").status_code == 410


def test_a_yes_after_the_pause_brings_the_offer_back(client, later, offer):
    later(22)
    assert state(offer) == "paused"

    answer("oui")

    assert state(offer) == "published"
    assert client.get(f"/offres/{offer.public_id}").status_code == 200


def test_thirty_days_without_a_sign_end_the_offer(later, offer):
    later(30)
    assert state(offer) == "paused"

    later(31)

    assert state(offer) == "closed"
    assert offer.closed_reason == "expired"


def test_a_change_of_the_offer_is_a_sign(later, offer):
    later(17)
    write(offer, {"positions": 2}, now())
    db.session.commit()

    later(30)

    assert state(offer) == "published"
    assert len(questions()) == 1


def test_several_offers_make_one_question_and_a_no_ends_none_by_guess(later, offer):
    other = posted(offer.contact, job="home-cleaning")
    later(15)
    assert len(questions()) == 1
    assert "vos 2 offres" in questions()[0]
    assert rules.parts(questions()[0]) == 1

    reply = answer("non")

    assert "Laquelle" in reply
    assert (state(offer), state(other)) == ("published", "published")
    answer("oui toutes")
    assert (offer.asked_on, other.asked_on) == (None, None)


def test_while_the_contact_is_away_the_replacement_is_asked(later):
    contact = make_contact(phone=MOBILE, away_from=POSTED.date(), away_until=None)
    backup = make_contact(phone="+33639980043", organisation=contact.organisation)
    posted(contact, backup=backup)

    later(14)

    assert questions() == []
    assert len(questions(backup.phone)) == 1


def test_a_landline_is_asked_by_the_mail_of_its_structure(later):
    here = make_organisation()
    account = make_account("employer", organisation=here)
    posted(make_contact(organisation=here))

    later(15)

    mails = queries.outbox(account.email)
    assert len(mails) == 1
    assert "toujours ouverte" in mails[0].text


def test_the_link_shows_a_page_and_looking_at_it_answers_nothing(client, later, offer):
    later(15)
    path = link_of(offer)

    page = client.get(path)

    assert page.h1 == "Toujours ouverte ?"
    assert offer.asked_on is not None
    client.post(f"{path}/{offer.public_id}", data={"act": "open"})
    db.session.refresh(offer)
    assert offer.asked_on is None
    assert client.get(path).h1 == "Rien à répondre"


def test_the_page_of_the_link_ends_an_offer_and_takes_it_back(client, later, offer):
    later(15)
    path = link_of(offer)

    client.post(f"{path}/{offer.public_id}", data={"act": "filled"})
    assert state(offer) == "closed"
    assert "Remettre en ligne" in client.get(path).words
    client.post(f"{path}/{offer.public_id}", data={"act": "again"})

    assert state(offer) == "published"


@pytest.mark.parametrize("seal", ["AAAAAAAAAAAA", "é", ""])
def test_a_link_of_ones_own_making_opens_nothing(client, later, offer, seal):
    later(15)

    page = client.get(f"/employeur/o/{offer.contact.public_id}/{seal}")

    assert page.status_code == 404


def test_the_link_opens_only_ones_own_offers(client, later, offer):
    other = make_offer()
    later(15)
    path = link_of(offer)

    assert client.post(f"{path}/{other.public_id}", data={"act": "filled"}).status_code == 404
    assert state(other) == "published"
