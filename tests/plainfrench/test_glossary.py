"""Words that cannot be avoided are explained: on a page of their own, and where they stand."""

import brotli
import pytest
from sqlalchemy import select

from webapp.extensions import db
from webapp.offers.models import Offer
from webapp.plainfrench import queries
from webapp.plainfrench.checking import report
from webapp.plainfrench.glossary import TERMS


@pytest.fixture
def offer(demonstration) -> Offer:
    """The first offer that the demonstration publishes."""
    return db.session.scalars(select(Offer).filter_by(status="published")).all()[0]


def test_the_page_of_words_gives_each_its_sentence_and_address(client):
    page = client.get("/glossaire")

    words = {node.attributes["id"]: node.text() for node in page.all("dt")}
    assert len(words) == len(TERMS) >= 40
    assert words["cddi"] == "Contrat d’insertion"
    assert len(page.all("dd")) == len(words)
    assert len(brotli.compress(page.data)) <= 8_000


def test_words_stand_in_the_order_of_the_alphabet(app):
    labels = [str(term.label) for term in queries.terms()]

    assert labels.index("Association intermédiaire") < labels.index("Avenant")
    assert labels.index("Arnaque") < labels.index("Récépissé") < labels.index("RQTH")


def test_each_sentence_of_the_glossary_is_simple(app):
    faults = {str(term.meaning): report(str(term.meaning)).broken for term in TERMS}

    assert not {text: broken for text, broken in faults.items() if broken}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Votre titre de séjour, si vous en avez un", ["titre-de-sejour"]),
        ("avant retenues", ["retenues"]),
        ("Contrat d'insertion", ["cddi"]),
        ("Un CV. Le permis B est demandé. Un CV.", ["cv", "permis-b"]),
        ("Vous lavez les sols.", []),
        ("Planète internet", []),
    ],
)
def test_the_words_of_a_text_are_found_in_its_order_each_once(app, text, keys):
    assert [term.key for term in queries.terms_in(text)] == keys


def test_an_offer_explains_its_hard_words_at_one_press_without_scripts(client, offer):
    offer.bring = ["permit"]
    db.session.commit()

    page = client.get(f"/simple/offres/{offer.public_id}")

    explained = {node.css_first("summary").text(): node for node in page.all("details.word")}
    assert "La carte pour vivre en France" in explained["Titre de séjour"].css_first("p").text()


def test_an_offer_that_explains_words_still_fits_eight_kilobytes(client, offer):
    offer.bring = ["permit", "cv", "caces", "id"]
    offer.licence = "required"
    db.session.commit()

    for language in ("", "/simple"):
        page = client.get(f"{language}/offres/{offer.public_id}")
        assert len(brotli.compress(page.data)) <= 8_000
