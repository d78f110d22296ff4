"""Offers on other sites: a feed that readers accept, a list that pages may frame."""

import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest

from tests.factories import make_offer, make_organisation
from webapp import clock
from webapp.extensions import db
from webapp.offers import actions

ATOM = "{http://www.w3.org/2005/Atom}"
VAULX = "ou=Vaulx-en-Velin"


@pytest.fixture
def feed(client):
    """A function that opens the feed and checks what RFC 4287 asks of any."""

    def get(query: str = "", path: str = "/offres.atom") -> ET.Element:
        answer = client.get(f"{path}?{query}")
        assert answer.status_code == 200
        assert answer.content_type == "application/atom+xml; charset=utf-8"
        root = ET.fromstring(answer.data)  # noqa: S314 - made by us
        check(root)
        return root

    return get


def check(root: ET.Element) -> None:
    """Check what every feed and every entry must hold, once."""
    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (found,) = element.findall(f"{ATOM}{name}")
            assert found.text
        assert datetime.fromisoformat(text(element, "updated")).tzinfo
        for link in element.findall(f"{ATOM}link"):
            assert link.attrib["href"].startswith("http://localhost:8000/")
    for entry in root.findall(f"{ATOM}entry"):
        assert entry.findtext(f"{ATOM}author/{ATOM}name")
        assert [link.attrib["rel"] for link in entry.findall(f"{ATOM}link")] == ["alternate"]
    ids = [text(entry, "id") for entry in root.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))
    assert [link.attrib["rel"] for link in root.findall(f"{ATOM}link")] == ["self", "alternate"]


def text(element: ET.Element, name: str) -> str:
    """Return the text of a part."""
    return element.findtext(f"{ATOM}{name}") or ""


def test_the_feed_tells_each_offer_with_its_human(feed):
    offer = make_offer()

    root = feed(VAULX)

    (entry,) = root.findall(f"{ATOM}entry")
    assert text(entry, "id") == f"http://localhost:8000/offres/{offer.public_id}"
    assert text(entry, "title") == "Ménage dans des bureaux à Vaulx-en-Velin"
    assert "Karim vous répond" in text(entry, "summary")
    assert "Vaulx-en-Velin" in text(root, "title")


def test_the_last_published_comes_first_and_dates_the_feed(feed, at):
    at(datetime(2026, 3, 1, 12, tzinfo=UTC))
    make_offer()
    at(datetime(2026, 3, 2, 12, tzinfo=UTC))
    new = make_offer(lat=45.9)
    at(datetime(2026, 3, 3, 12, tzinfo=UTC))
    actions.publish(new, clock.now())
    db.session.commit()

    for query in (VAULX, ""):
        root = feed(query)

        entries = root.findall(f"{ATOM}entry")
        assert text(entries[0], "id").endswith(new.public_id)
        assert text(root, "updated") == text(entries[0], "updated") == "2026-03-03T12:00:00+00:00"
        assert text(entries[0], "published") == "2026-03-02T12:00:00+00:00"


def test_the_feed_takes_the_words_of_the_search(feed):
    make_offer()

    assert len(feed(f"{VAULX}&metier=cleaning").findall(f"{ATOM}entry")) == 1
    assert not feed(f"{VAULX}&metier=kitchen").findall(f"{ATOM}entry")
    assert not feed("ou=Brest").findall(f"{ATOM}entry")


def test_the_name_of_a_feed_and_of_its_entries_never_changes(feed):
    make_offer()

    first, again = feed(VAULX), feed(VAULX)

    assert ET.tostring(first) == ET.tostring(again)
    assert text(first, "id") == "http://localhost:8000/offres.atom?ou=Vaulx-en-Velin+69120&rayon=30"


def test_one_search_has_one_feed_however_it_is_asked(feed, client):
    make_offer()
    page = client.get("/offres?metier=cleaning&ou=vaulx+en+velin&besoin=temps-partiel")
    of_page = page.one('link[rel="alternate"]').attributes["href"].partition("?")[2]
    of_code = client.get("/integrer?ou=69120&metier=cleaning&besoin=temps-partiel").all("code")[1]
    asked = (
        of_page,
        of_code.text().partition("?")[2],
        "besoin=temps-partiel&rayon=25&metier=cleaning&ou=VAULX-EN-VELIN",
    )

    found = [feed(query) for query in asked]

    assert len({text(root, "id") for root in found}) == 1
    for root in found:
        assert root.findall(f"{ATOM}link")[0].attrib["href"] == text(root, "id")
    assert text(feed(text(found[0], "id").partition("?")[2]), "id") == text(found[0], "id")


@pytest.mark.parametrize(
    "query", ["ou=zzzzqqqq", "metier=zz", f"metier=zz&{VAULX}", "besoin=zz", "mot=blorpf"]
)
def test_a_feed_of_what_nobody_knows_is_refused_rather_than_that_of_all_of_france(client, query):
    make_offer()

    answer = client.get(f"/offres.atom?{query}")

    assert answer.status_code == 400
    assert "<entry>" not in answer.text
    assert "/api/v1/" in answer.words  # what to do


def test_a_page_that_nobody_knows_the_place_of_names_no_feed(client):
    assert not client.get("/offres?ou=zzzzqqqq").all('link[rel="alternate"][type*="atom"]')


def test_a_word_without_a_town_is_followed_in_its_family(feed):
    make_offer(family="kitchen", job="dish-washing", rome="G1605")
    cleaning = make_offer()

    (entry,) = feed("mot=menage").findall(f"{ATOM}entry")

    assert text(entry, "id").endswith(cleaning.public_id)


def test_signs_that_xml_refuses_cannot_break_the_feed(feed):
    make_offer(organisation=make_organisation(name="A\x08 & B <c> \x1f]]>"))

    (entry,) = feed(VAULX).findall(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "A & B <c> ]]>"


def test_the_feed_speaks_the_language_of_its_address(feed):
    make_offer()

    root = feed(VAULX, "/simple/offres.atom")

    (entry,) = root.findall(f"{ATOM}entry")
    assert text(entry, "id").startswith("http://localhost:8000/simple/offres/")


def test_an_unchanged_feed_is_not_sent_again(client):
    make_offer()
    first = client.get(f"/offres.atom?{VAULX}")

    again = client.get(f"/offres.atom?{VAULX}", headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304


def test_the_list_may_stand_inside_another_site(client):
    make_offer()

    page = client.get(f"/integrer/offres?{VAULX}")

    assert "X-Frame-Options" not in page.headers
    assert "frame-ancestors *" in page.headers["Content-Security-Policy"]
    assert page.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not page.all("script")
    assert not page.all("form")
    assert page.one("base").attributes["target"] == "_blank"
    assert "Ménage dans des bureaux" in page.words


def test_no_other_address_may_be_framed(app, client):
    make_offer()
    framed = [name for name, view in app.view_functions.items() if getattr(view, "framable", False)]

    assert framed == ["embed.offers"]
    for path in ("/", "/offres", "/integrer", "/api", "/offres/nothere0", "/offres.atom"):
        answer = client.get(path)
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_an_empty_place_is_said(client):
    assert "Pas d’offre ici" in client.get("/integrer/offres?ou=Brest").words
    assert client.get("/integrer/offres").status_code == 200


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("ou=zzzzqqqq", "Nous ne trouvons pas « zzzzqqqq »."),
        ("metier=zz", "Nous ne connaissons pas « zz »."),
        (f"metier=zz&{VAULX}", "Nous ne connaissons pas « zz »."),
        (f"mot=blorpf&{VAULX}", "Nous ne connaissons pas « blorpf »."),
    ],
)
def test_a_list_of_what_nobody_knows_says_it_and_shows_no_other(client, query, said):
    make_offer()

    page = client.get(f"/integrer/offres?{query}")

    assert page.status_code == 400
    assert said in page.words.replace("\N{NO-BREAK SPACE}", " ")
    assert not page.all(".cards")
    assert page.all('a[href^="tel:"]')


def test_the_page_gives_code_that_works(client):
    make_offer()
    page = client.get(f"/integrer?{VAULX}&metier=cleaning")

    frame, atom = (node.text() for node in page.all("code"))

    source = frame.partition('src="')[2].partition('"')[0].replace("&amp;", "&")
    assert source.startswith("http://localhost:8000/integrer/offres?")
    for url in (source, atom):
        parts = urlsplit(url)
        assert client.get(f"{parts.path}?{parts.query}").status_code == 200
    assert "metier=cleaning" in source


def test_an_address_that_several_towns_answer_lets_one_choose_inside_the_frame(client):
    make_offer()

    page = client.get("/integrer/offres?ou=saint+denis&metier=cleaning")

    assert "La Réunion" in page.one("h1").text()
    (other,) = page.all("a.chip")
    assert other.text() == "Ou : Saint-Denis (Seine-Saint-Denis)"
    assert other.attributes["target"] == "_self"
    chosen = client.get(other.attributes["href"])
    assert not chosen.all("a.chip")
    assert "metier=cleaning" in other.attributes["href"]


def test_the_code_to_paste_means_one_town_whatever_was_typed(client):
    page = client.get("/integrer?ou=saint+denis&metier=cleaning")

    other = page.all(".chips a")[0]
    assert other.text() == "Ou : Saint-Denis (Seine-Saint-Denis)"
    for shown, town in ((page, "97400"), (client.get(other.attributes["href"]), "93200")):
        frame, atom = (node.text() for node in shown.all("code"))
        assert f"?metier=cleaning&ou=Saint-Denis+{town}" in frame.replace("&amp;", "&")
        assert town in atom
    assert client.get(other.attributes["href"]).all(".chips a")[0].text() == "Tous"


def test_a_town_written_with_the_work_is_told_from_it_in_the_code(client):
    page = client.get("/integrer?mot=menage+bron")

    assert "mot=menage&ou=Bron+69500" in page.all("code")[0].text().replace("&amp;", "&")


def test_what_is_typed_cannot_leave_the_code_to_paste(client):
    page = client.get("/integrer?ou=69120&mot=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")

    frame = page.all("code")[0].text()
    assert "<script" not in frame
    assert frame.count('"') == 10


def test_the_page_asks_for_a_place_first(client):
    page = client.get("/integrer")

    assert not page.all("code")
    assert "ou" in page.fields("main form")
    assert "zzzzqqqq" in client.get("/integrer?ou=zzzzqqqq").words
