"""All that is known of someone, to read: what each feature keeps of them is there."""

import pytest

from tests.factories import (
    make_account,
    make_application,
    make_consent,
    make_help_request,
    make_organisation,
    make_person,
    sign_in,
)
from tests.followup.making import make_note, make_task
from webapp import clock, sealing
from webapp.accounts import devices
from webapp.accounts.models import Device, Together
from webapp.alerts.models import Alert
from webapp.applications.voice.models import VoiceMessage
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.followup.enums import Readers
from webapp.messages.models import PushSubscription


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
    make_consent(fatou, sonia)
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


def test_messages_signals_and_sessions_of_two_can_be_read(client, fatou, sonia):
    asked = make_application(person_id=fatou.id, phone=fatou.phone)
    facts = {"written": True, "print": "a" * 64, "size": 9, "state": "ready", "seconds": 0}
    words = sealing.seal_bytes(b"Je peux commencer lundi.")
    told = {"application_id": asked.id, "sealed": words, "created_at": clock.now()}
    db.session.add(VoiceMessage(**facts | told))
    device = Device(person=fatou, way="code", shared=False, expires_at=clock.now())
    devices.complete(device, "", confirmed=True, now=clock.now())
    db.session.flush()
    keys = {"endpoint": "https://push.example/1", "p256dh": "k", "auth": "a"}
    here = {"person_id": fatou.id, "device_id": device.id}
    db.session.add(PushSubscription(**keys, **here, created_at=clock.now()))
    two = {"account_id": sonia.id, "place": "screen", "started_at": clock.now()}
    db.session.add(Together(**here, **two))
    db.session.commit()

    page = client.get("/moi/donnees/lire").words

    assert "Je peux commencer lundi." in page
    assert "Un signal sur ce téléphone" in page
    assert page.count("Sonia, conseillère") >= 1
    assert "Fait ensemble, côte à côte" in page


def test_an_alert_left_with_a_number_alone_is_in_the_copy_too(client, fatou):
    facts = {"key": "key", "phone": fatou.phone, "family": "cleaning", "insee": "69256"}
    db.session.add(Alert(**facts, created_at=clock.now()))
    db.session.commit()

    told = client.post("/moi/donnees/copie", base_url="https://localhost").json["alerts"]

    assert [one["family"] for one in told] == ["cleaning"]
