"""A message leaves the phone in pieces, whole, or in two sentences; no piece is lost or doubled."""

import hashlib
from io import BytesIO

import pytest
from sqlalchemy import select

from tests.applications.sounds import recording
from tests.factories import make_application
from webapp import sealing
from webapp.applications.voice import queries, rules
from webapp.applications.voice.models import VoiceMessage, VoicePiece
from webapp.extensions import db

SOUND = recording("webm", 30.0)


def page_of(application, *more: str) -> str:
    return "/".join(["", "demande", application.public_id, "message", *more])


def send(client, application, begin, piece, sound=SOUND):
    """Send a piece as the page does; an empty one asks how much is there."""
    print_ = hashlib.sha256(sound).hexdigest()
    query = {"empreinte": print_, "taille": len(sound), "debut": begin}
    return client.post(page_of(application, "morceau"), query_string=query, data=piece)


def kept():
    db.session.expire_all()
    return list(db.session.scalars(select(VoiceMessage).order_by(VoiceMessage.id)))


def cut(sound=SOUND):
    return [
        (begin, sound[begin : begin + rules.PIECE]) for begin in range(0, len(sound), rules.PIECE)
    ]


def test_a_minute_of_voice_arrives_piece_by_piece(database, client):
    application = make_application()

    answers = [send(client, application, begin, piece).json for begin, piece in cut()]

    assert len(cut()) > 2
    assert answers[-1] == {"received": len(SOUND)}
    (message,) = kept()
    assert message.state == "whole"
    assert queries.bytes_of(message) == SOUND


def test_after_a_cut_the_phone_is_told_where_to_go_on(client):
    application, (first, second) = make_application(), cut()[:2]
    send(client, application, *first)

    assert send(client, application, 0, b"").json == {"received": rules.PIECE}
    assert send(client, application, *first).json == {"received": rules.PIECE}  # doubled
    assert send(client, application, *second).json == {"received": 2 * rules.PIECE}
    assert send(client, application, *second).json == {"received": 2 * rules.PIECE}
    assert send(client, application, 9 * rules.PIECE, b"x").json["received"] == 2 * rules.PIECE

    assert len(kept()) == 1


def test_a_message_that_is_here_is_not_sent_twice(client):
    application = make_application()
    for begin, piece in cut():
        send(client, application, begin, piece)

    assert send(client, application, 0, b"").json == {"received": len(SOUND)}
    assert len(kept()) == 1


def test_the_task_process_is_woken_once_it_is_whole(app, client):
    application, woken = make_application(), []
    app.extensions["wake-voice"] = lambda: woken.append(1)

    for begin, piece in cut():
        assert not woken
        send(client, application, begin, piece)

    assert woken


def test_nothing_of_what_was_said_can_be_read_in_the_database(app, client, tmp_path):
    application = make_application()
    for begin, piece in cut():
        send(client, application, begin, piece)
    client.post(page_of(make_application(), "texte"), data={"text": "Je sais repasser le linge"})

    files = [path.read_bytes() for path in tmp_path.glob("*") if path.is_file()]
    assert any(b"voice_piece" in content for content in files)
    assert not any(SOUND[200:260] in content for content in files)
    assert not any(b"repasser" in content for content in files)
    message = kept()[-1]
    assert sealing.unseal(message.sealed) == "Je sais repasser le linge"


@pytest.mark.parametrize(
    ("begin", "piece", "size", "status"),
    [
        (0, b"<!doctype html><script>" + bytes(100), 5000, 415),  # whatever its name says
        (0, bytes(rules.LARGEST_PIECE + 1), 60_000, 413),
        (0, SOUND[:2000], 1000, 413),  # more than was announced
        (0, SOUND[:2000], rules.MOST_SENT + 1, 413),
        (0, SOUND[:2000], 0, 413),
    ],
)
def test_what_our_recorder_never_sends_is_refused(client, begin, piece, size, status):
    application = make_application()
    query = {"empreinte": "a" * 64, "taille": size, "debut": begin}

    answer = client.post(page_of(application, "morceau"), query_string=query, data=piece)

    assert answer.status_code == status
    assert not db.session.scalars(select(VoicePiece)).all()


@pytest.mark.parametrize("kind", ["m4a", "ogg", "wav"])
def test_without_scripts_the_recorder_of_the_phone_does_it(client, kind):
    application, sound = make_application(), recording(kind)

    answer = client.post(
        page_of(application, "voix"), data={"sound": (BytesIO(sound), "notes.txt", "text/plain")}
    )

    assert answer.headers["Location"].endswith(f"/demande/{application.public_id}")
    (message,) = kept()
    assert message.state == "whole"
    assert queries.bytes_of(message) == sound


def test_a_file_that_is_no_sound_is_refused_whatever_its_name(client):
    sent = {"sound": (BytesIO(b"\x89PNG\r\n\x1a\n" + bytes(500)), "voix.webm", "audio/webm")}

    page = client.post(page_of(make_application(), "voix"), data=sent)

    assert page.status_code == 415
    assert "écrivez deux phrases" in page.text
    assert not kept()


def test_a_file_that_is_too_heavy_says_what_to_do(client):
    kind = "multipart/form-data; boundary=x"
    body = b"--x\r\nContent-Disposition: form-data; name=sound; filename=a.ogg\r\n\r\nOggS"

    page = client.post(
        page_of(make_application(), "voix"),
        data=body + bytes(rules.LARGEST_FILE + 9000),
        content_type=kind,
    )

    assert page.status_code == 413
    assert "1 minute au plus" in page.words


@pytest.mark.parametrize(("where", "told"), [("voix", "Touchez ici"), ("texte", "une phrase ici")])
def test_an_empty_form_says_what_is_missing(client, where, told):
    page = client.post(page_of(make_application(), where), data={})

    assert page.status_code == 422
    assert told in page.text


def test_two_sentences_do_as_well_as_a_voice(client):
    application = make_application()
    words = "Je m’appelle Fatou.  Je suis libre lundi."

    page = client.post(page_of(application, "texte"), data={"text": words}, follow_redirects=True)

    assert "Karim peut lire votre message." in page.text
    (message,) = kept()
    assert sealing.unseal(message.sealed) == "Je m’appelle Fatou. Je suis libre lundi."


def test_a_long_text_is_given_back_to_be_shortened(client):
    page = client.post(page_of(make_application(), "texte"), data={"text": "mot " * 100})

    assert page.status_code == 422
    assert "300 lettres au plus" in page.words
    assert page.one("textarea").text().startswith("mot mot")
    assert not kept()


@pytest.mark.parametrize("where", ["", "voix", "texte", "morceau"])
def test_a_request_that_is_over_takes_no_message(client, where):
    application = make_application(status="withdrawn")
    address = page_of(application, where).rstrip("/")

    answer = client.post(address) if where else client.get(address)

    assert answer.status_code == 404


def test_only_the_page_that_records_may_ask_for_the_microphone(client):
    application = make_application()

    page, other = client.get(page_of(application)), client.get(f"/demande/{application.public_id}")

    assert "microphone=(self)" in page.headers["Permissions-Policy"]
    assert "microphone=()" in other.headers["Permissions-Policy"]
    assert "record" in page.text
    assert "record" not in other.text
    assert "microphone=()" in client.get("/").headers["Permissions-Policy"]
