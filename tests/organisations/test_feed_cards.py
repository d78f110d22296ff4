"""Structures near home that one may call, though they show no offer."""

from datetime import date
from typing import Any

import pytest
from flask import render_template

from tests.factories import make_offer, make_organisation
from webapp.organisations.feed_cards import to_call
from webapp.organisations.models import Organisation
from webapp.organisations.queries import structures_near, structures_to_call

HERE = (45.7786, 4.9206)


def from_the_feed(**facts: Any) -> Organisation:
    """Make a structure that came from the feed."""
    return make_organisation(**{"feed_id": f"feed-{facts.get('name', 'usual')}"} | facts)


def test_the_nearest_come_first_within_the_radius(database, app):
    far = from_the_feed(name="Loin", lat=45.85, lon=4.92)
    near = from_the_feed(name="Près", lat=45.79, lon=4.92)
    from_the_feed(name="Trop loin", lat=46.5, lon=4.92)

    assert list(structures_to_call(*HERE, 20)) == [near, far]
    assert list(structures_to_call(*HERE, 20, limit=1)) == [near]
    assert list(structures_to_call(*HERE, 3)) == [near]


@pytest.mark.parametrize(
    "facts",
    [
        {"phone": None},
        {"takes_requests": False},
        {"gone_since": date(2026, 1, 1)},
        {"feed_id": None},
        {"kind": "opcs"},
        {"kind": "network"},
    ],
)
def test_nobody_is_told_to_call_in_vain(app, facts):
    from_the_feed(**facts)

    assert not structures_to_call(*HERE, 20)


def test_a_structure_is_read_by_its_offer_once_it_has_one(database, app):
    make_offer("draft", organisation=from_the_feed(name="Brouillon"))
    make_offer(organisation=from_the_feed(name="Publiée"))

    assert [one.name for one in structures_to_call(*HERE, 20)] == ["Brouillon"]
    near = [one.name for one in structures_near(*HERE, 20, 10) if one.feed_id]
    assert sorted(near) == ["Brouillon", "Publiée"]


def test_the_list_says_who_where_and_the_number(app):
    from_the_feed(name="Le Chantier", kind="aci", lat=45.85, lon=4.92)

    with app.test_request_context():
        page = render_template("offers/_to_call.html", to_call=to_call(*HERE, 20))

    assert "Structures près de chez vous" in page
    assert "Le Chantier" in page
    assert "Atelier et chantier d’insertion" in page
    assert "tel:+33465710009" in page
    assert "8 rue de la Rize, Vaulx-en-Velin" in page
    assert "<b>7,9\N{NO-BREAK SPACE}km</b>" in page


def test_no_distance_is_pretended_inside_the_commune(app):
    from_the_feed()

    (card,) = to_call(*HERE, 20)

    assert (card.town, card.distance_text) == ("Vaulx-en-Velin", "")


@pytest.mark.parametrize("address", ["2 RUE HAUTE 69120 VAULX EN VELIN", ""])
def test_a_town_is_said_once(app, address):
    from_the_feed(address=address)

    (card,) = to_call(*HERE, 20)

    assert card.place == (address or "Vaulx-en-Velin")


def test_an_empty_list_shows_nothing(app):
    with app.test_request_context():
        assert not render_template("offers/_to_call.html", to_call=[]).strip()
