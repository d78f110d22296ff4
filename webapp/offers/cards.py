"""The cards of a list as HTML: each is written once for everyone, and kept until it changes."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from flask import current_app, request, url_for
from markupsafe import Markup, escape

from webapp.assets import style
from webapp.htmx import wants_fragment
from webapp.i18n import language
from webapp.offers import display, queries
from webapp.offers.search import Hit
from webapp.pictures import pictures_in, use_pictures
from webapp.shelf import Shelf

HOLE = Markup("<hole>")  # no words of people's can look like it: theirs are escaped
STYLES = ("card", "offer_card", "fact", "contact")


class Card(NamedTuple):
    """The HTML of a card around its two holes, the search in its address and its distance."""

    before: str
    between: str
    after: str
    pictures: tuple[str, ...]

    def filled(self, search: str, far: str) -> Markup:
        """Return the card for one person's search."""
        use_pictures(*self.pictures)
        return Markup(self.before + search + self.between + far + self.after)  # noqa: S704 - escaped


def shown(hits: Sequence[Hit], on: date, search: str = "") -> list[Markup]:
    """Return the cards of offers on this day; `search` goes on in their addresses, from its `?`."""
    for name in STYLES:
        style(name)
    written = cards(hits, on)
    carried = str(escape(search))
    return [written[hit.id].filled(carried, far(hit.metres)) for hit in hits if hit.id in written]


def cards(hits: Iterable[Hit], on: date) -> dict[int, Card]:
    """Return the cards of these offers: those that are kept, and the others written now.

    A card is kept by its version, its day and how it is read; the version stands in the row that
    was found, so that what has changed is never shown as it was.
    """
    known = shelf()
    reader = (on, request.script_root, wants_fragment())
    kept = {hit.id: known.get((hit.id, hit.version, *reader)) for hit in hits}
    missing = [number for number, card in kept.items() if card is None]
    for offer in queries.listed(missing) if missing else ():
        kept[offer.id] = card = written(display.card(offer, on, address(offer.public_id)))
        known.put((offer.id, offer.version, *reader), card)
    return {number: card for number, card in kept.items() if card}


def address(public_id: str) -> Markup:
    """Return the address of an offer with a hole for the search."""
    return escape(url_for("offers.show", public_id=public_id)) + HOLE


def written(card: display.Card) -> Card:
    """Write a card."""
    html = str(macro("offer_card")(card, HOLE))
    before, between, after = html.split(HOLE)
    return Card(before, between, after, pictures_in(html))


def far(metres: int | None) -> str:
    """Write how far an offer is; nothing where no place was given."""
    if metres is None:
        return ""
    html, pictures = row(metres, language().locale, wants_fragment())
    use_pictures(*pictures)
    return html


@lru_cache(maxsize=8192)
def row(metres: int, _locale: str, _fragment: bool) -> tuple[str, tuple[str, ...]]:
    """Write a distance as this language reads it, in a page or a fragment; name its picture."""
    html = str(macro("distance")(display.Far(display.distance(metres))))
    return html, pictures_in(html)


def macro(name: str) -> Any:
    """Return a component, to be called outside a page."""
    return getattr(current_app.jinja_env.get_template(f"components/{name}.html").module, name)


def shelf() -> Shelf[Card]:
    """Return the shelf of this application."""
    here = current_app.extensions
    if "offer_cards" not in here:
        here.setdefault("offer_cards", Shelf(current_app.config["CARD_CACHE"]))
    found: Shelf[Card] = here["offer_cards"]
    return found
