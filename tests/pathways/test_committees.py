"""Committees: partners read of a case what the person allows, and the copy names nobody."""

from datetime import date, timedelta

import pytest
from flask import current_app
from sqlalchemy import select

from tests.factories import make_account, make_consent, make_person, sign_in
from tests.followup.making import make_task
from tests.path_factories import make_approval, make_contract
from tests.pathways.helping import MONDAY, kinds_due, prescriber, siae
from tests.support.pdf import Pdf
from webapp.clock import now
from webapp.extensions import db
from webapp.followup import due
from webapp.followup.models import Task
from webapp.pathways import committees
from webapp.pathways.committee_models import Committee, CommitteeCase


@pytest.fixture
def people(fatou):
    """Who holds the committee, a partner with the person's agreement, one without."""
    host, partner, stranger = prescriber(), siae("aci"), siae("ei")
    for one in (host, partner):
        make_consent(fatou, one)
    partners = [partner.organisation, stranger.organisation]
    committee = committees.call(host, date(2026, 12, 10), "Mairie, 9 h", partners, now())
    db.session.commit()
    return host, partner, stranger, committee


def submitted(person, account, committee, question="Peut-elle passer le permis ?"):
    case = committees.submit(committee, person, account, question, now())
    db.session.commit()
    return case


def page_of(client, committee, account):
    sign_in(client, account)
    return client.get(f"/parcours/comites/{committee.public_id}")


def test_a_committee_is_called_and_only_those_who_sit_there_open_it(client, fatou, people):
    host, partner, stranger, committee = people

    for one in (host, partner, stranger):
        assert page_of(client, committee, one).status_code == 200
    assert page_of(client, committee, make_account("adviser")).status_code == 404


def test_a_case_needs_the_person_s_word_and_someone_one_may_see(client, fatou, people):
    _host, partner, _stranger, committee = people
    sign_in(client, partner)
    address = f"/parcours/comites/{committee.public_id}/dossiers"
    sent = {"case-person": fatou.public_id, "case-question": "Peut-elle passer le permis ?"}

    assert client.post(address, data=sent).status_code == 422
    unseen = {"case-person": make_person().public_id, "case-agrees": "y"}
    assert client.post(address, data=sent | unseen).status_code == 422
    assert client.post(address, data=sent | {"case-agrees": "y"}).status_code == 303
    assert client.post(address, data=sent | {"case-agrees": "y"}).status_code == 409


def test_a_partner_without_agreement_reads_a_number_and_no_name(database, client, fatou, people):
    host, partner, stranger, committee = people
    case = submitted(fatou, partner, committee)

    assert "Fatou Diallo Peut-elle passer le permis ?" in page_of(client, committee, host).words
    page = page_of(client, committee, stranger)
    assert "Dossier 1, sans accord avec votre structure" in page.words
    for secret in ("Fatou", "Diallo", "permis"):
        assert secret not in page.text
    assert client.get(f"/parcours/dossiers/{case.public_id}").status_code == 404


def test_a_decision_has_an_owner_and_a_day_until_it_is_done(database, client, fatou, people):
    host, partner, _stranger, committee = people
    case = submitted(fatou, partner, committee)
    address = f"/parcours/dossiers/{case.public_id}"
    sent = {"decision": "training", "text": "Code de la route", "due": "2027-01-15"}
    sent["owner"] = partner.organisation.public_id

    sign_in(client, partner)
    assert client.post(address, data=sent).status_code == 403
    sign_in(client, host)
    assert client.post(address, data=sent).status_code == 303
    task = db.session.scalars(select(Task)).one()
    assert (task.title, task.owner_id) == ("Code de la route", partner.id)
    with current_app.test_request_context():
        waits = [one.kind for one in due.waiting(partner, now())]
    assert waits == ["committee"]
    page = page_of(client, committee, partner)
    assert "Chercher une formation : Code de la route." in page.words
    assert "pour le 15/01/2027" in page.words
    assert client.post(f"{address}/fait").status_code == 303
    assert db.session.scalars(select(CommitteeCase.done_at)).one() is not None


def test_the_minutes_close_the_committee_and_are_printed(client, fatou, people):
    host, partner, stranger, committee = people
    submitted(fatou, partner, committee)
    sign_in(client, host)
    sent = {"minutes-minutes": "Le bus du soir manque."}

    address = f"/parcours/comites/{committee.public_id}"
    assert "Le compte rendu n’est pas encore gardé." in Pdf(client.get(f"{address}/pdf").data).text
    assert client.post(f"{address}/compte-rendu", data=sent).status_code == 303
    assert client.post(f"{address}/compte-rendu", data=sent).status_code == 409
    whole = Pdf(client.get(f"{address}/pdf").data)
    sign_in(client, stranger)
    short = Pdf(client.get(f"{address}/pdf").data)

    assert whole.is_tagged
    assert "Compte rendu gardé le 30/11/2026." in whole.text
    assert "Fatou Diallo" in whole.text
    assert "Fatou" not in short.text
    assert "Le bus du soir manque." in short.text
    assert db.session.scalars(select(Committee.closed_at)).one() is not None


def test_the_copy_without_names_holds_none(client, fatou, people):
    host, partner, _stranger, committee = people
    case = submitted(fatou, partner, committee)
    told = ("Code de la route", host.organisation_id, date(2027, 1, 15))
    committees.decide(case, host, "training", "Formation", told, now())
    db.session.commit()
    sign_in(client, host)

    copy = client.get(f"/parcours/comites/{committee.public_id}/masque.csv").get_data(as_text=True)

    assert f"1;Chercher une formation;{host.organisation.name};15/01/2027;non" in copy
    for secret in ("Fatou", "Diallo", "permis", "Code"):
        assert secret not in copy


def test_who_sits_there_finds_the_committee_and_who_advises_calls_it(client, fatou, people):
    host, partner, _stranger, committee = people
    sent = {"on": "2026-12-20", "place": "Mairie, 14 h"}

    sign_in(client, partner)
    assert f"/parcours/comites/{committee.public_id}" in client.get("/parcours/comites").text
    assert client.post("/parcours/comites", data=sent).status_code == 403
    sign_in(client, host)
    assert client.post("/parcours/comites", data=sent).status_code == 303


def test_it_is_prepared_a_week_before_and_its_minutes_wait_with_who_holds_it(fatou, people, at):
    host, partner, _stranger, committee = people

    assert "committee-comes" not in kinds_due(partner)
    at(MONDAY + timedelta(days=3))
    assert "committee-comes" in kinds_due(partner)
    assert "committee-comes" in kinds_due(host)
    at(MONDAY + timedelta(days=11))
    assert ("minutes" in kinds_due(host), "minutes" in kinds_due(partner)) == (True, False)
    committees.close(committee, host, "Prochaine date : janvier", now())
    db.session.commit()
    assert "minutes" not in kinds_due(host)


def test_a_case_tells_on_one_page_where_the_person_stands(client, fatou, people):
    host, partner, _stranger, committee = people
    make_approval(person=fatou)
    make_contract(fatou)
    make_task(fatou, host, title="Passer le code", due_on=date(2026, 12, 24))
    case = submitted(fatou, host, committee)
    sign_in(client, partner)

    page = client.get(f"/parcours/dossiers/{case.public_id}")

    assert "Valable jusqu’au 30 septembre 2028 compris." in page.words
    assert "CDD d’insertion (CDDI), du" in page.words
    assert "Passer le code" in page.words
    assert "avant le 24/12/2026" in page.words
