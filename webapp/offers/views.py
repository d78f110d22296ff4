"""Pages of offers: found near home, read, printed, shared."""

from urllib.parse import quote

from flask import Blueprint, abort, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp import front
from webapp.access import public
from webapp.applications import rates
from webapp.clock import now, today
from webapp.htmx import render
from webapp.offers import display, forms, jobposting, links, queries, usual
from webapp.offers.finding import Finding
from webapp.offers.models import Offer
from webapp.offers.results import Results
from webapp.presenting.queries import is_full

bp = Blueprint("offers", __name__)


@bp.get("/offres")
@public
def index() -> ResponseReturnValue:
    """Offers near a place, nearest first."""
    front.share()
    return usual.write(Results(Finding(forms.asked(request.args)), today()))


@bp.get("/offres/<public_id>")
@public
def show(public_id: str) -> ResponseReturnValue:
    """Show one offer, made from its facts; 410 once it is over."""
    offer = offer_or_404(public_id)
    away = display.distance(links.metres_from(request.args, offer))
    page = display.Page(offer, today(), away, links.bus_from(request.args, offer, today()))
    if not offer.is_published:
        return render("offers/over.html", page=page), 410
    return render(
        "offers/show.html",
        page=page,
        rate=rates.of_employer(offer.organisation_id, now()),
        others=links.others(offer, today()) if page.many_requests or is_full(offer) else [],
        posting=jobposting.data(page, short_address(offer)),
        share=quote(links.share_text(page, short_address(offer))),
        results=links.back_to_results(request.args),
    )


@bp.get("/offres/<public_id>/imprimer")
@public
def printed(public_id: str) -> ResponseReturnValue:
    """Show an offer on one A4 page, with a code that opens it on a phone."""
    offer = offer_or_404(public_id)
    address = short_address(offer)
    return render(
        "offers/print.html",
        page=display.Page(offer, today()),
        address=address,
        qr=links.qr_code(address),
    )


@bp.get("/o/<public_id>")
@public
def short(public_id: str) -> ResponseReturnValue:
    """Lead from the short address, for SMS and paper, to the offer."""
    return redirect(url_for("offers.show", public_id=offer_or_404(public_id).public_id))


def offer_or_404(public_id: str) -> Offer:
    """Return an offer that people may see, or answer that there is none."""
    offer = queries.offer_for_public(public_id.lower())
    if offer is None:
        abort(404)
    return offer


def short_address(offer: Offer) -> str:
    """Return the whole short address of an offer."""
    return f"{current_app.config['PUBLIC_URL']}/o/{offer.public_id}"
