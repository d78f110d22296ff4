"""Who carries messages, behind one small interface: send, read a reply, read a delivery report."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from flask import current_app

from webapp.messages.settings import Settings

Fields = Mapping[str, str]  # what a provider tells us, whether in the address, a form or JSON


@dataclass(frozen=True)
class Browser:
    """Where a notification goes, and what it is sealed with."""

    endpoint: str
    p256dh: str
    auth: str

    @property
    def keys(self) -> dict[str, str]:
        """The keys as their library takes them."""
        return {"p256dh": self.p256dh, "auth": self.auth}


@dataclass(frozen=True)
class Outgoing:
    """A message about to leave."""

    ref: str  # its public name: a provider gives it back in its reports
    to: str  # E.164, or an e-mail address
    text: str
    subject: str = ""
    minutes: int = 0  # of use; 0 when it is not said
    browsers: tuple[Browser, ...] = ()  # of a notification


@dataclass(frozen=True)
class Taken:
    """A provider took the message, under this name of its own."""

    provider_id: str = ""
    gone: tuple[str, ...] = ()  # browsers that take no notification any more


class NotTaken(Exception):
    """A provider clearly refused the message: it did not leave, and may be tried again or not."""

    def __init__(self, reason: str, *, again: bool, gone: tuple[str, ...] = ()) -> None:
        """Keep the reason, by a stable key, and whether another try may do better."""
        super().__init__(reason)
        self.reason = reason
        self.again = again
        self.gone = gone  # browsers that take no notification any more


class Unclear(Exception):
    """Nobody knows whether the message left: it must not be sent again blindly."""

    def __init__(self, reason: str) -> None:
        """Keep the reason, by a stable key."""
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Received:
    """A message that someone sent us; without a sender, its text is still to be fetched."""

    provider_id: str
    sender: str = ""
    text: str = ""


@dataclass(frozen=True)
class Report:
    """What became of a message: known by our name for it, or by the provider's."""

    delivered: bool
    ref: str = ""
    provider_id: str = ""


class Gateway(Protocol):
    """What carries messages."""

    name: str
    keeps_text: bool  # what is sent stays readable in the outbox: for developers alone

    def send(self, message: Outgoing) -> Taken:
        """Hand a message over; raise NotTaken, or Unclear when it may have left."""

    def parse_mo(self, fields: Fields) -> Received | None:
        """Read a message that someone sent us; None when these fields tell of none."""

    def parse_dlr(self, fields: Fields) -> Report | None:
        """Read a delivery report; None when it settles nothing."""

    def fetch(self, provider_id: str) -> Received:
        """Return the whole of a message that was only announced."""


def find(name: str) -> Gateway:
    """Return a gateway of this application by its name; raise KeyError for an unknown one."""
    made: dict[str, Gateway] = current_app.extensions.setdefault("gateways", {})
    if name not in made:
        made[name] = MAKERS[name](current_app.config["MESSAGES"], current_app.config["PUBLIC_URL"])
    return made[name]


def is_used(name: str) -> bool:
    """Return whether this application sends SMS by this gateway, so that it may call us back."""
    settings: Settings = current_app.config["MESSAGES"]
    return name in settings.sms_gateways


def make(module: str) -> Callable[[Settings, str], Gateway]:
    """Return a function that loads a gateway's module when it is first used, and makes it."""

    def load(settings: Settings, public_url: str) -> Gateway:
        from importlib import import_module

        loaded: Any = import_module(f"webapp.messages.gateways.{module}")
        gateway: Gateway = loaded.make(settings, public_url)
        return gateway

    return load


MAKERS = {name: make(name) for name in ("console", "kannel", "ovh", "octopush", "smtp", "push")}
