"""The demonstration territory: whole, marked, gone in one command."""

from collections import Counter

from sqlalchemy import func, select

from tests.factories import make_offer
from webapp.extensions import db
from webapp.offers.models import Offer, OfferSearch
from webapp.organisations.models import Contact, Organisation
from webapp.phones import FICTION


def count(table):
    return db.session.scalar(select(func.count()).select_from(table))


def test_loads_at_least_sixty_offers_of_twelve_structures_in_three_regions(runner):
    result = runner.invoke(args=["demonstration", "load"])

    assert result.exit_code == 0, result.output
    assert count(Offer) == count(OfferSearch) >= 60
    assert count(Organisation) >= 12
    regions = Counter(insee[:2] for insee in db.session.scalars(select(Offer.insee)))
    assert {"69", "26", "2A"} == set(regions)
    assert len(set(db.session.scalars(select(Offer.family)))) >= 13


def test_calls_nobody_real(runner):
    runner.invoke(args=["demonstration", "load"])

    phones = list(db.session.scalars(select(Contact.phone)))

    assert phones
    assert all(phone.startswith(FICTION) for phone in phones)


def test_loading_twice_adds_nothing(runner):
    runner.invoke(args=["demonstration", "load"])
    before = count(Offer)

    runner.invoke(args=["demonstration", "load"])

    assert count(Offer) == before


def test_every_page_says_that_it_is_a_demonstration_until_it_is_removed(runner, client):
    real = make_offer()
    runner.invoke(args=["demonstration", "load"])
    assert "offres inventées" in client.get("/").text
    assert "offres inventées" in client.get("/offres?ou=Valence").text

    result = runner.invoke(args=["demonstration", "remove"])

    assert result.exit_code == 0, result.output
    assert "offres inventées" not in client.get("/").text
    assert [offer.id for offer in db.session.scalars(select(Offer))] == [real.id]
