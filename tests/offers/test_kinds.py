"""Immersions, internships, training: posted, shown and found as what they are, no pay promised."""

import pytest

from tests.factories import make_account, make_contact, make_offer, make_organisation, sign_in
from webapp.clock import now
from webapp.extensions import db
from webapp.offers import actions
from webapp.offers.texts import work

ANSWERS = {"months": "0", "start": "now", "positions": "1"}
KINDS = [("immersion", "Immersion"), ("internship", "Stage"), ("training", "Formation")]
WITHOUT = {"contract": None, "pay_cents": None}


@pytest.fixture
def employer(client):
    """A browser in which the employer of a workshop has entered."""
    organisation = make_organisation(kind="aci")
    make_contact(organisation=organisation)
    sign_in(client, make_account("employer", organisation=organisation))
    client.organisation = organisation
    return client


@pytest.mark.parametrize(("kind", "label"), KINDS)
def test_an_employer_chooses_it_among_contracts_and_is_asked_no_pay(employer, kind, label):
    draft = make_offer("draft", organisation=employer.organisation, pay_cents=None)
    address = f"/employeur/offres/{draft.public_id}"

    answered = employer.post(f"{address}/contrat", data={"contract": kind, **ANSWERS})
    employer.post(f"{address}/publier")

    assert answered.location == address
    assert (draft.kind, draft.contract, draft.months, draft.pay_cents) == (kind, None, None, None)
    shown = employer.get(address)
    assert "Pas de salaire" in shown.words
    assert "Salaire" not in [row.text() for row in shown.all("dt")]
    assert shown.h1.startswith(f"{label} : ")
    assert draft.status in {"published", "in_review"}, "reviewed as any first offer is"


def test_the_page_before_the_needs_is_the_contract_where_no_pay_is_asked(employer):
    draft = make_offer("draft", organisation=employer.organisation, kind="immersion", **WITHOUT)

    page = employer.get(f"/employeur/offres/{draft.public_id}/besoins")

    assert f"/employeur/offres/{draft.public_id}/contrat" in page.text
    assert f"/employeur/offres/{draft.public_id}/salaire" not in page.text


def test_a_contract_chosen_afterwards_makes_it_a_job_again(employer):
    draft = make_offer("draft", organisation=employer.organisation, kind="immersion", **WITHOUT)

    answers = {**ANSWERS, "contract": "cddi", "months": "6"}
    page = employer.post(f"/employeur/offres/{draft.public_id}/contrat", data=answers)

    assert page.location.endswith("/salaire"), "a job says its pay"
    assert (draft.kind, draft.contract) == ("job", "cddi")


@pytest.mark.parametrize(("kind", "label"), KINDS)
def test_people_read_what_it_is_everywhere(client, kind, label):
    offer = make_offer(kind=kind, **WITHOUT)

    page = client.get(f"/offres/{offer.public_id}")
    card = client.get("/offres?ou=Vaulx-en-Velin")

    assert page.h1.startswith(f"{label} : ménage")
    assert "Pas de salaire" in page.words
    assert "n’est pas un contrat de travail" in page.words
    assert "de l’heure" not in page.words
    assert f"{label} : ménage" in card.words
    assert "Pas de salaire" in card.one("li.offer").text()
    assert work(offer).startswith(label), "said in messages too"


def test_an_immersion_says_who_signs_how_long_and_promises_no_pay_even_if_a_feed_gave_one(client):
    offer = make_offer(kind="immersion", contract=None, pay_cents=1231)

    page = client.get(f"/offres/{offer.public_id}")

    assert "1 mois au plus" in page.words
    assert "vous signez une convention avec l’employeur et votre conseiller" in page.words
    assert "12,31" not in page.words


@pytest.mark.parametrize(
    ("need", "kind"),
    [
        ("emploi", "job"),
        ("immersion", "immersion"),
        ("stage", "internship"),
        ("formation", "training"),
    ],
)
def test_one_press_keeps_one_kind_in_pages_and_feeds(client, need, kind):
    make_offer()
    for other, _label in KINDS:
        make_offer(kind=other, **WITHOUT)
    where = f"ou=Vaulx-en-Velin&besoin={need}"

    page = client.get(f"/offres?{where}")
    told = client.get(f"/api/v1/offers?{where}").json["offers"]
    feed = client.get(f"/offres.atom?{where}").text

    assert len(page.all("li.offer")) == 1
    assert [offer["kind"] for offer in told] == [kind]
    assert feed.count("<entry>") == 1


def test_choosing_a_kind_lets_go_of_the_other(client):
    make_offer()

    page = client.get("/offres?ou=Vaulx-en-Velin&besoin=assis&besoin=stage")

    chip = next(chip for chip in page.all("a.chip") if chip.text() == "Immersion")
    assert chip.attributes["href"].endswith("&besoin=assis&besoin=immersion")


def test_an_offer_that_becomes_an_immersion_leaves_the_jobs(client):
    offer = make_offer()
    offer.kind, offer.pay_cents = "immersion", None
    actions.keep_true(offer, now())
    db.session.commit()

    jobs = client.get("/offres?ou=Vaulx-en-Velin&besoin=emploi").text
    assert jobs.index("Sans ces besoins") < jobs.index('class="card offer"')
    assert client.get("/offres?ou=Vaulx-en-Velin&besoin=immersion").all("li.offer")
