"""The cards of a list as HTML: each is written once for everyone, and kept until it changes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from flask import current_app, request, url_for
from markupsafe import Markup, escape

from webapp.assets import use_styles
from webapp.holes import hole
from webapp.htmx import wants_fragment
from webapp.i18n import language
from webapp.offers import display, queries, travel
from webapp.offers.rules import is_doubted
from webapp.offers.search import Hit
from webapp.offers.words import KIND_PICTURES, hours_of_work, pay_of
from webapp.organisations.models import initials
from webapp.pictures import use_pictures
from webapp.pieces import Piece, cut, macro
from webapp.shelf import Shelf

STYLES = ("card", "offer_card", "fact", "contact")


class Reader(NamedTuple):
    """For whom cards are written: the day, what addresses begin with, a fragment or not, words."""

    on: date
    root: str
    fragment: bool
    locale: str


class Card(NamedTuple):
    """The shape of a card, its own words, and where its work is and when, to tell a bus."""

    piece: Piece
    own: Mapping[str, str]
    work: travel.Work | None


def shown(
    hits: Sequence[Hit], on: date, search: str = "", origin: travel.Point | None = None
) -> list[Markup]:
    """Return the cards of offers on this day.

    `search` goes on in their addresses, from its `?`; the bus is told from `origin`.
    """
    if not hits:
        return []
    use_styles(STYLES)
    reader = Reader(on, request.script_root, wants_fragment(), language().locale)
    written = cards(hits, reader)
    buses = buses_from(origin, written, on)
    carried = str(escape(search))
    listed, pictures = [], set[str]()
    for hit in hits:
        if hit.id in written:
            card, distance = written[hit.id], far(hit.metres, reader)
            bus = by_bus(buses.get(hit.id, ""), reader)
            found = {"search": carried, "distance": distance.parts[0], "bus": bus.parts[0]}
            listed.append(Markup(card.piece.filled({**card.own, **found})))  # noqa: S704 - escaped
            pictures.update(card.piece.pictures, distance.pictures, bus.pictures)
    use_pictures(*pictures)
    return listed


def buses_from(origin: travel.Point | None, written: dict[int, Card], on: date) -> dict[int, str]:
    """Return the bus to each work, where an operator has loaded timetables and a place is known."""
    works = {number: card.work for number, card in written.items() if card.work}
    return travel.bus_texts(origin, works, on) if origin else {}


def cards(hits: Iterable[Hit], reader: Reader) -> dict[int, Card]:
    """Return the cards of these offers: those that are kept, and the others written now.

    A card is kept by its version, its day and how it is read; the version stands in the row that
    was found, so that what has changed is never shown as it was.
    """
    known = shelf()
    kept = {hit.id: known.get((hit.id, hit.version, *reader)) for hit in hits}
    missing = [number for number, card in kept.items() if card is None]
    for offer in queries.listed(missing) if missing else ():
        kept[offer.id] = card = written(offer, reader)
        known.put((offer.id, offer.version, *reader), card)
    return {number: card for number, card in kept.items() if card}


def written(offer: queries.Listed, reader: Reader) -> Card:
    """Write the card of an offer: the shape of all those alike, filled with what is its own."""
    like = (display.picture_of(offer), KIND_PICTURES.get(offer.kind, ""), offer.promised_days)
    doubted = is_doubted(offer.asked_on, reader.on)
    piece = shape(*like, display.has_many(offer), doubted, reader)
    first_name, last_name = offer.answering(reader.on)
    minutes, locale = (offer.weekly_minutes, offer.weekly_minutes_max), reader.locale
    own = {
        "address": offer.public_id,
        "job": job(offer.job, offer.kind, locale),
        "employer": safe(offer.employer),
        "hours": hours(*minutes, offer.week, locale),
        "pay": pay(offer.kind, offer.pay_cents, offer.pay_cents_max, locale),
        "name": safe(first_name),
        "initials": safe(initials(first_name, last_name)),
    }
    point = queries.known_point(offer)
    work = travel.Work(point, offer.week) if point and offer.week else None
    return Card(piece, own, work)


@lru_cache(maxsize=4096)
def safe(text: str) -> str:
    """Write a text that someone typed; names come back from one list to the next."""
    return str(escape(text))


@lru_cache(maxsize=4096)
def job(work: str | None, kind: str, _locale: str) -> str:
    """Write the name of a work."""
    return str(escape(display.name_of(work, kind)))


@lru_cache(maxsize=4096)
def hours(least: int | None, most: int | None, week: queries.Week, _locale: str) -> str:
    """Write the hours of a work."""
    return fact(hours_of_work(least, most, week))


@lru_cache(maxsize=4096)
def pay(kind: str, least: int | None, most: int | None, _locale: str) -> str:
    """Write the pay of an hour."""
    return fact(pay_of(kind, least, most))


def fact(text: str) -> str:
    """Write a fact as the component does."""
    filters = current_app.jinja_env.filters
    return str(filters["compared"](filters["capital"](text)))


@lru_cache(maxsize=4096)
def shape(
    picture: str, kind: str, days: int, many: bool, to_confirm: bool, _reader: Reader
) -> Piece:
    """Write the HTML of every card that is like this one but for its words."""
    address = url_for("offers.show", public_id="public-id")
    linked = address.replace("public-id", hole("address")) + hole("search")
    card = display.Card(
        url=linked,
        picture=picture,
        job=hole("job"),
        employer=hole("employer"),
        hours_text=hole("hours"),
        pay_text=hole("pay"),
        contact_first_name=hole("name"),
        initials=hole("initials"),
        promised_days=days,
        many_requests=many,
        to_confirm=to_confirm,
        kind_picture=kind,
    )
    return cut(str(macro("offer_card")(card, hole("distance"), hole("bus"))))


def far(metres: int | None, reader: Reader) -> Piece:
    """Write how far an offer is; nothing where no place was given."""
    return NOTHING if metres is None else row(metres, reader.locale, reader.fragment)


def by_bus(text: str, reader: Reader) -> Piece:
    """Write the bus that goes there; nothing where none is known."""
    return bus_row(text, reader.fragment) if text else NOTHING


NOTHING = Piece(("",), ())


@lru_cache(maxsize=8192)
def row(metres: int, _locale: str, _fragment: bool) -> Piece:
    """Write a distance as this language reads it, in a page or a fragment."""
    return cut(str(macro("distance")(display.Far(display.distance(metres)))))


@lru_cache(maxsize=8192)
def bus_row(text: str, _fragment: bool) -> Piece:
    """Write a bus, in a page or a fragment."""
    return cut(str(macro("fact")("bus", text)))


def shelf() -> Shelf[Card]:
    """Return the shelf of this application."""
    here = current_app.extensions
    if "offer_cards" not in here:
        here.setdefault("offer_cards", Shelf(current_app.config["CARD_CACHE"]))
    found: Shelf[Card] = here["offer_cards"]
    return found
