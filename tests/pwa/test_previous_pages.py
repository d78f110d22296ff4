"""Pages of the release before, open on phones when the server changes, keep working with it.

`tests/pwa/previous/*.html` are those pages as the last release sent them, without styles and
pictures; `{offer}` stands for an offer. To renew them: save them anew on the day of a release.
"""

from contextlib import closing

import pytest
from selectolax.lexbor import LexborHTMLParser as Document
from sqlalchemy import func, select

from tests.factories import make_offer
from tests.support import databases
from webapp import create_app
from webapp.applications.models import Application, CallReport
from webapp.config import ROOT
from webapp.extensions import db

PREVIOUS = ROOT / "tests" / "pwa" / "previous"
PAGES = ("home", "results", "offer", "request", "call")
SCRIPT = "/static/js/offline.e7be94158283.js"  # as those pages name it
TOWN = "Vaulx-en-Velin"


@pytest.fixture
def offer(client):
    """The offer that the pages show."""
    return make_offer().public_id


def page(name: str, offer: str) -> Document:
    """A page as it stands on a phone."""
    text = (PREVIOUS / f"{name}.html").read_text(encoding="utf-8")
    return Document(text.replace("{offer}", offer))


def sent(form, **written: str) -> dict[str, str]:
    """What a form of that time sends, once this is written in its own fields."""
    fields = {}
    for node in form.css("input[name]"):
        chosen = node.attributes.get("type") not in ("radio", "checkbox")
        if chosen or "checked" in node.attributes:
            fields[node.attributes["name"]] = node.attributes.get("value") or ""
    assert written.keys() <= fields.keys()
    return {**fields, **written}


def links(document: Document) -> list[str]:
    """Every address of ours that the page leads to, but for files."""
    found = {node.attributes["href"].partition("#")[0] for node in document.css("a[href^='/']")}
    return sorted(one for one in found if one and not one.startswith("/static/"))


@pytest.mark.parametrize("name", PAGES)
def test_every_link_of_a_page_still_leads_somewhere(client, offer, name):
    addresses = links(page(name, offer))

    assert len(addresses) > 8
    for address in addresses:
        assert client.get(address, follow_redirects=True).status_code == 200, address


@pytest.mark.parametrize("name", ["home", "results"])
def test_a_search_typed_in_a_page_finds_what_it_found(client, offer, name):
    form = page(name, offer).css_first("form[action='/offres']:has([name=ou])")
    asked = sent(form, ou=TOWN)

    found = client.get("/offres", query_string=asked)

    assert f"/offres/{offer}" in " ".join(found.links().values())
    assert TOWN in found.h1


def test_a_part_asked_for_by_a_page_still_comes_alone(client, offer):
    need = page("results", offer).css_first("[data-hx-get]").attributes
    target = need["data-hx-target"].removeprefix("#")

    part = client.get(need["data-hx-get"], headers={"HX-Request": "true", "HX-Target": target})

    assert part.status_code == 200
    assert "<html" not in part.text


@pytest.mark.parametrize("headers", [{}, {"Idempotency-Key": "1-2-3-4", "X-Phone": "none"}])
def test_a_request_written_in_a_page_arrives(client, offer, headers):
    form = page("request", offer).css_first("form[method=post]")
    written = sent(form, first_name="Awa", phone="06 39 98 12 34")

    answer = client.post(form.attributes["action"], data=written, headers=headers)

    made = db.session.scalars(select(Application)).one()
    assert (made.first_name, made.phone) == ("Awa", "+33639981234")
    assert (answer.headers.get("X-To") or answer.location) == f"/demande/{made.public_id}"


def test_a_call_told_in_a_page_arrives(client, offer):
    for form in page("call", offer).css("form[method=post]"):
        name, value = (form.css_first("button").attributes[one] for one in ("name", "value"))
        data = {**sent(form), name: value}
        assert client.post(form.attributes["action"], data=data).status_code == 303

    assert db.session.scalar(select(func.count()).select_from(CallReport))


def test_scripts_of_the_release_before_stay_where_its_pages_look_for_them(sqlite, tmp_path):
    kept = tmp_path / "assets" / SCRIPT.removeprefix("/static/")
    kept.parent.mkdir(parents=True)
    kept.write_text("// before", encoding="utf-8")

    with (
        databases.running(create_app(databases.make_config(sqlite, tmp_path))) as app,
        closing(app.test_client().get(SCRIPT)) as answer,
    ):
        assert (answer.status_code, answer.text) == (200, "// before")

    assert SCRIPT in (page("home", "abcdefgh").html or "")
    assert "immutable" in answer.headers["Cache-Control"]
