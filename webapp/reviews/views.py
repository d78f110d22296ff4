"""Offers to read, near an adviser: each shown as people would see it, let through or refused."""

from datetime import timedelta

from flask import Blueprint, abort, flash, g, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.access import adviser_only
from webapp.clock import now, today
from webapp.errors import Refused
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.offers.actions import doubtful_words
from webapp.offers.display import Page, job_name, town_of
from webapp.offers.models import Offer
from webapp.reviews import actions, queries, words
from webapp.reviews.forms import RefuseForm
from webapp.scams.display import REASONS
from webapp.scams.queries import independent_reports, open_reports_of

bp = Blueprint("reviews", __name__, url_prefix="/conseiller/offres")
LATELY = timedelta(days=7)


@bp.get("/")
@adviser_only
def index() -> ResponseReturnValue:
    """List the offers of the area that wait to be read, then those just published."""
    here = g.staff.organisation
    waiting = queries.to_read(here)
    return render(
        "reviews/index.html",
        waiting=[(one, queries.why(one, independent_reports(one.id))) for one in waiting],
        published=queries.just_published(here, now() - LATELY),
        job_name=job_name,
        town_of=town_of,
        words=words,
    )


@bp.get("/<public_id>")
@adviser_only
def show(public_id: str) -> ResponseReturnValue:
    """Show an offer as people would see it, with why it waits."""
    return render_offer(offer_or_404(public_id), RefuseForm(formdata=None))


@bp.post("/<public_id>/publier")
@adviser_only
def publish(public_id: str) -> ResponseReturnValue:
    """Let an offer through, or say why it cannot be."""
    found = offer_or_404(public_id)
    try:
        actions.let_through(found, now())
    except Refused as refusal:
        db.session.rollback()
        return render_offer(offer_or_404(public_id), RefuseForm(formdata=None), refusal)
    db.session.commit()
    flash(_("C’est en ligne. L’employeur reçoit un message."))
    return redirect(url_for(".index"), code=303)


@bp.post("/<public_id>/refuser")
@adviser_only
def refuse(public_id: str) -> ResponseReturnValue:
    """Keep an offer from people, with a reason that its employer reads."""
    found, form = offer_or_404(public_id), RefuseForm()
    if not form.validate():
        return render_offer(found, form)
    actions.keep_out(found, form.told(), now())
    db.session.commit()
    flash(_("L’offre est refusée. L’employeur lit la raison."))
    return redirect(url_for(".index"), code=303)


def offer_or_404(public_id: str) -> Offer:
    """Return an offer of the adviser's area that may be read."""
    return queries.offer_to_read(g.staff.organisation, public_id) or abort(404)


def render_offer(
    found: Offer, form: RefuseForm, refusal: Refused | None = None
) -> ResponseReturnValue:
    """Show an offer; 422 when something is to be mended."""
    answer = render(
        "reviews/show.html",
        offer=found,
        page=Page(found, today()),
        why=queries.why(found, independent_reports(found.id)),
        quotes=doubtful_words(found),
        reports=open_reports_of(found.id),
        report_words=REASONS,
        form=form,
        refusal=refusal,
        words=words,
    )
    answer.status_code = 422 if form.errors or refusal else 200
    return answer
