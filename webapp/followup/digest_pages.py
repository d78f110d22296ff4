"""The letter of the day: read what it is, take it or leave it."""

from flask import Blueprint, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import pathway_only
from webapp.accounts import coming_back
from webapp.extensions import db
from webapp.followup import digest
from webapp.htmx import render
from webapp.i18n import gettext as _

bp = Blueprint("digest", __name__, url_prefix="/parcours")


@bp.get("/mon-resume")
@pathway_only
def show() -> ResponseReturnValue:
    """Show whether I get the letter of the day."""
    return render(
        "followup/digest.html",
        wanted=digest.is_wanted(g.staff),
        home=coming_back.home_of(g.staff),
    )


@bp.post("/mon-resume")
@pathway_only
def choose() -> ResponseReturnValue:
    """Take the letter, or leave it."""
    wanted = request.form.get("wanted") == "yes"
    digest.want(g.staff, wanted)
    db.session.commit()
    flash(
        _("C’est noté : une lettre par jour au plus.")
        if wanted
        else _("C’est noté : plus de lettre.")
    )
    return redirect(url_for(".show"), 303)
