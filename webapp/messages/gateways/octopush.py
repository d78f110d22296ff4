"""Octopush: its public API, with the short number that takes replies."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from webapp.messages.gateways import Fields, NotTaken, Outgoing, Received, Report, Taken, http
from webapp.messages.settings import Settings

DELIVERED = "DELIVERED"
FAILED = frozenset({"NOT_DELIVERED", "NOT_ALLOWED", "BAD_DESTINATION", "BLACKLISTED_NUMBER"})
SENT_BEFORE = "request_id"  # what its refusal names when it already took this message


@dataclass(frozen=True)
class Octopush:
    """One account of Octopush."""

    settings: Settings
    name = "octopush"
    keeps_text = False

    def send(self, message: Outgoing) -> Taken:
        """Hand a message over; our name for it keeps Octopush from sending it twice in 24 hours."""
        answer = http.ask(
            "POST",
            f"{self.settings.octopush_url}/sms-campaign/send",
            {
                "Content-Type": "application/json",
                "api-login": self.settings.octopush_login,
                "api-key": self.settings.octopush_key,
            },
            json.dumps(self.campaign(message)).encode(),
        )
        if 400 <= answer.status < 500 and SENT_BEFORE in answer.text:
            return Taken()
        http.refuse(answer)
        if answer.json.get("number_of_contacts") == 0:
            raise NotTaken("bad-number", again=False)
        return Taken(str(answer.json.get("sms_ticket", "")))

    def campaign(self, message: Outgoing) -> dict[str, Any]:
        """Return what Octopush is told of a message."""
        told: dict[str, Any] = {
            "text": message.text,
            "recipients": [{"phone_number": message.to}],
            "type": "sms_premium",
            "purpose": "alert",
            "with_replies": True,
            "auto_optimize_text": False,
            "request_id": message.ref,
        }
        if self.settings.sms_from:
            told["sender"] = self.settings.sms_from
        return told

    def parse_mo(self, fields: Fields) -> Received | None:
        """Read a reply: it has no name of its own, so its content and its moment name it."""
        sender, text = fields.get("number", ""), fields.get("text", "")
        if not sender:
            return None
        told = (fields.get("message_id", ""), sender, text, fields.get("reception_date", ""))
        return Received(hashlib.sha256("\n".join(told).encode()).hexdigest()[:32], sender, text)

    def parse_dlr(self, fields: Fields) -> Report | None:
        """Read a report: the name of the campaign and where it stands."""
        status, named = fields.get("status", ""), fields.get("message_id", "")
        if not named or status not in FAILED | {DELIVERED}:
            return None
        return Report(delivered=status == DELIVERED, provider_id=named)

    def fetch(self, provider_id: str) -> Received:
        """Nothing is announced: a message comes whole."""
        raise LookupError(provider_id)


def make(settings: Settings, _public_url: str) -> Octopush:
    """Return the gateway of these settings."""
    return Octopush(settings)
