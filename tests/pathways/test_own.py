"""What the person reads of their path: the hour, the rule, what waits, what they may take back."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_person, sign_in
from tests.path_factories import make_approval, make_diagnosis_request, make_renewal
from tests.pathways.helping import MONDAY, prescriber, siae
from webapp.clock import now
from webapp.extensions import db
from webapp.pathways import approvals, diagnoses
from webapp.pathways.models import DiagnosisRequest
from webapp.pathways.work_models import Renewal

ADDRESS = "/parcours/moi"


def test_silence_is_said_with_its_hour_and_the_rule_before_and_after(
    app, client, fatou, monkeypatch, at
):
    monkeypatch.setitem(app.config, "APPROVAL_REGIMES", {"69": "convention-2011"})
    approvals.ask(fatou, siae("etti"), now())
    db.session.commit()
    sign_in(client, fatou)

    page = client.get(ADDRESS)
    assert "Réponse avant : 1er décembre 2026, 10 h 05." in page.words
    assert "Sans réponse à cette heure, c’est oui." in page.words
    assert "Convention locale de 2011" in page.words
    assert "Cet agrément ne remplace pas un PASS IAE." in page.words

    at(MONDAY + timedelta(hours=24))
    page = client.get(ADDRESS)
    assert "C’est oui depuis : 1er décembre 2026, 10 h 05." in page.words
    assert "la règle dit oui" in page.words
    assert "Il sert jusqu’au 30 novembre 2028 compris." in page.words


def test_a_pass_iae_is_said_with_its_number_and_what_is_left(client, fatou):
    make_approval(person=fatou, number="999992600001")
    make_approval()  # someone else's
    sign_in(client, fatou)

    page = client.get(ADDRESS)

    assert "Mon PASS IAE, n° 99999 26 00001" in page.words
    assert "Il vous reste 671 jours." in page.words
    assert "article R.5132-1-2" in page.words
    assert len(page.all("section.card")) == 1


def test_the_diagnosis_says_who_answers_and_asks_for_the_agreement_it_needs(client, fatou):
    near = prescriber("plie")
    diagnoses.ask(fatou, siae("aci").organisation, now())
    db.session.commit()
    sign_in(client, fatou)

    page = client.get(ADDRESS)

    assert f"{near.organisation.name} vous répond avant le 14 décembre 2026." in page.words
    assert "Il faut d’abord votre accord." in page.words
    assert page.one("a.btn.go").attributes["href"].startswith("/moi/accords/")


def test_a_request_is_taken_back_after_one_more_page(client, fatou):
    asked, other = make_diagnosis_request(fatou), make_diagnosis_request(make_person())
    sign_in(client, fatou)
    address = f"{ADDRESS}/diagnostics/{asked.public_id}"

    assert "ne peut pas vous embaucher" in client.get(address).words
    assert client.post(address).status_code == 303
    assert client.post(address).status_code == 404
    assert client.post(f"{ADDRESS}/diagnostics/{other.public_id}").status_code == 404
    states = db.session.scalars(select(DiagnosisRequest.state).order_by(DiagnosisRequest.id)).all()
    assert states == ["cancelled", "open"]


@pytest.mark.parametrize("answer", ["done", "out"])
def test_the_renewal_of_the_month_is_said_by_a_press(client, fatou, answer):
    make_renewal(fatou)
    sign_in(client, fatou)

    assert "avez-vous dit à France Travail" in client.get(ADDRESS).words
    assert client.post(f"{ADDRESS}/inscription/{answer}").status_code == 303
    assert client.post(f"{ADDRESS}/inscription/{answer}").status_code == 404
    assert db.session.scalars(select(Renewal.answer)).all() == [answer]
    assert "avez-vous dit à France Travail" not in client.get(ADDRESS).words
