"""A page of results in words and cards: what was found, where, and what else there is."""

from datetime import date
from functools import cached_property
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.i18n import capital
from webapp.jobs.queries import family
from webapp.offers import display
from webapp.offers.display import Card
from webapp.offers.finding import Finding
from webapp.offers.queries import Found
from webapp.places.queries import Commune, departement_name

NEEDS = {
    "ecole": (_l("Aux heures d’école"), "school"),
    "temps-partiel": (_l("Temps partiel"), "clock"),
    "sans-permis": (_l("Sans permis"), "car-off"),
    "sans-voiture": (_l("Sans voiture"), "bus"),
    "debutant": (_l("Je débute"), "book-learn"),
    "peu-de-francais": (_l("Peu de français"), "speech"),
    "assis": (_l("Assis"), "chair"),
    "debout": (_l("Debout"), "standing"),
    "bientot": (_l("Bientôt"), "calendar"),
    "pas-de-nuit": (_l("Pas la nuit"), "moon"),
}


class Results:
    """What the page of results shows."""

    def __init__(self, finding: Finding, on: date) -> None:
        """Take what was found, and the day it is shown."""
        self.finding = finding
        self.asked = finding.asked
        self.on = on

    def address(self, **changes: Any) -> str:
        """Return the address of this search with some of its parts changed."""
        asked = self.asked
        lat, lon = asked.point or (None, None)
        parts: dict[str, Any] = {
            "metier": asked.family or None,
            "mot": asked.word or None,
            "ou": asked.where or None,
            "lat": lat,
            "lon": lon,
            "rayon": asked.radius,
            "besoin": list(asked.needs),
        }
        return url_for("offers.index", **{**parts, **changes})

    def cards(self, offers: list[Found]) -> list[Card]:
        """Return the cards of these offers, whose addresses remember where one looked from."""
        lat, lon = self.asked.point or (None, None)
        carried = {
            "ou": self.asked.where or None,
            "lat": lat,
            "lon": lon,
            "mot": self.asked.word or None,
            "metier": self.asked.family or None,
        }
        return [display.card(found, self.on, **carried) for found in offers]

    @cached_property
    def here(self) -> list[Card]:
        """The offers asked for."""
        return self.cards(self.finding.shown)

    @cached_property
    def in_kind(self) -> list[Card]:
        """Offers of the same family."""
        return self.cards(self.finding.near_in_kind)

    @cached_property
    def in_place(self) -> list[Card]:
        """Any offers near here."""
        return self.cards(self.finding.near_in_place)

    @cached_property
    def without_place(self) -> list[Card]:
        """The newest offers."""
        return self.cards(self.finding.without_place)

    @property
    def what_short(self) -> str:
        """The work asked for, in a word or two; empty when any work is."""
        chosen = family(self.asked.family)
        return capital(self.asked.word) or (str(chosen.short) if chosen else "")

    @property
    def place(self) -> str:
        """The place, as a title says it; empty when there is none."""
        spot = self.finding.spot
        if spot is None:
            return ""
        if spot.exact:
            return _("près de vous")
        return _("près de %(town)s", town=spot.commune.name) if spot.commune else ""

    @property
    def in_words(self) -> str:
        """The place as a sentence, with the département by which people know it."""
        spot = self.finding.spot
        if spot is None or spot.commune is None:
            return ""
        town = with_departement(spot.commune)
        if spot.exact:
            return _("Près de vous, à %(town)s.", town=town)
        return _("Près de %(town)s.", town=town)

    @property
    def unknown_place(self) -> bool:
        """Whether a place was typed that no commune resembles."""
        return bool(self.asked.where) and self.finding.spot is None

    @property
    def other_places(self) -> list[tuple[str, str]]:
        """The other communes that the words may mean: name with département, and address."""
        if self.asked.point or len(self.finding.communes) < 2:
            return []
        return [
            (with_departement(town), self.address(ou=exact(town)))
            for town in self.finding.communes[1:]
        ]

    @property
    def needs(self) -> list[tuple[str, str, bool, str]]:
        """Each need: words, picture, whether it is on, and the address that changes it."""
        rows = []
        for key, (text, picture) in NEEDS.items():
            on = key in self.asked.needs
            chosen = [need for need in self.asked.needs if need != key] + ([] if on else [key])
            rows.append((str(text), picture, on, self.address(besoin=chosen)))
        return rows

    @property
    def next_url(self) -> str:
        """The address of the next page; empty on the last."""
        return self.address(page=self.asked.page + 1) if self.finding.has_next else ""

    @property
    def previous_url(self) -> str:
        """The address of the page before; empty on the first."""
        return self.address(page=self.asked.page - 1) if self.asked.page > 1 else ""

    @property
    def wider_url(self) -> str:
        """The address of the same search farther around; empty at the widest."""
        wider = self.finding.wider
        return self.address(rayon=wider) if wider and self.finding.spot else ""


def with_departement(town: Commune) -> str:
    """Return a commune's name with its département, by which people tell two alike apart."""
    return _(
        "%(town)s (%(departement)s)", town=town.name, departement=departement_name(town.departement)
    )


def exact(town: Commune) -> str:
    """Return words that mean this commune and no other."""
    postcode = town.postcodes[0] if town.postcodes else ""
    return f"{town.name} {postcode}".strip()
