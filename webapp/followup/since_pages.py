"""What others changed while an adviser has a person's page open; the page asks by itself."""

from flask import Blueprint, abort, g, request
from flask.typing import ResponseReturnValue

from webapp.access import pathway_only
from webapp.clock import now, today
from webapp.followup import display, since
from webapp.htmx import render, wants_fragment
from webapp.people.beside import queries
from webapp.people.display import clock_text

bp = Blueprint("since", __name__, url_prefix="/conseiller/suivi")


@bp.get("/<public_id>/depuis")
@pathway_only
def show(public_id: str) -> ResponseReturnValue:
    """Say what others changed since the page was opened: no new look, so no new line of journal.

    Once the person's agreement has ended it says that the page is closed, and names nobody.
    """
    person = queries.person(g.staff, public_id, today())
    if person is None and not wants_fragment():
        abort(404)
    begun = since.moment(request.args.get("vu", "")) or now()
    return render(
        "followup/desk/since.html",
        fragment="followup/desk/_since.html",
        public_id=public_id,
        changes=since.changes(person, g.staff, begun, now()) if person else [],
        closed=person is None,
        full_name=display.full_name,
        clock_text=clock_text,
    )
