"""What was noted by mistake: taken back on a page that asks why, and says who reads so."""

from typing import Any

from flask import Blueprint, flash, g, redirect
from flask.typing import ResponseReturnValue

from webapp.access import pathway_only
from webapp.clock import now, today
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.pathways import mistakes, queries, work
from webapp.pathways.desk import approval_pages, work_pages, work_words
from webapp.pathways.desk import words as approval_words
from webapp.pathways.desk.forms import MistakeForm
from webapp.pathways.refusals import Settled
from webapp.pathways.rights import allow, may_manage
from webapp.people import journal
from webapp.people.beside.hidden import NotOpen

bp = Blueprint("mistakes", __name__)


@bp.route("/evenements/<public_id>/retirer", methods=["GET", "POST"])
@pathway_only
def event(public_id: str) -> ResponseReturnValue:
    """Take back what was noted in a contract."""
    found, form = work.event_of(g.staff, public_id, today()), MistakeForm()
    if found is None:
        raise NotOpen
    person = found.contract.person
    journal.seen_now(person)
    allow(work.is_of(g.staff, found.contract))
    if form.validate_on_submit():
        mistakes.withdraw_event(found, g.staff, form.mistake, now())
        return kept(work_pages.address(person))
    return page(found, form, work_words.event(found), (_("Contrats"), work_pages.address(person)))


@bp.route("/suspensions/<public_id>/retirer", methods=["GET", "POST"])
@pathway_only
def suspension(public_id: str) -> ResponseReturnValue:
    """Take back a suspension of an approval."""
    found, form = queries.suspension_of(g.staff, public_id, today()), MistakeForm()
    if found is None:
        raise NotOpen
    person = found.approval.person
    journal.seen_now(person)
    allow(may_manage(g.staff))
    if form.validate_on_submit():
        mistakes.withdraw_suspension(found, g.staff, form.mistake, now())
        return kept(approval_pages.address(person))
    back = (_("Agrément"), approval_pages.address(person))
    return page(found, form, approval_words.pause(found), back)


def kept(address: str) -> ResponseReturnValue:
    """Commit, say so and go back."""
    db.session.commit()
    flash(_("C’est retiré. La page garde qui l’a fait, quand et pourquoi."))
    return redirect(address, 303)


def page(noted: Any, form: MistakeForm, what: str, back: tuple[str, str]) -> ResponseReturnValue:
    """Show what is about to be taken back; 422 when the form needs another look."""
    if noted.withdrawn_at is not None:
        raise Settled
    answer = render("pathways/desk/mistake.html", form=form, what=what, back=back)
    answer.status_code = 422 if form.errors else 200
    return answer
