"""What leads from an offer to elsewhere: back to the list, to others, to another phone."""

from collections.abc import Mapping
from datetime import date

import segno
from flask import url_for
from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from webapp.i18n import gettext as _
from webapp.offers import cards, display, forms, queries, search, travel
from webapp.offers.finding import Finding
from webapp.offers.models import Offer
from webapp.places import queries as places
from webapp.places.rules import metres

SEARCH = ("metier", "mot", "ou", "lat", "lon", "rayon", "besoin", "page")


def search_arguments(args: MultiDict[str, str]) -> dict[str, object]:
    """Return what an address holds of a search, to carry it from page to page."""
    return {name: args.getlist(name) for name in SEARCH if any(args.getlist(name))}


def finding(args: MultiDict[str, str]) -> Finding:
    """Return what the address of a search finds, for the other doors to the same offers."""
    return Finding(forms.asked(args))


def back_to_results(args: MultiDict[str, str]) -> str:
    """Return the address of the list that someone came from, or of the empty list."""
    arguments = search_arguments(args)
    return url_for("offers.index", **arguments)  # type: ignore[arg-type]


def metres_from(args: Mapping[str, str], offer: Offer) -> int | None:
    """Return how far an offer is from the point or the town of the search, if there is one."""
    here, there = origin(args), queries.known_point(offer)
    return round(metres(*here, *there)) if here and there else None


def bus_from(args: Mapping[str, str], offer: Offer, on: date) -> str:
    """Return which bus goes there from the point or the town of the search; empty if none."""
    there = queries.known_point(offer)
    return travel.bus_text(origin(args), there, offer.week, on) if there else ""


def origin(args: Mapping[str, str]) -> tuple[float, float] | None:
    """Return the point or the town from which someone searched, if there is one."""
    commune = next(iter(places.choices(args["ou"])), None) if args.get("ou") else None
    return forms.point(args) or ((commune.lat, commune.lon) if commune else None)


def others(offer: Offer, on: date, limit: int = 3) -> list[Markup]:
    """Return the nearest offers of the same family, when this one has many requests already."""
    wanted = search.Wanted(families=(offer.family or "",))
    hits = search.near(offer.lat or 0, offer.lon or 0, wanted, limit=limit + 1)
    return cards.shown([hit for hit in hits if hit.id != offer.id][:limit], on)


def share_text(page: display.Page, address: str) -> str:
    """Return the message that shares an offer: work, town, address; nothing personal."""
    return _("%(job)s à %(town)s : %(address)s", job=page.job, town=page.town, address=address)


def qr_code(address: str) -> Markup:
    """Return a QR code as an SVG that stands inside a page and prints sharp."""
    code = segno.make(address, error="m", micro=False)
    svg = code.svg_inline(border=2, omitsize=True, dark="#000", light="#fff")
    svg = svg.replace("<svg", '<svg width="148" height="148"', 1)  # its size without styles
    return Markup(svg)  # noqa: S704  made by segno from our own address
