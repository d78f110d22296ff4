"""Posts to come: said by an employer in three presses, read by the advisers of the territory."""

from datetime import date
from itertools import groupby

from flask import Blueprint, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import adviser_only, employer_only
from webapp.clock import now, today
from webapp.extensions import db
from webapp.forecasts import actions, queries, rules, words
from webapp.forecasts.models import Forecast
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.jobs.queries import families, job, jobs

bp = Blueprint("forecasts", __name__)


@bp.get("/employeur/besoins/")
@employer_only
def index() -> ResponseReturnValue:
    """Show what was said, and the next question: which job, how many, which month."""
    key, count = request.args.get("metier", ""), request.args.get("nombre", 0, int)
    known, family = queries.jobs_of(g.employer.id), request.args.get("famille", "")
    return render(
        "forecasts/index.html",
        said=queries.of_structure(g.employer.id),
        job=job(key),
        count=count if count in rules.COUNTS else 0,
        known=[job(one) for one in known if job(one)],
        jobs=jobs(family) if family else [],
        families=families() if "autre" in request.args or not known else [],
        counts=rules.COUNTS,
        months=rules.months(today()),
        today=today(),
        rules=rules,
        words=words,
    )


@bp.post("/employeur/besoins/")
@employer_only
def say() -> ResponseReturnValue:
    """Keep a forecast: the third press."""
    known, count = job(request.form.get("metier", "")), request.form.get("nombre", 0, int)
    month = sent_month()
    if known is None or count not in rules.COUNTS or month not in rules.months(today()):
        abort(400)
    actions.say(known.key, count, month, g.staff, now())
    db.session.commit()
    flash(_("C’est noté. Seuls les conseillers de votre territoire le voient."))
    return redirect(url_for(".index"), code=303)


def sent_month() -> date:
    """Return the month that was pressed."""
    try:
        return date.fromisoformat(request.form.get("mois", ""))
    except ValueError:
        abort(400)


@bp.post("/employeur/besoins/<public_id>/offre")
@employer_only
def make_offer(public_id: str) -> ResponseReturnValue:
    """Make an offer of a forecast."""
    offer = actions.make_offer(forecast_or_404(public_id), now())
    db.session.commit()
    flash(_("Voici l’offre. Regardez-la, puis publiez-la."))
    return redirect(url_for("employers.offer", public_id=offer.public_id), code=303)


@bp.post("/employeur/besoins/<public_id>/fini")
@employer_only
def end(public_id: str) -> ResponseReturnValue:
    """Say that a forecast is of no use any more."""
    actions.settle(forecast_or_404(public_id), now())
    db.session.commit()
    flash(_("C’est retiré."))
    return redirect(url_for(".index"), code=303)


def forecast_or_404(public_id: str) -> Forecast:
    """Return a forecast of this structure."""
    return queries.forecast_of(g.employer.id, public_id) or abort(404)


@bp.get("/conseiller/besoins/")
@adviser_only
def of_territory() -> ResponseReturnValue:
    """List what the structures of the territory will need, month after month."""
    found = queries.of_area(g.staff.organisation, today())
    by_month = groupby(found, key=lambda one: one.month)
    return render(
        "forecasts/territory.html",
        months=[(month, list(group)) for month, group in by_month],
        words=words,
    )
