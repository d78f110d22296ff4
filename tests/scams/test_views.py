"""Asking whether a message is a trap: the answer, its words, and that nothing of it is kept."""

import json
import re
from io import BytesIO
from typing import NoReturn
from urllib.parse import parse_qs, urlsplit

import pytest
import structlog
from sqlalchemy import select
from werkzeug.test import TestResponse

from webapp.extensions import Base, db
from webapp.scams import display, pictures_of_text
from webapp.scams.rules import LONGEST, Level, Sign, check

TRAP = (
    "Bonjour, votre candidature est acceptée. Envoyez 50 € de frais de dossier "
    "par coupon PCS avant ce soir."
)
DOUBT = "Regardez votre dossier sur http://caf-fr.info/x avant demain, merci."
HONEST = "Bonjour, rendez-vous mardi à 9 h au chantier, apportez vos chaussures de sécurité."


@pytest.fixture
def ask(client):
    """A function that sends a message and returns the answer."""

    def ask_about(text: str, address: str = "/arnaques") -> TestResponse:
        return client.post(address, data={"text": text})

    return ask_about


def seen(text):
    """A sentence as a page shows it, spaces made one."""
    return " ".join(str(text).split())


def test_the_page_asks_for_one_message_with_one_button(client):
    page = client.get("/arnaques")

    assert "Est-ce une arnaque" in page.h1
    assert len(page.all("main textarea")) == 1
    assert [" ".join(button.text().split()) for button in page.all("main button")] == ["Regarder"]
    assert "On ne garde rien" in page.words


@pytest.mark.parametrize("language", ["", "/simple"])
@pytest.mark.parametrize(
    ("text", "level", "title"),
    [
        (TRAP, Level.STOP, display.TITLES[Level.STOP]),
        (DOUBT, Level.CHECK, display.TITLES[Level.CHECK]),
        (HONEST, Level.NONE, display.TITLES[Level.NONE]),
    ],
)
def test_each_answer_has_its_own_page_in_both_languages(ask, language, text, level, title):
    assert check(text).level == level  # else the sentence no longer shows what it should

    page = ask(text, f"{language}/arnaques")

    assert page.status_code == 200
    if not language:
        assert page.h1 == seen(title)
    assert page.all("a[href^='tel:+33']")
    assert page.all(".bar a[href^='tel:']") if level is Level.STOP else not page.all(".bar")
    assert not re.search(r"(est|sont) sûr|sans danger|sans risque", page.words)


def test_a_trap_is_shown_in_its_very_words_with_the_reason_of_each(ask):
    page = ask(TRAP)
    marked = [mark.text() for mark in page.all("mark")]

    assert marked
    assert all(quote in TRAP for quote in marked)
    for found in check(TRAP).signs:
        assert any(found.quote in quote for quote in marked)
        assert seen(display.SIGN_WORDS[found.sign].why) in page.words


def test_a_trap_can_be_sent_on_to_the_number_that_stops_it(ask):
    page = ask(TRAP)
    first_act = page.all("h2 ~ p > a.btn")[0]

    address = urlsplit(first_act.attributes["href"])
    assert (address.scheme, address.path) == ("sms", "33700")
    assert parse_qs(address.query)["body"] == [TRAP]


def test_someone_who_has_paid_finds_what_to_do_and_no_blame(ask):
    page = ask(TRAP)

    assert "Ce n’est pas votre faute." in page.words
    assert "Appelez votre banque tout de suite" in page.words
    assert page.all("a[href='tel:116006']")
    assert page.all("a[href='tel:+33805805817']")
    assert "17cyber.gouv.fr" in page.text


def test_one_or_two_acts_are_told(ask):
    for text in (TRAP, DOUBT):
        assert 1 <= len(ask(text).all("ul.acts li")) <= 2


def test_what_people_paste_is_shown_and_never_run(ask):
    attack = "<img src=x onerror=alert(1)><script>alert(2)</script> payez 50 € par coupon PCS <b>"

    page = ask(f"{attack} {TRAP}")

    assert not page.all("main img")
    assert not page.all("main script")
    assert "<script>alert(2)" in page.one("textarea[name=text]:not(#told)").text()


def test_quotes_are_escaped(ask):
    text = "Envoyez 50 € <b>de</b> frais de dossier par coupon PCS avant de commencer."

    page = ask(text)

    assert page.all("mark")
    assert not page.all("mark b, blockquote b")


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_pasted_is_said_kindly(ask, text):
    page = ask(text)

    assert page.status_code == 422
    assert "Collez le message ici" in page.words
    assert page.headers["Cache-Control"] == "no-store, private"


def test_a_language_that_is_not_read_is_said(ask):
    page = ask("مرحبا ادفع 50 يورو عبر بطاقة PCS")

    assert "Nous ne comprenons pas bien cette langue." in page.words
    assert page.h1 == seen(display.TITLES[Level.STOP])


def test_the_words_of_a_link_are_no_foreign_language(ask):
    assert "cette langue" not in ask("Voir http://caf-fr.info/x").words
    assert "cette langue" not in ask("http://caf-fr.info/x-y-z-a-b-c-d").words


def test_a_very_long_message_is_read_and_its_end_is_said_to_be_unread(ask):
    whole = (TRAP + " ") * 250

    page = ask(whole[:LONGEST])
    assert "seulement le début" not in page.words
    page = ask(whole)
    assert len(whole) > LONGEST
    assert "seulement le début" in page.words
    assert page.h1 == seen(display.TITLES[Level.STOP])


def test_a_message_heavier_than_any_is_answered_kindly(ask):
    page = ask("a" * 2_000_000)

    assert page.status_code == 413
    assert "Copiez le texte du message" in page.words


@pytest.mark.parametrize("text", ["0899 12 34 56", "08 99 12 34 56"])
def test_a_number_alone_is_looked_at(ask, text):
    page = ask(text)

    assert page.h1 == seen(display.TITLES[Level.STOP])
    assert seen(display.SIGN_WORDS[Sign.PREMIUM_NUMBER].name) in page.words


def test_the_same_answer_is_one_press_away_in_simple_french(ask, client):
    page = ask(TRAP)
    form = page.one(".way form")

    assert form.attributes["action"] == "/simple/arnaques"
    sent = {"text": page.one(".way textarea").text().removeprefix("\n")}
    assert sent == {"text": TRAP}
    twin = client.post("/simple/arnaques", data=sent)
    assert twin.all("mark")
    assert twin.one(".way form").attributes["action"] == "/arnaques"


def test_an_answer_is_kept_by_no_cache_and_found_by_no_search_engine(ask):
    page = ask(TRAP)

    assert page.headers["Cache-Control"] == "no-store, private"
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert page.one("meta[name=robots]").attributes["content"] == "noindex"
    assert "ETag" not in page.headers


@pytest.fixture
def logged(monkeypatch):
    """What the product logs, at every level."""
    lines = []

    def keep(_logger: object, _name: str, event: dict[str, object]) -> NoReturn:
        lines.append(json.dumps(event, default=str))
        raise structlog.DropEvent

    structlog.configure(processors=[keep], wrapper_class=structlog.BoundLogger)
    monkeypatch.setattr("webapp.operations.logs.log", structlog.get_logger("a_deux_pas"))
    return lines


@pytest.mark.parametrize("address", ["/arnaques", "/arnaques/partage"])
def test_nothing_of_a_message_is_kept(ask, app, logged, tmp_path, capfd, address):
    secret = "mot-de-passage-4711"
    before = rows()

    page = ask(f"{TRAP} {secret}", address)

    assert secret in page.text
    assert rows() == before
    assert logged
    assert not [line for line in logged if secret in line or "coupon" in line]
    for file in (path for path in tmp_path.rglob("*") if path.is_file()):
        assert secret.encode() not in file.read_bytes(), file
    assert not any(secret in stream for stream in capfd.readouterr())
    assert "Set-Cookie" not in page.headers


def rows():
    """Every row of every table."""
    db.session.rollback()
    return {
        table.name: db.session.execute(select(table)).all() for table in Base.metadata.sorted_tables
    }


def test_what_another_application_shares_is_looked_at(client):
    shared = {"title": "Offre d’emploi", "text": TRAP, "url": "https://exemple.fr/offre"}

    page = client.post("/arnaques/partage", data=shared, content_type="multipart/form-data")

    assert page.h1 == seen(display.TITLES[Level.STOP])
    read = page.one("blockquote").text()
    assert all(part in read for part in shared.values())


def test_a_share_comes_from_outside_the_site(client):
    for site in ("cross-site", "none"):
        page = client.post(
            "/arnaques/partage", data={"text": TRAP}, headers={"Sec-Fetch-Site": site}
        )
        assert page.status_code == 200


def test_an_address_shared_twice_is_read_once(client):
    url = "https://exemple.fr/offre"

    page = client.post("/arnaques/partage", data={"text": f"Voir {url}", "url": url})

    assert page.one("blockquote").text().count(url) == 1


def test_an_empty_share_asks_for_the_message(client):
    page = client.post("/arnaques/partage", data={"title": ""})

    assert page.status_code == 422
    assert "Collez le message ici" in page.words
    assert client.get("/arnaques/partage").location == "/arnaques"


def test_a_server_that_reads_no_pictures_says_so_and_takes_the_text(ask, client, monkeypatch):
    monkeypatch.setattr(pictures_of_text, "COMMAND", "no-such-program")
    pictures_of_text.can_read.cache_clear()
    try:
        page = client.get("/arnaques")
        assert not page.all("input[type=file]")
        assert "on ne lit pas les photos" in page.words
        assert ask(TRAP).h1 == seen(display.TITLES[Level.STOP])
        shared = client.post("/arnaques/partage", data={"image": (BytesIO(b"x"), "a.png")})
        assert shared.status_code == 422
        assert "on ne lit pas les photos" in shared.words
    finally:
        pictures_of_text.can_read.cache_clear()


def test_a_machine_that_asks_without_end_is_stopped(client):
    answers = [client.post("/arnaques", data={"text": "a"}).status_code for _ in range(61)]

    assert answers[-2:] == [200, 429]


def test_the_check_is_one_press_from_every_page_and_from_an_offer(client):
    assert "/arnaques" in client.get("/").links().values()


def test_every_sign_has_a_picture_of_ours(app):
    with app.test_request_context():
        for sign in Sign:
            assert app.jinja_env.globals["picture"](display.reason(sign).picture)
