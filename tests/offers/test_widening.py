"""No search ends in nothing: farther, without a need, in the same field, by a human."""

import re

import pytest

from tests.factories import make_offer
from tests.offers.test_views import cards, text_of
from tests.pages.test_views import make_help_place


@pytest.mark.parametrize("query", ["ou=brest", "ou=brest&mot=soudeur&besoin=assis", "ou=29200"])
def test_where_there_is_nothing_the_nearest_offer_of_all_is_named_with_its_distance(client, query):
    only = make_offer()  # 760 km away

    page = client.get(f"/offres?{query}")

    assert cards(page) == [f"/offres/{only.public_id}"]
    assert "L’offre la plus proche" in text_of(page)
    assert re.search(r"À 7\d\d km", text_of(page))
    assert "Chercher jusqu’à" not in text_of(page)
    assert "Prévenez-moi" in text_of(page)
    assert "En parler à quelqu’un" in text_of(page)


def test_across_an_ocean_no_offer_is_near_but_humans_of_the_place_are(client):
    make_offer()
    make_help_place(name="Mairie de Cayenne", insee="97302", lat=4.93, lon=-52.33)

    page = client.get("/offres?ou=cayenne")

    assert cards(page) == []
    for way in ("Prévenez-moi", "En parler à quelqu’un"):
        assert way in text_of(page)
    near = next(node for node in page.all("main a") if node.text() == "Aide près de chez vous")
    assert "Mairie de Cayenne" in client.get(near.attributes["href"]).words


def test_a_need_that_no_offer_meets_shows_the_same_work_without_it(client):
    offer = make_offer()

    page = client.get("/offres?mot=menage&ou=69120&besoin=formation")

    assert cards(page) == [f"/offres/{offer.public_id}"]
    assert "Des travaux qui ressemblent" in text_of(page)


def test_a_wider_circle_is_proposed_only_where_it_holds_one_offer_more(client):
    make_offer()
    make_offer(lat=46.18)  # 45 km away

    near = client.get("/offres?metier=cleaning&ou=69120")
    whole = client.get("/offres?metier=cleaning&ou=69120&rayon=50")

    assert "Chercher jusqu’à 50 km" in text_of(near)
    assert "Chercher jusqu’à" not in text_of(whole)


@pytest.mark.parametrize("query", ["ou=zzqqxx", "mot=blorgh", "mot=blorgh&ou=69120"])
def test_what_is_not_understood_leads_to_a_human_by_one_press(client, query):
    page = client.get(f"/offres?{query}")

    assert "En parler à quelqu’un" in text_of(page)


@pytest.mark.parametrize("query", ["mot=menage+69120", "mot=ménage+à+Vaulx-en-Velin"])
def test_one_field_may_hold_the_work_and_the_town(client, query):
    near = make_offer(lat=45.7786, lon=4.9206)

    page = client.get(f"/offres?{query}")

    assert "Vaulx-en-Velin (Rhône)" in text_of(page)
    assert cards(page) == [f"/offres/{near.public_id}"]
    assert 'value="Vaulx-en-Velin 69120"' in page.text  # each in its field from now on


def test_a_work_typed_for_the_place_is_a_work(client):
    offer = make_offer()
    make_offer(contact=offer.contact, family="kitchen", job="kitchen-help", rome="G1603")

    page = client.get("/offres?ou=menage")

    assert cards(page) == [f"/offres/{offer.public_id}"]
    assert "Dites où" in text_of(page)
