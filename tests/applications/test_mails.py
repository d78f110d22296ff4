"""What an employer without a mobile phone reads by e-mail: nothing that only an SMS can answer."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import make_account, make_application, make_offer
from webapp.applications import clocks, inviting, telling
from webapp.extensions import db
from webapp.messages import queries as outbox

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def asked(app):
    """Awa's request where Karim answers a landline and Léa recruits."""
    lea = make_account("employer", email="lea@ateliers.example")
    offer = make_offer(organisation=lea.organisation)
    offer.contact.phone, offer.backup.phone = "+33465710009", "+33465710010"
    return make_application(offer=offer, first_name="Awa", created_at=MONDAY, moment="morning")


def mailed() -> tuple[str, str]:
    """The subject and the words of the last e-mail to Léa."""
    message = outbox.outbox("lea@ateliers.example")[-1]
    return message.subject, message.text


@pytest.mark.parametrize("tell", [telling.tell_of_new, clocks.remind_contact, clocks.ask_backup])
def test_no_e_mail_asks_for_an_answer_by_sms(asked, tell):
    tell(asked, MONDAY)

    subject, text = mailed()
    assert "Répondez" not in text
    assert "EMBAUCHE" not in text
    assert "Awa" in text
    assert "/employeur/" in text
    assert subject


def test_an_e_mail_says_when_to_call_and_the_four_answers(asked):
    telling.tell_of_new(asked, MONDAY)

    subject, text = mailed()
    assert subject == "Quelqu’un veut travailler avec vous"
    assert "le matin" in text
    assert "je l’appelle, rendez-vous, j’embauche, pas cette fois" in text


def test_who_cannot_come_is_mailed_with_where_to_propose_other_moments(asked):
    moments = [MONDAY + timedelta(days=2)]
    inviting.propose(asked, moments, MONDAY)
    inviting.cannot(asked, MONDAY)
    db.session.commit()

    subject, text = mailed()
    assert subject == "Un rendez-vous : du nouveau"
    assert "RDV" not in text
    assert "Awa ne peut pas venir" in text
