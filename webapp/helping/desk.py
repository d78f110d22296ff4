"""Requests for help at an adviser's desk: who waits, one request, and each act on it."""

from datetime import timedelta

from flask import Blueprint, abort, flash, g, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.access import adviser_only
from webapp.clock import now, today
from webapp.extensions import db
from webapp.helping import actions, queries
from webapp.helping import desk_words as words
from webapp.helping.desk_forms import GiveForm, NoteForm
from webapp.helping.models import HelpRequest
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.people import journal
from webapp.people.viewing import may_see
from webapp.pwa.once import once

bp = Blueprint("desk", __name__, url_prefix="/conseiller/aides")
LATELY = timedelta(days=30)


@bp.get("/")
@adviser_only
def index() -> ResponseReturnValue:
    """List who waits for help here, the first to be due first."""
    here = g.staff.organisation_id
    waiting, over = queries.open_ones(here), queries.over(here, now() - LATELY)
    journal.listed_now([one.person for one in (*waiting, *over) if one.person])
    return render("helping/desk/index.html", waiting=waiting, over=over, on=today(), words=words)


@bp.get("/<public_id>")
@adviser_only
def show(public_id: str) -> ResponseReturnValue:
    """Show one request: whom to call, what was done, and what one may do."""
    return shown(request_or_404(public_id), NoteForm(formdata=None))


def shown(found: HelpRequest, form: NoteForm) -> ResponseReturnValue:
    """Show a request with a form that may need another look."""
    give = GiveForm(formdata=None)
    team = queries.helpers(g.staff.organisation_id)
    give.propose([one for one in team if one.id != found.owner_id])
    page = render(
        "helping/desk/show.html",
        asked=found,
        form=form,
        give=give,
        on=today(),
        words=words,
        knows=found.person is not None and may_see(g.staff, found.person, today()),
    )
    return page, 422 if form.errors else 200


def request_or_404(public_id: str) -> HelpRequest:
    """Return a request of this organisation, once it is noted that its person is looked at."""
    found = queries.of_organisation(g.staff.organisation_id, public_id) or abort(404)
    if found.person is not None:
        journal.seen_now(found.person)
    return found


@bp.post("/<public_id>/prendre")
@adviser_only
@once
def take(public_id: str) -> ResponseReturnValue:
    """Make a request mine."""
    found = request_or_404(public_id)
    actions.take(found, g.staff, now())
    return kept(found, _("C’est noté : vous vous en occupez."))


@bp.post("/<public_id>/sans-reponse")
@adviser_only
@once
def no_answer(public_id: str) -> ResponseReturnValue:
    """Note a call that nobody answered."""
    found = request_or_404(public_id)
    actions.no_answer(found, g.staff, now())
    return kept(found, _("C’est noté. Vous avez deux jours ouvrés pour rappeler."))


@bp.post("/<public_id>/note")
@adviser_only
@once
def note(public_id: str) -> ResponseReturnValue:
    """Note some words."""
    found, form = request_or_404(public_id), NoteForm()
    if not form.validate():
        return shown(found, form)
    actions.note(found, g.staff, form.text.data, shown=form.shown.data, now=now())
    return kept(found, _("C’est noté."))


@bp.post("/<public_id>/confier")
@adviser_only
def give(public_id: str) -> ResponseReturnValue:
    """Make a request a colleague's."""
    found, form = request_or_404(public_id), GiveForm()
    team = queries.helpers(g.staff.organisation_id)
    colleague = next((one for one in team if one.public_id == form.to.data), None)
    if colleague is None:
        flash(_("Choisissez une personne de votre structure."))
        return redirect(url_for("helping.desk.show", public_id=found.public_id), code=303)
    actions.give(found, colleague, g.staff, now())
    return kept(found, _("C’est noté : %(name)s s’en occupe.", name=colleague.first_name))


@bp.post("/<public_id>/finie")
@adviser_only
@once
def done(public_id: str) -> ResponseReturnValue:
    """End a request: the person was helped."""
    found = request_or_404(public_id)
    actions.finish(found, g.staff, now())
    return kept(found, _("C’est noté : la demande est finie."))


def kept(found: HelpRequest, said: str) -> ResponseReturnValue:
    """Commit, say it, and show the request again."""
    db.session.commit()
    flash(said)
    return redirect(url_for("helping.desk.show", public_id=found.public_id), code=303)
