"""The search that led to an offer is still there on the way back, whichever way was looked at."""

import re

import pytest

from tests.applications.pages import address
from tests.factories import make_offer

pytestmark = pytest.mark.usefixtures("on_friday")
SEARCH = "ou=Vaulx-en-Velin&mot=menage&lat=45.779&lon=4.92"
OWN = re.compile(r"/offres/[^/?]+(/imprimer|/interesse.*)?$")


@pytest.mark.parametrize(
    "path",
    [
        "interesse",
        "interesse/appeler",
        "interesse/appeler/appele",
        "interesse/appeler/pas-de-reponse",
        "interesse/passer",
        "interesse/carte",
        "imprimer",
    ],
)
def test_each_page_of_an_offer_leads_back_with_the_search(client, path):
    page = client.get(f"/offres/{make_offer().public_id}/{path}?{SEARCH}&utm=x")

    targets = [node.attributes["href"] for node in page.all("main a[href]")]
    targets += [node.attributes["action"] for node in page.all("main form")]
    ours = [target for target in targets if OWN.match(target.partition("?")[0])]
    assert ours
    for target in ours:
        assert "mot=menage" in target, target
        assert "lat=45.779" in target
        assert "utm" not in target


def test_the_offer_leads_to_the_three_ways_and_to_paper_with_the_search(client):
    links = client.get(f"/offres/{make_offer().public_id}?{SEARCH}").links()

    assert "ou=Vaulx-en-Velin" in links["Ça m’intéresse"]
    assert "ou=Vaulx-en-Velin" in links["Imprimer sur une page"]


def test_the_distance_is_still_there_after_a_look_at_the_three_ways(client):
    offer = make_offer()
    page = client.get(f"/offres/{offer.public_id}?lat=45.77&lon=4.92")
    assert re.search(r"À .*(km|m)\b", page.all(".fact")[0].text())

    back = client.get(page.links()["Ça m’intéresse"]).links()["L’offre"]

    assert client.get(back).all(".fact")[0].text() == page.all(".fact")[0].text()


def test_what_to_do_after_a_call_keeps_the_search(client):
    answer = client.post(
        f"{address(make_offer(), 'appeler')}?{SEARCH}", data={"outcome": "no_answer"}
    )

    assert answer.status_code == 303
    assert "mot=menage" in answer.location


def test_the_page_of_a_request_can_be_shared_without_the_place_of_the_search(client):
    answer = client.post(
        f"{address(make_offer())}?{SEARCH}",
        data={"first_name": "Fatou", "phone": "06 39 98 12 34"},
    )

    assert "?" not in answer.location
