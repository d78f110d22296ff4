"""Whether offers are still open: one press on the first page, or where a message leads."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from flask import Blueprint, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import employer_only, public
from webapp.clock import now
from webapp.employers import actions, words
from webapp.errors import Refused
from webapp.extensions import db, limiter
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.offers import freshness, queries
from webapp.offers.display import job_name
from webapp.offers.models import Offer
from webapp.organisations.models import Contact
from webapp.organisations.queries import contact_named

bp = Blueprint("still_open", __name__)
MISTAKES = timedelta(days=7)  # after which an offer ended by a press is no longer shown here


def keep(offer: Offer, at: datetime) -> None:
    """Say that an offer is still open."""
    freshness.keep_open([offer], at)


ACTS: Mapping[str, Callable[[Offer, datetime], None]] = {
    "open": keep,
    "pause": actions.pause,
    "filled": actions.fill,
    "again": actions.publish,
}
DONE = {
    "open": _l("Merci. L’offre reste en ligne."),
    "pause": _l("L’offre est en pause : personne ne la voit."),
    "filled": _l("C’est pourvu : l’offre n’est plus en ligne."),
    "again": _l("L’offre est de nouveau en ligne."),
}


@bp.get("/o/<contact_id>/<seal>")
@public
def asked(contact_id: str, seal: str) -> ResponseReturnValue:
    """Show a contact the offers they are asked about; looking at them answers nothing."""
    contact = contact_or_404(contact_id, seal)
    asked, ended = queries.asked_of(contact.id, now() - MISTAKES)
    return render(
        "employers/still_open.html",
        contact=contact,
        offers=asked,
        ended=ended,
        seal=seal,
        job_name=job_name,
        words=words,
    )


@bp.post("/o/<contact_id>/<seal>/<public_id>")
@public
@limiter.limit("60 per hour")
def answer(contact_id: str, seal: str, public_id: str) -> ResponseReturnValue:
    """Keep, pause or end one of these offers."""
    contact = contact_or_404(contact_id, seal)
    asked, ended = queries.asked_of(contact.id, now() - MISTAKES)
    found = next((one for one in (*asked, *ended) if one.public_id == public_id), None)
    act(found or abort(404), request.form.get("act", ""))
    return redirect(url_for(".asked", contact_id=contact_id, seal=seal), code=303)


def act(offer: Offer, name: str) -> None:
    """Do one press on an offer, and say what came of it, or why it could not be done."""
    if name not in ACTS:
        abort(400)
    try:
        ACTS[name](offer, now())
    except Refused as refusal:
        db.session.rollback()
        flash(f"{refusal.title}. {refusal.advice}")
        return
    db.session.commit()
    flash(DONE[name])


def contact_or_404(public_id: str, seal: str) -> Contact:
    """Return the contact to whose phone this address was sent."""
    contact = contact_named(public_id)
    if contact is None or not freshness.is_sealed(contact, seal):
        abort(404)
    return contact


@bp.post("/offres/<public_id>/ouverte")
@employer_only
def confirm(public_id: str) -> ResponseReturnValue:
    """Say on the first page that an offer is still open."""
    act(queries.offer_of(g.employer.id, public_id) or abort(404), "open")
    return redirect(url_for("employers.home"), code=303)


@bp.post("/offres/<public_id>/copier")
@employer_only
def duplicate(public_id: str) -> ResponseReturnValue:
    """Start an offer like another one."""
    found = queries.offer_of(g.employer.id, public_id) or abort(404)
    copy = actions.duplicate(found, now())
    db.session.commit()
    flash(_("Voici une offre pareille. Changez ce qui change, puis publiez-la."))
    return redirect(url_for("employers.offer", public_id=copy.public_id), code=303)
