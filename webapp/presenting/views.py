"""An adviser's pages about someone's requests: where each stands, a moment, presenting them."""

from flask import Blueprint, Response, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import adviser_only
from webapp.applications.followed import followed
from webapp.applications.meeting_pages import sent_moment
from webapp.clock import now, today
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.offers.display import job_name, town_of
from webapp.offers.models import Offer
from webapp.offers.queries import offer_for_public
from webapp.people.beside.desk import person_or_404
from webapp.people.rules import TELLS_REQUESTS
from webapp.people.viewing import has_agreed
from webapp.presenting import actions, offer_pages, queries
from webapp.presenting.forms import PresentForm

bp = Blueprint("presenting", __name__)
bp.register_blueprint(offer_pages.bp)


@bp.get("/conseiller/personnes/<public_id>/demandes")
@adviser_only
def requests(public_id: str) -> ResponseReturnValue:
    """Show where the requests of someone stand, and the moments they may choose on the phone."""
    person = person_or_404(public_id)
    agreed = has_agreed(g.staff, person, today(), TELLS_REQUESTS)
    return render(
        "presenting/requests.html",
        person=person,
        agreed=agreed,
        found=followed(queries.open_requests(person), now()) if agreed else [],
    )


@bp.post("/conseiller/personnes/<public_id>/demandes")
@adviser_only
def choose(public_id: str) -> ResponseReturnValue:
    """Choose the moment that someone says on the phone."""
    person = person_or_404(public_id)
    asked = queries.open_request(person, request.form.get("request", ""))
    if asked is None:
        abort(400)
    actions.choose(person, asked, sent_moment(), g.staff, now())
    db.session.commit()
    flash(_("C’est noté. Un SMS le dit à %(name)s et à l’employeur.", name=person.first_name))
    return redirect(url_for(".requests", public_id=person.public_id), code=303)


@bp.get("/conseiller/personnes/<public_id>/presenter")
@adviser_only
def near(public_id: str) -> ResponseReturnValue:
    """Show the offers near this structure to which someone may be presented."""
    return render_near(public_id, PresentForm(formdata=None))


def render_near(public_id: str, form: PresentForm, chosen: Offer | None = None) -> Response:
    """Show these offers; with what is missing in the sentence for the one that was chosen."""
    person = person_or_404(public_id)
    word = request.args.get("mot", "")[:80]
    agreed = has_agreed(g.staff, person, today(), TELLS_REQUESTS)
    offers = queries.near(g.staff, word) if agreed else []
    if chosen is not None:
        offers = [chosen, *(one for one in offers if one.id != chosen.id)]
    answer = render(
        "presenting/near.html",
        person=person,
        agreed=agreed,
        word=word,
        offers=[(one, queries.standing(one, now())) for one in offers],
        asked=queries.asked_already(person, [one.id for one in offers]),
        form=form,
        chosen=chosen,
        job_name=job_name,
        town_of=town_of,
    )
    answer.status_code = 422 if form.errors else 200
    return answer


@bp.post("/conseiller/personnes/<public_id>/presenter")
@adviser_only
def present(public_id: str) -> ResponseReturnValue:
    """Present someone to an offer with one sentence, or say what is missing."""
    person, form = person_or_404(public_id), PresentForm()
    offer = offer_for_public(request.form.get("offer", "").lower())
    if offer is None:
        abort(400)
    if not form.validate():
        return render_near(public_id, form, offer)
    actions.present(person, offer, g.staff, form.sentence.data, now())
    db.session.commit()
    flash(_("C’est envoyé. Un SMS le dit à %(name)s, qui peut dire non.", name=person.first_name))
    return redirect(url_for(".requests", public_id=person.public_id), code=303)
