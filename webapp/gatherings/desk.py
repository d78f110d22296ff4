"""Information meetings of one's own structure: post one, see who comes, print the list, tick."""

from typing import Any

from flask import Blueprint, Response, abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import pathway_only
from webapp.clock import now
from webapp.extensions import db
from webapp.gatherings import actions, queries
from webapp.gatherings.actions import GatheringOver
from webapp.gatherings.desk_forms import GatheringForm, as_kept
from webapp.gatherings.display import Shown
from webapp.gatherings.enums import SeatState
from webapp.gatherings.models import Gathering
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.organisations.queries import sites_of
from webapp.paper import printing
from webapp.people import journal

bp = Blueprint("desk", __name__, url_prefix="/structure/reunions")


@bp.get("/")
@pathway_only
def index() -> ResponseReturnValue:
    """List the structure's meetings; an adviser also sees those near by, to take seats in."""
    moment, here = now(), g.staff.organisation
    own = queries.gatherings_of(here.id)
    near = queries.near(here.lat, here.lon, moment) if g.staff.role in ("adviser", "lead") else []
    held = queries.counts([*(one.id for one in own), *(one.id for one, _metres in near)])
    return render(
        "gatherings/desk/index.html",
        coming=[Shown(one, held.get(one.id, 0)) for one in own if one.ends_at > moment],
        over=[Shown(one, held.get(one.id, 0)) for one in own if one.ends_at <= moment],
        near=[Shown(one, held.get(one.id, 0), metres) for one, metres in near],
    )


@bp.route("/nouvelle", methods=["GET", "POST"])
@pathway_only
def new() -> ResponseReturnValue:
    """Post a meeting."""
    staff = g.staff
    usual = {"minutes": 60, "host_name": staff.first_name, "host_phone": staff.phone}
    form = GatheringForm(data=usual)
    form.offer_places(staff.organisation, list(sites_of(staff.organisation_id)))
    if request.method == "GET" or not form.validate():
        return render("gatherings/desk/new.html", form=form), 422 if form.errors else 200
    made = actions.post(form.facts(), staff, now())
    db.session.commit()
    flash(_("La réunion est en ligne."))
    return redirect(url_for(".show", public_id=made.public_id), code=303)


@bp.route("/<public_id>/modifier", methods=["GET", "POST"])
@pathway_only
def change(public_id: str) -> ResponseReturnValue:
    """Change a meeting that is posted; whoever comes is told of another moment or place."""
    gathering = gathering_or_404(public_id)
    if not gathering.is_open(now()):
        raise GatheringOver
    here, sites = g.staff.organisation, list(sites_of(g.staff.organisation_id))
    form = GatheringForm(data=as_kept(gathering, here, sites))
    form.held = queries.held(gathering.id)
    form.offer_places(here, sites)
    if request.method == "GET" or not form.validate():
        code = 422 if form.errors else 200
        return render("gatherings/desk/new.html", form=form, kept=gathering), code
    told = actions.change(gathering, form.facts(), now())
    db.session.commit()
    told_text = _("C’est changé. Les personnes inscrites reçoivent un SMS.")
    flash(told_text if told else _("C’est changé."))
    return redirect(url_for(".show", public_id=public_id), code=303)


@bp.get("/<public_id>")
@pathway_only
def show(public_id: str) -> ResponseReturnValue:
    """Show a meeting, who comes, who waits; once it begins, who came is ticked."""
    gathering = gathering_or_404(public_id)
    return render("gatherings/desk/show.html", **who_comes(gathering))


def who_comes(gathering: Gathering) -> dict[str, Any]:
    """Return what the page and the paper say: names are journaled before they are read."""
    held = queries.seats(gathering.id)
    waiting = queries.seats(gathering.id, SeatState.WAITING)
    journal.listed_now([one.person for one in (*held, *waiting) if one.person])
    moment = now()
    return {
        "meeting": Shown(gathering, len(held), waiting=len(waiting)),
        "held": held,
        "waiting": waiting,
        "is_open": gathering.is_open(moment),
        "has_begun": gathering.starts_at <= moment and gathering.called_off_at is None,
    }


@bp.get("/<public_id>/liste.pdf")
@pathway_only
def paper(public_id: str) -> Response:
    """Make the list to print: a line for each person, with a box to tick."""
    gathering = gathering_or_404(public_id)
    html = render_template("gatherings/desk/paper.html", **who_comes(gathering))
    return printing.answer(printing.pdf(html), f"reunion-{gathering.public_id}")


@bp.post("/<public_id>/presence")
@pathway_only
def came(public_id: str) -> ResponseReturnValue:
    """Note who came."""
    gathering = gathering_or_404(public_id)
    if gathering.starts_at > now():
        abort(409)
    actions.note_who_came(gathering, set(request.form.getlist("came")), now())
    db.session.commit()
    flash(_("C’est noté."))
    return redirect(url_for(".show", public_id=public_id), code=303)


@bp.post("/<public_id>/annuler")
@pathway_only
def call_off(public_id: str) -> ResponseReturnValue:
    """Call a meeting off; those who were to come are told."""
    gathering = gathering_or_404(public_id)
    actions.call_off(gathering, now())
    db.session.commit()
    flash(_("La réunion est annulée. Les personnes reçoivent un SMS."))
    return redirect(url_for(".show", public_id=public_id), code=303)


def gathering_or_404(public_id: str) -> Gathering:
    """Return a meeting of this structure."""
    return queries.gathering_of(g.staff.organisation_id, public_id) or abort(404)
