"""Any operator through Kannel, or what speaks HTTP as its sendsms interface does."""

from dataclasses import dataclass
from urllib.parse import quote, unquote, urlencode, urlsplit, urlunsplit

from webapp.messages.alphabet import is_gsm
from webapp.messages.gateways import Fields, NotTaken, Outgoing, Received, Report, Taken, http
from webapp.messages.settings import Settings

ACCEPTED = 202
FORBIDDEN = 403
DELIVERED, NOT_DELIVERED, REFUSED_BY_NETWORK = 1, 2, 16
WANTED = DELIVERED | NOT_DELIVERED | REFUSED_BY_NETWORK  # reports that settle a message
GSM, WIDE = "0", "2"
NO_ROUTE = "not routable"


@dataclass(frozen=True)
class Kannel:
    """A sendsms interface, with the address at which it tells what became of a message."""

    settings: Settings
    public_url: str
    name = "kannel"
    keeps_text = False

    def send(self, message: Outgoing) -> Taken:
        """Hand a message over; it is known by our own name for it."""
        parts = urlsplit(self.settings.kannel_url)
        host = parts.netloc.rpartition("@")[2]
        url = urlunsplit((parts.scheme, host, parts.path, urlencode(self.fields(message)), ""))
        answer = http.ask("GET", url, {"Accept": "text/plain"})
        if answer.status == ACCEPTED:
            return Taken(message.ref)
        if answer.status == FORBIDDEN and NO_ROUTE in answer.text.casefold():
            raise NotTaken("bad-number", again=False)
        http.refuse(answer)
        raise NotTaken("refused", again=True)  # a success that is no acceptance

    def fields(self, message: Outgoing) -> dict[str, str]:
        """Return what Kannel is told of a message."""
        parts = urlsplit(self.settings.kannel_url)
        told = {
            "username": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "to": message.to,
            "text": message.text,
            "charset": "UTF-8",
            "coding": GSM if is_gsm(message.text) else WIDE,
            "dlr-mask": str(WANTED),
            "dlr-url": self.report_url(message.ref),
        }
        if self.settings.sms_from:
            told["from"] = self.settings.sms_from
        if message.minutes:
            told["validity"] = str(message.minutes)
        return told

    def report_url(self, ref: str) -> str:
        """Return the address that Kannel calls with a report: it writes the status over `%d`."""
        secret = quote(self.settings.inbound_secret, safe="")
        return f"{self.public_url}/sms/etat/kannel?secret={secret}&ref={ref}&status=%d"

    def parse_mo(self, fields: Fields) -> Received | None:
        """Read what Kannel calls us with: `id=%I&from=%p&text=%b`."""
        if not fields.get("id") or not fields.get("from"):
            return None
        return Received(fields["id"], fields["from"], fields.get("text", ""))

    def parse_dlr(self, fields: Fields) -> Report | None:
        """Read a report; those of a message that is still on its way settle nothing."""
        status = fields.get("status", "")
        known = int(status) if status.isdecimal() else 0
        if not fields.get("ref") or not known & WANTED:
            return None
        return Report(delivered=bool(known & DELIVERED), ref=fields["ref"])

    def fetch(self, provider_id: str) -> Received:
        """Nothing is announced: a message comes whole."""
        raise LookupError(provider_id)


def make(settings: Settings, public_url: str) -> Kannel:
    """Return the gateway of these settings."""
    return Kannel(settings, public_url)
