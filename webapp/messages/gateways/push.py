"""Notifications: sealed for one browser each, and handed to the service of its maker."""

import json
from dataclasses import dataclass
from pathlib import Path

from flask import current_app

from webapp.messages import vapid
from webapp.messages.gateways import Fields, NotTaken, Outgoing, Received, Report, Taken
from webapp.messages.settings import Settings

PATIENCE = 10.0  # seconds
GONE = (404, 410)  # this browser takes no notification any more
MINUTE = 60
NAME = "À deux pas"


@dataclass(frozen=True)
class Push:
    """The services of the makers of browsers, whichever a browser named."""

    contact: str  # whom a service writes to when we send badly
    key: Path
    name = "push"
    keeps_text = True  # it is the text of the SMS that replaces it, if nobody saw it

    def send(self, message: Outgoing) -> Taken:
        """Send to each browser of the person; raise NotTaken where none took it."""
        gone, taken = [], 0
        for browser in message.browsers:
            status = self.send_to(browser.endpoint, browser.keys, message)
            taken += status < 300
            if status in GONE:
                gone.append(browser.endpoint)
        if not taken:
            raise NotTaken("no-browser", again=False, gone=tuple(gone))
        return Taken(message.ref, gone=tuple(gone))

    def send_to(self, endpoint: str, keys: dict[str, str], message: Outgoing) -> int:
        """Return the status that a service answers; 503 where it does not."""
        from pywebpush import WebPushException, webpush
        from requests import RequestException

        try:
            answer = webpush(
                {"endpoint": endpoint, "keys": keys},
                self.told(message),
                vapid_private_key=str(self.key),
                vapid_claims={"sub": self.contact},
                ttl=message.minutes * MINUTE,
                timeout=PATIENCE,
            )
        except WebPushException as refusal:
            return refusal.response.status_code if refusal.response is not None else 503
        except (RequestException, ValueError):  # unreachable, or keys that seal nothing
            return 503
        return int(answer.status_code)

    def told(self, message: Outgoing) -> str:
        """Return what the worker shows: on a locked screen others may read it too."""
        return json.dumps(
            {
                "title": NAME,
                "body": message.text,
                "lang": "fr",
                "dir": "ltr",
                "ref": message.ref,
                "url": "/suivi",
            }
        )

    def parse_mo(self, fields: Fields) -> Received | None:
        """Nobody answers a notification."""
        return None

    def parse_dlr(self, fields: Fields) -> Report | None:
        """The worker tells that it was shown; no service does."""
        return None

    def fetch(self, provider_id: str) -> Received:
        """Nothing is announced."""
        raise LookupError(provider_id)


def make(_settings: Settings, public_url: str) -> Push:
    """Return the gateway of this instance."""
    folder, email = current_app.config["DATA_DIR"], current_app.config["CONTACT_EMAIL"]
    vapid.make(folder)
    site = public_url if public_url.startswith("https:") else "mailto:dev@localhost"
    return Push(f"mailto:{email}" if email else site, folder / vapid.PRIVATE)
