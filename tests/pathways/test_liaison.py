"""The liaison form: each signs their part, it freezes, and what is sealed opens for few."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_consent, sign_in
from tests.pathways.helping import prescriber, siae
from tests.support.inspection import text_of
from tests.support.pdf import Pdf
from webapp.clock import now
from webapp.extensions import db
from webapp.pathways import liaison, liaison_queries
from webapp.pathways.liaison import Diagnosis, Written
from webapp.pathways.liaison_models import LiaisonForm, LiaisonPart
from webapp.people.models import JournalEntry

WORDS = Written(facts={"agreed": True}, texts={"situation": "Cherche en cuisine", "wish": ""})


@pytest.fixture
def people(fatou):
    """A social worker, an entitled prescriber, the SIAE they send to, and another SIAE."""
    found = {
        "social": make_account("adviser"),
        "prescriber": prescriber(),
        "siae": siae("aci"),
        "other": siae("ei"),
    }
    for one in found.values():
        make_consent(fatou, one)
    return found


def begun(person, people, sender="social"):
    form = liaison.begin(person, people[sender], people["siae"].organisation_id, WORDS, now())
    db.session.commit()
    return form


def diagnosed(form, account, criteria=("rsa", "homeless"), eligible=True):
    found = Diagnosis(criteria=criteria, obstacles="dort dans sa voiture", eligible=eligible)
    part = liaison.diagnose(form, account, found, now())
    db.session.commit()
    return part


def page_of(client, form, account):
    sign_in(client, account)
    return client.get(f"/parcours/fiches/{form.public_id}")


def read(page) -> str:
    """What a page tells of the parts, without the questions that it asks."""
    return " ".join(text_of(node) for node in page.all("section.card"))


def test_a_social_worker_begins_with_the_person_s_word(client, fatou, people):
    sign_in(client, people["social"])
    address = f"/parcours/personnes/{fatou.public_id}/fiches"
    sent = {"siae": "", "situation": "Cherche en cuisine", "wish": "Commis"}

    refused = client.post(address, data=sent)
    assert refused.status_code == 422
    assert "Sans l’accord de la personne, la fiche ne part pas." in refused.text
    assert client.post(address, data=sent | {"agrees": "y"}).status_code == 303

    form = db.session.scalars(select(LiaisonForm)).one()
    page = page_of(client, form, people["social"])
    assert form.route == "social"
    assert "Signé par Nadia Perrin" in page.words
    assert "lundi 30 novembre 2026 à 10 h 05" in page.words


def test_an_employer_reads_until_when_and_nothing_of_why(client, fatou, people):
    form = begun(fatou, people)
    diagnosed(form, people["prescriber"])

    page = page_of(client, form, people["siae"])

    assert "Éligible jusqu’au 29 mai 2027." in page.words
    assert "RSA" not in read(page)
    assert "voiture" not in page.text
    assert page_of(client, form, people["other"]).status_code == 404
    listed = client.get(f"/parcours/personnes/{fatou.public_id}/fiches")
    assert "Pas encore de fiche" in listed.words


def test_a_prescriber_reads_all_and_the_reading_is_noted_before(client, fatou, people):
    form = begun(fatou, people)
    diagnosed(form, people["prescriber"])
    client.simple_too = False

    page = page_of(client, form, people["prescriber"])

    assert "Bénéficiaire du RSA (niveau 1)" in page.words
    assert "Attestation RSA, de moins de 3 mois" in page.words
    assert "dort dans sa voiture" in page.words
    lines = db.session.scalars(select(JournalEntry).where(JournalEntry.act == "seen-sensitive"))
    assert [line.account_id for line in lines] == [people["prescriber"].id]


def test_a_social_worker_of_no_entitled_body_reads_only_the_date(client, fatou, people):
    form = begun(fatou, people)
    diagnosed(form, people["prescriber"])

    page = page_of(client, form, people["social"])

    assert "Éligible jusqu’au 29 mai 2027." in page.words
    assert "voiture" not in page.text
    assert "niveau 1" not in page.text


def test_an_siae_certifies_criteria_itself_and_sees_those_alone(database, client, fatou, people):
    form = begun(fatou, people, "siae")
    address = f"/parcours/fiches/{form.public_id}/diagnostic"
    sign_in(client, people["siae"])

    few = {"diagnosis-criteria": ["young", "alone"], "diagnosis-eligible": "yes"}
    refused = client.post(address, data=few)
    assert refused.status_code == 422
    assert "Il en faut 1 de plus de niveau 2, ou un de niveau 1." in refused.text
    more = {
        **few,
        "diagnosis-criteria": ["young", "alone", "long"],
        "diagnosis-obstacles": "malade",
    }
    assert client.post(address, data=more).status_code == 303

    page = page_of(client, form, people["siae"])
    assert "Éligible jusqu’au 1er mars 2027." in page.words
    assert "Parent isolé (niveau 2)" in page.words
    part = db.session.scalars(select(LiaisonPart).where(LiaisonPart.part == 2)).one()
    assert set(liaison.opened(part)) == {"criteria"}


def test_the_siae_never_opens_the_prescriber_s_diagnosis(client, fatou, people):
    form = begun(fatou, people, "siae")
    diagnosed(form, people["siae"])
    diagnosed(form, people["prescriber"], criteria=("justice",))

    page = page_of(client, form, people["siae"])

    assert "RSA" in page.words
    assert "détention" not in read(page)
    assert "dort dans sa voiture" not in page.text


def test_what_is_sealed_is_readable_nowhere_in_the_database(fatou, people):
    part = diagnosed(begun(fatou, people), people["prescriber"])

    assert b"voiture" not in part.sealed
    assert "rsa" not in str(part.facts)


def test_a_signed_part_is_frozen_and_a_correction_is_a_new_version(database, client, fatou, people):
    form = begun(fatou, people)
    sign_in(client, people["social"])
    sent = {"referral-situation": "Cherche en ménage", "referral-agrees": "y"}

    answer = client.post(f"/parcours/fiches/{form.public_id}/orientation", data=sent)

    assert answer.status_code == 303
    parts = db.session.scalars(select(LiaisonPart).order_by(LiaisonPart.version)).all()
    assert [liaison.opened(one)["situation"] for one in parts] == [
        "Cherche en cuisine",
        "Cherche en ménage",
    ]
    page = page_of(client, form, people["social"])
    assert "Version 2." in page.words
    assert "Versions d’avant" in page.words


def test_each_signs_their_own_part_and_no_other(database, client, fatou, people):
    form = begun(fatou, people)
    acts = {
        "orientation": {"referral-situation": "x", "referral-agrees": "y"},
        "diagnostic": {"diagnosis-eligible": "no"},
        "decision": {"decision-decision": "no", "decision-approval": "none"},
    }
    allowed = {
        "social": {"orientation"},
        "prescriber": {"diagnostic"},
        "siae": {"diagnostic", "decision"},
    }

    for name, acts_of in allowed.items():
        for act, sent in acts.items():
            sign_in(client, people[name])
            answer = client.post(f"/parcours/fiches/{form.public_id}/{act}", data=sent)
            assert answer.status_code == (303 if act in acts_of else 403), (name, act)


def test_hiring_needs_a_diagnosis_that_still_holds(client, fatou, people, at):
    form = begun(fatou, people)
    sign_in(client, people["siae"])
    address = f"/parcours/fiches/{form.public_id}/decision"
    sent = {"decision-decision": "hired", "decision-approval": "asked"}

    refused = client.post(address, data=sent)
    assert refused.status_code == 422
    assert "Faites signer la partie 2" in refused.text
    diagnosed(form, people["prescriber"])
    assert client.post(address, data=sent).status_code == 303
    assert "Nous l’embauchons" in page_of(client, form, people["social"]).words
    at(now() + timedelta(days=190))
    assert liaison_queries.eligible_until(fatou.id, now().date()) is None


def test_the_paper_says_what_the_screen_says_to_the_same_reader(client, fatou, people):
    form = begun(fatou, people)
    diagnosed(form, people["prescriber"])
    address = f"/parcours/fiches/{form.public_id}/pdf"

    sign_in(client, people["prescriber"])
    whole = Pdf(client.get(address).data)
    sign_in(client, people["siae"])
    short = Pdf(client.get(address).data)

    assert whole.is_tagged
    assert "Fiche de liaison de Fatou Diallo" in whole.text
    assert "dort dans sa voiture" in whole.text
    assert "Signé par Nadia Perrin" in short.text
    assert "voiture" not in short.text
    assert "Éligible jusqu’au 29 mai 2027." in short.text
