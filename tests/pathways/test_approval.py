"""The approval page: one sentence with the hour and the rule, and to each what is theirs to do."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_consent, sign_in
from tests.path_factories import make_approval, make_suspension
from tests.pathways.helping import MONDAY, page_of, prescriber, siae
from webapp.clock import now, today
from webapp.extensions import db
from webapp.pathways import queries
from webapp.pathways.models import Approval
from webapp.people.models import JournalEntry


@pytest.fixture
def convention(app, monkeypatch):
    """A territory that keeps the local convention."""
    monkeypatch.setitem(app.config, "APPROVAL_REGIMES", {"69": "convention-2011"})


def asked(client, person, account):
    sign_in(client, account)
    answer = client.post(f"/parcours/personnes/{person.public_id}/agrement/demander")
    assert answer.status_code == 303
    return db.session.scalars(select(Approval).order_by(Approval.id.desc())).first()


def test_an_agreement_opens_the_page_and_each_view_is_noted_once(client, fatou):
    employer = siae()
    assert page_of(client, fatou, employer).status_code == 404

    make_consent(fatou, employer)
    client.simple_too = False
    page = page_of(client, fatou, employer)

    assert page.h1 == "Agrément de Fatou Diallo"
    assert "Pas d’agrément connu ici." in page.words
    lines = db.session.scalars(select(JournalEntry).where(JournalEntry.act == "seen")).all()
    assert [line.account_id for line in lines] == [employer.id]


def test_silence_grants_at_the_hour_that_the_page_had_said(client, fatou, convention, at):
    employer = siae("etti")
    make_consent(fatou, employer)
    asked(client, fatou, employer)

    page = page_of(client, fatou, employer)
    assert "Demandé le lundi 30 novembre 2026 à 10 h 05." in page.words
    assert "Réponse écrite attendue avant le mardi 1er décembre 2026 à 10 h 05." in page.words
    assert "Cet agrément local ne vaut pas PASS IAE." in page.words
    assert "Règle : Convention locale de 2011" in page.words
    assert not diagnoses_wanted(fatou, employer)

    at(MONDAY + timedelta(hours=24))
    page = page_of(client, fatou, employer)
    granted = "Accordé le mardi 1er décembre 2026 à 10 h 05, faute de réponse écrite à cette heure."
    assert granted in page.words
    assert "Valable jusqu’au 30 novembre 2028 compris." in page.words
    assert diagnoses_wanted(fatou, employer)


def diagnoses_wanted(person, account) -> bool:
    """Whether this SIAE may hire."""
    return queries.hiring(person.id, account.organisation_id, now()) is not None


def test_a_question_is_taken_back_by_who_asked_it_while_it_waits(client, fatou, convention, at):
    employer, other = siae("etti"), siae("aci")
    for one in (employer, other):
        make_consent(fatou, one)
    address = f"/parcours/agrements/{asked(client, fatou, employer).public_id}/retirer"
    sign_in(client, other)
    assert client.post(address).status_code == 403

    assert "Retirer la demande d’agrément" in page_of(client, fatou, employer).words
    assert client.post(address).status_code == 303

    at(MONDAY + timedelta(days=3))  # silence grants what is asked no more to nobody
    page = page_of(client, fatou, employer)
    assert "Demande retirée le lundi 30 novembre 2026 à 10 h 05." in page.words
    assert not diagnoses_wanted(fatou, employer)
    assert client.post(address).status_code == 409


def test_only_france_travail_answers_and_a_late_word_changes_nothing(client, fatou, convention, at):
    employer, answering, other = siae("aci"), prescriber(), prescriber("mission-locale")
    for one in (employer, answering, other):
        make_consent(fatou, one)
    address = f"/parcours/agrements/{asked(client, fatou, employer).public_id}/repondre"

    sign_in(client, other)
    assert client.post(address, data={"answer-answer": "refused"}).status_code == 403
    sign_in(client, answering)
    assert client.post(address).status_code == 422
    for hours, code in ((48, 409), (47, 303)):
        at(MONDAY + timedelta(hours=hours))
        sign_in(client, answering)
        assert client.post(address, data={"answer-answer": "refused"}).status_code == code
    page = page_of(client, fatou, employer)
    assert "Refusé par écrit le mercredi 2 décembre 2026 à 9 h 05." in page.words


def test_the_same_person_in_another_siae_has_an_extension_of_five_working_days(
    client, fatou, convention, at
):
    first, second = siae("etti"), siae("ei")
    make_consent(fatou, first)
    make_consent(fatou, second)
    asked(client, fatou, first)
    at(MONDAY + timedelta(days=8))

    extension = asked(client, fatou, second)

    page = page_of(client, fatou, second)
    assert extension.extension
    assert "Extension d’agrément : en attente de réponse" in page.words
    assert "Réponse écrite attendue avant le mercredi 16 décembre 2026 à 0 h 00." in page.words
    at(MONDAY + timedelta(days=17))
    page = page_of(client, fatou, second)
    assert "Valable jusqu’au 30 novembre 2028 compris." in page.words


def test_a_pass_iae_is_written_down_with_its_number_and_days(client, fatou):
    employer = siae("aci")
    make_consent(fatou, employer)
    sign_in(client, employer)
    address = f"/parcours/personnes/{fatou.public_id}/agrement/pass"

    assert client.post(address, data={"record-number": "123"}).status_code == 422
    sent = {"record-number": "99999 26 00001", "record-begin": "2026-11-01", "record-end": ""}
    assert client.post(address, data=sent).status_code == 303

    page = page_of(client, fatou, employer)
    assert "PASS IAE n° 99999 26 00001 : valable" in page.words
    assert "Valable jusqu’au 31 octobre 2028 compris. Il reste 702 jours." in page.words
    assert "article R.5132-1-2" in page.words
    assert client.post(address, data=sent).status_code == 409


def test_a_local_approval_cannot_be_asked_where_the_pass_iae_holds(client, fatou):
    employer = siae("aci")
    make_consent(fatou, employer)
    sign_in(client, employer)

    answer = client.post(f"/parcours/personnes/{fatou.public_id}/agrement/demander")

    assert answer.status_code == 409


def test_a_suspension_moves_the_end_until_it_is_ended(client, fatou, at):
    employer = siae("aci")
    make_consent(fatou, employer)
    approval = make_approval(person=fatou, begins_on=date(2026, 9, 1), ends_on=date(2028, 8, 31))
    sign_in(client, employer)
    address = f"/parcours/agrements/{approval.public_id}/suspendre"

    outside = {"suspend-reason": "contract-broken", "suspend-begin": "2026-08-01"}
    refused = client.post(address, data=outside)
    assert refused.status_code == 422
    assert "Ce jour est en dehors de l’agrément." in refused.text
    sent = {"suspend-reason": "contract-broken", "suspend-begin": "2026-11-20"}
    assert client.post(address, data=sent).status_code == 303
    at(MONDAY + timedelta(days=10))
    page = page_of(client, fatou, employer)
    assert "suspendu depuis le 20 novembre 2026" in page.words.lower()
    assert "S’il reprenait demain, il finirait le 21 septembre 2028." in page.words

    ends = f"/parcours/suspensions/{approval.suspensions[0].public_id}/reprendre"
    assert client.post(ends, data={"resume-end": "2026-12-09"}).status_code == 303
    page = page_of(client, fatou, employer)
    assert "Valable jusqu’au 20 septembre 2028 compris." in page.words
    assert "article R.5132-1-3" in page.words


def test_a_bridge_contract_is_for_ei_and_aci_only(client, fatou):
    employer = siae("ai")
    make_consent(fatou, employer)
    approval = make_approval(person=fatou, siae="ai")
    sign_in(client, employer)

    sent = {"suspend-reason": "bridge", "suspend-begin": today().isoformat()}
    answer = client.post(f"/parcours/agrements/{approval.public_id}/suspendre", data=sent)

    assert answer.status_code == 422
    assert "Ce motif n’existe pas pour ce type de structure." in answer.text


def test_a_prolongation_for_difficulties_is_the_prescriber_s_decision(client, fatou):
    employer, adviser = siae("aci"), prescriber()
    make_consent(fatou, employer)
    make_consent(fatou, adviser)
    approval = make_approval(person=fatou, begins_on=date(2025, 1, 1), ends_on=date(2026, 12, 31))
    address = f"/parcours/agrements/{approval.public_id}/prolonger"
    sent = {"prolong-reason": "particular", "prolong-until": "2027-12-31"}

    sign_in(client, employer)
    refused = client.post(address, data=sent)
    assert refused.status_code == 422
    assert "Un prescripteur habilité décide pour ce motif." in refused.text
    sign_in(client, adviser)
    assert client.post(address, data=sent).status_code == 303

    page = page_of(client, fatou, employer)
    assert "Valable jusqu’au 31 décembre 2027 compris." in page.words
    assert "article R.5132-1-8" in page.words


def test_two_years_pass_between_two_paths_unless_a_prescriber_decides(database, client, fatou):
    employer, adviser = siae("aci"), prescriber()
    make_consent(fatou, employer)
    make_consent(fatou, adviser)
    former = make_approval(person=fatou, begins_on=date(2023, 6, 1), ends_on=date(2025, 5, 31))
    address = f"/parcours/personnes/{fatou.public_id}/agrement/pass"
    sent = {"record-number": "999992600002", "record-begin": "2026-12-01"}

    page = page_of(client, fatou, employer)
    assert "Nouveau parcours possible après le 31 mai 2027." in page.words
    assert client.post(address, data=sent).status_code == 409
    waive = f"/parcours/agrements/{former.public_id}/lever-le-delai"
    assert client.post(waive).status_code == 403
    sign_in(client, adviser)
    assert client.post(waive).status_code == 303
    sign_in(client, employer)
    assert client.post(address, data=sent).status_code == 303


def test_a_path_suspended_for_more_than_a_year_may_be_ended(client, fatou):
    employer = siae("aci")
    make_consent(fatou, employer)
    approval = make_approval(person=fatou, begins_on=date(2025, 1, 1), ends_on=date(2026, 12, 31))
    make_suspension(approval=approval, begins_on=date(2025, 11, 1))
    sign_in(client, employer)

    assert client.post(f"/parcours/agrements/{approval.public_id}/interrompre").status_code == 303

    page = page_of(client, fatou, employer)
    assert "Nouveau parcours possible après le 1er novembre 2027." in page.words


def test_whom_nobody_entitled_decides_for_may_do_nothing_here(client, fatou):
    adviser = make_account("adviser")  # of a body that is no entitled prescriber
    make_consent(fatou, adviser)
    approval = make_approval(person=fatou)

    page = page_of(client, fatou, adviser)

    assert "Suspendre" not in page.words
    for act in ("suspendre", "prolonger", "interrompre", "lever-le-delai"):
        answer = client.post(f"/parcours/agrements/{approval.public_id}/{act}", data=FULL)
        assert answer.status_code == 403, act


FULL = {
    "suspend-reason": "committee", "suspend-begin": "2026-11-20",
    "prolong-reason": "training", "prolong-until": "2029-01-01",
}  # fmt: skip
