"""All that is known of someone, to read: what each feature keeps of them is there."""

import pytest

from tests.factories import (
    make_account,
    make_help_request,
    make_organisation,
    make_person,
    sign_in,
)
from tests.followup.making import make_note, make_task
from webapp import clock
from webapp.alerts.models import Alert
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.followup.enums import Readers


@pytest.fixture
def fatou(client):
    """Someone signed in on this browser."""
    person = make_person(first_name="Fatou", last_name="Diallo")
    sign_in(client, person)
    return person


@pytest.fixture
def sonia():
    """An adviser of a support body."""
    organisation = make_organisation(kind="support", name="Mission locale de Vénissieux")
    facts = {"first_name": "Sonia", "function": "conseillère", "organisation": organisation}
    return make_account("adviser", **facts)


def test_what_helps_and_follow_up_keep_can_be_read(client, fatou, sonia):
    make_help_request(person_id=fatou.id, need="papers")
    caseloads.follow(fatou, sonia, by=None, now=clock.now())
    make_task(fatou, sonia, owner=None, title="Faire la carte de bus")
    make_note(fatou, sonia, text="Cherche le matin.", to=Readers.PERSON)
    make_note(fatou, sonia, text="Ne vient pas le lundi.")

    page = client.get("/moi/donnees/lire")

    assert "Mes papiers" in page.words
    assert "Sonia, Mission locale de Vénissieux" in page.words
    assert "Faire la carte de bus" in page.words
    assert "Cherche le matin." in page.words
    assert "Les notes de Mission locale de Vénissieux" in page.words, "kept, though not shown"
    assert "Ne vient pas le lundi." not in page.words
    assert "Le " not in client.get("/en/moi/donnees/lire").words.split("My next steps")[1][:40]


def test_an_alert_can_be_read_with_its_work_and_its_town(client, fatou):
    db.session.add(
        Alert(
            key="key",
            phone=fatou.phone,
            person_id=fatou.id,
            family="cleaning",
            insee="69256",
            created_at=clock.now(),
        )
    )
    db.session.commit()

    assert "Ménage, Vaulx-en-Velin" in client.get("/moi/donnees/lire").words
