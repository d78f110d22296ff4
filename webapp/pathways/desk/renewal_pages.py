"""The monthly renewal of someone, settled by who accompanies them."""

from flask import Blueprint, abort, g
from flask.typing import ResponseReturnValue

from webapp.access import pathway_only
from webapp.clock import now, today
from webapp.pathways import renewals
from webapp.pathways.desk.work_pages import kept
from webapp.pathways.enums import Renewed
from webapp.people import journal

bp = Blueprint("renewal", __name__)


@bp.post("/inscriptions/<public_id>/<answer>")
@pathway_only
def settle(public_id: str, answer: str) -> ResponseReturnValue:
    """Note that someone renewed their registration, or is not registered."""
    found = renewals.of_account(g.staff, public_id, today()) or abort(404)
    if answer not in set(Renewed):
        abort(400)
    journal.seen_now(found.person)
    renewals.settle(found, Renewed(answer), now(), by=g.staff)
    return kept(found.person)
