"""The diagnosis that a SIAE asks for: asked by a press, or taken back."""

from flask import Blueprint, abort, g
from flask.typing import ResponseReturnValue

from webapp.access import pathway_only
from webapp.clock import now, today
from webapp.extensions import db
from webapp.i18n import gettext as _
from webapp.pathways import diagnoses, queries
from webapp.pathways.desk.approval_pages import done, person_or_404
from webapp.people import journal

bp = Blueprint("diagnosis", __name__)


@bp.post("/personnes/<public_id>/diagnostic/demander")
@pathway_only
def ask(public_id: str) -> ResponseReturnValue:
    """Ask a near entitled prescriber for the diagnosis of someone."""
    person = person_or_404(public_id)
    diagnoses.ask_by(person, g.staff, now())
    db.session.commit()
    return done(person, _("C’est demandé. La page dit à qui, et pour quel jour."))


@bp.post("/diagnostics/<public_id>/retirer")
@pathway_only
def withdraw(public_id: str) -> ResponseReturnValue:
    """Ask no more for a diagnosis."""
    request = queries.request_of(g.staff, public_id, today()) or abort(404)
    journal.seen_now(request.person)
    diagnoses.withdraw(request, g.staff, now())
    db.session.commit()
    return done(request.person, _("C’est noté : la demande est retirée."))
