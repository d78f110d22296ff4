"""Notifications: really sealed, sent to a browser's service, replaced by an SMS when lost."""

import json
from base64 import urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import http_ece
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import select

from tests.factories import make_person, sign_in
from webapp.extensions import db
from webapp.messages import actions, pushing, rules, sweeping, vapid
from webapp.messages.enums import Channel, Kind, Status
from webapp.messages.models import Message, PushSubscription

NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
TEXT = "À deux pas : Karim vous attend demain à 9 h, 8 rue des Tisserands."


def coded(data: bytes) -> str:
    """Bytes as browsers write them."""
    return urlsafe_b64encode(data).rstrip(b"=").decode()


class Service:
    """The service of a maker of browsers, and one browser that opens what it brings."""

    def __init__(self) -> None:
        """Listen on a free port."""
        self.status, self.brought = 201, []
        self.key, self.auth = ec.generate_private_key(ec.SECP256R1()), b"sixteen bytes ok"
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                service.brought.append((dict(self.headers), body))
                self.send_response(service.status)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
        ).start()

    @property
    def sent(self) -> dict[str, str]:
        """What a page tells of this browser."""
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        address = f"http://127.0.0.1:{self.server.server_port}/push/one"
        return {"endpoint": address, "p256dh": coded(point), "auth": coded(self.auth)}

    def opened(self) -> dict[str, str]:
        """The last notification, opened with this browser's key."""
        _headers, body = self.brought[-1]
        told = http_ece.decrypt(body, private_key=self.key, auth_secret=self.auth)
        shown: dict[str, str] = json.loads(told)
        return shown


@pytest.fixture
def service():
    """A browser's service on this machine."""
    made = Service()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def person(app, client, service):
    """Someone whose own phone takes notifications."""
    found = make_person(phone="+33639981234")
    sign_in(client, found)
    assert client.post("/moi/signal", data=service.sent).status_code == 303
    return found


def queued(person, kind: Kind = Kind.MEETING_SOON, key: str = "one") -> Message:
    """A message to this person."""
    message = actions.queue(
        kind=kind, to=person.phone, text=TEXT, key=key, now=NOON, person_id=person.id
    )
    db.session.commit()
    return message


def all_messages() -> list[tuple[str, str, str]]:
    """Each message by channel and state, in order."""
    rows = db.session.scalars(select(Message).order_by(Message.id))
    return [(row.channel, row.status, row.text) for row in rows]


def test_a_notification_reaches_the_browser_and_no_sms_leaves(client, person, service):
    message = queued(person)
    sweeping.turn(lambda: NOON)

    shown = service.opened()
    assert (shown["title"], shown["body"]) == ("À deux pas", TEXT)  # with its accents
    headers = service.brought[0][0]
    assert headers["authorization"].startswith("vapid t=")
    assert headers["content-encoding"] == "aes128gcm"
    assert client.post("/push/recu", data={"ref": shown["ref"]}).status_code == 204
    sweeping.turn(lambda: NOON + timedelta(hours=1))

    db.session.expire_all()
    assert (message.channel, message.status) == (Channel.PUSH, Status.DELIVERED)
    assert len(all_messages()) == 1


def test_one_that_no_phone_shows_in_time_is_replaced_by_an_sms_once(person, service):
    queued(person)
    sweeping.turn(lambda: NOON)
    early, late = NOON + rules.UNSEEN - timedelta(seconds=1), NOON + rules.UNSEEN * 2

    sweeping.turn(lambda: early)
    assert len(all_messages()) == 1
    for _turn in range(2):
        sweeping.turn(lambda: late)

    (push, sms) = all_messages()
    assert push[:2] == (Channel.PUSH, Status.UNKNOWN)
    assert sms[:2] == (Channel.SMS, Status.SENT)
    assert sms[2] == rules.gsm(TEXT)


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_forgotten_and_the_sms_leaves_at_once(person, service, status):
    service.status = status
    queued(person)

    sweeping.turn(lambda: NOON)

    assert [row[:2] for row in all_messages()] == [
        (Channel.PUSH, Status.FAILED),
        (Channel.SMS, Status.SENT),
    ]
    assert db.session.scalars(select(PushSubscription)).all() == []


def test_one_that_was_cut_while_it_left_is_replaced_too(person, service):
    message = queued(person)
    message.status, message.tried_at, message.tries = Status.SENDING, NOON, 1
    db.session.commit()

    for _turn in range(2):
        sweeping.turn(lambda: NOON + rules.UNSEEN * 2)

    assert [row[:2] for row in all_messages()] == [
        (Channel.PUSH, Status.UNKNOWN),
        (Channel.SMS, Status.SENT),
    ]


def test_a_service_that_does_not_answer_is_replaced_by_an_sms(person, service):
    service.server.shutdown()
    service.server.server_close()
    queued(person)

    sweeping.turn(lambda: NOON)

    assert all_messages()[-1][:2] == (Channel.SMS, Status.SENT)


@pytest.mark.parametrize(
    "kind", [Kind.CODE, Kind.CONSENT_ASKED, Kind.PHONE_CHANGED, Kind.REGISTERED]
)
def test_what_is_answered_or_guards_a_page_stays_an_sms(person, kind):
    assert queued(person, kind).channel == Channel.SMS


def test_a_notification_waits_for_the_hours_when_phones_may_ring(person, service):
    night = NOON.replace(hour=22)
    queued(person)

    sweeping.turn(lambda: night)

    assert service.brought == []
    assert all_messages()[0][1] == Status.QUEUED


def test_leaving_this_phone_ends_its_notifications(client, person):
    client.post("/moi/appareils/sortir")

    assert queued(person).channel == Channel.SMS


def test_saying_no_ends_them(client, person):
    page = client.get("/moi/signal")
    assert "Non, plus de signal ici" in page.words

    client.post("/moi/signal", data={})

    assert "Non, plus de signal ici" not in client.get("/moi/signal").words
    assert queued(person).channel == Channel.SMS


def test_a_shared_phone_takes_none(client, service):
    sign_in(client, make_person(), shared=True)

    client.post("/moi/signal", data=service.sent)

    assert db.session.scalars(select(PushSubscription)).all() == []
    assert "Les SMS continuent" in client.get("/moi/signal").words


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc", True),
        ("https://updates.push.services.mozilla.com/wpush/v2/abc", True),
        ("https://web.push.apple.com/abc", True),
        ("http://fcm.googleapis.com/abc", False),
        ("https://fcm.googleapis.com.example.org/abc", False),
        ("https://10.0.0.1/abc", False),
        ("https://fcm.googleapis.com:8443/abc", False),
        ("http://127.0.0.1/abc", False),
        ("not an address", False),
    ],
)
def test_nothing_is_sent_to_an_address_that_a_page_invents(app, address, known):
    app.config["PUBLIC_URL"] = "https://exemple.fr"

    assert pushing.is_known(address) is known


def test_the_keys_are_made_once_and_for_their_owner_alone(tmp_path):
    vapid.make(tmp_path)
    first = vapid.public(tmp_path)
    vapid.make(tmp_path)

    assert vapid.public(tmp_path) == first
    assert len(first) == 87
    assert (tmp_path / vapid.PRIVATE).stat().st_mode & 0o077 == 0


def test_nobody_marks_someone_elses_message_as_seen(client, person):
    other = queued(person, Kind.CONSENT_ASKED, "two")

    client.post("/push/recu", data={"ref": other.public_id})

    db.session.expire_all()
    assert other.status == Status.QUEUED
