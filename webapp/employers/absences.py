"""When someone of the structure is away, and when they are back: offers show it at once."""

from flask import Blueprint, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import employer_only
from webapp.clock import today
from webapp.employers import words
from webapp.employers.home import render_home, sent_absence
from webapp.extensions import db
from webapp.i18n import gettext as _
from webapp.organisations import actions, queries
from webapp.organisations.models import Contact

bp = Blueprint("absences", __name__, url_prefix="/contacts/<public_id>")


@bp.post("/absence")
@employer_only
def begin(public_id: str) -> ResponseReturnValue:
    """Let the replacement answer from today until a day."""
    contact = contact_or_404(public_id)
    form = sent_absence(contact)
    until = form.until.data
    if not form.validate() or until is None:
        return render_home((contact, form)), 422
    actions.note_absence(contact, today(), until)
    db.session.commit()
    day = words.day_text(until)
    flash(_("C’est noté : absence de %(name)s jusqu’au %(day)s.", name=contact.first_name, day=day))
    return redirect(after(), code=303)


@bp.post("/retour")
@employer_only
def end(public_id: str) -> ResponseReturnValue:
    """Let someone who is back answer again."""
    contact = contact_or_404(public_id)
    actions.note_return(contact)
    db.session.commit()
    flash(_("%(name)s répond de nouveau.", name=contact.first_name))
    return redirect(after(), code=303)


def after() -> str:
    """Return the page from which it was said: the contacts of a lead, else the first page."""
    from_lead = request.form.get("page") == "contacts"
    return url_for("organisations.people.index" if from_lead else "employers.home")


def contact_or_404(public_id: str) -> Contact:
    """Return a person of this structure."""
    return queries.contact_of(g.employer.id, public_id) or abort(404)
