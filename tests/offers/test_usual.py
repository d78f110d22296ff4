"""The usual page of results, written once with holes, is the page written each time."""

import pytest
from werkzeug.test import Client

from tests.factories import make_offer
from webapp.clock import today
from webapp.extensions import db
from webapp.offers import usual
from webapp.offers.finding import Asked, Finding
from webapp.offers.results import Results
from webapp.shelf import Shelf

SEARCHES = (
    "/offres?ou=69120",
    "/offres?ou=69120&metier=cleaning",
    "/offres?ou=69120&metier=cleaning&rayon=50",
    "/offres?ou=69120&mot=m%C3%A9nage",
    "/offres?ou=valence&rayon=100",
    "/offres?ou=69120&mot=%D8%AA%D9%86%D8%B8%D9%8A%D9%81",
    "/offres?ou=69120&besoin=temps-partiel&besoin=sans-permis",
    "/offres?ou=69120&page=2",
    "/offres?lat=45.78&lon=4.92",
    "/offres?ou=%3Cb%3E%22%26%27&mot=m%C3%A9nage%20%C3%A0%20Vaulx-en-Velin",
    "/offres?ou=nulle-part-du-tout",
    "/offres",
)
pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(autouse=True)
def offers(client):
    """More offers than one page shows."""
    for number in range(13):
        make_offer(pay_cents=1200 + number)


@pytest.mark.parametrize("prefix", ["", "/ar", "/uk"])
def test_a_page_written_once_is_the_page(app, prefix):
    app.extensions["front"] = Shelf(0)  # the door keeps nothing
    phone, known, policy = Client(app), Client(app), "Content-Security-Policy"
    known.set_cookie("anything", "theirs")  # who has one gets a page of their own, written whole
    for address in (prefix + search for search in SEARCHES):
        once = [phone.get(address) for _turn in range(2)]
        whole = known.get(address)

        assert [page.text for page in once] == [whole.text] * 2, address
        assert {page.headers[policy] for page in once} == {whole.headers[policy]}


def test_two_searches_that_are_alike_are_written_once(client, app):
    for lat in ("45.78", "45.79", "45.80"):
        client.get(f"/offres?lat={lat}&lon=4.92")

    french = [key for key in app.extensions["pages"].things if "/simple" not in key]
    assert len(french) == 1


def test_a_page_has_the_words_of_each_search(client):
    first = client.get("/offres?ou=69120&metier=cleaning")
    second = client.get("/offres?ou=69100&metier=cleaning")

    assert "Vaulx-en-Velin" in first.h1 + first.text
    assert "Villeurbanne" in second.text
    assert "69120" not in second.text


def test_a_template_reads_nothing_that_is_neither_a_fact_nor_a_hole(app):
    with app.test_request_context("/offres?ou=69120"):
        alike = usual.Alike(Results(Finding(Asked(where="69120")), today()))

        assert "\ue000" in alike.title
        with pytest.raises(AttributeError):
            alike.finding  # noqa: B018


def test_rows_asked_in_a_get_are_given_back_with_their_connection(client):
    pool = db.get_engine("reader").pool
    for page in range(1, 4):
        client.get(f"/offres?ou=69120&page={page}")

    assert pool.checkedout() == 0


def test_the_way_back_from_an_offer_leads_to_the_same_list(client):
    search = "/offres?ou=69120&metier=cleaning&besoin=temps-partiel&rayon=50&page=2"
    card = next(link for link in client.get(search).links().values() if "/offres/" in link)
    back = client.get(card).links()["Les offres"]

    assert set(back.partition("?")[2].split("&")) == set(search.partition("?")[2].split("&"))
