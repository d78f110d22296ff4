"""A seat that an adviser takes for someone they follow."""

from collections.abc import Sequence

from flask import Blueprint, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from webapp.access import adviser_only
from webapp.clock import now
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.gatherings import actions, queries
from webapp.gatherings.actions import Wish
from webapp.gatherings.display import Shown
from webapp.gatherings.models import Gathering
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.people import journal
from webapp.people.models import Person

bp = Blueprint("beside", __name__, url_prefix="/conseiller/reunions")
MOST = 300  # people of one adviser


@bp.route("/reserver", methods=["GET", "POST"])
@adviser_only
def take() -> ResponseReturnValue:
    """Choose for whom of one's own people, then take the seat."""
    gathering = asked_gathering()
    people = own_people()
    if request.method == "GET":
        journal.listed_now(people)
        shown = Shown(gathering, queries.held(gathering.id))
        return render("gatherings/desk/take.html", meeting=shown, people=people)
    wanted = request.form.get("person", "")
    person = next((one for one in people if one.public_id == wanted), None) or abort(404)
    wish = Wish(first_name=person.first_name, phone=person.phone or "", person=person, by=g.staff)
    seat = actions.take(gathering, wish, now())
    db.session.commit()
    flash(done(seat.is_held, person.first_name))
    return redirect(url_for("gatherings.desk.index"), code=303)


def done(is_held: bool, name: str) -> str:
    """Return what has just been done."""
    if is_held:
        return _("La place de %(name)s est réservée.", name=name)
    return _("C’est complet : %(name)s attend une place.", name=name)


def asked_gathering() -> Gathering:
    """Return the meeting that the address names."""
    return queries.gathering(request.args.get("reunion", "")) or abort(404)


def own_people() -> Sequence[Person]:
    """Return the people whom this adviser follows, by their names."""
    mine = caseloads.mine(g.staff, now(), everyone=False)
    found = select(Person).where(mine).order_by(Person.first_name, Person.last_name, Person.id)
    return db.session.scalars(found.limit(MOST)).all()
