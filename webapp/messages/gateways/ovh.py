"""OVHcloud: its signed API; a reply is only announced, and its text fetched with our key."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from webapp.clock import now
from webapp.messages.alphabet import is_gsm
from webapp.messages.gateways import Fields, NotTaken, Outgoing, Received, Report, Taken, http
from webapp.messages.settings import Settings

# Codes of a delivery report (ptt).
DELIVERED = 4
ON_ITS_WAY = frozenset({0, 1, 2, 3, 6})
LONGEST_LIFE = 2880  # minutes


@dataclass(frozen=True)
class Ovh:
    """One SMS account of OVHcloud."""

    settings: Settings
    name = "ovh"
    keeps_text = False

    def send(self, message: Outgoing) -> Taken:
        """Hand a message over, as one that sells nothing: no clause is added, no hour imposed."""
        answer = self.ask("POST", "jobs", self.job(message))
        http.refuse(answer)
        sent = answer.json
        if message.to in sent.get("invalidReceivers", ()):
            raise NotTaken("bad-number", again=False)
        ids = sent.get("ids") or [""]
        return Taken(str(ids[0]))

    def job(self, message: Outgoing) -> dict[str, Any]:
        """Return what OVHcloud is told of a message."""
        told = {
            "message": message.text,
            "receivers": [message.to],
            "charset": "UTF-8",
            "coding": "7bit" if is_gsm(message.text) else "8bit",
            "noStopClause": True,
            "priority": "high",
            "tag": message.ref,
        }
        if self.settings.sms_from:
            told["sender"] = self.settings.sms_from
        else:
            told["senderForResponse"] = True
        if message.minutes:
            told["validityPeriod"] = min(message.minutes, LONGEST_LIFE)
        return told

    def ask(self, method: str, path: str, told: dict[str, Any] | None = None) -> http.Answer:
        """Send a signed request about this account."""
        settings = self.settings
        url = f"{settings.ovh_url}/sms/{settings.ovh_service}/{path}"
        body = json.dumps(told) if told is not None else ""
        at = str(int(now().timestamp()))
        signed = (
            settings.ovh_application_secret,
            settings.ovh_consumer_key,
            method,
            url,
            body,
            at,
        )
        digest = hashlib.sha1("+".join(signed).encode(), usedforsecurity=False).hexdigest()
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "X-Ovh-Application": settings.ovh_application_key,
            "X-Ovh-Consumer": settings.ovh_consumer_key,
            "X-Ovh-Timestamp": at,
            "X-Ovh-Signature": f"$1${digest}",
        }
        return http.ask(method, url, headers, body.encode() or None)

    def parse_mo(self, fields: Fields) -> Received | None:
        """Read the name of a reply, and believe nothing else: OVHcloud's call is not signed."""
        named = fields.get("id", "")
        return Received(named) if named.isdecimal() else None

    def fetch(self, provider_id: str) -> Received:
        """Return a reply that was announced; raise NotTaken while it cannot be had."""
        answer = self.ask("GET", f"incoming/{int(provider_id)}")
        http.refuse(answer)
        told = answer.json
        return Received(provider_id, str(told.get("sender", "")), str(told.get("message", "")))

    def parse_dlr(self, fields: Fields) -> Report | None:
        """Read a report: the name of the job and where it stands."""
        code = fields.get("ptt", "")
        if not fields.get("id") or not code.isdecimal() or int(code) in ON_ITS_WAY:
            return None
        return Report(delivered=int(code) == DELIVERED, provider_id=fields["id"])


def make(settings: Settings, _public_url: str) -> Ovh:
    """Return the gateway of these settings."""
    return Ovh(settings)
