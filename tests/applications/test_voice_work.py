"""The task process makes each message small, or says why it cannot be kept."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.applications.sounds import QUIET, length_of, recording
from tests.factories import make_application
from webapp import sealing
from webapp.applications import actions as requests
from webapp.applications.voice import actions, work
from webapp.applications.voice.enums import Unfit
from webapp.applications.voice.models import VoiceMessage, VoicePiece
from webapp.clock import now
from webapp.extensions import db


def leave(sound, application=None):
    """Leave a message with a request, and return its number."""
    application = application or make_application()
    message = actions.keep_file(application, sound, now())
    db.session.commit()
    return message.id


def message(number):
    db.session.expire_all()
    return db.session.get(VoiceMessage, number)


def pieces():
    return db.session.scalars(select(VoicePiece)).all()


@pytest.mark.parametrize("kind", ["webm", "ogg", "m4a", "wav"])
def test_what_any_phone_records_becomes_one_small_kind_of_sound(app, kind):
    number = leave(recording(kind))

    assert work.turn() == 1

    made = message(number)
    sound = sealing.unseal_bytes(made.sealed)
    codec, seconds = length_of(sound)
    assert (made.state, made.seconds, codec) == ("ready", 3, "mp3float")
    assert seconds == pytest.approx(3, abs=0.2)
    assert len(sound) < 3 * 2300  # bytes
    assert not pieces()


def test_a_minute_takes_at_most_120_kilobytes(app):
    number = leave(recording("webm", 60.0))

    work.turn()

    assert message(number).seconds == 60
    assert len(sealing.unseal_bytes(message(number).sealed)) <= 121_000


@pytest.mark.parametrize(
    ("make_sound", "reason"),
    [
        (lambda: recording("webm", 3.0, QUIET), Unfit.SILENT),
        (lambda: recording("webm", 66.0), Unfit.LONG),
        (lambda: recording("webm", 0.5), Unfit.SHORT),
        (lambda: recording("webm")[:400], Unfit.KIND),  # cut
        (lambda: b"OggS" + bytes(3000), Unfit.KIND),
        (lambda: b"#EXTM3U\nfile:///etc/passwd\n", None),  # a list that names other files
    ],
)
def test_what_cannot_be_kept_is_said_and_its_bytes_go(app, client, make_sound, reason):
    application, sound = make_application(), make_sound()
    if reason is None:
        with pytest.raises(actions.NotASound):
            leave(sound, application)
        return
    number = leave(sound, application)

    work.turn()

    assert (message(number).state, message(number).refusal) == ("refused", reason)
    assert not pieces()
    assert "Refaire mon message" in client.get(f"/demande/{application.public_id}").text


def test_a_recording_that_hangs_or_breaks_its_process_stops_no_other(app, monkeypatch):
    first, second = leave(recording()), leave(recording("ogg"))
    monkeypatch.setattr(work, "PRESS", ("python3", "-c", "import os; os.abort()"))
    kept = work.small

    def small(sent: bytes) -> work.Made:
        made = kept(sent)
        monkeypatch.undo()
        return made

    monkeypatch.setattr(work, "small", small)

    assert work.turn() == 2

    assert (message(first).state, message(second).state) == ("refused", "ready")


def test_the_former_message_is_heard_until_the_new_one_is_ready(app):
    application = make_application()
    first = leave(recording(), application)
    work.turn()
    second = leave(recording("ogg"), application)
    assert message(first).state == "ready"

    work.turn()

    assert message(first) is None
    assert message(second).state == "ready"


@pytest.mark.parametrize("gone", ["cancelled", "erased"])
def test_a_request_that_goes_meanwhile_takes_its_message_along(database, app, gone):
    application = make_application()
    number = leave(recording(), application)
    kept = work.small

    def small(sent: bytes) -> work.Made:
        if gone == "cancelled":
            requests.cancel(application, now())
        else:
            db.session.delete(application)
        db.session.commit()
        return kept(sent)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(work, "small", small)
        work.turn()

    assert message(number) is None
    assert not pieces()


def test_pieces_that_never_became_a_message_go_after_two_days(app):
    application, sound = make_application(), recording()
    announced = actions.Announced("a" * 64, len(sound))
    actions.take(application, announced, 0, sound[:1000], now())
    db.session.commit()

    actions.forget_left(now() + timedelta(days=1))
    assert pieces()
    actions.forget_left(now() + timedelta(days=3))

    assert not pieces()
