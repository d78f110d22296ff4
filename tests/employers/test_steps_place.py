"""The page that says where, and who sends people to several places."""

import pytest

from tests.employers.conftest import enter, missed, send
from tests.factories import make_offer, make_organisation
from webapp.extensions import db


def place(mode, **answers: str):
    """Return the answers of the page of the place."""
    return {"mode": mode, "zone_km": "15", "way": "", **answers}


def test_elsewhere_has_a_street_and_a_commune(employer, draft):
    answers = place(
        "elsewhere",
        address="1 place du Marché",
        elsewhere_town="romans sur isere",
        place_name="Mairie annexe",
        way="Bus 5, arrêt Gare\n2 min à pied",
    )

    assert send(employer, draft, "lieu", **answers).status_code == 303

    db.session.refresh(draft)
    assert (draft.insee, draft.address, draft.place_name) == (
        "26281",
        "1 place du Marché",
        "Mairie annexe",
    )
    assert draft.way == ["Bus 5, arrêt Gare", "2 min à pied"]
    assert abs(draft.lat - 45.04) < 0.05


def test_a_commune_that_may_be_two_is_chosen(employer, draft):
    answers = place("elsewhere", address="1 rue Haute", elsewhere_town="saint denis")

    page = missed(employer, draft, "lieu", **answers)
    assert "Touchez la bonne commune" in page.words
    assert "1 rue Haute" in page.fields()["address"]

    assert send(employer, draft, "lieu", **answers, insee="93066").status_code == 303
    db.session.refresh(draft)
    assert draft.insee == "93066"


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (place("elsewhere", elsewhere_town="69120"), "Écrivez la rue"),
        (place("elsewhere", address="1 rue Haute", elsewhere_town=""), "Écrivez la commune"),
        (place("home", home_town="zzzzqqq"), "introuvable"),
        (place("here", way="\n".join("abcdefgh")), "Six étapes"),
        (place("here", way="a" * 101), "trop longue"),
        (place("elsewhere", address="a" * 201, elsewhere_town="69120"), "trop long"),
        (place("zone"), "Touchez une réponse"),
    ],
)
def test_says_what_the_place_lacks_and_keeps_what_was_typed(employer, draft, answers, words):
    page = missed(employer, draft, "lieu", **answers)

    assert words in page.words
    sent = {name: text for name, text in answers.items() if name != "mode" and name != "zone_km"}
    assert sent.items() <= {k: v.strip("\n") for k, v in page.fields("main form").items()}.items()


def test_a_private_home_keeps_the_commune_alone(employer, draft):
    send(employer, draft, "lieu", **place("home", home_town="69120"))

    db.session.refresh(draft)
    assert draft.private_home
    assert (draft.address, draft.place_name) == ("", "")


def test_who_sends_people_to_others_may_give_a_zone(client):
    there = make_organisation(kind="ai")
    offer = make_offer("draft", organisation=there, contract="disposal")
    enter(client, there)

    assert (
        send(client, offer, "lieu", **place("zone", zone_town="69120", zone_km="20")).status_code
        == 303
    )
    db.session.refresh(offer)
    assert offer.zone_km == 20

    assert send(client, offer, "horaires", mode="range", low="10", high="25").status_code == 303
    assert send(client, offer, "salaire", mode="range", low="12,31", high="14").status_code == 303
    db.session.refresh(offer)
    assert (offer.week, offer.weekly_minutes, offer.weekly_minutes_max) == ([], 600, 1500)
    assert (offer.pay_cents, offer.pay_cents_max) == (1231, 1400)

    for slug, low, high in (("horaires", "25", "10"), ("salaire", "15", "13")):
        page = missed(client, offer, slug, mode="range", low=low, high=high)
        assert page.fields()["low"] == low


def begun(employer):
    """Begin an offer and return the way that its page of the place shows."""
    sent = employer.post("/employeur/offres/nouvelle", data={"family": "office"})
    return employer.get(sent.location.replace("/metier", "/lieu")).fields("main form")["way"]


def test_a_new_offer_starts_with_the_way_to_the_same_address(employer, structure):
    way = ["Bus C3, arrêt « La Soie »", "Puis 3 min à pied"]
    make_offer(organisation=structure, address=structure.address, way=way)
    make_offer(organisation=structure, address="1 rue Haute", way=["Bus 5, arrêt Gare"])

    assert begun(employer).splitlines() == way


def test_the_way_to_another_address_is_not_taken_over(employer, structure):
    make_offer(organisation=structure, address="1 rue Haute", way=["Bus 5, arrêt Gare"])

    assert begun(employer).strip() == ""


def test_the_way_that_was_brought_stays_behind_when_the_offer_moves(employer, structure, draft):
    way = ["Bus C3, arrêt « La Soie »"]
    make_offer(organisation=structure, address=draft.address, way=way)
    draft.way = way
    db.session.commit()
    moved = {"address": "1 rue Haute", "elsewhere_town": "69120"}

    send(employer, draft, "lieu", **place("elsewhere", **moved) | {"way": way[0]})
    db.session.refresh(draft)
    assert draft.way == []

    written = {"way": "Bus 5, arrêt Gare"}
    send(employer, draft, "lieu", **place("elsewhere", **moved | {"address": "2 rue"}) | written)
    db.session.refresh(draft)
    assert draft.way == ["Bus 5, arrêt Gare"]
