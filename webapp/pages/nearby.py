"""Where a human helps near a place: the town halls around, with what to know before going."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from webapp.offers.words import distance_text, week_sentences
from webapp.organisations.models import HelpPlace
from webapp.organisations.queries import help_places_near
from webapp.phones import Phone
from webapp.places import queries as places
from webapp.places.queries import Commune
from webapp.places.rules import distance

LONGEST = 80  # characters read of a typed place
SHOWN = 3


@dataclass(frozen=True)
class Helping:
    """A help place, ready to be shown."""

    place: HelpPlace
    lat: float
    lon: float

    @property
    def distance_text(self) -> str:
        """How far it is, in words."""
        place = self.place
        return distance_text(distance(self.lat, self.lon, place.lat, place.lon).metres)

    @property
    def phone(self) -> Phone | None:
        """Its number, where it has one."""
        return Phone(self.place.phone) if self.place.phone else None

    @property
    def hours(self) -> list[str]:
        """When it is open, a sentence for each set of hours; empty when unknown."""
        return week_sentences(self.place.hours)


class Nearby:
    """What the page of help shows for the words typed, or for the point given."""

    def __init__(self, args: Mapping[str, str]) -> None:
        """Read the address of the page: `ou`, or `lat` and `lon`."""
        self.where = " ".join(args.get("ou", "")[:LONGEST].split())
        self.args = args

    @cached_property
    def towns(self) -> list[Commune]:
        """The communes that the words may mean, the likeliest first."""
        return places.choices(self.where) if self.where else []

    @cached_property
    def point(self) -> tuple[float, float] | None:
        """Where to look from, in degrees: the town typed, else the person's own position."""
        if self.towns:
            return self.towns[0].lat, self.towns[0].lon
        try:
            lat, lon = float(self.args["lat"]), float(self.args["lon"])
        except (KeyError, ValueError):
            return None
        return (lat, lon) if -90 <= lat <= 90 and -180 <= lon <= 180 else None

    @property
    def town(self) -> str:
        """The name of the town typed; empty when the position is the person's own."""
        return self.towns[0].name if self.towns else ""

    @property
    def other_towns(self) -> list[tuple[str, str]]:
        """The other towns that the words may mean: a name with département, and words for it."""
        return [
            (
                f"{town.name} ({places.departement_name(town.departement)})",
                f"{town.name} {town.postcodes[0] if town.postcodes else town.departement}",
            )
            for town in self.towns[1:]
        ]

    @property
    def unknown(self) -> bool:
        """Whether something was typed that no commune resembles."""
        return bool(self.where) and self.point is None

    @cached_property
    def helping(self) -> list[Helping]:
        """The help places around, nearest first."""
        if self.point is None:
            return []
        lat, lon = self.point
        return [Helping(place, lat, lon) for place in help_places_near(lat, lon, SHOWN)]
