"""Who follows whom in a structure: its lead sees how many, and hands them over."""

from collections.abc import Mapping

from flask import Blueprint, flash, g, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.access import lead_only
from webapp.clock import now, today
from webapp.errors import Refused
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.followup.display import full_name
from webapp.followup.forms import HandOverForm
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.i18n import ngettext
from webapp.organisations import queries

bp = Blueprint("lead_pages", __name__, url_prefix="/structure/suivis")
NOBODY = "personne"


class FollowsNobody(Refused):
    """Structures of this kind follow nobody."""

    title = _l("Votre structure ne suit personne ici")
    advice = _l("Cette page est pour les structures qui accompagnent.")
    code = 403


@bp.route("/", methods=["GET", "POST"])
@lead_only
def index() -> ResponseReturnValue:
    """Show how many people each adviser follows; hand those of one over to another."""
    if not g.staff.organisation.what.accompanies:
        raise FollowsNobody
    counts = caseloads.counts(g.staff, today())
    team = [one for one in queries.members(g.staff.organisation_id) if one.role in caseloads.FOLLOW]
    form, ids = HandOverForm(), ids_of(counts)
    form.propose(givers(counts), {one.public_id: full_name(one) for one in team})
    if not form.validate_on_submit():
        page = render("followup/desk/lead.html", form=form, team=team, counts=counts)
        page.status_code = 422 if form.errors else 200
        return page
    taker = next(one for one in team if one.public_id == form.taker.data)
    count = caseloads.hand_over(ids[form.giver.data], taker, g.staff, now())
    db.session.commit()
    people = ngettext("%(num)d personne", "%(num)d personnes", count)
    flash(_("Confié à %(name)s : %(people)s.", name=full_name(taker), people=people))
    return redirect(url_for(".index"), 303)


def ids_of(counts: Mapping[int | None, int]) -> dict[str, int | None]:
    """Return whose people may be handed over, by what the form calls them."""
    return {NOBODY if one is None else str(one): one for one in counts}


def givers(counts: Mapping[int | None, int]) -> dict[str, str]:
    """Return who has people, those who have left too, with how many."""
    here = queries.members(g.staff.organisation_id)
    names = {one.id: full_name(one) for one in (*here, *queries.former_members(here_id()))}
    names[0] = _("Sans suivi")
    return {
        NOBODY if one is None else str(one): f"{names.get(one or 0, '?')} ({count})"
        for one, count in counts.items()
        if count
    }


def here_id() -> int:
    """Return the lead's own structure."""
    number: int = g.staff.organisation_id
    return number
