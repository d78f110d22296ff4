"""Who answers for what, and how far: the table that a lead keeps for their structure."""

from flask import Blueprint, abort, flash, g, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.access import lead_only
from webapp.clock import now
from webapp.extensions import db
from webapp.helping import actions, queries
from webapp.helping.desk_forms import HelpTableForm
from webapp.helping.words import PICTURES
from webapp.htmx import render
from webapp.i18n import gettext as _

bp = Blueprint("table", __name__, url_prefix="/structure/aides")


@bp.route("/", methods=["GET", "POST"])
@lead_only
def index() -> ResponseReturnValue:
    """Show what the structure answers for, and change it."""
    here = g.staff.organisation
    if not here.what.accompanies:
        abort(404)
    team, form = queries.helpers(here.id), HelpTableForm()
    form.propose(team, queries.table(here.id))
    if not form.validate_on_submit():
        page = render("helping/desk/table.html", form=form, pictures=PICTURES)
        return page, 422 if form.errors else 200
    actions.answer_for(here, form.wanted(team), by=g.staff, now=now())
    db.session.commit()
    flash(_("C’est noté."))
    return redirect(url_for(".index"), code=303)
