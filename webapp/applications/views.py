"""Pages of “Ça m’intéresse”: three ways to meet, and where a request stands."""

from typing import Any

from flask import Blueprint, Response, abort, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp import clock
from webapp.access import public
from webapp.accounts.actions import join_own
from webapp.applications import actions, following, meeting_pages
from webapp.applications.actions import Wish
from webapp.applications.display import Meeting
from webapp.applications.enums import Outcome
from webapp.applications.forms import CallBackForm, CallReportForm, MeetForm, VisitForm
from webapp.applications.meeting_pages import known_request
from webapp.applications.standing import Request
from webapp.applications.voice import views as voice
from webapp.extensions import db, limiter
from webapp.htmx import render
from webapp.offers import links
from webapp.offers.display import Page
from webapp.offers.models import Offer
from webapp.offers.queries import offer_for_public
from webapp.pwa.keeping import kept_on_own_phone
from webapp.pwa.once import once

bp = Blueprint("applications", __name__)
for part in (following, meeting_pages, voice):
    bp.register_blueprint(part.bp)
# Forty people behind one address press without being stopped; a machine is.
from_one_address = limiter.limit("60 per minute; 600 per hour", methods=["POST"])
AFTER = {"pas-de-reponse": Outcome.NO_ANSWER, "appele": Outcome.CALLED}
PATHS = {outcome: path for path, outcome in AFTER.items()}


@bp.route("/offres/<public_id>/interesse", methods=["GET", "POST"])
@public
@from_one_address
@once
def interested(public_id: str) -> ResponseReturnValue:
    """Choose a way to meet; the first one, being called, is ready to fill in."""
    offer = open_offer(public_id)
    form = CallBackForm()
    if form.validate_on_submit():
        return send(offer, form)
    return ask("applications/interested.html", offer, form)


@bp.route("/offres/<public_id>/interesse/appeler", methods=["GET", "POST"])
@public
@from_one_address
@once
def call(public_id: str) -> ResponseReturnValue:
    """Call: the number, the hours, what to say; then tell how it went."""
    offer = open_offer(public_id)
    form = CallReportForm()
    if not form.validate_on_submit():
        return ask("applications/call.html", offer, form)
    report = actions.report_call(offer, form.result, clock.now())
    db.session.commit()
    return redirect(after_address(offer, report.outcome), 303)


@bp.get("/offres/<public_id>/interesse/appeler/<path>")
@public
def after_call(public_id: str, path: str) -> ResponseReturnValue:
    """Say what to do after a call that was answered, or was not."""
    offer = open_offer(public_id)
    outcome = AFTER.get(path) or abort(404)
    return ask("applications/after_call.html", offer, answered=outcome == Outcome.CALLED)


@bp.route("/offres/<public_id>/interesse/passer", methods=["GET", "POST"])
@public
@from_one_address
@once
def visit(public_id: str) -> ResponseReturnValue:
    """Go there: the address, the hours, the way; tell the employer, for those who want to."""
    offer = open_offer(public_id)
    form = VisitForm()
    if form.validate_on_submit():
        return send(offer, form)
    return ask("applications/visit.html", offer, form, expected="attendu" in request.args)


@bp.get("/offres/<public_id>/interesse/carte")
@public
def card(public_id: str) -> ResponseReturnValue:
    """Show the card to print: the work, the place, the human, and a code that opens the offer."""
    offer = open_offer(public_id)
    address = f"{current_app.config['PUBLIC_URL']}/o/{offer.public_id}"
    return ask("applications/card.html", offer, address=address, qr=links.qr_code(address))


@bp.get("/demande/<public_id>")
@public
@kept_on_own_phone
def sent(public_id: str) -> ResponseReturnValue:
    """Say where a request stands, and what happens next."""
    application = known_request(public_id)
    asked = Request(application, clock.now())
    return unshared(render("applications/sent.html", asked=asked, meeting=asked.meeting))


@bp.post("/demande/<public_id>/annuler")
@public
@from_one_address
@once
def cancel(public_id: str) -> ResponseReturnValue:
    """Withdraw a request."""
    application = known_request(public_id)
    actions.cancel(application, clock.now())
    db.session.commit()
    return redirect(url_for("applications.sent", public_id=application.public_id), 303)


def send(offer: Offer, form: MeetForm) -> ResponseReturnValue:
    """Make the request and lead to the page that confirms it."""
    typed: dict[str, Any] = {name: text for name, text in form.data.items() if text}
    application = actions.apply(offer, Wish(way=form.way, **typed), clock.now())
    join_own(application)
    db.session.commit()
    return redirect(url_for("applications.sent", public_id=application.public_id), 303)


def ask(
    template: str, offer: Offer, form: MeetForm | CallReportForm | None = None, **context: Any
) -> ResponseReturnValue:
    """Show a page about an offer; 422 when what was sent needs another look."""
    status = 422 if form is not None and form.errors else 200
    meeting = Meeting(offer, clock.now())
    return render(template, meeting=meeting, offer=offer, form=form, **context), status


def after_address(offer: Offer, outcome: str) -> str:
    """Return the page that says what to do after a call, with the search that led there."""
    search: dict[str, Any] = links.search_arguments(request.args)
    if outcome == Outcome.EXPECTED:
        return url_for("applications.visit", public_id=offer.public_id, attendu="oui", **search)
    path = PATHS[Outcome(outcome)]
    return url_for("applications.after_call", public_id=offer.public_id, path=path, **search)


def open_offer(public_id: str) -> Offer:
    """Return an offer that people may ask for; answer the page of an offer that is over, or 404."""
    offer = offer_for_public(public_id.lower())
    if offer is None:
        abort(404)
    if not offer.is_published or offer.contact is None:
        over = render("offers/over.html", page=Page(offer, clock.today()))
        over.status_code = 410
        abort(over)
    return offer


def unshared(response: Response) -> Response:
    """Keep a page about one person out of caches and of search engines."""
    response.headers["Cache-Control"] = "no-store, private"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
