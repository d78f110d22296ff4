"""The structures of the public feed that one may call, as a list shows them."""

from dataclasses import dataclass

from webapp.offers.text import plain
from webapp.offers.words import distance_text
from webapp.organisations import queries
from webapp.organisations.kinds import LABELS
from webapp.organisations.models import Organisation
from webapp.phones import Phone
from webapp.places import queries as places
from webapp.places.rules import metres

SHOWN = 3
CERTAIN = 2_000  # metres


@dataclass(frozen=True)
class ToCall:
    """A structure to call, `metres` away."""

    name: str
    kind: str
    address: str
    town: str
    phone: Phone
    metres: int

    @property
    def place(self) -> str:
        """Its address, as far as it is known, and its town, said once."""
        lines = ", ".join(self.address.splitlines())
        is_said = plain(self.town) in plain(lines)
        return lines if is_said else ", ".join(filter(None, (lines, self.town)))

    @property
    def distance_text(self) -> str:
        """How far it is, in words; empty under two kilometres: only the commune is known."""
        return distance_text(self.metres) if self.metres >= CERTAIN else ""


def to_call(lat: float, lon: float, radius_km: float, limit: int = SHOWN) -> list[ToCall]:
    """Return the structures to call around a point, nearest first."""
    found = queries.structures_to_call(lat, lon, radius_km, limit)
    return [card(structure, lat, lon) for structure in found]


def card(structure: Organisation, lat: float, lon: float) -> ToCall:
    """Return a structure that has a phone as a list shows it."""
    commune = places.commune(structure.insee)
    return ToCall(
        name=structure.name,
        kind=str(LABELS[structure.what]),
        address=structure.address,
        town=commune.name if commune else "",
        phone=Phone(structure.phone or ""),
        metres=round(metres(lat, lon, structure.lat, structure.lon)),
    )
