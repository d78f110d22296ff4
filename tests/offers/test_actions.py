"""An offer goes online, rests, ends; what is online is what is found."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories import make_contact, make_offer, make_organisation
from webapp.extensions import db
from webapp.offers import actions, queries, search
from webapp.offers.models import OfferSearch
from webapp.places import queries as places

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("app")


def is_found(offer):
    return any(
        hit.id == offer.id for hit in search.near(offer.lat, offer.lon, search.Wanted(), limit=50)
    )


def test_a_published_offer_is_found_for_thirty_days():
    offer = make_offer(status="draft")
    assert not is_found(offer)

    actions.publish(offer, NOW)
    db.session.commit()

    assert is_found(offer)
    assert offer.expires_on == date(2026, 12, 20)


def test_an_incomplete_offer_is_not_published_and_says_what_is_missing():
    offer = make_offer(status="draft", tasks=["sweep"], backup=None)

    with pytest.raises(actions.NotReady) as refusal:
        actions.publish(offer, NOW)

    assert refusal.value.missing == ("tasks", "backup")
    assert offer.status == "draft"
    db.session.rollback()


def test_a_paused_offer_is_found_no_more_and_again_when_it_comes_back():
    offer = make_offer()
    actions.pause(offer, NOW)
    db.session.commit()
    assert not is_found(offer)

    actions.publish(offer, NOW)
    db.session.commit()

    assert is_found(offer)


def test_the_replacement_answers_while_the_contact_is_away():
    organisation = make_organisation()
    away = make_contact(
        organisation=organisation,
        first_name="Karim",
        away_from=date(2026, 11, 1),
        away_until=date(2026, 11, 30),
    )
    backup = make_contact(organisation=organisation, first_name="Sonia")
    offer = make_offer(organisation=organisation, contact=away, backup=backup)

    assert offer.answering(date(2026, 11, 30)) is backup
    assert offer.answering(date(2026, 12, 1)) is away


def test_a_draft_starts_at_the_address_of_its_structure():
    organisation = make_organisation(address="8 rue des Tisserands")

    offer = actions.create_draft(organisation, NOW + timedelta(days=1))
    db.session.commit()

    assert (offer.address, offer.status) == ("8 rue des Tisserands", "draft")


@pytest.mark.parametrize("trait", ["private_home", "zone"])
def test_a_private_home_is_found_from_its_commune_so_that_distances_tell_no_address(trait):
    offer = make_offer(trait, lat=45.79, lon=4.95)

    row = db.session.get(OfferSearch, offer.id)

    town = places.commune(offer.insee)
    assert (row.lat, row.lon) == queries.known_point(offer) == (town.lat, town.lon)
