"""An adviser's pages about someone's requests: where each stands, a moment chosen by voice."""

from datetime import datetime

from flask import Blueprint, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import adviser_only
from webapp.applications.followed import followed
from webapp.clock import now, today
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.people.beside.desk import person_or_404
from webapp.people.viewing import has_agreed
from webapp.presenting import actions, queries

bp = Blueprint("presenting", __name__, url_prefix="/conseiller")


@bp.get("/personnes/<public_id>/demandes")
@adviser_only
def requests(public_id: str) -> ResponseReturnValue:
    """Show where the requests of someone stand, and the moments they may choose on the phone."""
    person = person_or_404(public_id)
    agreed = has_agreed(g.staff, person, today())
    return render(
        "presenting/requests.html",
        person=person,
        agreed=agreed,
        found=followed(queries.open_requests(person), now()) if agreed else [],
    )


@bp.post("/personnes/<public_id>/demandes")
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


def sent_moment() -> datetime:
    """Return the moment that was pressed."""
    try:
        moment = datetime.fromisoformat(request.form.get("moment", ""))
    except ValueError:
        abort(400)
    return moment if moment.tzinfo else abort(400)
