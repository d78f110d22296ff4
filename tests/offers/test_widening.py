"""No search ends in nothing: farther, without a need, in the same field, by a human."""

import re

import pytest

from tests.factories import make_offer, make_organisation
from tests.offers.test_views import cards, text_of
from tests.pages.test_views import make_help_place
from webapp.jobs.queries import families
from webapp.offers.kindred import like


@pytest.mark.parametrize("query", ["ou=roanne", "ou=roanne&mot=soudeur&besoin=assis", "ou=42300"])
def test_what_lies_beyond_the_circle_comes_after_whom_to_call(client, query):
    only = make_offer()  # 73 km away
    make_organisation(name="Le Roannais", feed_id="f1", insee="42187", lat=46.03, lon=4.07)

    page = client.get(f"/offres?{query}")

    assert cards(page) == [f"/offres/{only.public_id}"]
    assert re.search(r"À 7\d km", text_of(page))
    order = ("Le Roannais", "Prévenez-moi", "En parler à quelqu’un", "L’offre la plus proche")
    assert sorted(order, key=text_of(page).index) == list(order)


def test_an_offer_beyond_what_one_can_reach_is_not_shown(client):
    make_offer()  # 760 km away
    make_organisation(name="Le Ponant", feed_id="f1", insee="29019", lat=48.9, lon=-4.4)  # 56 km

    page = client.get("/offres?ou=brest")

    assert cards(page) == []
    assert "Pas d’offre ici aujourd’hui." in text_of(page)
    for way in ("Le Ponant", "8 rue de la Rize, Brest", "Prévenez-moi", "En parler à quelqu’un"):
        assert way in text_of(page)


def test_across_an_ocean_no_offer_is_near_but_humans_of_the_place_are(client):
    make_offer()
    make_help_place(name="Mairie de Cayenne", insee="97302", lat=4.93, lon=-52.33)

    page = client.get("/offres?ou=cayenne")

    assert cards(page) == []
    assert len(page.all("a.tile")) == 16, "to say the work, and be told"
    for way in ("Prévenez-moi", "En parler à quelqu’un"):
        assert way in text_of(page)
    near = next(node for node in page.all("main a") if node.text() == "Aide près de chez vous")
    assert "Mairie de Cayenne" in client.get(near.attributes["href"]).words


@pytest.mark.parametrize("work", ["", "mot=menage&", "metier=cleaning&"])
def test_needs_that_leave_nothing_are_named_and_taken_away_by_one_press(client, work):
    offer = make_offer()

    page = client.get(f"/offres?{work}ou=69120&besoin=assis&besoin=formation")

    assert "Pas d’offre ici avec : Assis, Formation." in text_of(page)
    assert "pour ce travail" not in text_of(page)
    assert "Sans ces besoins" in text_of(page)
    assert cards(page) == [f"/offres/{offer.public_id}"]
    links = page.links()
    assert links["Enlever : Assis"] == f"/offres?{work}ou=69120&rayon=30&besoin=formation"
    assert links["Enlever : Formation"] == f"/offres?{work}ou=69120&rayon=30&besoin=assis"
    assert links["Enlever tous les besoins"] == f"/offres?{work}ou=69120&rayon=30"


def test_one_need_is_taken_away_by_one_press_and_no_other_is_shown(client):
    make_offer()

    page = client.get("/offres?ou=69120&besoin=stage")

    assert page.links()["Enlever : Stage"] == "/offres?ou=69120&rayon=30"
    assert "Enlever tous" not in text_of(page)


def test_a_work_that_is_nowhere_near_is_not_put_down_to_needs(client):
    make_offer()

    page = client.get("/offres?metier=farm&ou=69120&besoin=assis")

    assert "Pas d’offre ici aujourd’hui pour ce travail." in text_of(page)
    assert "Enlever" not in text_of(page)


def test_after_the_last_page_the_list_is_said_to_end_and_leads_to_its_beginning(client):
    make_offer()

    page = client.get("/offres?ou=69120&mot=menage&besoin=temps-partiel&page=9")

    assert "C’est la fin de la liste." in text_of(page)
    assert "Pas d’offre" not in text_of(page)
    back = page.links()["Revenir aux offres d’avant"]
    assert back == "/offres?mot=menage&ou=69120&rayon=30&besoin=temps-partiel"
    assert "En parler à quelqu’un" in text_of(page)


def test_a_family_without_offers_leads_to_one_like_it(client):
    like = make_offer(family="textile", job="laundry", rome="K2201")
    make_offer(family="office", job="office-help", rome="M1602")

    for asked in ("metier=cleaning", "mot=menage"):
        page = client.get(f"/offres?{asked}&ou=69120")

        assert cards(page) == [f"/offres/{like.public_id}"]
        assert "Des travaux qui ressemblent" in text_of(page)


def test_every_family_is_like_others():
    keys = {family.key for family in families()}

    assert {family for key in keys for family in like(key)} == keys


def test_looking_for_something_else_keeps_the_needs_and_the_radius(client):
    make_offer()

    page = client.get("/offres?ou=69120&rayon=50&besoin=temps-partiel&besoin=sans-permis")

    kept = [node.attributes["value"] for node in page.all("#changer input[name=besoin]")]
    assert kept == ["temps-partiel", "sans-permis"]
    assert page.one("#changer input[name=rayon]").attributes["value"] == "50"


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


def test_other_towns_of_a_name_stand_under_the_list_of_the_one_that_is_meant(client):
    make_offer()  # 95 km from Valence in the Drôme

    found = text_of(client.get("/offres?ou=valence&rayon=100"))
    none = text_of(client.get("/offres?ou=valence&metier=farm"))

    assert found.index("Ménage dans des bureaux") < found.index("Ou : Valence (Tarn-et-Garonne)")
    assert none.index("Ou : Valence (Tarn-et-Garonne)") < none.index("En parler à quelqu’un")


def test_looking_for_something_else_near_oneself_stays_in_the_town(client):
    page = client.get("/offres?lat=45.779&lon=4.921&metier=cleaning")

    assert page.one("#ou").attributes["value"] == "Vaulx-en-Velin 69120"


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
