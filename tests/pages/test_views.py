"""Home, settings, help near here, and the pages that say what is true."""

import re

import brotli
import pytest
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from tests.factories import make_offer
from webapp.errors import show
from webapp.extensions import db
from webapp.jobs.queries import families
from webapp.organisations.models import HelpPlace
from webapp.pages import compared, whole

STATIC_PAGES = ("/reglages", "/confidentialite", "/accessibilite", "/mentions-legales", "/aide")


def make_help_place(**changes: object) -> HelpPlace:
    """Keep a town hall."""
    usual: dict[str, object] = {"kind": "town_hall", "insee": "69256", "address": "1 place Haute"}
    place = HelpPlace(**{**usual, "source_id": changes["name"], **changes})
    db.session.add(place)
    db.session.commit()
    return place


def test_home_shows_every_family_of_work_then_the_two_ways_out(client):
    page = client.get("/")

    tiles = [node.text(strip=True) for node in page.all(".tiles .tile")]
    assert tiles[:-2] == [str(family.short) for family in families()]
    assert tiles[-2:] == ["Tout voir", "Je ne sais pas"]


def test_a_picture_pressed_takes_the_town_already_written_along(client):
    form = client.get("/").one("form[role=search]")

    assert form.attributes["action"] == "/offres"
    assert form.attributes.get("method") is None  # GET: the results have an address
    assert {node.attributes["name"] for node in form.css("input")} == {"mot", "ou", "lat", "lon"}
    assert {node.attributes["value"] for node in form.css("button[name=metier]")} == {
        family.key for family in families()
    }


def test_enter_in_a_field_searches_rather_than_choosing_a_picture(client):
    form = client.get("/").one("form[role=search]")

    first = next(node for node in form.css("button") if node.attributes.get("type") != "button")
    assert "name" not in first.attributes


def test_an_unknown_position_is_not_sent(client):
    hidden = client.get("/").all("input[type=hidden]")

    assert {node.attributes["name"] for node in hidden} == {"lat", "lon"}
    assert all("disabled" in node.attributes for node in hidden)


def test_home_fits_eight_kilobytes_whole(client):
    page = client.get("/", headers={"Accept-Encoding": "identity"})

    assert len(brotli.compress(page.data, quality=5)) <= 8 * 1024


@pytest.mark.parametrize("path", ["/", *STATIC_PAGES])
def test_simple_french_is_one_press_away_and_back(client, path):
    page = client.get(path)
    simple = next(to for to in page.links().values() if to.startswith("/simple"))

    twin = client.get(simple)

    assert simple == f"/simple{path}"
    assert path in twin.links().values()


@pytest.mark.parametrize("path", ["/", *STATIC_PAGES])
def test_a_page_asks_for_nothing_before_it_can_be_read(client, path):
    page = client.get(path)

    assert not page.all("link[rel=stylesheet], script:not([defer])")
    assert "Set-Cookie" not in page.headers


def test_a_page_that_has_not_changed_is_not_sent_again(client):
    first = client.get("/")

    again = client.get("/", headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304
    # The browser keeps what was said with the page: saying it again would cost 550 bytes.
    assert not {"Content-Security-Policy", "Permissions-Policy"} & set(again.headers.keys())
    assert again.headers["X-Fresh"] == first.headers["X-Fresh"]


def test_the_settings_say_which_language_is_chosen(client):
    assert client.get("/reglages").one("[aria-current]").text(strip=True) == "Français"
    assert client.get("/simple/reglages").one("[aria-current]").text(strip=True) == (
        "Français simple"
    )


def test_the_legal_page_names_who_runs_the_site(client, app):
    assert "Ce site est un essai" in client.get("/mentions-legales").words

    app.config["ORGANISATION"] = "Association Exemple"

    page = client.get("/mentions-legales").words
    assert "Association Exemple" in page
    assert "Ce site est un essai" not in page


def test_the_legal_page_does_not_take_invented_offers_for_real_ones(client):
    assert "Une personne nommée en répond" in client.get("/mentions-legales").words

    make_offer("demonstration")

    page = client.get("/mentions-legales").words
    assert "les offres et les personnes sont inventées" in page
    assert "Une personne nommée en répond" not in page


@pytest.mark.parametrize("path", STATIC_PAGES)
@pytest.mark.parametrize("language", ["", "/simple"])
def test_a_part_of_a_page_never_repeats_the_title(client, path, language):
    page = client.get(f"{language}{path}")

    assert page.h1 not in [node.text(strip=True) for node in page.all("h2")]


def test_accessibility_is_said_in_the_words_of_the_law(client):
    page = client.get("/accessibilite")

    assert "Accessibilité : non conforme" in page.one("main").text().replace("\u00a0", " ")
    assert "Accessibilité : non conforme" in page.one("footer").text().replace("\u00a0", " ")
    assert "21 novembre 2026" in page.words
    assert "rien à corriger" not in page.words


def test_the_privacy_page_speaks_of_reports_and_of_messages_pasted(client):
    page = client.get("/confidentialite").words

    assert "1 an. La marque part" in page
    assert "Le message que vous collez est lu, puis oublié" in page


def test_help_near_a_town_shows_the_nearest_town_hall_first(client):
    make_help_place(name="Mairie de Valence", lat=44.93, lon=4.89)
    make_help_place(name="Mairie de Villeurbanne", lat=45.77, lon=4.88)
    make_help_place(
        name="Mairie de Vaulx-en-Velin",
        lat=45.779,
        lon=4.919,
        phone="+33465710005",
        hours=[[day, 9 * 60, 17 * 60] for day in range(5)],
    )

    page = client.get("/aide?ou=vaulx-en-velin")

    assert [node.text(strip=True) for node in page.all("main .card h2")] == [
        "Mairie de Vaulx-en-Velin",
        "Mairie de Villeurbanne",
    ]
    assert page.h1 == "Aide près de Vaulx-en-Velin"
    assert "tel:+33465710005" in page.links().values()
    assert re.search("Du lundi au vendredi, de 9.h à 17.h", page.words)


def test_help_near_me_uses_the_position_given(client):
    make_help_place(name="Mairie de Villeurbanne", lat=45.77, lon=4.88)

    assert "Mairie de Villeurbanne" in client.get("/aide?lat=45.771&lon=4.881").words


@pytest.mark.parametrize("query", ["lat=x&lon=4", "lat=nan&lon=4", "lat=1e9&lon=4", "lat=45"])
def test_help_near_a_point_that_is_none_asks_for_a_town(client, query):
    page = client.get(f"/aide?{query}")

    assert page.all("input[name=ou]")
    assert not page.all("main .card")


def test_help_near_a_place_nobody_knows_keeps_what_was_typed(client):
    page = client.get("/aide?ou=qzxwqzxw")

    assert "Nous ne trouvons pas" in page.words
    assert page.one("input[name=ou]").attributes["value"] == "qzxwqzxw"


def test_a_lost_visitor_is_told_what_to_do_and_whom_to_call(client):
    page = client.get("/nulle-part")

    assert page.status_code == 404
    assert page.h1 == "Cette page n’existe pas"
    assert "Chercher un travail" in page.words
    assert page.one("meta[name=robots]").attributes["content"] == "noindex"


def test_the_page_of_a_refusal_reads_nothing_from_the_database(app, monkeypatch):
    monkeypatch.setattr("webapp.extensions.RoutedSession.get_bind", lambda *_, **__: 1 / 0)

    with app.test_request_context("/nulle-part"):
        answer, status, _headers = show(NotFound())

    assert status == 404
    assert "Cette page n’existe pas" in answer


def test_an_old_browser_is_asked_once_more_with_nothing_lost(app, client):
    @app.post("/essai")
    def _try() -> str:
        return "fait"

    app.view_functions["_try"].access = "public"
    client.environ_base.pop("HTTP_SEC_FETCH_SITE")

    page = client.post("/essai", data={"first_name": "Awa <3", "moment": ["am", "pm"]})

    assert page.status_code == 400
    assert page.fields("form[method=post]")["first_name"] == "Awa <3"
    assert len(page.all("input[name=moment]")) == 2
    assert page.one("form button").text(strip=True) == "Envoyer"


def test_the_page_of_parts_shows_every_component(client):
    page = client.get("/patterns")

    assert page.status_code == 200
    assert page.one("meta[name=robots]").attributes["content"] == "noindex"
    assert page.all(".offer")
    assert page.all(".contact")
    assert page.all(".steps")
    assert page.all(".bar")


@pytest.mark.parametrize(
    ("fact", "bold"),
    [
        ("À 1,2\u00a0km, 15\u00a0min à pied", "1,2\u00a0km"),
        ("25\u00a0h par semaine, de 6\u00a0h à 11\u00a0h", "25\u00a0h"),
        ("De 10\u00a0h à 25\u00a0h par semaine", "10\u00a0h à 25\u00a0h"),
        ("De 12,31\u00a0€ à 12,90\u00a0€ de l’heure", "12,31\u00a0€ à 12,90\u00a0€"),
        ("1\u202f334\u00a0€ par mois", "1\u202f334\u00a0€"),
    ],
)
def test_what_people_compare_is_bold(fact, bold):
    assert f"<b>{bold}</b>" in compared(fact)
    assert compared(fact).count("<b>") == 1


def test_a_title_is_not_cut_inside_a_short_joined_word():
    joined = '<span class="whole">est-ce</span>'

    assert whole("Avec de l’aide : est-ce pour moi ?") == f"Avec de l’aide : {joined} pour moi ?"
    assert whole("Vaulx-en-Velin, rendez-vous") == "Vaulx-en-Velin, rendez-vous"
    assert whole(Markup('<bdi lang="fr-FR">R-42</bdi>')) == (
        '<bdi lang="fr-FR"><span class="whole">R-42</span></bdi>'
    )
    assert whole("<b>") == "&lt;b&gt;"


def test_a_fact_is_never_taken_for_markup():
    assert compared("<i>3\u00a0h</i>") == "&lt;i&gt;<b>3\u00a0h</b>&lt;/i&gt;"
