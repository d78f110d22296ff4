"""E-mail to professionals, against a real mail server on this machine."""

import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope

from webapp.messages.gateways import NotTaken, Outgoing, Taken, Unclear
from webapp.messages.gateways.smtp import Smtp
from webapp.messages.settings import Settings

LINK = Outgoing(
    ref="abcd2345",
    to="karim@exemple.fr",
    subject="Entrer dans À deux pas",
    text="Bonjour Karim,\n\nTouchez ce lien : https://deux-pas.example/l/x\nÀ bientôt…\n",
)


class Server:
    """A mail server that keeps what it takes, and answers what a test says."""

    def __init__(self) -> None:
        """Take everything."""
        self.taken: list[Envelope] = []
        self.to_recipient = self.to_text = "250 OK"
        self.hangs_up = False

    async def handle_RCPT(  # noqa: N802  the library's name
        self, _server: object, _session: object, envelope: Envelope, address: str, _options: object
    ) -> str:
        if self.to_recipient.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_recipient

    async def handle_DATA(self, server: Any, _session: object, envelope: Envelope) -> str:  # noqa: N802
        self.taken.append(envelope)
        if self.hangs_up:
            server.transport.abort()
        return self.to_text


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def gateway(server: Server) -> Iterator[Smtp]:
    """The gateway to that server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(server, hostname="127.0.0.1", port=port)
    controller.start()
    yield Smtp(Settings(mail_url=f"smtp://127.0.0.1:{port}", mail_from=SENDER))
    controller.stop()


SENDER = "À deux pas <bonjour@deux-pas.example>"


def written(server: Server) -> EmailMessage:
    """The e-mail that the server took."""
    (envelope,) = server.taken
    content = envelope.content
    assert isinstance(content, bytes)
    return message_from_bytes(content, policy=policy.default)


def test_an_email_is_handed_over_whole(server, gateway):
    assert gateway.send(LINK) == Taken("abcd2345")

    (envelope,) = server.taken
    assert (envelope.mail_from, envelope.rcpt_tos) == (
        "bonjour@deux-pas.example",
        ["karim@exemple.fr"],
    )
    email = written(server)
    assert email["From"] == SENDER
    assert email["To"] == "karim@exemple.fr"
    assert email["Subject"] == "Entrer dans À deux pas"
    assert email["Message-ID"] == "<abcd2345@deux-pas.example>"
    assert email["Auto-Submitted"] == "auto-generated"
    assert email["Date"]
    assert email.get_content_type() == "text/plain"
    assert email.get_content().splitlines() == LINK.text.splitlines()


@pytest.mark.parametrize(
    ("answer", "reason", "again"),
    [
        ("550 No such user", "bad-address", False),
        ("553 Bad mailbox", "bad-address", False),
        ("554 Refused", "refused", False),
        ("450 Try later", "refused", True),
        ("530 Log in first", "our-account", True),
    ],
)
def test_what_a_refused_address_means(server, gateway, answer, reason, again):
    server.to_recipient = answer
    with pytest.raises(NotTaken) as refused:
        gateway.send(LINK)

    assert (refused.value.reason, refused.value.again, server.taken) == (reason, again, [])


@pytest.mark.parametrize(("answer", "again"), [("451 Later", True), ("554 Spam", False)])
def test_a_text_that_is_refused_was_not_taken(server, gateway, answer, again):
    server.to_text = answer
    with pytest.raises(NotTaken) as refused:
        gateway.send(LINK)

    assert refused.value.again is again


def test_a_server_that_hangs_up_on_the_text_may_have_taken_it(server, gateway):
    server.hangs_up = True
    with pytest.raises(Unclear):
        gateway.send(LINK)


def test_a_server_that_nobody_reaches_took_nothing():
    gateway = Smtp(Settings(mail_url="smtp://127.0.0.1:1", mail_from=SENDER))
    with pytest.raises(NotTaken) as refused:
        gateway.send(LINK)

    assert (refused.value.reason, refused.value.again) == ("unreachable", True)


def test_a_password_is_never_told_in_clear(server, gateway):
    url = gateway.settings.mail_url.replace("smtp://", "smtp://name:secret@")
    with pytest.raises(NotTaken) as refused:
        Smtp(Settings(mail_url=url, mail_from=SENDER)).send(LINK)

    assert (refused.value.again, server.taken) == (True, [])


@pytest.mark.parametrize(
    "bad",
    [
        {"subject": "Bonjour\nBcc: all@exemple.fr"},
        {"to": "karim@exemple.fr\nBcc: all@exemple.fr"},
        {"to": "karim exemple.fr"},
    ],
)
def test_nobody_writes_headers_of_their_own(server, gateway, bad):
    message = Outgoing(**{"ref": "abcd2345", "to": LINK.to, "subject": "x", "text": "x"} | bad)
    with pytest.raises(NotTaken) as refused:
        gateway.send(message)

    assert (refused.value.reason, refused.value.again) == ("bad-address", False)
    assert server.taken == []
