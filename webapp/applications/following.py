"""A person's own follow-up: each request, where it stands, and the human to call."""

from flask import Blueprint, Response, g

from webapp.access import person_only
from webapp.applications import queries
from webapp.applications.followed import OVER, followed
from webapp.clock import now, today
from webapp.followup import tasks
from webapp.gatherings import queries as gatherings
from webapp.gatherings.display import Shown
from webapp.helping.queries import of_person as helps_of
from webapp.helping.words import Asked
from webapp.htmx import render
from webapp.offers.words import day_text
from webapp.pathways import waiting
from webapp.people import display
from webapp.people import queries as agreements
from webapp.pwa.keeping import kept_on_own_phone

bp = Blueprint("following", __name__)


@bp.get("/suivi")
@person_only
@kept_on_own_phone
def index() -> Response:
    """Show my requests; first what can be done today."""
    at = now()
    asked = followed(queries.of_person(g.person.id), at)
    return render(
        "applications/following.html",
        person=g.person,
        questions=[display.Agreement(one, at) for one in agreements.waiting(g.person, at)],
        open_ones=[one for one in asked if one.stand not in OVER],
        helps=[Asked(one, at) for one in helps_of(g.person.id)],
        seats=[(one, Shown(one.gathering)) for one in gatherings.own(g.person.id, at)],
        over=[one for one in asked if one.stand in OVER],
        steps=tasks.own(g.person),
        day_text=day_text,
        **waiting.answers(g.person, today()),
        to_call=next((one for one in asked if one.asks_to_call), None),
    )
