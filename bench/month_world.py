"""The world of a simulated month: employers, a provider that falters, a clock that jumps."""

import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from webapp import clock
from webapp.extensions import db
from webapp.messages.gateways import Fields, NotTaken, Outgoing, Received, Report, Taken, Unclear
from webapp.offers import actions as offers
from webapp.offers.models import Offer
from webapp.organisations.models import Contact, Organisation

START = datetime(2026, 10, 12, 6, 0, tzinfo=UTC)  # an hour changes and two holidays follow
PLACES = (("69256", 45.7786, 4.9206), ("97411", -20.88, 55.45), ("97105", 16.0, -61.73))
KINDS = ("ei", "aci", "ai", "etti", "geiq", "ea")
PROMISES = (1, 2, 3, 5, 10)
HOUR = timedelta(hours=1)


class Killed(BaseException):
    """The process was killed at this moment: nothing after it runs."""


@dataclass
class Plan:
    """How large a simulation is, and how wild."""

    employers: int = 200
    people: int = 2000
    arrivals: int = 30  # days on which people ask
    tail: int = 200  # days after them at most, for all to end
    step: timedelta = HOUR
    seed: int = 1
    outage: float = 0.03  # chance an hour that the provider stops for some hours
    pause: float = 0.01  # chance an hour that the task process stops for up to two days
    kill: float = 0.004  # chance that a process is killed at a given moment
    unclear: float = 0.005  # chance that a send ends without an answer


@dataclass
class Clock:
    """The clock of the machine, set by hand; it may jump back a little."""

    at: datetime = START
    skew: timedelta = timedelta()

    def now(self) -> datetime:
        """Return what the machine believes."""
        return self.at + self.skew

    def install(self) -> None:
        """Make the product read this clock."""
        own = self

        class Read(datetime):
            """What `datetime.now` says in the product."""

            @classmethod
            def now(cls, tz: object = None) -> datetime:
                return own.now().astimezone(tz or UTC)  # type: ignore[arg-type]

        clock.datetime = Read  # type: ignore[misc, attr-defined]


@dataclass
class Provider:
    """A provider that takes messages, refuses them in an outage, falters, or is cut."""

    plan: Plan
    chance: random.Random
    time: Clock
    name: str = "memory"
    keeps_text: bool = True
    down_until: datetime = START
    sent: list[tuple[datetime, Outgoing]] = field(default_factory=list)
    cut: set[str] = field(default_factory=set)
    new: list[Outgoing] = field(default_factory=list)

    def send(self, message: Outgoing) -> Taken:
        """Take a message: what left is noted, whatever is answered."""
        if self.time.now() < self.down_until:
            raise NotTaken("outage", again=True)
        self.sent.append((self.time.now(), message))
        self.new.append(message)
        if self.chance.random() < self.plan.unclear:
            self.cut.add(message.ref)
            raise Unclear("timeout")
        if self.chance.random() < self.plan.kill:
            self.cut.add(message.ref)
            raise Killed
        return Taken(f"memory-{len(self.sent)}")

    def parse_mo(self, _fields: Fields) -> Received | None:
        """Nothing comes by an address."""

    def parse_dlr(self, _fields: Fields) -> Report | None:
        """Nothing is reported."""

    def fetch(self, provider_id: str) -> Received:
        """Nothing is fetched."""
        raise NotTaken(provider_id, again=False)


def phone(number: int, mobile: bool = True) -> str:
    """Return a number kept for films, or a landline kept for them."""
    if mobile:
        return f"+3363998{number:04d}"
    return f"+3346571{number % 10_000:04d}"


def make_employers(plan: Plan, chance: random.Random) -> list[int]:
    """Make the structures, their two people and one offer each; return the offers."""
    found = []
    for number in range(plan.employers):
        insee, lat, lon = PLACES[0] if chance.random() < 0.8 else chance.choice(PLACES)
        here = Organisation(
            kind=chance.choice(KINDS),
            name=f"Les Ateliers {number}",
            insee=insee,
            lat=lat,
            lon=lon,
            address="8 rue de la Rize",
            phone=phone(number, mobile=False),
            created_at=START,
        )
        people = [contact(here, number, which, chance) for which in (0, 1)]
        offer = Offer(**facts(here, people, chance))
        db.session.add_all([here, offer])
        db.session.flush()
        offers.publish(offer, START)
        found.append(offer.id)
    db.session.commit()
    return found


def contact(here: Organisation, number: int, which: int, chance: random.Random) -> Contact:
    """Make someone who answers; some have a landline, some are away a while."""
    away = chance.random() < 0.15
    begin = START.date() + timedelta(days=chance.randrange(30))
    return Contact(
        organisation=here,
        first_name=("Karim", "Sonia")[which],
        phone=phone(2 * number + which, mobile=chance.random() < 0.85),
        away_from=begin if away else None,
        away_until=begin + timedelta(days=chance.randrange(15)) if away else None,
    )


def facts(here: Organisation, people: list[Contact], chance: random.Random) -> dict[str, object]:
    """Return what makes an offer whole."""
    return {
        **{"organisation": here, "contact": people[0], "backup": people[1]},
        **{"family": "cleaning", "job": "office-cleaning", "rome": "K2204", "contract": "cddi"},
        **{"tasks": ["dust", "sweep"], "insee": here.insee, "lat": here.lat, "lon": here.lon},
        **{"address": "8 rue de la Rize", "week": [[day, 360, 660] for day in range(5)]},
        **{"weekly_minutes": 1500, "pay_cents": 1231, "months": 6, "positions": 3},
        **{"promised_days": chance.choice(PROMISES), "created_at": START, "updated_at": START},
    }


@dataclass
class Log:
    """What happened, counted apart from what the product keeps."""

    made: int = 0
    again: int = 0  # presses that must make nothing new
    kills: int = 0
    pauses: int = 0
    outages: int = 0
    jumps: int = 0
    steps: dict[tuple[object, ...], int] = field(default_factory=lambda: defaultdict(int))
