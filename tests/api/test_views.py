"""The API answers what its description says, to everyone, and to no one too often."""

import json

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from tests.factories import make_offer, make_organisation
from webapp.api import limits

HERE = "lat=45.7786&lon=4.9206"


def test_the_description_is_what_openapi_says(description):
    assert [fault.message for fault in OpenAPIV31SpecValidator(description).iter_errors()] == []


def test_an_answer_that_the_description_does_not_tell_is_caught(ask, description):
    described = description["components"]["schemas"]["Places"]["properties"]
    described["sure"] = {"type": "string"}

    with pytest.raises(AssertionError, match="True is not of type 'string'"):
        ask("/places?q=bron")


def test_the_description_is_whole(description):
    assert description["openapi"].startswith("3.1")
    assert description["servers"] == [{"url": "http://localhost:8000/api/v1"}]
    text = json.dumps(description)
    for kind, names in description["components"].items():
        for name in names:
            if kind != "securitySchemes":
                assert f"#/components/{kind}/{name}" in text, f"{name} is described for nobody"


def test_every_route_of_the_api_is_described_and_no_other(app, description):
    served = {
        rule.rule.removeprefix("/api/v1").replace("<public_id>", "{id}")
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/v1/") and not rule.rule.endswith("openapi.json")
    }

    assert served == set(description["paths"])


def test_offers_come_nearest_first_with_their_distance(ask):
    far = make_offer(lat=45.9, lon=4.92)
    near = make_offer()

    answer = ask(f"/offers?{HERE}")

    assert [offer["id"] for offer in answer["offers"]] == [near.public_id, far.public_id]
    assert answer["offers"][0]["distance_m"] < 200
    assert answer["offers"][0]["contact"] == {"first_name": "Karim"}
    assert answer["place"]["name"] == "Vaulx-en-Velin"
    assert (answer["next"], answer["previous"]) == (None, None)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("metier=cleaning", 1),
        ("metier=kitchen", 0),
        ("mot=menage", 1),
        ("besoin=temps-partiel", 1),
        ("besoin=temps-partiel&besoin=assis", 0),
        ("rayon=5", 1),
    ],
)
def test_offers_are_asked_for_with_the_words_of_the_page(ask, asked, count):
    make_offer()

    assert len(ask(f"/offers?ou=Vaulx-en-Velin&{asked}")["offers"]) == count


def test_without_a_place_the_newest_offers_are_given(ask):
    offer = make_offer()

    answer = ask("/offers")

    assert [one["id"] for one in answer["offers"]] == [offer.public_id]
    assert (answer["place"], answer["offers"][0]["distance_m"]) == (None, None)


def test_pages_follow_each_other_by_whole_addresses(ask):
    for _number in range(11):
        make_offer()

    first = ask(f"/offers?{HERE}&besoin=temps-partiel")

    assert first["next"].startswith("http://localhost:8000/api/v1/offers?")
    second = ask(first["next"].removeprefix("http://localhost:8000/api/v1"), "/offers")
    assert len(first["offers"]) == 10
    assert len(second["offers"]) == 1
    assert "page=1" in second["previous"]


@pytest.mark.parametrize("trait", [None, "private_home", "zone", "contact_away"])
def test_one_offer_tells_what_its_page_tells(ask, trait):
    offer = make_offer(*filter(None, [trait]))

    answer = ask(f"/offers/{offer.public_id}", "/offers/{id}")

    assert answer["url"] == f"http://localhost:8000/offres/{offer.public_id}"
    assert answer["job"]["key"] == offer.job
    assert answer["contact"]["phone"].startswith("+33")
    assert len(answer["tasks"]) == 3
    assert set(answer["contact"]) == {"first_name", "phone", "when", "languages"}


def test_a_private_home_keeps_its_point_to_itself(ask):
    offer = make_offer("private_home", lat=45.7701, lon=4.9001)

    (listed,) = ask(f"/offers?{HERE}")["offers"]
    whole = ask(f"/offers/{offer.public_id}", "/offers/{id}")

    assert not listed["place"]["exact"]
    assert (listed["place"]["lat"], listed["place"]["lon"]) != (45.7701, 4.9001)
    assert whole["address"] == ["69120 Vaulx-en-Velin"]
    offer.lat = 45.7749
    (again,) = ask(f"/offers?{HERE}")["offers"]
    assert again["distance_m"] == listed["distance_m"], "the distance would give the place away"


def test_no_answer_holds_a_last_name_or_the_replacement(client):
    offer = make_offer()

    for path in (f"offers/{offer.public_id}", f"offers?{HERE}"):
        text = client.get(f"/api/v1/{path}").text
        for hidden in ("Benali", "Sonia", offer.backup.phone):
            assert hidden not in text


def test_an_offer_that_is_over_is_gone_and_a_draft_was_never_there(database, ask):
    ask(f"/offers/{make_offer('closed').public_id}", "/offers/{id}", 410)
    ask(f"/offers/{make_offer('draft').public_id}", "/offers/{id}", 404)
    for name in ("nothere0", "%00", "a" * 999, "é"):
        ask(f"/offers/{name}", "/offers/{id}", 404)


def test_families_hold_their_jobs(ask):
    families = ask("/families")["families"]

    assert len(families) == 16
    assert all(family["jobs"] for family in families)


def test_places_are_found_however_they_are_spelled(ask):
    answer = ask("/places?q=aubervilier")

    assert answer["places"][0]["name"] == "Aubervilliers"
    assert answer["sure"]


def test_structures_come_nearest_first_and_need_a_place(ask):
    make_organisation(name="Loin", lat=45.9)
    make_organisation(name="Près", phone=None, takes_requests=False)

    answer = ask(f"/organisations?{HERE}&rayon=20")

    assert [one["name"] for one in answer["organisations"]] == ["Près", "Loin"]
    assert ask("/organisations", status=400)["error"] == "Il manque le lieu"


def test_words_come_in_the_language_of_the_address(client):
    french = client.get("/api/v1/families").json
    simple = client.get("/simple/api/v1/families").json

    assert [one["key"] for one in french["families"]] == [one["key"] for one in simple["families"]]


def test_an_answer_that_has_not_changed_is_not_sent_again(client):
    make_offer()
    first = client.get(f"/api/v1/offers?{HERE}")

    again = client.get(f"/api/v1/offers?{HERE}", headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.data) == (304, b"")
    make_offer()
    changed = client.get(f"/api/v1/offers?{HERE}", headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200


def test_scripts_of_other_sites_may_read_the_api_and_nothing_else(client):
    assert client.get("/api/v1/families").headers["Access-Control-Allow-Origin"] == "*"
    asked = client.options("/api/v1/families")
    assert "X-Api-Key" in asked.headers["Access-Control-Allow-Headers"]
    assert "POST" not in asked.headers["Access-Control-Allow-Methods"]
    for path in ("/", "/offres", "/offres.atom", "/integrer"):
        assert "Access-Control-Allow-Origin" not in client.get(path).headers


@pytest.mark.parametrize(
    "path", ["/api/v1", "/api/v1/", "/api/v1/docs", "/api/v1/offres", "/api/v2/x"]
)
def test_an_address_that_is_not_there_leads_to_the_description(client, path):
    answer = client.get(path)

    assert answer.status_code == 404
    assert set(answer.json) == {"error", "advice"}
    for door in ("/api/v1/openapi.json", "/api"):
        assert f"{door} " in answer.json["advice"]
        assert client.get(door).status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/api/v1/offers", "/api/v1/offers/abcdefgh"])
def test_what_is_only_read_says_so_in_json(client, method, path):
    for headers in ({}, {"Origin": "https://elsewhere.example"}):
        answer = client.open(path, method=method, headers=headers)

        assert (answer.status_code, answer.mimetype) == (405, "application/json")
        assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
        assert answer.json["error"] == "Cette adresse se lit seulement"


def test_a_crowd_behind_one_address_is_served_then_told_when_to_return(client, monkeypatch):
    monkeypatch.setattr(limits, "AN_ADDRESS", "5 per minute")

    answers = [client.get("/api/v1/families") for _number in range(6)]

    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert answers[-1].headers["Retry-After"] == "60"
    assert set(answers[-1].json) == {"error", "advice"}
    assert client.get("/offres").status_code == 200, "people's pages are never limited"
    other = client.get("/api/v1/families", environ_overrides={"REMOTE_ADDR": "192.0.2.9"})
    assert other.status_code == 200


def test_forty_people_at_once_are_under_the_limit():
    calls, _per, minute = limits.AN_ADDRESS.split()

    assert minute == "minute"
    assert int(calls) >= 40 * 10


def test_a_key_is_counted_apart_and_an_unknown_one_is_refused(app, client, monkeypatch):
    app.config["API_KEYS"] = ("a key of this test: 0123456789abcdef",)
    monkeypatch.setattr(limits, "AN_ADDRESS", "1 per minute")
    key = {"X-Api-Key": app.config["API_KEYS"][0]}

    assert client.get("/api/v1/families").status_code == 200
    assert client.get("/api/v1/families").status_code == 429
    assert [client.get("/api/v1/families", headers=key).status_code for _ in range(3)] == [200] * 3
    elsewhere = {"REMOTE_ADDR": "192.0.2.9"}
    refused = client.get(
        "/api/v1/families", headers={"X-Api-Key": "another"}, environ_overrides=elsewhere
    )
    assert refused.status_code == 401
    assert set(refused.json) == {"error", "advice"}


def test_the_page_for_developers_has_examples_that_work(client):
    make_offer()

    page = client.get("/api")

    assert page.status_code == 200
    links = [url for url in page.links().values() if url.startswith("/api/v1/")]
    assert len(links) == 5
    for url in links:
        assert client.get(url).status_code == 200
