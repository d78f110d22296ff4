"""E-mail to professionals, handed to a mail server."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from urllib.parse import SplitResult, unquote, urlsplit

from webapp.clock import now
from webapp.messages.gateways import Fields, NotTaken, Outgoing, Received, Report, Taken, Unclear
from webapp.messages.settings import Settings

PATIENCE = 10.0  # seconds for each step
FOR_GOOD = 500  # from this code on, the server will not change its mind
NOT_THIS_ADDRESS = (550, 551, 553)
OUR_LOGIN = (530, 534, 535, 538)


@dataclass(frozen=True)
class Smtp:
    """A mail server, at an address like `smtp://name:password@host:587`."""

    settings: Settings
    name = "smtp"
    keeps_text = False

    def send(self, message: Outgoing) -> Taken:
        """Hand an e-mail over: until its text is sent, nothing has left."""
        written = self.write(message)
        with self.connected() as server:
            self.accept(server.mail(self.sender))
            self.accept(server.rcpt(message.to))
            try:
                code, _said = server.data(written.as_bytes())
            except smtplib.SMTPDataError as error:
                raise refusal(error.smtp_code) from error
            except (OSError, smtplib.SMTPException) as error:
                raise Unclear("no-answer") from error
            self.accept((code, b""))
        return Taken(message.ref)

    @property
    def sender(self) -> str:
        """The bare address that sends."""
        return parseaddr(self.settings.mail_from)[1]

    def write(self, message: Outgoing) -> EmailMessage:
        """Return the e-mail; raise NotTaken when its headers cannot be written."""
        written = EmailMessage(policy=SMTP)
        try:
            written["From"] = self.settings.mail_from
            written["To"] = Address(addr_spec=message.to)
            written["Subject"] = message.subject
        except (ValueError, IndexError) as error:
            raise NotTaken("bad-address", again=False) from error
        written["Date"] = format_datetime(now())
        written["Message-ID"] = f"<{message.ref}@{self.sender.rpartition('@')[2]}>"
        written["Auto-Submitted"] = "auto-generated"
        written.set_content(message.text)
        return written

    @contextmanager
    def connected(self) -> Iterator[smtplib.SMTP]:
        """Give an open session; raise NotTaken for what goes wrong before the text is sent."""
        try:
            server = self.open()
        except smtplib.SMTPResponseException as error:
            raise refusal(error.smtp_code) from error
        except (OSError, smtplib.SMTPException) as error:
            raise NotTaken("unreachable", again=True) from error
        try:
            yield server
        except smtplib.SMTPResponseException as error:
            raise refusal(error.smtp_code) from error
        except (OSError, smtplib.SMTPException) as error:
            raise NotTaken("unreachable", again=True) from error
        finally:
            server.close()

    def open(self) -> smtplib.SMTP:
        """Return a session, encrypted before a password is told."""
        parts = urlsplit(self.settings.mail_url)
        host = parts.hostname or ""
        context = ssl.create_default_context()
        server: smtplib.SMTP
        if parts.scheme == "smtps":
            port = parts.port or smtplib.SMTP_SSL_PORT
            server = smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=context)
        else:
            server = smtplib.SMTP(host, parts.port or smtplib.SMTP_PORT, timeout=PATIENCE)
        try:
            greet(server, parts, context)
        except BaseException:
            server.close()
            raise
        return server

    def accept(self, answer: tuple[int, bytes]) -> None:
        """Raise what an answer means that is no success."""
        if not 200 <= answer[0] < 300:
            raise refusal(answer[0])

    def parse_mo(self, fields: Fields) -> Received | None:
        """Nobody calls us back."""
        return None

    def parse_dlr(self, fields: Fields) -> Report | None:
        """Nobody calls us back."""
        return None

    def fetch(self, provider_id: str) -> Received:
        """Nothing is announced."""
        raise LookupError(provider_id)


def greet(server: smtplib.SMTP, parts: SplitResult, context: ssl.SSLContext) -> None:
    """Encrypt the session where the server can, or must since a password is told; tell it."""
    server.ehlo()
    if parts.scheme == "smtp" and (parts.username or server.has_extn("starttls")):
        server.starttls(context=context)
        server.ehlo()
    if parts.username:
        server.login(unquote(parts.username), unquote(parts.password or ""))


def refusal(code: int) -> NotTaken:
    """Return what a refusal of the server means, by its code."""
    if code in OUR_LOGIN:
        return NotTaken("our-account", again=True)
    reason = "bad-address" if code in NOT_THIS_ADDRESS else "refused"
    return NotTaken(reason, again=code < FOR_GOOD)


def make(settings: Settings, _public_url: str) -> Smtp:
    """Return the gateway of these settings."""
    return Smtp(settings)
