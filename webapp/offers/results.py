"""A page of results in words and cards: what was found, where, and what else there is."""

from datetime import date
from typing import Any

from flask import render_template, url_for
from markupsafe import Markup
from werkzeug.utils import cached_property

from webapp.i18n import gettext as _
from webapp.i18n import language
from webapp.jobs.queries import family
from webapp.offers import cards, emptiness
from webapp.offers.around import near, where, with_departement
from webapp.offers.asking import encoded, query
from webapp.offers.choosing import Need, choices_of, names_of
from webapp.offers.finding import RADII, USUAL_RADIUS, Finding
from webapp.offers.search import Hit
from webapp.offers.sentences import exact
from webapp.offers.words import listed
from webapp.organisations import feed_cards
from webapp.organisations.feed_cards import ToCall


class Results:
    """What the page of results shows."""

    def __init__(self, finding: Finding, on: date) -> None:
        """Take what was found, and the day it is shown."""
        self.finding = finding
        self.asked = finding.asked
        self.on = on

    @cached_property
    def path(self) -> str:
        """The address of the page of results, without what is asked of it."""
        return url_for("offers.index")

    @cached_property
    def parts(self) -> dict[str, str]:
        """What the address of this search asks, by the names it has there, each part as written."""
        asked = self.asked
        lat, lon = asked.point or (None, None)
        return encoded(
            {
                "metier": asked.family,
                "mot": self.finding.said.word,
                "ou": self.finding.said.where,
                "lat": lat,
                "lon": lon,
                "rayon": asked.radius,
                "besoin": asked.needs,
            }
        )

    def address(self, **changes: Any) -> str:
        """Return the address of this search with some of its parts changed."""
        return self.path + query({**self.parts, **encoded(changes)})

    def cards(self, hits: list[Hit]) -> list[Markup]:
        """Return the cards of these offers, whose addresses remember where one looked from."""
        if not hits:
            return []
        spot = self.finding.spot
        origin = (spot.lat, spot.lon) if spot else None
        return cards.shown(hits, self.on, self.carried, origin)

    @cached_property
    def carried(self) -> str:
        """What the address of an offer keeps of this search, for the way back."""
        asked, kept = self.asked, ("ou", "lat", "lon", "mot", "metier", "besoin")
        parts = {name: self.parts[name] for name in kept}
        wide = {"rayon": asked.radius} if asked.radius != USUAL_RADIUS else {}
        turned = {"page": asked.page} if asked.page > 1 else {}
        return query({**parts, **encoded({**wide, **turned})})

    @cached_property
    def here(self) -> list[Markup]:
        """The offers asked for."""
        return self.cards(self.finding.here)

    @cached_property
    def nearest(self) -> list[Markup]:
        """The nearest offer asked for, beyond the radius, when none is within it."""
        return self.cards(self.finding.nearest)

    @cached_property
    def needless(self) -> list[Markup]:
        """The same work, whatever one needs, when needs leave none of it."""
        return self.cards(self.finding.needless)

    @cached_property
    def in_kind(self) -> list[Markup]:
        """Offers of the same family, or of one like it."""
        return self.cards(self.finding.near_in_kind)

    @cached_property
    def in_place(self) -> list[Markup]:
        """Any offers near here."""
        return self.cards(self.finding.near_in_place)

    @cached_property
    def without_place(self) -> list[Markup]:
        """The newest offers."""
        return self.cards(self.finding.newest)

    @cached_property
    def what_short(self) -> str:
        """The kind of work asked for, in a word or two, well spelled; empty for any."""
        chosen = family(next(iter(self.finding.families), ""))
        return str(chosen.short) if chosen else ""

    @property
    def typed(self) -> str:
        """The words that someone wrote for the work, to be told what they gave."""
        return self.finding.word

    @cached_property
    def for_typed(self) -> str:
        """The sentence that says again what was typed for the work; empty for any."""
        if not (self.typed and self.understood):
            return ""
        return _("Pour « %(word)s ».", word=self.typed)

    @cached_property
    def title(self) -> str:
        """The title of the page: the work, the place, or both."""
        work, place = self.what_short, self.place
        if work and place:
            return _("%(work)s %(place)s", work=work, place=place)
        if place:
            return _("Travail %(place)s", place=place)
        return work or _("Les offres")

    @cached_property
    def place(self) -> str:
        """The place, as a title says it; empty when there is none."""
        spot = self.finding.spot
        if spot is None:
            return ""
        if spot.exact:
            return _("près de vous")
        if spot.commune is None:
            return ""
        return near(spot.commune.name, language().locale)

    @cached_property
    def in_words(self) -> str:
        """The place as a sentence, with the département by which people know it."""
        spot = self.finding.spot
        if spot is None or spot.commune is None:
            return ""
        return where(spot.commune, spot.exact, language().locale)

    @cached_property
    def to_call(self) -> list[ToCall]:
        """Structures near here that have no offer, to call when there are few offers."""
        spot = self.finding.spot
        if spot is None or not self.finding.is_short:
            return []
        found = feed_cards.to_call(spot.lat, spot.lon, self.asked.radius)
        is_empty = not (found or self.finding.hits or self.finding.is_answered)
        return feed_cards.to_call(spot.lat, spot.lon, RADII[-1]) if is_empty else found

    @property
    def is_located(self) -> bool:
        """Whether we know from where to look."""
        return self.finding.spot is not None

    @property
    def understood(self) -> bool:
        """Whether the word means a work that we know, or stands in an offer."""
        return self.finding.understood

    @property
    def said_word(self) -> str:
        """The words said for the work."""
        return self.finding.said.word

    @property
    def said_where(self) -> str:
        """The words said for the place; its commune where one's own position was given."""
        spot = self.finding.spot
        here = spot.commune if spot and spot.exact else None
        return exact(here) if here else self.finding.said.where

    @property
    def family(self) -> str:
        """The family of work chosen by its picture; empty for any."""
        return self.asked.family

    @property
    def radius(self) -> int:
        """How far around one looks, in kilometres."""
        return self.asked.radius

    @property
    def chosen_needs(self) -> tuple[str, ...]:
        """The needs pressed."""
        return self.asked.needs

    @property
    def feed_url(self) -> str:
        """The address at which a program follows this search."""
        return url_for("embed.atom") + self.query

    @property
    def needs_more(self) -> bool:
        """Whether there is little here, or something was not understood: more ways are shown."""
        finding = self.finding
        little = finding.spot is not None and (finding.is_short or finding.is_past_end)
        return little or self.unknown_place or not finding.understood

    @property
    def empty_text(self) -> str:
        """The sentence that says what is empty: the place, the work, the needs, or the page."""
        return emptiness.in_words(self.finding)

    @property
    def fewer_needs(self) -> list[tuple[str, str]]:
        """What takes away needs that leave nothing here, one press each: words and address."""
        return emptiness.removals(self.finding, self.address)

    @property
    def shows_pictures(self) -> bool:
        """Whether to ask for the work by pictures, since nothing at all is around."""
        return emptiness.is_bare(self.finding)

    @property
    def is_personal(self) -> bool:
        """Whether the search says more of someone than a work and a town."""
        asked = self.asked
        return bool(asked.point or asked.word or asked.needs or asked.page > 1)

    @property
    def unknown_place(self) -> bool:
        """Whether a place was typed that no commune resembles."""
        return bool(self.finding.said.where) and self.finding.spot is None

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
    def doubted_places(self) -> list[tuple[str, str]]:
        """Those that stand above a list: the words mean no town first, or nothing is in it."""
        is_clear = self.finding.here and self.finding.is_clear_place
        return [] if is_clear else self.other_places

    @cached_property
    def elsewhere(self) -> str:
        """Those that stand under the list of the town that is meant first, as they are shown."""
        if self.doubted_places or not self.other_places:
            return ""
        return Markup(render_template("offers/_other_places.html", places=self.other_places))  # noqa: S704 - a template of ours

    @property
    def needs_text(self) -> str:
        """The needs pressed, in words; empty for none."""
        return listed(names_of(self.asked.needs)) if self.asked.needs else ""

    @property
    def without_needs(self) -> str:
        """The address of the same search, whatever one needs."""
        return self.address(besoin=()) if self.asked.needs else self.path + self.query

    @property
    def needs(self) -> tuple[Need, ...]:
        """What one may need, one press each."""
        return choices_of(self.asked.needs, language().locale)

    @cached_property
    def query(self) -> str:
        """What the address of this search asks, from its `?`."""
        return query(self.parts)

    @property
    def next_url(self) -> str:
        """The address of the next page; empty on the last."""
        return self.address(page=self.asked.page + 1) if self.finding.has_next else ""

    @property
    def previous_url(self) -> str:
        """The address of the page before; of the first page after the end; empty on the first."""
        if self.finding.is_past_end:
            return self.address(page=None)
        return self.address(page=self.asked.page - 1) if self.asked.page > 1 else ""

    @property
    def wider_url(self) -> str:
        """The address of the same search farther around; empty at the widest."""
        wider = self.finding.wider
        return self.address(rayon=wider) if wider and self.finding.spot else ""
