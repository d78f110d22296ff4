"""What a professional says of an information meeting: choices first, then what is written."""

from datetime import UTC, datetime, time
from typing import Any

from wtforms.fields import SelectChoice
from wtforms.validators import Length, NumberRange

from webapp import calendars
from webapp.clock import now
from webapp.employers.fields import Count, Day, Lines, Pick, StepForm, Text, TimeOfDay, pairs
from webapp.forms import FirstNameField, PhoneField, choices
from webapp.gatherings import rules, words
from webapp.gatherings.models import Gathering
from webapp.i18n import lazy_gettext as _l
from webapp.organisations.models import Organisation, Site
from webapp.places import queries as places
from webapp.places.queries import Commune

ELSEWHERE = "elsewhere"
LONGER = _l("C’est trop long : écrivez moins.")
LENGTHS = {
    30: _l("30 minutes"),
    60: _l("1 heure"),
    90: _l("1 h 30"),
    120: _l("2 heures"),
    180: _l("3 heures"),
}
FAULTS = {
    "past": _l("Ce moment est passé. Choisissez un autre jour ou une autre heure."),
    "far": _l("C’est dans plus d’un an. Vérifiez le jour."),
}


class GatheringForm(StepForm):
    """A meeting: what about, when, where, how many seats, who welcomes."""

    topic = Pick(_l("De quoi parle-t-on ?"), choices=choices(words.TOPICS))
    on = Day(_l("Quel jour ?"))
    at = TimeOfDay(_l("À quelle heure ?"))
    minutes = Pick(_l("Combien de temps ?"), coerce=int, choices=pairs(LENGTHS))
    seats = Count(
        _l("Combien de places ?"),
        validators=[NumberRange(1, rules.MOST_SEATS, message=_l("Écrivez un nombre de 1 à 300."))],
    )
    place = Pick(_l("Où ?"))
    address = Text(_l("Numéro et rue"), validators=[Length(max=200, message=LONGER)])
    town = Text(_l("Commune ou code postal"), validators=[Length(max=100, message=LONGER)])
    insee = Pick(_l("Quelle commune ?"), miss=_l("Touchez la bonne commune."))
    way = Lines(
        _l("Comment venir, une étape par ligne"),
        description=_l("L’arrêt d’abord. Par exemple : Bus C3, arrêt La Soie. Puis 3 min à pied."),
    )
    host_name = FirstNameField(_l("Prénom de qui accueille"))
    host_phone = PhoneField(_l("Son numéro"), description=_l("Les personnes inscrites le voient."))
    spots: dict[str, Organisation | Site] = {}
    held = 0  # seats that are taken already

    def offer_places(self, organisation: Organisation, sites: list[Site]) -> None:
        """Offer the structure's own places, and elsewhere."""
        own: dict[str, Organisation | Site] = {"here": organisation}
        own |= {one.public_id: one for one in sites}
        self.spots = {key: one for key, one in own.items() if one.address}
        labels: dict[str, object] = {key: one.address for key, one in self.spots.items()}
        self.place.choices = pairs({**labels, ELSEWHERE: _l("Ailleurs")})
        self.place.data = self.place.data or next(iter(self.spots), ELSEWHERE)
        self.offer_towns()

    def offer_towns(self) -> None:
        """Choose the commune where the words leave no doubt, else offer those to choose from."""
        found = self.communes if self.place.data == ELSEWHERE else []
        self.insee.choices = pairs({one.insee: town_text(one) for one in found})
        if len(found) == 1:
            self.insee.data = found[0].insee
        if not found:
            self.insee.choices, self.insee.data = [SelectChoice("", "")], ""

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the moment and the place."""
        well = bool(super().validate(extra_validators))
        return all((self.place_is_well(), self.moment_is_well(), self.seats_are_well(), well))

    def seats_are_well(self) -> bool:
        """Check that whoever has a seat keeps it."""
        if self.seats.errors or (self.seats.data or 0) >= self.held:
            return True
        return self.miss("seats", _l("Des places sont déjà prises : n’en mettez pas moins."))

    def place_is_well(self) -> bool:
        """Check that a place elsewhere can be found."""
        if self.place.data != ELSEWHERE:
            return True
        if not self.address.data:
            return self.miss("address", _l("Écrivez la rue, pour que l’on trouve le lieu."))
        if not self.communes:
            return self.miss("town", _l("Cette commune est introuvable. Essayez son code postal."))
        return True

    @property
    def communes(self) -> list[Commune]:
        """The communes that the words may mean."""
        return list(places.choices(self.town.data)) if self.town.data else []

    def moment_is_well(self) -> bool:
        """Check the day and the hour."""
        if self.on.data is None:
            return bool(self.on.errors) or self.miss("on", _l("Choisissez un jour."))
        if self.at.data is None:
            return bool(self.at.errors) or self.miss("at", _l("Choisissez une heure."))
        if not self.place_is_known:
            return True
        fault = rules.fault(self.starts_at, now())
        return self.miss("on", FAULTS[fault]) if fault else True

    @property
    def place_is_known(self) -> bool:
        """Whether the place, by whose clock the hour is meant, is known."""
        return self.place.data in self.spots or self.town_meant is not None

    @property
    def town_meant(self) -> Commune | None:
        """The commune that was chosen among those that the words may mean."""
        return next((one for one in self.communes if one.insee == self.insee.data), None)

    @property
    def spot(self) -> dict[str, Any]:
        """Where it is: the structure's own place, or the middle of the commune."""
        one = self.spots.get(self.place.data)
        if one is not None:
            return {"address": one.address, "insee": one.insee, "lat": one.lat, "lon": one.lon}
        town = self.town_meant
        where = {"insee": town.insee, "lat": town.lat, "lon": town.lon} if town else {}
        return {"address": self.address.data, **where}

    @property
    def starts_at(self) -> datetime:
        """The moment, in UTC, as clocks show it there."""
        minute, zone = self.at.data, calendars.zone(str(self.spot["insee"]))
        hour = time(minute // 60, minute % 60)
        return datetime.combine(self.on.data, hour, zone).astimezone(UTC)

    def facts(self) -> dict[str, Any]:
        """Return the columns that the form fills."""
        plain = ("topic", "minutes", "seats", "way", "host_name", "host_phone")
        return {name: self[name].data for name in plain} | self.spot | {"starts_at": self.starts_at}


def town_text(town: Commune) -> str:
    """Return a commune as it is written to be found again: `Vaulx-en-Velin (69120)`."""
    return f"{town.name} ({next(iter(town.postcodes), town.insee)})"


def as_kept(gathering: Gathering, organisation: Organisation, sites: list[Site]) -> dict[str, Any]:
    """Return the answers of a meeting that is posted, to be changed."""
    plain = ("topic", "minutes", "seats", "way", "host_name", "host_phone")
    there = gathering.starts_at.astimezone(calendars.zone(gathering.insee))
    own: dict[str, Organisation | Site] = {"here": organisation}
    own |= {one.public_id: one for one in sites}
    where = (gathering.insee, gathering.address)
    keys = (key for key, one in own.items() if (one.insee, one.address) == where)
    kept = {name: getattr(gathering, name) for name in plain}
    kept |= {"on": there.date(), "at": there.hour * 60 + there.minute}
    kept["place"] = next(keys, ELSEWHERE)
    town = places.commune(gathering.insee)
    if kept["place"] == ELSEWHERE and town is not None:
        kept |= {"address": gathering.address, "town": town_text(town), "insee": town.insee}
    return kept
