"""The people whose path a professional follows: who, until when, and the way to each page."""

from dataclasses import dataclass

from flask import Blueprint, g, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from webapp.access import pathway_only
from webapp.accounts import roles
from webapp.clock import now, today
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.pathways import queries, reach
from webapp.pathways.desk import words
from webapp.pathways.queries import Computed
from webapp.people import journal
from webapp.people.models import Person
from webapp.people.viewing import for_viewer

bp = Blueprint("home", __name__)
SHOWN = 30


@dataclass(frozen=True)
class Line:
    """Someone, with where their approval stands."""

    person: Person
    approval: str


@bp.get("/")
@pathway_only
def index() -> ResponseReturnValue:
    """List the people whom this professional may see, the last active first."""
    wanted = select(Person).order_by(Person.active_on.desc(), Person.id.desc()).limit(SHOWN + 1)
    people = list(db.session.scalars(for_viewer(wanted, g.staff, today())))
    read = reach.approvals(g.staff, today())
    known = queries.latest([one.id for one in people[:SHOWN]], now(), read)
    adviser = roles.opens("adviser_only", g.staff)
    journal.listed_now(people[:SHOWN])
    return render(
        "pathways/desk/home.html",
        lines=[Line(one, approval_of(known.get(one.id))) for one in people[:SHOWN]],
        more=len(people) > SHOWN,
        back=url_for("followup.day.index") if adviser else url_for("employers.home"),
        adviser=adviser,
    )


def approval_of(known: Computed | None) -> str:
    """Return where an approval stands, in one line."""
    if known is None:
        return _("Pas d’agrément connu ici.")
    return f"{words.title(known)} : {str(words.STANDINGS[known.standing]).lower()}"
