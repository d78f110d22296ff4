"""Someone who is hired, whose agreement is asked in one press."""

import pytest

from tests.factories import (
    make_account,
    make_application,
    make_consent,
    make_offer,
    make_organisation,
    make_person,
    sign_in,
)
from tests.people.helping import look, send
from webapp.clock import now
from webapp.messages.queries import outbox
from webapp.people import queries
from webapp.people.enums import Purpose


@pytest.fixture
def karim(client):
    """Who hires for a SIAE, in their browser."""
    place = make_organisation(kind="aci", name="Le Chantier vert")
    account = make_account("employer", organisation=place, first_name="Karim")
    sign_in(client, account)
    return account


def asked_by(person, account, **facts: object):
    """A request of this person to this structure, hired today unless facts say otherwise."""
    usual = {"status": "hired", "ended_at": now(), "person_id": person.id, "phone": person.phone}
    return make_application(offer=make_offer(organisation=account.organisation), **usual | facts)


def test_who_is_hired_is_asked_once_by_sms_then_their_page_opens(client, karim):
    fatou = make_person(last_name="Diallo")
    request = asked_by(fatou, karim)
    assert "Suivre son parcours" in look(client, "/employeur/").words
    for _press in range(2):
        send(client, f"/employeur/demandes/{request.public_id}/suivre")

    (sms,) = outbox(fatou.phone)
    assert sms.text.startswith("Karim (Le Chantier vert) veut voir votre fiche pour vous embaucher")
    assert queries.same_question(fatou, karim.organisation, Purpose.HIRING, now())
    make_consent(fatou, karim)
    page = send(client, f"/employeur/demandes/{request.public_id}/suivre")

    assert page.location == f"/conseiller/suivi/{fatou.public_id}"
    assert "Fatou Diallo" in look(client, page.location).words


def test_nobody_is_asked_before_they_are_hired(client, karim):
    fatou = make_person()
    request = asked_by(fatou, karim, status="sent", ended_at=None)

    page = send(client, f"/employeur/demandes/{request.public_id}/suivre")

    assert page.status_code == 409
    assert "Suivre son parcours" not in look(client, "/employeur/").words
    assert outbox(fatou.phone) == []
