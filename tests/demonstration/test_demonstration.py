"""The demonstration territory: whole, marked, gone in one command."""

import math
from collections import Counter
from itertools import combinations

import pytest
from sqlalchemy import func, select

from tests.factories import make_offer
from webapp.extensions import db
from webapp.jobs.tasks import task
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


@pytest.fixture
def offers(runner):
    """The offers of the demonstration."""
    runner.invoke(args=["demonstration", "load"])
    return db.session.scalars(select(Offer).order_by(Offer.id)).all()


def test_every_offer_says_how_to_get_there(offers):
    assert [offer.job for offer in offers if not offer.way] == []
    zones = [offer for offer in offers if offer.zone_km]
    assert zones
    assert all("Rendez-vous à l’agence" in offer.way[-1] for offer in zones)


def test_a_structure_that_works_at_its_customers_has_sites_apart(offers):
    sites = [one for one in offers if one.organisation.name == "Les Ateliers du Canal"]

    far = [
        round(math.hypot((one.lat - two.lat) * 111_195, (one.lon - two.lon) * 77_600))
        for one, two in combinations(sites, 2)
    ]

    assert len(sites) >= 6
    assert min(far) >= 300
    assert max(far) <= 2500
    assert len({(one.place_name, one.address) for one in sites}) == len(sites)


def test_the_weeks_are_those_that_employers_may_sign(offers):
    for offer in offers:
        stretches = [end - begin for _day, begin, end in offer.week]
        assert max(stretches, default=0) <= 6 * 60, offer.job
        assert sum(stretches) <= 35 * 60, offer.job
        if offer.contract == "cddi":
            assert offer.weekly_minutes >= 20 * 60, offer.job


def test_the_tasks_are_of_the_family_or_of_the_same_house(offers):
    strange = {
        (offer.job, key)
        for offer in offers
        for key in offer.tasks
        if offer.family == "driving" and "driving" not in task(key).families
    }

    assert {job for job, _key in strange} <= {"parcel-delivery", "removal-driver"}
    assert not [one for one in offers if one.job == "home-cook"]


def test_promises_differ_from_one_offer_to_another(offers):
    assert {offer.promised_days for offer in offers} == {1, 2, 3, 4, 5}


def test_an_immersion_is_no_contract(offers, client):
    [immersion] = [offer for offer in offers if offer.kind == "immersion"]

    page = client.get(f"/offres/{immersion.public_id}")

    assert immersion.contract is None
    assert "Une immersion n’est pas un contrat de travail." in page.words
    assert "CDD" not in page.words


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
