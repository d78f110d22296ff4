"""What was noted by mistake: taken back on a page that asks why, and says who reads so."""

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
from webapp.pathways.mistake_models import Mistakable
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
    standing(found)
    return page(form, work_words.event(found), work_pages.address(person))


@bp.route("/contrats/<public_id>/arret/retirer", methods=["GET", "POST"])
@pathway_only
def end(public_id: str) -> ResponseReturnValue:
    """Take back an early end of a contract."""
    contract, form = work_pages.contract_or_404(public_id), MistakeForm()
    allow(work.is_of(g.staff, contract))
    if contract.stopped_on is None:
        raise Settled
    address = work_pages.address(contract.person)
    if form.validate_on_submit():
        mistakes.withdraw_end(contract, g.staff, form.mistake, now())
        return kept(address)
    return page(form, work_words.stop(contract.stopped_on, contract.stop_reason), address)


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
    standing(found)
    return page(form, approval_words.pause(found), approval_pages.address(person))


def standing(noted: Mistakable) -> None:
    """Raise Settled where it was taken back before."""
    if noted.withdrawn_at is not None:
        raise Settled


def kept(address: str) -> ResponseReturnValue:
    """Commit, say so and go back."""
    db.session.commit()
    flash(_("C’est retiré. La page garde qui l’a fait, quand et pourquoi."))
    return redirect(address, 303)


def page(form: MistakeForm, what: str, address: str) -> ResponseReturnValue:
    """Show what is about to be taken back; 422 when the form needs another look."""
    answer = render("pathways/desk/mistake.html", form=form, what=what, back=address)
    answer.status_code = 422 if form.errors else 200
    return answer
