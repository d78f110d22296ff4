"""An information meeting as people see it: what, when, where, how many seats are left."""

from dataclasses import dataclass

from webapp import calendars
from webapp.applications.display import town_line
from webapp.gatherings import words
from webapp.gatherings.models import Gathering
from webapp.i18n import capital
from webapp.i18n import gettext as _
from webapp.offers.words import day_text, distance_text, hours_of
from webapp.phones import Phone


@dataclass(frozen=True)
class Shown:
    """A meeting, with the seats taken in it, and how far it is where a place was given."""

    gathering: Gathering
    held: int = 0
    metres: int | None = None
    waiting: int = 0

    @property
    def title(self) -> str:
        """What it is about."""
        return str(words.TOPICS[self.gathering.topic])

    @property
    def picture(self) -> str:
        """The picture of what it is about."""
        return words.PICTURES[self.gathering.topic]

    @property
    def when_text(self) -> str:
        """The day and the hours, as clocks show them there."""
        zone = calendars.zone(self.gathering.insee)
        begin = self.gathering.starts_at.astimezone(zone)
        minute = begin.hour * 60 + begin.minute
        hours = hours_of([(minute, minute + self.gathering.minutes)])
        return capital(_("%(days)s, %(hours)s", days=day_text(begin.date()), hours=hours))

    @property
    def address_lines(self) -> list[str]:
        """Where to go."""
        return [self.gathering.address, town_line(self.gathering.insee)]

    @property
    def distance_text(self) -> str:
        """How far it is; empty where no place was given."""
        return capital(distance_text(self.metres)) if self.metres is not None else ""

    @property
    def left(self) -> int:
        """How many seats are free."""
        return max(self.gathering.seats - self.held, 0)

    @property
    def phone(self) -> Phone:
        """The number of who welcomes."""
        return Phone(self.gathering.host_phone)
