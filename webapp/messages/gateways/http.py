"""One HTTP request to a provider: what is certain is told apart from what nobody knows."""

import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from webapp.messages.gateways import NotTaken, Unclear

CONNECT, ANSWER = 5.0, 10.0  # seconds
LONGEST = 64 * 1024  # bytes of an answer that are read
BUSY = (429, 503)  # it did not take the message, and may in a while
OURS = (401, 402, 403)  # our key or our credit: nothing is wrong with the message


@dataclass(frozen=True)
class Answer:
    """What a provider answered."""

    status: int
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")

    @property
    def json(self) -> dict[str, Any]:
        """The body as a JSON object; empty when it is none."""
        try:
            found = json.loads(self.body)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}


def ask(method: str, url: str, headers: Mapping[str, str], body: bytes | None = None) -> Answer:
    """Send a request and return its answer.

    Raise NotTaken when the provider could not be reached, Unclear when it was and did not answer.
    """
    parts = urlsplit(url)
    connection = connect(parts.scheme, parts.hostname or "", parts.port)
    try:
        path = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        connection.request(method, path, body=body, headers=dict(headers))
        response = connection.getresponse()
        return Answer(response.status, response.read(LONGEST))
    except (OSError, HTTPException) as error:
        raise Unclear("no-answer") from error
    finally:
        connection.close()


def connect(scheme: str, host: str, port: int | None) -> HTTPConnection:
    """Return an open connection; raise NotTaken when the provider cannot be reached."""
    connection = (
        HTTPSConnection(host, port, timeout=CONNECT, context=ssl.create_default_context())
        if scheme == "https"
        else HTTPConnection(host, port, timeout=CONNECT)
    )
    try:
        connection.connect()
    except OSError as error:
        connection.close()
        raise NotTaken("unreachable", again=True) from error
    connection.sock.settimeout(ANSWER)
    return connection


def refuse(answer: Answer) -> None:
    """Raise what an answer means that is no success."""
    if answer.status in BUSY:
        raise NotTaken("busy", again=True)
    if answer.status in OURS:
        raise NotTaken("our-account", again=True)
    if 400 <= answer.status < 500:
        raise NotTaken("refused", again=False)
    if not 200 <= answer.status < 300:
        raise Unclear("bad-answer")
