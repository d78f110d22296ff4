"""The person's own papers: the liaison form read, the exit review read, signed or refused."""

import json

import brotli
import pytest
from sqlalchemy import select

from tests.factories import make_account, make_consent, make_person, sign_in
from tests.path_factories import make_liaison, make_renewal, make_review
from tests.pathways.helping import kinds_due, written
from webapp.clock import now
from webapp.extensions import db
from webapp.messages.models import Message
from webapp.pathways import exit_reviews, liaison
from webapp.pathways.liaison import Diagnosis, Written
from webapp.pathways.work_models import ExitReview, Renewal
from webapp.people import exporting

WORDS = {"results": "Permis en cours", "outlook": "CDI en vue", "promises": "Le code"}


@pytest.fixture
def signed(fatou, people):
    """A liaison form of which every part is signed."""
    employer, adviser = people
    texts = {"situation": "A déjà fait le ménage", "wish": "Un travail le matin"}
    form = liaison.begin(fatou, adviser, employer.organisation_id, Written(texts=texts), now())
    found = Diagnosis(criteria=("long", "alone"), obstacles="Le bus du soir", eligible=True)
    liaison.diagnose(form, adviser, found, now())
    facts = {"decision": "hired", "approval": "held", "begin": "2026-12-07"}
    liaison.decide(form, employer, Written(facts=facts, texts={"words": "Bienvenue"}), now())
    db.session.commit()
    return form


@pytest.fixture
def review(fatou, people):
    """An exit review that the employer signed."""
    employer, _adviser = people
    found = exit_reviews.write(written(fatou, employer), employer, WORDS, 0, now())
    exit_reviews.sign(found, employer, 1, now())
    db.session.commit()
    return found


def address(found):
    return f"/parcours/moi/bilans/{found.public_id}"


def test_a_person_reads_every_part_of_their_own_form_and_takes_it_as_a_pdf(client, fatou, signed):
    sign_in(client, fatou)

    page = client.get(client.get("/parcours/moi").links()["Fiche de liaison du 30 novembre 2026"])

    for said in ("A déjà fait le ménage", "Un travail le matin", "Le bus du soir", "Bienvenue"):
        assert said in page.words
    assert "Oui : un emploi d’insertion vous est ouvert jusqu’au 29 mai 2027." in page.words
    assert "Parent isolé" in page.words
    assert "La structure vous embauche. Premier jour : 7 décembre 2026." in page.words
    assert page.words.count("Signé le 30 novembre 2026") == 3
    assert client.get(page.links()["Ouvrir le PDF"]).data.startswith(b"%PDF")


def test_what_is_french_stays_marked_so_in_another_language(client, fatou, signed, review):
    sign_in(client, fatou)

    for one in (f"/parcours/moi/fiches/{signed.public_id}", address(review)):
        page = client.get(f"/ar{one}")
        assert "bdi" not in page.words
        assert page.all(".hint bdi[lang=fr]")


def test_nobody_reads_the_papers_of_someone_else(client, fatou):
    form, found = make_liaison(fatou, make_account("adviser")), make_review(fatou)
    sign_in(client, make_person())

    for one in (f"/parcours/moi/fiches/{form.public_id}", address(found)):
        assert client.get(one).status_code == client.get(f"{one}/pdf").status_code == 404


def test_beside_a_professional_the_page_opens_no_more_than_they_may_read(
    client, fatou, people, signed
):
    """A session of two is no way round the rights to what is sealed."""
    beside = make_account("adviser")  # entitled to no diagnosis
    make_consent(fatou, beside)
    sit_beside(client, fatou, beside)

    page = client.get(f"/parcours/moi/fiches/{signed.public_id}")

    assert "A déjà fait le ménage" in page.words
    assert "Le bus du soir" not in page.words
    assert "Parent isolé" not in page.words
    assert "Les détails se lisent sur votre téléphone." in page.words


def sit_beside(client, person, account):
    """Open a session of two on the screen of a professional."""
    sign_in(client, account)
    sent = {"checked": "known", "place": "screen"}
    assert client.post(f"/conseiller/suivi/{person.public_id}/ensemble", data=sent).location


def test_an_exit_review_is_read_once_it_is_signed_and_answered(
    database, client, fatou, people, review
):
    assert (
        "Votre bilan de fin de contrat est pret." in db.session.scalars(select(Message.text)).one()
    )
    sign_in(client, fatou)
    page = client.get(client.get("/suivi").links()["Lire et répondre"])
    for said in WORDS.values():
        assert said in page.words

    answer = {"version": "1", "said": "no", "remark": "Je n’ai pas eu la formation."}
    assert client.post(address(review), data=answer).status_code == 303
    page = client.get(address(review))
    assert "Vous n’avez pas signé. C’est noté le 30 novembre 2026." in page.words
    assert "Je n’ai pas eu la formation." in page.words
    assert "Lire et répondre" not in client.get("/suivi").links()

    assert client.post(address(review), data=answer | {"said": "yes"}).status_code == 303
    assert client.post(address(review), data=answer | {"said": "no"}).status_code == 303
    assert "Vous avez signé le 30 novembre 2026." in client.get(address(review)).words
    mark = db.session.scalars(select(ExitReview)).one().signatures["person"]
    assert (mark["said"], [one["said"] for one in mark["before"]]) == ("yes", ["no"])


def test_both_correspondents_read_what_the_person_answered(client, fatou, people, review):
    sign_in(client, fatou)
    answer = {"version": "1", "said": "no", "remark": "Il manque la formation."}
    client.post(address(review), data=answer)
    for account in people:
        sign_in(client, account)
        page = client.get(f"/parcours/contrats/{review.contract.public_id}/bilan")
        assert "La personne ne signe pas : Fatou Diallo" in page.words
        assert "Il manque la formation." in page.words
    sign_in(client, fatou)
    assert client.get(f"{address(review)}/pdf").data.startswith(b"%PDF")
    client.post(address(review), data={"version": "1", "said": "yes", "remark": ""})
    mine = client.get(address(review)).words
    assert "Vous avez signé le" in mine
    assert "Il manque la formation." in mine


def test_what_was_signed_stays_when_the_words_change(client, fatou, people, review):
    _employer, adviser = people
    exit_reviews.write(review.contract, adviser, WORDS | {"outlook": "CDD signé"}, 1, now())
    db.session.commit()
    sign_in(client, fatou)

    page = client.get(address(review))

    assert "CDI en vue" in page.words
    assert "CDD signé" not in page.words
    assert "Un nouveau texte s’écrit. Vous le lirez ici." in page.words
    assert client.post(address(review), data={"version": "1", "said": "yes"}).status_code == 409
    exit_reviews.sign(review, adviser, 2, now())
    db.session.commit()
    assert "CDD signé" in client.get(address(review)).words
    sign_in(client, adviser)
    page = client.get(f"/parcours/contrats/{review.contract.public_id}/bilan")
    assert "Version 1, signée puis changée" in page.words
    assert "CDI en vue" in json.dumps(exporting.everything(fatou, now()), ensure_ascii=False)


def test_the_answer_given_beside_a_professional_says_so(client, fatou, people, review):
    _employer, adviser = people
    sit_beside(client, fatou, adviser)

    client.post(address(review), data={"version": "1", "said": "yes", "remark": ""})

    mark = db.session.scalars(select(ExitReview)).one().signatures["person"]
    assert mark["beside"] == f"{adviser.first_name}, {adviser.organisation.name}"


def test_an_answer_of_nothing_or_too_long_is_asked_again(client, fatou, review):
    sign_in(client, fatou)

    assert client.post(address(review), data={"version": "1"}).status_code == 422
    long = {"version": "1", "said": "yes", "remark": "a" * 501}
    assert client.post(address(review), data=long).status_code == 422


def test_the_review_waits_with_who_has_not_signed_yet(fatou, people, review):
    assert "exit-review" not in kinds_due(people[0])
    assert "exit-review" in kinds_due(people[1])
    exit_reviews.sign(review, people[1], 1, now())
    db.session.commit()
    assert "exit-review" not in kinds_due(people[1])


def test_the_renewal_stands_on_the_first_page_when_it_is_due(client, fatou):
    make_renewal(fatou)
    sign_in(client, fatou)
    page = client.get("/suivi")
    assert "avez-vous dit à France Travail" in page.words

    answer = client.post("/parcours/moi/inscription/done", data={"page": "suivi"})

    assert answer.location == "/suivi"
    assert "avez-vous dit à France Travail" not in client.get("/suivi").words
    assert db.session.scalars(select(Renewal.answer)).all() == ["done"]


@pytest.mark.parametrize("language", ["", "/simple", "/ar", "/uk"])
def test_what_a_person_reads_of_their_path_weighs_little(client, fatou, signed, review, language):
    sign_in(client, fatou)
    form = f"/parcours/moi/fiches/{signed.public_id}"

    sizes = {
        one: len(brotli.compress(client.get(f"{language}{one}").data, quality=5))
        for one in ("/suivi", "/parcours/moi", form, address(review))
    }

    assert max(sizes.values()) <= 8 * 1024, sizes
