"""A phone without internet, through a real Kannel: a misspelled search, PLUS, 1, a first name.

Run as a program in a network of its own. It prints, as one JSON object, what the phone got and the
request that was made.
"""

import json
import os
import socket
import sys
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import unquote_plus

from sqlalchemy import select

from tests.factories import make_contact, make_offer, make_organisation
from tests.messages import kannel_journey as kannel
from webapp import create_app
from webapp.applications.models import Application
from webapp.extensions import db

PHONE, SERVICE = "+33639980007", "38001"


class Phone:
    """What speaks to Kannel's fake operator as a phone does: a line a message."""

    def __init__(self) -> None:
        """Join the operator."""
        self.line = socket.create_connection(("127.0.0.1", kannel.OPERATOR))
        self.line.settimeout(kannel.PATIENCE)
        self.rest = b""
        self.got: list[str] = []

    def say(self, text: str) -> None:
        """Send a message."""
        self.line.sendall(f"{PHONE} {SERVICE} text {text}\n".encode())

    def hear(self, words: str) -> None:
        """Wait for a message, whole or its part, that holds these words."""
        while not any(words in text for text in self.got):
            try:
                self.rest += self.line.recv(4096)
            except TimeoutError as late:
                raise TimeoutError(f"{words!r} is not in {self.got}") from late
            *whole, self.rest = self.rest.split(b"\n")
            for line in whole:
                self.keep(line.decode("utf-8", "replace"))

    def keep(self, line: str) -> None:
        """Keep a message, one part of it, or its next line."""
        if line.startswith(f"{SERVICE} "):
            self.got.append(self.text_of(line))
        elif self.got:
            self.got[-1] += f"\n{line}"

    @staticmethod
    def text_of(line: str) -> str:
        """Return the words of a message, or of one part of it."""
        _from, _to, kind, *rest = line.split(" ", 3)
        text = "".join(rest)
        return unquote_plus(text.split(" ", 1)[-1] if kind.startswith("udh") else text)


def main() -> None:
    """Make the journey and print what happened."""
    folder = Path(sys.argv[1])
    kannel.bring_loopback_up()
    os.environ.update(kannel.environment(folder))
    conf = folder / "kannel.conf"
    whole = kannel.CONF.read_text("utf-8").replace("{secret}", kannel.SECRET)
    conf.write_text(whole, encoding="utf-8")
    with ExitStack() as started:
        start = started.enter_context
        app = create_app()
        with app.app_context():
            make_offers()
        tasks = [sys.executable, "-m", "webapp.operations.tasks"]
        start(kannel.running(tasks, folder / "tasks.log"))
        start(kannel.running(["bearerbox", str(conf)], folder / "bearerbox.log"))
        start(kannel.serving(app))
        kannel.until(lambda: kannel.listens(kannel.BOXES), "bearerbox")
        start(kannel.running(["smsbox", str(conf)], folder / "smsbox.log"))
        kannel.until(lambda: kannel.listens(kannel.SENDSMS), "smsbox")
        kannel.until((folder / "heartbeats/tasks.json").exists, "the task process")
        with app.app_context():
            print(json.dumps(journey(Phone())))


def make_offers() -> None:
    """Publish four offers of cleaning around Vaulx-en-Velin."""
    here = make_organisation()
    contact = make_contact(organisation=here)
    for number in range(4):
        make_offer(contact=contact, lat=45.7786 + number / 100)


def journey(phone: Phone) -> dict[str, object]:
    """Say each message once the answer to the one before was heard."""
    phone.say("Menaje 69120")
    phone.hear("PLUS : la suite")
    phone.say("PLUSS")
    phone.hear("Répondez 1 : on vous appelle")
    phone.say("1")
    phone.hear("Votre prénom ?")
    phone.say("fatou")
    phone.hear("Karim vous appelle au plus tard")
    asked = db.session.scalars(select(Application)).all()
    made = [(one.first_name, one.phone, one.way, one.offer.lat) for one in asked]
    return {"got": phone.got, "asked": made}


if __name__ == "__main__":
    main()
