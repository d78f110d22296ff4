"""How someone reads: chosen in one form, kept in one cookie, shown on every page."""

import hashlib
import json
import re
from base64 import b64encode

import brotli
import pytest

from tests.factories import make_person, sign_in
from webapp import letters
from webapp.extensions import db
from webapp.i18n import LANGUAGES, SPOKEN, complete, offered
from webapp.people.models import Person
from webapp.reading import COOKIE, Reading

FORM = "form:has([name=taille])"
OPENED = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Site": "none"}


@pytest.fixture
def english(monkeypatch):
    """English offered, whether or not its catalogue is finished."""
    one = next(known for known in SPOKEN if known.prefix == "en")
    monkeypatch.setitem(LANGUAGES, "en", one)


def kept(client) -> str:
    """What this browser keeps of how one reads."""
    cookie = client.get_cookie(COOKIE)
    return cookie.value if cookie else ""


def choose(client, **choices: str):
    """Send the form of the settings with some choices changed."""
    sent = {**client.get("/reglages").fields(FORM), **choices}
    return client.post("/reglages", data=sent)


def test_choices_are_kept_and_every_page_follows_them(client):
    answer = choose(client, taille="larger", couleurs="dark", lettres="andika", regle="on")

    assert answer.status_code == 303
    assert kept(client) == "size=larger&letters=andika&contrast=dark&ruler=on"
    page = client.get("/offres")
    assert page.one("html").attributes["class"] == (
        "size-larger letters-andika contrast-dark ruler-on"
    )
    assert page.headers["Cache-Control"] == "private, no-cache"
    assert "Cookie" in page.headers["Vary"]


def test_the_cookie_is_ours_alone_and_lasts_a_year(client):
    cookie = choose(client, taille="large").headers["Set-Cookie"]

    for said in ("__Host-reading=size=large", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert said in cookie
    assert "Max-Age=31536000" in cookie
    assert "Domain" not in cookie


def test_the_form_shows_again_what_was_chosen(client):
    choose(client, taille="large", espace="wide", calme="on")

    page = client.get("/reglages?garde=oui")

    fields = page.fields(FORM)
    assert (fields["taille"], fields["espace"], fields["calme"]) == ("large", "wide", "on")
    assert "C’est gardé." in page.words


def test_putting_all_back_forgets_the_cookie_and_the_pages_are_as_before(client):
    before = client.get("/").data
    choose(client, couleurs="high")
    assert client.get("/").data != before

    client.post("/reglages", data={})

    assert not kept(client)
    assert client.get("/").data == before


def test_what_no_page_proposes_is_not_kept(client):
    choose(client, taille='"><script>', couleurs="pink")
    client.set_cookie(COOKIE, 'size="><script>&contrast=dark&language=klingon&x=y')

    page = client.get("/")

    assert page.one("html").attributes["class"] == "contrast-dark"


@pytest.mark.parametrize("path", ["/", "/offres", "/reglages"])
def test_each_style_of_a_page_is_known_to_the_browser_by_its_hash(client, path):
    choose(client, taille="larger", couleurs="light", lettres="dyslexic")

    page = client.get(path)

    policy = page.headers["Content-Security-Policy"]
    styles = [node.text() for node in page.all("style")]
    assert len(styles) == 2
    for text in styles:
        digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_letters_are_asked_for_by_a_style_alone_and_are_there(client):
    choose(client, lettres="atkinson")

    text = client.get("/").all("style")[1].text()

    files = re.findall(r"url\((/static/fonts/[^)]+)\)", text)
    assert len(files) == 2
    for file in files:
        with client.get(file) as answer:
            assert answer.status_code == 200
            assert answer.data.startswith(b"wOF2")
            assert "immutable" in answer.headers["Cache-Control"]


def test_nothing_is_downloaded_before_it_is_chosen(client):
    for path in ("/", "/reglages"):
        assert "/static/fonts/" not in client.get(path).text


def test_who_saves_data_gets_no_letters_and_no_htmx(client):
    choose(client, lettres="andika", donnees="on")

    page = client.get("/offres")

    assert "woff2" not in page.text
    assert not page.all("script[src*=htmx]")


@pytest.mark.parametrize(
    ("locale", "keys"),
    [
        ("fr", ["atkinson", "andika", "dyslexic"]),
        ("uk", ["andika", "dyslexic"]),
        ("ar", []),
    ],
)
def test_only_letters_that_draw_the_language_are_proposed(locale, keys):
    assert [key for key, _name, _weight in letters.offered(locale)] == keys


def test_the_size_said_of_letters_is_what_their_files_weigh(client):
    page = client.get("/reglages")

    folder = letters.STATIC / "fonts"
    for key, weight in (("atkinson", "25"), ("andika", "39"), ("dyslexic", "236")):
        files = [folder / f"{key}-latin-{bold}.woff2" for bold in (400, 700)]
        assert -(-sum(file.stat().st_size for file in files) // 1000) == int(weight)
        assert f"{weight}\N{NO-BREAK SPACE}Ko" in page.one("main").text()


def test_the_pages_with_choices_stay_light(client):
    choose(client, taille="larger", couleurs="dark", lettres="andika", espace="wide", regle="on")

    home = client.get("/", headers={"Accept-Encoding": "identity"})
    settings = client.get("/reglages", headers={"Accept-Encoding": "identity"})

    assert len(brotli.compress(home.data, quality=5)) <= 8 * 1024
    assert len(brotli.compress(settings.data, quality=5)) <= 8 * 1024


def test_a_person_signed_in_keeps_their_choices_with_them(client):
    person = make_person()
    sign_in(client, person)

    choose(client, couleurs="dark", taille="large")

    kept_with = db.session.get(Person, person.id, populate_existing=True)
    assert kept_with.settings == {"size": "large", "contrast": "dark"}


def test_on_another_phone_their_own_pages_look_as_they_chose(client):
    person = make_person(settings={"contrast": "high", "size": "nonsense"})
    sign_in(client, person)

    page = client.get("/suivi")

    assert page.one("html").attributes["class"] == "contrast-high"


def test_a_language_pressed_is_remembered_the_next_day(client, english):
    pressed = {
        "Sec-Fetch-Mode": "navigate",
        "Sec-Fetch-Site": "same-origin",
        "Referer": "http://localhost/reglages",
    }
    client.get("/en/reglages", headers=pressed)
    assert kept(client) == "language=en"

    assert client.get("/offres?ou=Brest", headers=OPENED).location == "/en/offres?ou=Brest"
    assert client.get("/en/offres", headers=OPENED).status_code == 200


def test_french_is_one_press_away_from_a_language_that_is_remembered(client, english):
    client.set_cookie(COOKIE, "language=en")

    page = client.get(
        "/offres",
        headers={**OPENED, "Sec-Fetch-Site": "same-origin", "Referer": "http://localhost/en/"},
    )

    assert page.status_code == 200
    assert page.one("html").attributes["lang"] == "fr"
    assert not kept(client)


@pytest.mark.parametrize("path", ["/api/v1/familles", "/healthz"])
def test_what_no_one_reads_follows_no_language(client, english, path):
    client.set_cookie(COOKIE, "language=en")

    assert client.get(path, headers=OPENED).status_code != 302


def test_only_complete_languages_are_offered(tmp_path, monkeypatch):
    monkeypatch.setattr("webapp.i18n.LOCALES", tmp_path)
    assert list(offered(complete())) == ["", "simple"]

    (tmp_path / "complete.json").write_text(json.dumps(["ar", "uk"]))

    assert list(offered(complete())) == ["", "simple", "ar", "uk"]


@pytest.mark.parametrize("chosen", [Reading(), Reading(language="simple", size="large", save="on")])
def test_what_is_kept_is_read_back_the_same(chosen):
    assert Reading.of(chosen.chosen) == chosen
