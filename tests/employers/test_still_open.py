"""On the employer's first page: the offers to confirm, and each act in one press."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import make_offer
from webapp.clock import today
from webapp.extensions import db
from webapp.offers.models import Offer


@pytest.fixture
def asked(structure):
    offer = make_offer(organisation=structure)
    offer.asked_on = today() - timedelta(days=4)
    db.session.commit()
    return offer


def test_offers_to_confirm_are_listed_and_kept_in_one_press(employer, asked):
    page = employer.get("/employeur/")
    assert "Toujours ouvertes ?" in page.words
    assert "Sans réponse, elle se met en pause" in page.words

    done = employer.post(f"/employeur/offres/{asked.public_id}/ouverte", follow_redirects=True)

    assert "L’offre reste en ligne" in done.words
    assert "Toujours ouvertes ?" not in done.words


def test_an_offer_paused_by_silence_says_so_and_comes_back(employer, asked):
    asked.status = "paused"
    db.session.commit()
    assert "faute de réponse" in employer.get("/employeur/").words

    employer.post(f"/employeur/offres/{asked.public_id}/ouverte")

    db.session.refresh(asked)
    assert asked.is_published


def test_a_copy_is_one_press_from_being_on_line(employer, asked):
    asked.request_count = 7
    db.session.commit()

    page = employer.post(f"/employeur/offres/{asked.public_id}/copier", follow_redirects=True)

    copy = db.session.scalars(select(Offer).where(Offer.id != asked.id)).one()
    assert (copy.status, copy.request_count, copy.asked_on) == ("draft", 0, None)
    assert (copy.job, copy.week, copy.contact_id) == (asked.job, asked.week, asked.contact_id)
    assert "Publier" in page.words
    employer.post(f"/employeur/offres/{copy.public_id}/publier")
    db.session.refresh(copy)
    assert copy.is_published


@pytest.mark.parametrize(
    ("status", "acts"),
    [
        ("published", {"Mettre en pause", "C’est pourvu", "Copier"}),
        ("paused", {"Remettre en ligne", "C’est pourvu", "Copier"}),
        ("closed", {"Remettre en ligne", "Copier"}),
    ],
)
def test_each_offer_of_the_list_has_its_acts_in_one_press(employer, structure, status, acts):
    make_offer(organisation=structure, status=status)

    buttons = employer.get("/employeur/").all("main .card form button")

    assert acts <= {button.text().split(" : ")[0] for button in buttons}
