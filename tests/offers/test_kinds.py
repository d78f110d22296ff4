"""Immersions and internships: posted, shown and found as what they are, no pay promised."""

import pytest

from tests.employers.conftest import send
from tests.factories import make_offer
from webapp.clock import now
from webapp.extensions import db
from webapp.offers import actions

ANSWERS = {"months": "0", "start": "now", "positions": "1"}
KINDS = [("immersion", "Immersion"), ("internship", "Stage")]


@pytest.mark.parametrize(("kind", "label"), KINDS)
def test_an_employer_chooses_it_among_contracts_and_is_asked_no_pay(employer, draft, kind, label):
    draft.pay_cents = None
    db.session.commit()

    page = send(employer, draft, "contrat", contract=kind, **ANSWERS)

    assert not page.location.endswith("/salaire")
    db.session.refresh(draft)
    assert (draft.kind, draft.contract, draft.pay_cents) == (kind, None, None)
    shown = employer.get(f"/employeur/offres/{draft.public_id}")
    assert "Pas de salaire" in shown.words
    assert shown.h1.startswith(label)
    employer.post(f"/employeur/offres/{draft.public_id}/publier")
    db.session.refresh(draft)
    assert draft.is_published


def test_a_contract_chosen_afterwards_makes_it_a_job_again(employer, draft):
    send(employer, draft, "contrat", contract="immersion", **ANSWERS)

    send(employer, draft, "contrat", contract="cddi", months="6", start="now", positions="1")

    db.session.refresh(draft)
    assert (draft.kind, draft.contract) == ("job", "cddi")


@pytest.mark.parametrize(("kind", "label"), KINDS)
def test_people_read_what_it_is_everywhere(client, kind, label):
    offer = make_offer(kind=kind, contract=None, pay_cents=None)

    page = client.get(f"/offres/{offer.public_id}")
    card = client.get("/offres?ou=Vaulx-en-Velin")

    assert page.h1.startswith(f"{label}\N{NO-BREAK SPACE}: ménage")
    assert "Pas de salaire" in page.words
    assert "n’est pas un contrat de travail" in page.words
    assert f"{label}\N{NO-BREAK SPACE}: ménage" in card.words


def test_a_filter_keeps_jobs_alone_and_another_what_leads_to_one(client):
    make_offer()
    make_offer(kind="immersion", contract=None, pay_cents=None)

    jobs = client.get("/offres?ou=Vaulx-en-Velin&besoin=emploi")
    steps = client.get("/offres?ou=Vaulx-en-Velin&besoin=decouvrir")

    assert [len(page.all("li.offer")) for page in (jobs, steps)] == [1, 1]
    assert "Immersion\N{NO-BREAK SPACE}:" not in jobs.one("li.offer h2").text()
    assert steps.one("li.offer h2").text().startswith("Immersion")


def test_an_offer_that_becomes_an_immersion_leaves_the_jobs(client):
    offer = make_offer()
    offer.kind, offer.pay_cents = "immersion", None
    actions.keep_true(offer, now())
    db.session.commit()

    assert client.get("/offres?ou=Vaulx-en-Velin&besoin=decouvrir").all("li.offer")
