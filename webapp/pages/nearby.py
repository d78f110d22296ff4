"""Where a human helps near a place, with what to know before going."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from werkzeug.utils import cached_property

from webapp import calendars
from webapp.clock import now
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.offers.words import distance_text, listed, time_text, week_sentences
from webapp.organisations import osm_hours
from webapp.organisations.models import HelpPlace
from webapp.organisations.queries import help_places_near
from webapp.phones import Phone
from webapp.places import queries as places
from webapp.places.queries import Commune
from webapp.places.rules import distance

LONGEST = 80  # characters read of a typed place
SHOWN = 4
FAR_TO_WALK = 45  # minutes
SERVICES = {  # in the order in which people ask for them
    "wifi": _l("réseau Wi-Fi"),
    "computer": _l("ordinateur"),
    "printer": _l("imprimante"),
    "papers": _l("aide pour les papiers"),
    "work": _l("aide pour chercher un travail"),
    "learn": _l("cours sur l’ordinateur"),
}


@dataclass(frozen=True)
class Helping:
    """A help place, ready to be shown."""

    place: HelpPlace
    lat: float
    lon: float
    at: datetime

    @property
    def distance_text(self) -> str:
        """How far it is, in words."""
        place = self.place
        found = distance(self.lat, self.lon, place.lat, place.lon)
        told = distance_text(found.metres)
        if found.walk_minutes > FAR_TO_WALK:
            return told
        return _("%(distance)s, %(count)s min à pied", distance=told, count=found.walk_minutes)

    @property
    def map_url(self) -> str:
        """A map that shows the way there."""
        return f"https://www.openstreetmap.org/directions?to={self.place.lat},{self.place.lon}"

    @property
    def services(self) -> str:
        """What one finds there, in one line; empty when unknown."""
        found = [str(word) for key, word in SERVICES.items() if key in self.place.services]
        return listed(found) if found else ""

    @property
    def spoken(self) -> str:
        """The languages in which people help there; empty when unknown."""
        if "other" in self.place.languages:
            return _("Aide en plusieurs langues")
        return _("Aide en anglais") if "en" in self.place.languages else ""

    @property
    def open_text(self) -> str:
        """Whether it is open now, by the clock and the days off of the place."""
        if not self.place.hours:
            return ""
        local = self.at.astimezone(calendars.zone(self.place.insee))
        off = calendars.holidays(self.place.insee)
        until = osm_hours.open_until(self.place.hours, local, off)
        if until is None:
            return _("Fermé maintenant")
        return _("Ouvert maintenant, jusqu’à %(hour)s", hour=time_text(until))

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
        return list(places.in_sight(self.where)) if self.where else []

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
        at = now()
        return [Helping(place, lat, lon, at) for place in help_places_near(lat, lon, SHOWN)]
