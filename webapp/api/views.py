"""Addresses of the API: read only, open to every site, described by /api/v1/openapi.json."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from flask import Blueprint, abort, current_app, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import public
from webapp.api import answers, limits, refusals
from webapp.clock import today
from webapp.extensions import limiter
from webapp.htmx import render
from webapp.jobs.queries import families as all_families
from webapp.offers import links, strictly
from webapp.offers.queries import offer_for_public
from webapp.organisations.queries import structures_near
from webapp.places import queries as places

bp = Blueprint("api", __name__)
bp.before_request(limits.check_key)
bp.after_request(limits.open_to_other_sites)
limiter.limit(limits.limit, key_func=limits.asker)(bp)

DESCRIPTION = Path(__file__).parent / "data" / "openapi.json"
MOST_STRUCTURES = 50
LONGEST = 120  # characters read of a place


@bp.get("/api")
@public
def index() -> ResponseReturnValue:
    """Tell those who write programs how to ask."""
    root = current_app.config["PUBLIC_URL"]
    examples = (
        f"curl '{root}/api/v1/offers?mot=menage&ou=Vaulx-en-Velin'",
        f"curl '{root}/api/v1/places?q=sain+denis'",
        f"curl -H 'If-None-Match: W/\"…\"' '{root}/api/v1/families'",
    )
    return render("api/index.html", examples=examples, limits=limits)


@bp.get("/api/v1/offers")
@public
def offers() -> ResponseReturnValue:
    """Offers near a place, nearest first: the same words in the address as /offres."""
    finding = strictly.finding(request.args)
    page, search = finding.asked.page, links.search_arguments(request.args)
    return answers.offers(finding, today()) | {
        "next": turned(search, page + 1) if finding.has_next else None,
        "previous": turned(search, page - 1) if page > 1 else None,
    }


def turned(search: dict[str, Any], page: int) -> str:
    """Return the address of another page of a search."""
    return answers.absolute("api.offers", **{**search, "page": page})


@bp.get("/api/v1/offers/<public_id>")
@public
def offer(public_id: str) -> ResponseReturnValue:
    """One offer with everything its page tells; 410 once it is over."""
    found = offer_for_public(public_id.lower()) if public_id.isalnum() else None
    if found is None:
        raise refusals.NoSuchOffer
    if not found.is_published:
        raise refusals.OfferIsOver
    return answers.whole_offer(found, today())


@bp.get("/api/v1/families")
@public
def families() -> ResponseReturnValue:
    """The families of work with their everyday jobs."""
    return {"families": [answers.one_family(family) for family in all_families()]}


@bp.get("/api/v1/places")
@public
def towns() -> ResponseReturnValue:
    """The communes that some words may mean, the likeliest first."""
    words = " ".join(request.args.get("q", "")[:LONGEST].split())
    if not words:
        raise refusals.NothingToLookFor
    return {
        "places": [answers.commune(town) for town in places.match(words)],
        "sure": len(places.choices(words)) == 1,
    }


@bp.get("/api/v1/organisations")
@public
def organisations() -> ResponseReturnValue:
    """The structures near a place, nearest first."""
    finding = strictly.finding(request.args)
    spot = finding.spot
    if spot is None:
        raise refusals.NowhereToLook
    point, radius = (spot.lat, spot.lon), finding.asked.radius
    found = structures_near(*point, radius, MOST_STRUCTURES)
    return answers.looked_at(finding) | {
        "radius_km": radius,
        "organisations": [answers.structure(row, point) for row in found],
    }


@bp.get("/api/v1/openapi.json")
@public
def description() -> ResponseReturnValue:
    """The description of the API, for programs that write programs."""
    server = f"{current_app.config['PUBLIC_URL']}{url_for('api.index')}/v1"
    return described() | {"servers": [{"url": server}]}


@cache
def described() -> dict[str, Any]:
    """Return the description as it is kept."""
    kept: dict[str, Any] = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
    return kept


@bp.get("/api/<path:_rest>")
@public
def nothing(_rest: str) -> ResponseReturnValue:
    """Answer as JSON that there is nothing here."""
    abort(404)
