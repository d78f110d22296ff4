"""A hiring without approval: a near prescriber is asked, with a day, and the person for a yes."""

from datetime import date

import pytest
from sqlalchemy import select

from tests.factories import (
    make_application,
    make_consent,
    make_offer,
    make_organisation,
    sign_in,
)
from tests.path_factories import make_approval
from tests.pathways.helping import kinds_due, page_of, prescriber, siae
from webapp.accounts.actions import join
from webapp.applications import answers
from webapp.clock import now
from webapp.extensions import db
from webapp.pathways import diagnoses, regimes
from webapp.pathways.models import DiagnosisRequest
from webapp.people.models import Consent


def hired(person, employer):
    return make_application(person_id=person.id, offer=make_offer(organisation=employer))


def test_a_hiring_without_approval_asks_a_near_prescriber_once_and_the_person_for_a_yes(fatou):
    near, _far = prescriber(), make_organisation(kind="plie", lat=48.8, lon=2.3)
    request = hired(fatou, make_organisation(kind="aci"))

    first, second = (diagnoses.open_for(request, now()) for _ in range(2))
    db.session.commit()

    assert first is second
    assert first.prescriber == near.organisation
    assert first.due_on == date(2026, 12, 14)
    question = db.session.scalars(select(Consent)).one()
    assert (question.organisation_id, question.purpose) == (near.organisation_id, "referral")


def test_the_prescriber_who_already_follows_is_asked_without_another_question(fatou):
    prescriber("mission-locale")
    follows = prescriber("plie")
    make_consent(fatou, follows)

    request = diagnoses.open_for(hired(fatou, make_organisation(kind="aci")), now())

    assert request is not None
    assert request.prescriber == follows.organisation
    assert len(db.session.scalars(select(Consent)).all()) == 1


@pytest.mark.parametrize("kind", ["geiq", "ea"])
def test_who_hires_outside_of_the_iae_needs_none(fatou, kind):
    assert diagnoses.open_for(hired(fatou, make_organisation(kind=kind)), now()) is None


def test_a_valid_approval_needs_none_and_a_recorded_one_settles_the_request(client, fatou):
    employer = siae("aci")
    make_consent(fatou, employer)
    request = hired(fatou, employer.organisation)
    asked_for = diagnoses.open_for(request, now())
    db.session.commit()
    assert asked_for is not None

    page = page_of(client, fatou, employer)
    assert "Diagnostic demandé le 30/11/2026" in page.words
    assert "appelez-en un avant le 14/12/2026" in page.words
    sent = {"record-number": "999992600003", "record-begin": "2026-11-30"}
    client.post(f"/parcours/personnes/{fatou.public_id}/agrement/pass", data=sent)

    assert db.session.scalars(select(DiagnosisRequest.state)).one() == "done"
    assert diagnoses.open_for(request, now()) is None


def test_a_territory_is_told_by_its_setting(app, monkeypatch):
    monkeypatch.setitem(app.config, "APPROVAL_REGIMES", {"974": "convention-2011"})

    assert regimes.regime_of("97411") == "convention-2011"
    assert regimes.regime_of("69256") == "pass-iae"


def test_hiring_by_a_press_asks_and_taking_it_back_asks_no_more(database, fatou):
    prescriber()
    wanted = hired(fatou, make_organisation(kind="aci"))

    answers.hire(wanted, now())
    db.session.commit()
    assert db.session.scalars(select(DiagnosisRequest.state)).one() == "open"
    answers.take_back(wanted, now())
    db.session.commit()
    assert db.session.scalars(select(DiagnosisRequest.state)).one() == "cancelled"


def test_a_siae_asks_by_a_press_and_takes_it_back_on_the_same_page(client, fatou):
    near, employer = prescriber("plie"), siae("aci")
    make_consent(fatou, employer)

    assert "Délai choisi par ce service, 10 jours ouvrés" in page_of(client, fatou, employer).words
    address = f"/parcours/personnes/{fatou.public_id}/diagnostic/demander"
    assert client.post(address).status_code == 303
    assert client.post(address).status_code == 409
    asked_for = db.session.scalars(select(DiagnosisRequest)).one()
    assert asked_for.prescriber == near.organisation

    assert "Retirer la demande de diagnostic" in page_of(client, fatou, employer).words
    taken_back = f"/parcours/diagnostics/{asked_for.public_id}/retirer"
    assert client.post(taken_back).status_code == 303
    assert client.post(taken_back).status_code == 409
    assert db.session.scalars(select(DiagnosisRequest.state)).one() == "cancelled"


def test_who_was_hired_before_they_signed_in_is_asked_for_once_they_do(fatou):
    near = prescriber()
    wanted = make_application(offer=make_offer(organisation=make_organisation(kind="aci")))
    answers.hire(wanted, now())
    db.session.commit()
    assert db.session.scalars(select(DiagnosisRequest)).all() == []

    join(fatou, [wanted])
    db.session.commit()

    asked_for = db.session.scalars(select(DiagnosisRequest)).one()
    assert (asked_for.person_id, asked_for.application_id) == (fatou.id, wanted.id)
    assert asked_for.prescriber == near.organisation


def test_from_hired_on_the_employer_s_page_to_the_prescriber_s_day(client, fatou):
    """All three see it: who hires by the words on their page, the person, who is to answer."""
    near, employer = prescriber("plie"), siae("aci")
    wanted = hired(fatou, employer.organisation)
    db.session.commit()
    sign_in(client, employer)

    said = client.post(f"/employeur/demandes/{wanted.public_id}/embauche", follow_redirects=True)
    asked = f"Diagnostic demandé à {near.organisation.name} pour Fatou, avant le lundi 14 décembre."
    assert asked in said.words
    line = f"Embauché. Diagnostic demandé à {near.organisation.name}, avant le lundi 14 décembre."
    assert line in client.get("/employeur/").words
    assert "diagnosis" not in kinds_due(near)

    sign_in(client, fatou)
    page = client.get("/parcours/moi")
    agreement = page.one("a.btn.go").attributes["href"]
    assert client.post(f"{agreement}/oui").status_code == 303
    assert "diagnosis" in kinds_due(near)


def test_a_pass_iae_of_another_siae_lets_hire_by_a_press(fatou):
    make_approval(person=fatou)
    wanted = hired(fatou, make_organisation(kind="aci"))

    answers.hire(wanted, now())

    assert wanted.diagnosis_wanted_on is None
