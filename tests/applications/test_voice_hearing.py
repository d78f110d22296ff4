"""Who hears a message: the employer of that offer and the person, and each hearing is noted."""

from base64 import b64decode
from datetime import timedelta

import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import OperationalError

from tests.applications.sounds import recording
from tests.factories import make_account, make_application, make_offer, make_person, sign_in
from webapp import sealing
from webapp.applications.models import Application
from webapp.applications.voice import actions, work
from webapp.applications.voice.models import VoiceMessage, VoicePiece
from webapp.clock import now
from webapp.extensions import db
from webapp.people import exporting
from webapp.people.models import JournalEntry


@pytest.fixture
def person(app):
    return make_person()


@pytest.fixture
def employer(app):
    return make_account("employer")


@pytest.fixture
def asked(person, employer):
    """A request with a voice message that is ready."""
    offer = make_offer(organisation=employer.organisation)
    asked = make_application(offer=offer, person_id=person.id, first_name="Fatou")
    actions.keep_file(asked, recording(), now())
    db.session.commit()
    work.turn()
    return asked


def sound_of(asked):
    return f"/employeur/demandes/{asked.public_id}/message/son"


def held(asked):
    db.session.expire_all()
    return sealing.unseal_bytes(asked.messages[0].sealed)


def lines():
    found = select(JournalEntry).where(JournalEntry.act == "heard").order_by(JournalEntry.id)
    return db.session.scalars(found).all()


def test_the_employer_hears_it_from_the_first_page_in_one_press(client, asked, employer):
    sign_in(client, employer)
    player = client.get("/employeur/").one(f'audio[src="{sound_of(asked)}"]')

    answer = client.get(player.attributes["src"])

    assert "preload" in player.attributes
    assert answer.mimetype == "audio/mpeg"
    assert answer.data == held(asked)
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("range_", "status", "part"),
    [
        ("bytes=0-", 206, slice(0, None)),
        ("bytes=100-199", 206, slice(100, 200)),
        ("bytes=-50", 206, slice(-50, None)),
        ("bytes=999999-", 416, None),
    ],
)
def test_a_player_gets_the_part_it_asks_for(client, asked, employer, range_, status, part):
    sign_in(client, employer)

    answer = client.get(sound_of(asked), headers={"Range": range_})

    assert answer.status_code == status
    if part:
        whole = held(asked)
        assert answer.data == whole[part]
        assert answer.headers["Content-Range"].endswith(f"/{len(whole)}")
    assert client.get(sound_of(asked)).headers["Accept-Ranges"] == "bytes"


def test_each_hearing_is_noted_once_and_the_person_reads_it(
    app, client, asked, employer, person, at
):
    sign_in(client, employer)
    for begin in (0, 2000, 4000):  # the parts of one hearing
        client.get(sound_of(asked), headers={"Range": f"bytes={begin}-"})
    assert len(lines()) == 1

    at(now() + timedelta(hours=1))
    client.get(sound_of(asked))

    assert [line.account_id for line in lines()] == [employer.id] * 2
    assert lines()[0].about == {"request": asked.public_id}
    theirs = app.test_client()
    sign_in(theirs, person)
    assert "Message ouvert" in theirs.get("/moi/donnees").text
    assert "Karim a ouvert votre message." in theirs.get(f"/demande/{asked.public_id}").text


def test_nothing_is_heard_that_could_not_be_noted(client, asked, employer, monkeypatch):
    def broken(*_args: object, **_kwargs: object) -> None:
        raise OperationalError("", {}, Exception())

    sign_in(client, employer)
    monkeypatch.setattr(actions.journal, "note", broken)

    answer = client.get(sound_of(asked))

    assert answer.status_code == 503
    assert not asked.messages[0].opened_at


def test_other_employers_advisers_and_visitors_hear_nothing(app, client, asked):
    for role in ("employer", "lead", "adviser"):
        other = app.test_client()
        sign_in(other, make_account(role))
        assert other.get(sound_of(asked)).status_code in (403, 404)
        assert other.get(f"/suivi/demandes/{asked.public_id}/message/son").status_code == 403
    assert client.get(sound_of(asked)).status_code == 303  # to the door
    assert "<audio" not in client.get(f"/demande/{asked.public_id}").text
    assert not lines()


def test_the_person_hears_it_again_in_their_follow_up(client, asked, person):
    sign_in(client, person)

    player = client.get("/suivi").one("audio")

    assert client.get(player.attributes["src"]).data == held(asked)
    assert not lines()


def test_a_written_message_is_read_on_a_page_of_its_own(client, asked, employer):
    actions.keep_text(asked, "Je suis libre <lundi>.", now())
    db.session.commit()
    sign_in(client, employer)
    home = client.get("/employeur/")
    assert "libre" not in home.text

    page = client.get(f"/employeur/demandes/{asked.public_id}/message")

    assert page.one("blockquote").text(strip=True) == "Je suis libre <lundi>."
    assert len(lines()) == 1


def test_the_copy_of_ones_data_holds_the_message(app, asked, person):
    (told,) = exporting.everything(person, now())["requests"]

    assert b64decode(told["message"]["sound"]) == held(asked)
    assert told["message"]["seconds"] == 3


def test_it_goes_with_the_request(database, app, asked):
    db.session.execute(delete(Application).where(Application.id == asked.id))
    db.session.commit()

    assert not db.session.scalars(select(VoiceMessage)).all()
    assert not db.session.scalars(select(VoicePiece)).all()


def test_a_new_key_seals_what_was_said_again(app, asked):
    before = held(asked)
    leaving = make_application()
    actions.take(leaving, actions.Announced("b" * 64, 9000), 0, recording()[:5000], now())
    db.session.commit()

    sealing.add_key()
    sealing.reseal(db.session.commit)
    sealing.remove_old_keys()
    sealing.opened.cache_clear()

    assert held(asked) == before
    assert work.queries.bytes_of(leaving.messages[0]) == recording()[:5000]
