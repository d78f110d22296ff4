"""What waits for a professional: each feature says its part, and one page shows all of it.

A feature has a `followup.py`, named in `FOLLOWED` of the application, in which a function is a
`source` of things that are due. A source reads in a fixed number of queries, however many people
there are, and gives at most `MOST` things, those that are late first.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from flask_babel.speaklater import LazyString

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.organisations.models import Organisation
from webapp.people.models import Person

MOST = 100


@dataclass(frozen=True, kw_only=True)
class Kind:
    """How things of one kind are shown: a title that facts complete, and the verb of the act."""

    title: LazyString  # `%(name)s` is the person's first name; the other names are facts
    press: LazyString
    picture: str = "clock"
    alert: Callable[[int], str] | None = None  # how many, in the letter of the day; else untold


@dataclass(frozen=True, kw_only=True)
class Due:
    """One thing that waits: what, about whom, until when, and where one press deals with it."""

    kind: str  # a key of KINDS
    address: str
    facts: Mapping[str, Any] = field(default_factory=dict)  # what completes the title: no sentence
    person: Person | None = None
    organisation: Organisation | None = None  # whom it is with, where that is no person
    on: date | None = None  # the last day on which it is in time
    at: datetime | None = None  # the same, where it is an hour
    late: bool = False

    @property
    def day(self) -> date | None:
        """The day by which it is due, as clocks show it here."""
        return self.at.astimezone(PARIS).date() if self.at else self.on

    @property
    def title(self) -> str:
        """What is to be done, in words."""
        name = {"name": self.person.first_name} if self.person else {}
        return str(KINDS[self.kind].title) % {**name, **self.facts}

    @property
    def order(self) -> tuple[bool, date, datetime, str]:
        """What sorts things: late first, then by their day and hour; those without one last."""
        hour = self.at or NEVER
        return (not self.late, self.day or date.max, hour, self.address)


NEVER = datetime.max.replace(tzinfo=PARIS)


class Source(Protocol):
    """What waits for an account at a moment: of its own people, or of `everyone` it answers for."""

    def __call__(self, account: Account, at: datetime, *, everyone: bool) -> Sequence[Due]:
        """Return what is due."""


KINDS: dict[str, Kind] = {}
SOURCES: dict[str, Source] = {}
TELLING: set[str] = set()  # the sources of which something is told in the letter of the day


def source(name: str, kinds: Mapping[str, Kind]) -> Callable[[Source], Source]:
    """Return a decorator that makes a function a source of these kinds of things."""

    def register(read: Source) -> Source:
        SOURCES[name] = read
        if any(kind.alert for kind in kinds.values()):
            TELLING.add(name)
        KINDS.update(kinds)
        return read

    return register


def waiting(account: Account, at: datetime, *, everyone: bool = False) -> list[Due]:
    """Return all that waits for an account, late first; for `everyone` of its structure's people.

    Only a lead may ask for everyone: the page that calls this says so.
    """
    found = [one for read in SOURCES.values() for one in read(account, at, everyone=everyone)]
    return sorted(found, key=lambda one: one.order)


def alerts(account: Account, at: datetime) -> list[Due]:
    """Return what waits for an account of what is told in the letter of the day, late first.

    Only the sources that tell something there are asked: a night writes to everyone.
    """
    found = [one for name in TELLING for one in SOURCES[name](account, at, everyone=False)]
    return sorted((one for one in found if KINDS[one.kind].alert), key=lambda one: one.order)
