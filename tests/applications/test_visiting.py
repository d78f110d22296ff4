"""Going there: where, how, with what, and a card to print."""

import pytest

from tests.applications.pages import SENT, address, kept
from tests.factories import make_offer, make_organisation

pytestmark = pytest.mark.usefixtures("on_friday")


def test_the_page_to_go_there_says_where_when_how_and_with_what(client):
    page = client.get(address(make_offer(), "passer"))

    for words in (
        "8 rue de la Rize",
        "69120 Vaulx-en-Velin",
        "Du lundi au vendredi",
        "Demandez Karim",
        "Bus C3, arrêt « La Soie »",
        "Une pièce d’identité",
    ):
        assert words in page.words.replace("\u00a0", " ")


def test_telling_that_one_comes_makes_a_visit(client):
    offer = make_offer()
    answer = client.post(address(offer, "passer"), data=SENT)
    page = client.get(answer.location)

    assert page.h1 == "Karim sait que vous venez"
    assert "8 rue de la Rize" in page.words
    assert [(row.way, row.first_name) for row in kept()] == [("i_visit", "Fatou")]


def test_a_wrong_number_on_the_visit_is_explained_too(client):
    page = client.post(address(make_offer(), "passer"), data={"first_name": "Fatou", "phone": "06"})

    assert page.status_code == 422
    assert page.fields("#prevenir form") == {"first_name": "Fatou", "phone": "06"}


def test_the_address_of_a_private_home_is_never_shown(client):
    offer = make_offer("private_home", address="3 impasse Secrète", place_name="Chez Mme Durand")

    for more in ((), ("appeler",), ("passer",), ("carte",)):
        page = client.get(address(offer, *more))
        assert "Secrète" not in page.text
        assert "Durand" not in page.text
    assert "8 rue de la Rize" in client.get(address(offer, "passer")).words


def test_a_zone_without_an_office_is_met_by_phone(client):
    organisation = make_organisation(kind="ai", address="")
    offer = make_offer("zone", organisation=organisation)
    page = client.get(address(offer, "passer"))

    assert "Il n’y a pas de bureau où passer" in page.words
    assert page.all(f'main a[href="tel:{offer.contact.phone}"]')
    assert not page.all("main form")


def test_the_card_to_print_holds_all_and_a_code_that_opens_the_offer(client):
    offer = make_offer()
    page = client.get(address(offer, "carte"))

    for words in ("Ménage dans des bureaux", "8 rue de la Rize", "Karim Benali"):
        assert words in page.words
    assert f"/o/{offer.public_id}" in page.words
    assert page.one(".qr").attributes["aria-label"]
    assert page.all(".qr svg path")


def test_the_way_on_the_card_has_one_full_stop_a_step(client):
    way = ["Métro A, « Vaulx-en-Velin La Soie ».", "Puis 5 min à pied"]
    page = client.get(address(make_offer(way=way), "carte"))

    assert "« Vaulx-en-Velin La Soie ». Puis 5 min à pied." in page.words.replace("\u00a0", " ")
    assert ".." not in page.one(".slip").text()


@pytest.mark.parametrize("path", ["", "/imprimer", "/interesse", "/interesse/carte"])
def test_paper_says_that_an_offer_is_invented_and_only_then(client, path):
    for traits, marks in ((("demonstration",), 1), ((), 0)):
        page = client.get(f"/offres/{make_offer(*traits).public_id}{path}")

        found = [node.text() for node in page.all("main .print-only")]
        assert [mark.replace("\u00a0", " ") for mark in found] == [
            "Démonstration : offre inventée"
        ] * marks
        first = page.one("main").css_first("p, h1")
        assert (first.tag == "p") or not marks
