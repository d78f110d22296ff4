"""What a program asks is answered or refused, never guessed."""

import re

import pytest

from tests.factories import make_offer

STRANGE = (
    "lat=90&lon=180",
    "mot=%00&ou=69120",
    "mot=%22%27%3B--&ou=69120",
    "metier=&besoin=&page=&rayon=&ou=69120",
    f"q={'x' * 3000}&lat=45&lon=4",
)
REFUSED = {
    "lat=900&lon=4": "Ce point n’existe pas",
    "lat=91&lon=0": "Ce point n’existe pas",
    "lat=1e400&lon=nan": "Ce point n’existe pas",
    "lat=45.7": "Ce point n’existe pas",
    "lat=45.7&ou=69120": "Ce point n’existe pas",
    "ou=zzzzqqqq": "Nous ne trouvons pas cette ville",
    "mot=menage&ou=zzzzqqqq": "Nous ne trouvons pas cette ville",
    "ou=%F0%9F%98%80": "Nous ne trouvons pas cette ville",
    "q=%00&ou=%00": "Nous ne trouvons pas cette ville",
    "metier=x&ou=69120": "Cette famille de métiers n’est pas connue",
    "besoin=assis&besoin=x&ou=69120": "Ce besoin n’est pas connu",
    "page=abc&ou=69120": "Ce nombre ne va pas",
    "page=0&ou=69120": "Ce nombre ne va pas",
    "page=99999999999999999999&ou=69120": "Ce nombre ne va pas",
    "rayon=x&ou=69120": "Ce nombre ne va pas",
    "rayon=-5&ou=69120": "Ce nombre ne va pas",
}
HERE = "lat=45.7786&lon=4.9206"


@pytest.mark.parametrize("path", ["/offers", "/organisations", "/places"])
@pytest.mark.parametrize("query", STRANGE)
def test_nothing_that_can_be_typed_breaks_an_address(database, ask, path, query):
    make_offer()

    ask(f"{path}?{query}{'&q=bron' if path == '/places' else ''}", path)


@pytest.mark.parametrize("path", ["/offers", "/organisations"])
def test_what_cannot_be_answered_is_refused_rather_than_guessed(ask, path):
    answers = {query: ask(f"{path}?{query}", path, 400) for query in REFUSED}

    assert {query: answer["error"] for query, answer in answers.items()} == REFUSED
    for answer in answers.values():
        assert re.search("Donnez|Prenez", answer["advice"]), "what to do next"


@pytest.mark.parametrize("path", ["/offers", "/organisations"])
def test_a_name_that_several_towns_bear_gives_its_choices(ask, path):
    answer = ask(f"{path}?ou=saint+denis", path)

    towns = [answer["place"], *answer["other_places"]]
    departements = {town["insee"]: town["departement"]["name"] for town in towns}
    assert departements == {"97411": "La Réunion", "93066": "Seine-Saint-Denis"}
    settled = ask(f"{path}?ou=Saint-Denis+97400", path)
    assert (settled["place"]["insee"], settled["other_places"]) == ("97411", [])
    pointed = ask(f"{path}?ou=saint+denis&{HERE}", path)
    assert (pointed["place"]["name"], pointed["other_places"]) == ("Vaulx-en-Velin", [])


@pytest.mark.parametrize("query", ["mot=bonjour&ou=69120", "mot=blorpf"])
def test_a_word_that_is_not_understood_is_said_and_shows_no_other_work(ask, query):
    make_offer()

    answer = ask(f"/offers?{query}")

    assert (answer["understood"], answer["offers"]) == (False, [])
    assert "Nous ne connaissons pas" in answer["advice"]
    assert "/api/v1/families" in answer["advice"]
    assert ask("/offers?mot=menage&ou=69120")["advice"] is None


@pytest.mark.parametrize("query", ["", "?q=", "?q=+++"])
def test_communes_need_words(ask, query):
    refused = ask(f"/places{query}", "/places", 400)

    assert refused["error"] == "Il manque le nom d’une commune"
    assert "/api/v1/places?q=" in refused["advice"]
