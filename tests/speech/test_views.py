"""The addresses of sound: what a page says, nothing else, whole or in part."""

from threading import BoundedSemaphore

import pytest
from flask import Flask
from markupsafe import escape
from werkzeug.test import TestResponse

from tests.factories import make_offer, make_person, sign_in
from tests.speech.speaking import speaking
from tests.support import databases
from tests.support.client import InspectingClient
from webapp.config import Config
from webapp.extensions import db
from webapp.speech import seals, sounds

SECRET = databases.SECRET
TONE = "tests.speech.tone"


@pytest.fixture
def app(app: Flask) -> Flask:
    """The application with a voice that hums."""
    app.config["VOICE"] = TONE
    return app


@pytest.fixture
def voice(app, tmp_path):
    """Its speech process."""
    with speaking(tmp_path, VOICE=TONE):
        yield


def sentences(client, page: str) -> list[dict[str, str]]:
    answer = client.get("/ecouter/phrases", query_string={"page": page})
    assert answer.status_code == 200
    said: list[dict[str, str]] = answer.get_json()["said"]
    return said


def address(text: str, *, own: bool = False, language: str = "fr", kind: str = "mp3") -> str:
    return f"/son/{seals.seal(seals.Said(language, own, text), SECRET)}.{kind}"


def hear(client: InspectingClient, path: str, **headers: str) -> TestResponse:
    """Fetch a sound to its end."""
    return client.get(path, buffered=True, headers=headers)


def offer_page() -> str:
    offer = make_offer()
    db.session.commit()
    return f"/offres/{offer.public_id}"


def test_each_public_page_says_where_it_can_be_heard(client):
    page = client.get(offer_page())

    assert 'id="listen"' in page.text
    assert "/ecouter?page=/offres/" in page.text


def test_an_offer_is_said_sentence_by_sentence_and_each_has_a_sound(client, voice):
    said = sentences(client, offer_page())

    assert any(one.get("s", "").startswith("Vous gagnez") for one in said)
    assert all("u" in one for one in said)
    first = hear(client, f"/son/{said[0]['u']}.mp3")
    assert first.status_code == 200
    assert first.mimetype == "audio/mpeg"
    assert "immutable" in first.headers["Cache-Control"]
    assert len(first.data) > 500


def test_a_part_of_a_sound_can_be_asked_for(client, voice):
    whole = hear(client, address("Une phrase que dit une page."))

    part = hear(client, address("Une phrase que dit une page."), Range="bytes=10-99")

    assert part.status_code == 206
    assert part.data == whole.data[10:100]
    assert part.headers["Content-Range"] == f"bytes 10-99/{len(whole.data)}"
    assert whole.headers["Accept-Ranges"] == "bytes"


def test_opus_is_smaller(client, voice):
    text = "Une phrase assez longue pour que l’on voie la différence entre les deux."
    mp3, ogg = (hear(client, address(text, kind=kind)) for kind in ("mp3", "ogg"))

    assert ogg.mimetype == "audio/ogg"
    assert len(ogg.data) < len(mp3.data)


def test_nobody_can_have_another_text_said(client):
    good = address("Une phrase que dit une page.")
    token = good.removeprefix("/son/").removesuffix(".mp3")
    changed = ("B" if token[20] == "A" else "A").join((token[:20], token[21:]))

    for bad in (changed, "Bonjour", "a", "-" * 3000, token[:-4]):
        assert hear(client, f"/son/{bad}.mp3").status_code == 404
    assert hear(client, good.replace(".mp3", ".wav")).status_code == 404


def test_a_token_of_another_secret_is_refused():
    token = seals.seal(seals.Said("fr", False, "Bonjour."), "another secret")

    with pytest.raises(seals.Broken):
        seals.unseal(token, SECRET)


def test_a_token_tells_nothing_and_stays_the_same():
    said = seals.Said("fr", True, "Fatou, vous avez rendez-vous mardi.")
    token = seals.seal(said, SECRET)

    assert token == seals.seal(said, SECRET)
    assert seals.unseal(token, SECRET) == said
    assert "Fatou" not in token


@pytest.mark.parametrize(
    "page",
    [
        "",
        "https://ailleurs.fr/",
        "//ailleurs.fr/",
        "/n-existe/pas",
        "/ecouter?page=/",
        "/healthz",
        "/employeur",
        "/son/a.mp3",
    ],
)
def test_only_pages_of_ours_are_read(client, page):
    for path in ("/ecouter", "/ecouter/phrases"):
        assert client.get(path, query_string={"page": page}).status_code == 404


def test_without_scripts_a_page_gives_its_words_in_parts_with_their_sound(client, voice):
    offer = offer_page()
    page = client.get("/ecouter", query_string={"page": offer})

    assert page.status_code == 200
    assert 1 < page.text.count("<audio controls") < 12
    assert all(escape(one["t"]) in page.text for one in sentences(client, offer))
    sound = page.text.partition('<source src="')[2].partition('"')[0]
    assert hear(client, sound).status_code == 200


def test_what_a_page_says_to_one_person_is_kept_apart(client, voice, app):
    person = make_person(first_name="Fatoumata")
    db.session.commit()
    sign_in(client, person)
    said = [
        seals.unseal(one["u"], SECRET) for one in sentences(client, "/moi") + sentences(client, "/")
    ]

    personal = [one for one in said if "Fatoumata" in one.text]
    assert personal
    assert all(one.own for one in personal)
    assert any(not one.own for one in said), "what all may hear is kept with what all may hear"
    answer = hear(client, address("Bonjour Fatoumata.", own=True))
    assert answer.cache_control.private
    with app.app_context():
        kept = sounds.path_of(seals.Said("fr", True, "Bonjour Fatoumata."), "mp3")
    assert kept.exists()
    assert "own" in kept.parts


def test_someone_unknown_does_not_hear_the_pages_of_a_person(client):
    assert client.get("/ecouter/phrases", query_string={"page": "/moi"}).status_code == 404


def test_when_nobody_speaks_it_says_so_quickly(client, monkeypatch):
    monkeypatch.setattr(sounds, "ABSENT", 0.2)

    answer = hear(client, address("Personne ne répond ici."))

    assert answer.status_code == 503
    assert answer.headers["Retry-After"]


def test_too_much_at_once_is_refused(client, app, monkeypatch):
    monkeypatch.setattr(sounds, "MOST_ASKED", 0)

    assert hear(client, address("Une phrase de trop.")).status_code == 503


def test_listeners_who_wait_leave_room_for_readers(client, app, monkeypatch):
    monkeypatch.setattr(sounds, "TURN", 0.1)
    monkeypatch.setattr(sounds, "waiting", BoundedSemaphore(1))
    sounds.waiting.acquire()

    assert client.get(address("Une phrase de trop.")).status_code == 503


def test_a_language_without_a_good_voice_has_no_sound(client, app):
    assert hear(client, address("مرحبا", language="ar")).status_code == 503
    with app.test_request_context("/"):
        assert not sounds.speaks("ar")
        assert sounds.speaks("fr")


def test_without_a_voice_the_button_waits_for_the_phones(app, client):
    app.config["VOICE"] = "none"

    page = client.get("/").text
    said = sentences(client, "/")

    button = page.partition('id="listen"')[2].partition(">")[0]
    assert button.endswith(" hidden")
    assert said
    assert all("u" not in one for one in said)


def test_the_voice_and_its_languages_are_settings(tmp_path):
    environ = {"DATA_DIR": str(tmp_path), "VOICE": "none", "VOICE_LANGUAGES": "fr ar"}

    config = Config.from_environ(environ)

    assert config.VOICE == "none"
    assert set(config.VOICE_LANGUAGES) == {"fr", "ar"}
    assert "ar" not in Config.from_environ({"DATA_DIR": str(tmp_path)}).VOICE_LANGUAGES


def test_an_answer_to_what_was_sent_carries_what_it_says(client):
    answer = client.post("/arnaques", data={"text": "Payez 50 € par coupon PCS."})

    said = answer.text.partition('id="said">')[2].partition("</script>")[0]
    assert '"said"' in said
    assert "<" not in said


def test_pages_hold_nothing_that_changes(client):
    first, again = client.get("/"), client.get("/")

    assert first.data == again.data
    assert first.get_etag() == again.get_etag()
