"""The exit review of someone whom nobody accompanies: their own signature, or thirty days."""

from datetime import date, timedelta

import pytest

from tests.factories import make_consent, sign_in
from tests.pathways.helping import MONDAY, kinds_due, prescriber, siae, written
from webapp.clock import now
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.pathways import exit_reviews
from webapp.pathways.enums import Said
from webapp.pathways.work_rules import Signed, is_review_frozen

WORDS = {"results": "Permis en cours", "outlook": "CDI en vue", "promises": "Le code"}
DAY = timedelta(days=1)


@pytest.fixture
def alone(fatou):
    """A contract near its end, of someone whom nobody accompanies, and its employer."""
    employer = siae("aci")
    make_consent(fatou, employer, days=365, until=date(2028, 1, 1))
    return written(fatou, employer), employer


def signed(contract, employer):
    found = exit_reviews.write(contract, employer, WORDS, 0, now())
    exit_reviews.sign(found, employer, 1, now())
    db.session.commit()
    return found


def review_page(client, contract):
    return client.get(f"/parcours/contrats/{contract.public_id}/bilan")


def test_the_persons_own_signature_is_the_second_one(client, fatou, alone):
    contract, employer = alone
    found = signed(contract, employer)
    sign_in(client, employer)
    until = "sa signature vaudra la deuxième. Sans elle, le texte est figé le mercredi 30 décembre"
    assert until in review_page(client, contract).words
    sign_in(client, fatou)
    address = f"/parcours/moi/bilans/{found.public_id}"
    asked = "Répondez avant le 30 décembre 2026. Après, ce texte ne change plus."
    assert asked in client.get(address).words

    client.post(address, data={"version": "1", "said": "yes", "remark": ""})

    assert exit_reviews.is_frozen(found, now())
    assert asked not in client.get(address).words
    assert "Bilan de sortie signé" in client.get("/suivi/parcours").words
    sign_in(client, employer)
    assert "sa signature vaut la deuxième" in review_page(client, contract).words
    assert "exit-review" not in kinds_due(employer)


def test_a_month_of_silence_freezes_it_and_is_written_in_it(client, fatou, alone, at):
    contract, employer = alone
    found = signed(contract, employer)
    at(MONDAY + 30 * DAY)
    sign_in(client, employer)

    page = review_page(client, contract)

    said = "Personne n’accompagnait Fatou, qui n’a pas signé : le texte est figé le mercredi 30"
    assert said in page.words
    assert exit_reviews.is_frozen(found, now())
    sent = {**WORDS, "version": "1"}
    assert client.post(page.request.path, data=sent).status_code == 409
    link = f"/parcours/personnes/{fatou.public_id}/contrats"
    assert "Bilan signé : il ne change plus." in client.get(link).words


def test_who_is_accompanied_waits_for_their_adviser(fatou, people, at):
    found = signed(written(fatou, people[0]), people[0])

    exit_reviews.answer(found, Said.YES, "", 1, now(), by=None)
    at(MONDAY + 60 * DAY)

    assert not exit_reviews.is_frozen(found, now())


def test_an_adviser_who_comes_meanwhile_may_still_sign(fatou, alone):
    contract, employer = alone
    found = signed(contract, employer)
    adviser = prescriber()
    make_consent(fatou, adviser)
    caseloads.follow(fatou, adviser, by=adviser, now=now())

    exit_reviews.sign(found, adviser, 1, now())

    assert exit_reviews.is_frozen(found, now())


@pytest.mark.parametrize(
    ("signed", "after", "frozen"),
    [
        ({}, 0, False),
        ({"adviser": True}, 90, False),
        ({"siae": True}, 90, False),
        ({"siae": True, "adviser": True}, 0, True),
        ({"siae": True, "person": True}, 90, False),
        ({"siae": True, "alone": True}, 29, False),
        ({"siae": True, "alone": True}, 30, True),
        ({"siae": True, "alone": True, "person": True}, 0, True),
    ],
)
def test_a_review_freezes_by_its_signatures_and_the_time(signed, after, frozen):
    marks = {name: value for name, value in signed.items() if name != "siae"}
    siae_at = MONDAY if "siae" in signed else None

    assert is_review_frozen(Signed(siae_at=siae_at, **marks), MONDAY + after * DAY) is frozen


def test_the_page_of_contracts_says_where_the_review_stands(client, fatou, people):
    contract = written(fatou, people[0])
    link = f"/parcours/personnes/{fatou.public_id}/contrats"
    sign_in(client, people[0])
    assert "À faire à partir du" in client.get(link).words

    signed(contract, people[0])

    words = client.get(link).words
    assert "À faire à partir du" not in words
    assert "Bilan signé de votre côté. L’autre signature est attendue." in words
    sign_in(client, people[1])
    assert "Bilan signé d’un côté. L’autre signature est attendue." in client.get(link).words
