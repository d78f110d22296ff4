"""The way into the IAE, by who refers: its steps and delays where the adviser begins."""

import pytest
from sqlalchemy import select

from tests.factories import make_account, make_consent, sign_in
from tests.pathways.helping import prescriber, siae
from webapp.clock import now, today
from webapp.extensions import db
from webapp.pathways import facts, liaison, routes
from webapp.pathways.enums import Regime, Route
from webapp.pathways.liaison import Diagnosis, Written
from webapp.pathways.models import Approval, DiagnosisRequest

WRITTEN = Written(facts={"agreed": True}, texts={"situation": "Cherche", "wish": ""})


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (lambda: make_account("adviser"), "Il a 10 jours ouvrés"),
        (prescriber, "Votre diagnostic vaut 6 mois."),
        (lambda: siae("aci"), "Votre diagnostic vaut 92 jours."),
    ],
)
def test_each_reads_their_own_steps_with_their_source(client, fatou, who, told):
    account = who()
    make_consent(fatou, account)
    sign_in(client, account)

    page = client.get(f"/parcours/personnes/{fatou.public_id}/fiches")

    assert told in page.words
    assert "rien n’est tacite" in page.words
    assert "est un choix de ce service" in page.words


def test_the_last_step_says_the_delays_of_the_territory(app, monkeypatch):
    monkeypatch.setitem(app.config, "APPROVAL_REGIMES", {"69": "convention-2011"})

    steps = routes.steps(Route.SOCIAL, "69256", today())

    assert "24 h pour une ETTI, 48 h pour les autres, 5 jours ouvrés" in steps[-1]


def test_every_route_and_regime_has_its_words():
    edition = facts.in_force(facts.RouteFacts, today())

    assert {one.key for one in edition.routes} == set(Route)
    assert set(edition.answers) == set(Regime)


def test_a_social_worker_s_first_part_asks_for_the_diagnosis_that_they_cannot_make(fatou):
    social, near, employer = make_account("adviser"), prescriber("plie"), siae("aci")
    liaison.begin(fatou, social, employer.organisation_id, WRITTEN, now())
    liaison.begin(fatou, social, employer.organisation_id, WRITTEN, now())
    db.session.commit()

    asked = db.session.scalars(select(DiagnosisRequest)).one()
    assert (asked.prescriber, asked.siae) == (near.organisation, employer.organisation)


def test_a_prescriber_s_first_part_asks_nobody(fatou):
    liaison.begin(fatou, prescriber(), siae("aci").organisation_id, WRITTEN, now())

    assert db.session.scalars(select(DiagnosisRequest)).all() == []


def test_the_siae_s_decision_really_asks_for_a_local_approval_once(app, fatou, monkeypatch):
    monkeypatch.setitem(app.config, "APPROVAL_REGIMES", {"69": "convention-2011"})
    decides, employer = prescriber(), siae("aci")
    form = liaison.begin(fatou, decides, employer.organisation_id, WRITTEN, now())
    make_consent(fatou, decides)
    found = Diagnosis(criteria=("rsa",), obstacles="", eligible=True)
    liaison.diagnose(form, decides, found, now())
    decision = {"decision": "hired", "approval": "asked", "begin": "2026-12-07"}

    for _ in range(2):  # the decision, then its correction
        liaison.decide(form, employer, Written(facts=decision, texts={"words": ""}), now())
    db.session.commit()

    asked = db.session.scalars(select(Approval)).one()
    assert (asked.regime, asked.organisation_id) == (Regime.CONVENTION, employer.organisation_id)
