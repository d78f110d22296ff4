"""A person's own follow-up: each request, where it stands, and the human to call."""

from flask import Blueprint, Response, g

from webapp.access import person_only
from webapp.applications import queries
from webapp.applications.followed import OVER, followed
from webapp.clock import now
from webapp.htmx import render
from webapp.pwa.keeping import kept_on_own_phone

bp = Blueprint("following", __name__)


@bp.get("/suivi")
@person_only
@kept_on_own_phone
def index() -> Response:
    """Show my requests; first what can be done today."""
    asked = followed(queries.of_person(g.person.id), now())
    return render(
        "applications/following.html",
        person=g.person,
        open_ones=[one for one in asked if one.stand not in OVER],
        over=[one for one in asked if one.stand in OVER],
        to_call=next((one for one in asked if one.asks_to_call), None),
    )
