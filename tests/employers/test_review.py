"""An offer whose words look doubtful waits, and its employer is told so."""

import pytest

from webapp.clock import now
from webapp.extensions import db
from webapp.offers import actions

DOUBTFUL = "Écrivez sur WhatsApp. Envoyez la photo de votre carte d’identité avant."


@pytest.fixture
def doubtful(draft):
    """A whole draft with doubtful words."""
    draft.words = DOUBTFUL
    db.session.commit()
    return draft


def address(offer, page=""):
    """Return the address of a page of an offer."""
    return f"/employeur/offres/{offer.public_id}{page}"


def test_publishing_doubtful_words_says_that_someone_reads_them_first(employer, doubtful):
    page = employer.post(address(doubtful, "/publier"), follow_redirects=True)

    assert "Quelqu’un relit votre offre avant de la montrer" in page.words
    assert "En relecture" in page.words
    assert "WhatsApp" in page.one(".note:not(.safe)").text()
    assert page.links()["Changer vos mots"] == address(doubtful, "/mots")
    assert page.all(".note a[href^='tel:']")
    db.session.refresh(doubtful)
    assert doubtful.status == "in_review"


def test_other_words_bring_the_offer_on_line(employer, doubtful):
    employer.post(address(doubtful, "/publier"))
    employer.post(address(doubtful, "/mots"), data={"words": "Bonne équipe."})

    page = employer.post(address(doubtful, "/publier"), follow_redirects=True)

    assert "C’est en ligne" in page.words


def test_doubtful_words_added_to_an_offer_on_line_hide_it_at_once(employer, doubtful):
    doubtful.words = ""
    actions.publish(doubtful, now())
    db.session.commit()

    employer.post(address(doubtful, "/mots"), data={"words": DOUBTFUL})

    db.session.refresh(doubtful)
    assert doubtful.status == "in_review"
    assert employer.get(f"/offres/{doubtful.public_id}").status_code == 404


def test_a_refusal_tells_its_reason(employer, doubtful):
    actions.refuse(doubtful, "Le lieu n’existe pas.", now())
    db.session.commit()

    page = employer.get(address(doubtful))

    assert "Le lieu n’existe pas." in page.words
    assert "Publier" in page.words
    assert employer.get("/employeur/").status_code == 200
