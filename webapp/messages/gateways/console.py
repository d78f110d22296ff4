"""For development: nothing leaves; the outbox itself is shown on the developers' page."""

from webapp.messages.gateways import Fields, Outgoing, Received, Report, Taken
from webapp.messages.settings import Settings


class Console:
    """Take every message, and send none."""

    name = "console"
    keeps_text = True

    def send(self, message: Outgoing) -> Taken:
        """Take a message: the outbox keeps its text."""
        return Taken(message.ref)

    def parse_mo(self, fields: Fields) -> Received | None:
        """Nobody calls us back."""
        return None

    def parse_dlr(self, fields: Fields) -> Report | None:
        """Nobody calls us back."""
        return None

    def fetch(self, provider_id: str) -> Received:
        """Nothing is announced."""
        raise LookupError(provider_id)


def make(_settings: Settings, _public_url: str) -> Console:
    """Return the console."""
    return Console()
