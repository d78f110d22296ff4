"""A provider that keeps what it is given, and refuses or falters when a test says so."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from flask import Flask

from webapp.messages.gateways import Fields, Outgoing, Received, Report, Taken
from webapp.messages.settings import Settings

names = count(1)


@dataclass
class Memory:
    """Take every message, but for what `fails` raises, one a try."""

    name: str = "memory"
    keeps_text: bool = False
    taken: list[Outgoing] = field(default_factory=list)
    fails: list[Exception] = field(default_factory=list)
    inbox: dict[str, Received] = field(default_factory=dict)
    during: Callable[[Outgoing], object] = lambda _message: None

    def send(self, message: Outgoing) -> Taken:
        self.during(message)
        if self.fails:
            raise self.fails.pop(0)
        self.taken.append(message)
        return Taken(f"{self.name}-{next(names)}")

    def parse_mo(self, fields: Fields) -> Received | None:
        return Received(fields["id"], fields.get("from", ""), fields.get("text", ""))

    def parse_dlr(self, fields: Fields) -> Report | None:
        return Report(delivered=fields["status"] == "ok", provider_id=fields["id"])

    def fetch(self, provider_id: str) -> Received:
        return self.inbox[provider_id]


def install(app: Flask, *gateways: Memory, **settings: object) -> None:
    """Let these providers send the application's SMS, the first one usually."""
    first, *others = gateways
    app.config["MESSAGES"] = Settings(
        sms=first.name, sms_second=others[0].name if others else "", **settings
    )
    app.extensions["gateways"] = {gateway.name: gateway for gateway in gateways}
