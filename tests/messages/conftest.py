"""What tests of messages share: a provider in memory, a clock that tests move, an outbox."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from tests.messages.memory import Memory, install
from webapp.extensions import db
from webapp.messages import actions, queries, sweeping
from webapp.messages.enums import Kind
from webapp.messages.models import Message
from webapp.people.models import Person

FRIDAY = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)  # ten o'clock in Paris
NUMBER = "+33639980001"


class Outbox:
    """Queue messages and sweep them at a moment of the test's choice."""

    def __init__(self) -> None:
        """Begin on a Friday at ten."""
        self.now = FRIDAY
        self.queued = 0

    def queue(self, **facts: object) -> Message:
        """Queue and commit a message, with the given facts instead of the usual ones."""
        self.queued += 1
        usual = {
            "kind": Kind.NEW_DEVICE,
            "to": NUMBER,
            "text": "Un nouvel appareil est ouvert.",
            "key": f"test-{self.queued}",
            "now": self.now,
        }
        message = actions.queue(**usual | facts)
        db.session.commit()
        return message

    def later(self, **wait: float) -> None:
        """Let time pass."""
        self.now += timedelta(**wait)

    def sweep(self) -> sweeping.Swept:
        """Send what is due, as the task process does."""
        swept = sweeping.turn(lambda: self.now)
        db.session.expire_all()
        return swept

    def statuses(self, to: str = NUMBER) -> list[str]:
        """What became of each message to a number, in the order they were queued."""
        return [str(message.status) for message in queries.outbox(to)]


@pytest.fixture
def outbox(app: Flask) -> Outbox:
    """The outbox, on a Friday at ten."""
    return Outbox()


@pytest.fixture
def provider(app: Flask) -> Memory:
    """The provider that carries this application's SMS."""
    memory = Memory()
    install(app, memory, inbound_secret="s" * 40)
    return memory


@pytest.fixture
def second(app: Flask, provider: Memory) -> Memory:
    """The provider tried on repeat."""
    memory = Memory(name="second")
    install(app, provider, memory, inbound_secret="s" * 40)
    return memory


@pytest.fixture
def person(app: Flask) -> Person:
    """Someone with a phone."""
    made = Person(
        first_name="Fatou", phone=NUMBER, created_at=FRIDAY, active_on=FRIDAY.date(), settings={}
    )
    db.session.add(made)
    db.session.commit()
    return made
