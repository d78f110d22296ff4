"""A search as another site shows it: its entries, its addresses, the code to paste."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from typing import Any

from flask import current_app, url_for
from markupsafe import Markup

from webapp.embed.atom import Entry, Feed
from webapp.i18n import capital, language
from webapp.i18n import gettext as _
from webapp.jobs.queries import family
from webapp.offers import display, queries, search
from webapp.offers.around import with_departement
from webapp.offers.asking import encoded, query
from webapp.offers.finding import Finding
from webapp.offers.models import Offer
from webapp.offers.results import Results
from webapp.offers.sentences import exact
from webapp.places.queries import Commune
from webapp.places.saying import joined_to

MOST_ENTRIES = 50
FRAME = Markup(
    '<iframe src="{url}" title="{title}" width="100%" height="720" loading="lazy"></iframe>'
)


def whole(endpoint: str, arguments: dict[str, Any]) -> str:
    """Return a whole address of this search: the public address, then the path."""
    return f"{current_app.config['PUBLIC_URL']}{url_for(endpoint, **arguments)}"


@dataclass(frozen=True)
class Outside:
    """What was found, with the words of its address."""

    finding: Finding
    arguments: dict[str, Any]
    on: date

    @property
    def results(self) -> Results:
        """The page of results of the same search."""
        return Results(self.finding, self.on)

    @cached_property
    def place(self) -> str:
        """The name of the town, with its département where others bear it; empty for none."""
        spot = self.finding.spot
        if spot is None or spot.commune is None:
            return ""
        return with_departement(spot.commune) if self.is_shared else spot.commune.name

    @property
    def is_shared(self) -> bool:
        """Whether the words of the place may mean several towns."""
        return not self.finding.asked.point and len(self.finding.communes) > 1

    @property
    def other_places(self) -> list[tuple[str, dict[str, Any]]]:
        """The other towns that the words may mean: each with its département, and its search."""
        others = self.finding.communes[1:] if self.is_shared else []
        return [(with_departement(town), self.in_town(town)) for town in others]

    def in_town(self, town: Commune) -> dict[str, Any]:
        """Return the words of this search in a town that its name and postcode tell apart."""
        word = self.finding.said.word
        return {**self.arguments, "ou": exact(town), **({"mot": word} if word else {})}

    @property
    def settled(self) -> dict[str, Any]:
        """The words of this search that mean one town, whatever the words typed come to mean."""
        spot = self.finding.spot
        if spot is None or spot.commune is None or spot.exact:
            return self.arguments
        return self.in_town(spot.commune)

    @property
    def unknown(self) -> str:
        """The place, the family or the word that nobody knows: there is nothing to list, or any."""
        family_asked = "".join(self.arguments.get("metier", ())[:1])
        if self.results.unknown_place:
            return self.finding.said.where
        if family_asked and family(family_asked) is None:
            return family_asked
        return "" if self.finding.understood else self.finding.word

    @property
    def address(self) -> str:
        """The one address of its feed that every way to ask this search comes to."""
        spot = self.finding.spot
        town = spot.commune if spot and not spot.exact else None
        asked = query({**self.results.parts, **encoded({"ou": exact(town) if town else None})})
        return f"{whole('embed.atom', {})}{asked}"

    @property
    def title(self) -> str:
        """The search in a few words."""
        work = self.results.what_short
        if work and self.place:
            said = _("%(work)s près de %(town)s", work=work, town=self.place)
            return joined_to(said, self.place)
        if self.place:
            return joined_to(_("Travail près de %(town)s", town=self.place), self.place)
        return work or _("Les offres de travail")

    @property
    def frame(self) -> str:
        """The code that shows the list inside another page."""
        return str(FRAME.format(url=whole("embed.offers", self.settled), title=self.title))

    @property
    def feed_url(self) -> str:
        """The whole address of the Atom feed to follow."""
        return whole("embed.atom", self.settled)

    @property
    def page_url(self) -> str:
        """The whole address of the page of results."""
        return whole("offers.index", self.arguments)

    def latest(self) -> list[Offer]:
        """Return the offers of this search, the last published first."""
        spot = self.finding.spot
        if spot is None:
            found = queries.latest(next(iter(self.finding.families), None), MOST_ENTRIES)
        else:
            wanted, radius = self.finding.wanted, self.finding.asked.radius
            hits = search.near(spot.lat, spot.lon, wanted, radius_km=radius, limit=MOST_ENTRIES)
            found = queries.found(hits)
        offers = [one.offer for one in found]
        return sorted(offers, key=lambda offer: (published(offer), offer.id), reverse=True)

    def feed(self) -> Feed:
        """Return the Atom feed of this search."""
        return Feed(
            url=self.address,  # its name, which never changes
            page_url=self.page_url,
            title=f"{self.title} · À deux pas",
            language=language().html,
            entries=[entry(offer, self.on) for offer in self.latest()],
            updated=datetime.combine(self.on, time(), UTC),
        )


def published(offer: Offer) -> datetime:
    """Return when an offer was first seen by people."""
    return offer.published_at or offer.created_at


def entry(offer: Offer, on: date) -> Entry:
    """Return an offer as an entry of the feed."""
    page = display.Page(offer, on)
    known = family(offer.family or "")
    facts = [page.employer, page.hours_text, page.pay_text]
    if page.human:
        facts.append(_("%(name)s vous répond", name=page.human.first_name))
    return Entry(
        url=whole("offers.show", {"public_id": offer.public_id}),
        title=_("%(job)s à %(town)s", job=page.job, town=page.town),
        author=page.employer,
        summary=". ".join(capital(fact) for fact in facts if fact) + ".",
        category=(offer.family or "", str(known.label) if known else ""),
        published=published(offer),
        updated=max(offer.updated_at, published(offer)),
    )
