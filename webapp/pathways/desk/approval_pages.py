"""The approval of someone: where it stands, by which rule, and what may be done about it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import Blueprint, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import pathway_only
from webapp.clock import now, today
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.pathways import approvals, diagnoses, facts, queries, regimes, rights
from webapp.pathways.approvals import Given
from webapp.pathways.desk import mistake_words, words
from webapp.pathways.desk.forms import (
    AnswerForm,
    ProlongForm,
    RecordForm,
    ResumeForm,
    SuspendForm,
    day,
    offer,
)
from webapp.pathways.facts import AskingFacts, ProlongationFacts, SuspensionFacts
from webapp.pathways.models import Approval, DiagnosisRequest
from webapp.pathways.refusals import NotAllowed
from webapp.pathways.rules import Standing, Suspension
from webapp.pathways.spans import last_day
from webapp.people import journal
from webapp.people.beside.hidden import NotOpen
from webapp.people.models import Person

bp = Blueprint("approval", __name__)


def person_or_404(public_id: str) -> Person:
    """Return someone this professional may see, once it is noted that they are looked at."""
    found = queries.person_of(g.staff, public_id, today())
    if found is None:
        raise NotOpen
    journal.seen_now(found)
    return found


def approval_or_404(public_id: str) -> Approval:
    """Return an approval of someone this professional may see, once it is noted."""
    found = queries.approval_of(g.staff, public_id, today())
    if found is None:
        raise NotOpen
    journal.seen_now(found.person)
    return found


def way_back(person: Person) -> tuple[str, str]:
    """Return the name and the address of the page before: the person's follow-up."""
    return person.first_name, url_for("followup.desk.show", public_id=person.public_id)


def address(person: Person) -> str:
    """Return the page of someone's approval."""
    return url_for("pathways.approval.show", public_id=person.public_id)


@bp.get("/personnes/<public_id>/agrement")
@pathway_only
def show(public_id: str) -> ResponseReturnValue:
    """Show where the approval stands."""
    return page(person_or_404(public_id))


def page(person: Person, **sent: Any) -> ResponseReturnValue:
    """Show the approval with what may be done; 422 when a form needs another look."""
    known = queries.read_by(g.staff, person, now())
    current = known[0] if known else None
    requests = queries.open_requests(person.id)
    answer = render(
        "pathways/desk/approval.html",
        person=person,
        back=way_back(person),
        current=current,
        former=known[1:],
        requests=requests,
        waits=queries.waiting_on(known, today()),
        may=may(current) | may_ask(person, requests),
        words=words,
        taken_back=mistake_words.taken_back,
        asking=facts.in_force(AskingFacts, today()).source,
        regime=facts.regime(regimes.regime_of(g.staff.organisation.insee)),
        Standing=Standing,
        forms=forms_of(current) | sent,
    )
    answer.status_code = 422 if sent else 200
    return answer


def may(current: queries.Computed | None) -> dict[str, bool]:
    """Return what this professional may do about the approval now."""
    manages = rights.may_manage(g.staff)
    runs = current is not None and current.path is not None
    open_ = current is not None and current.standing in approvals.OPEN
    convention = regimes.regime_of(g.staff.organisation.insee) == "convention-2011"
    waits = current is not None and current.standing is Standing.WAITING
    own = current is not None and current.approval.organisation_id == g.staff.organisation_id
    return {
        "ask": convention and rights.is_siae(g.staff) and not (open_ and own),
        "answer": waits and current is not None and rights.may_answer(g.staff, current.approval),
        "withdraw": waits and own and rights.is_siae(g.staff),
        "record": manages and not convention and not open_,
        "change": manages and runs and current is not None and not current.approval.interrupted_on,
        "waive": rights.is_prescriber(g.staff),
    }


def may_ask(person: Person, requests: Sequence[DiagnosisRequest]) -> dict[str, bool]:
    """Return whether this SIAE may ask for a diagnosis: it lacks one, and none is asked for."""
    siae = rights.is_siae(g.staff)
    asked = any(one.siae_id == g.staff.organisation_id for one in requests)
    missing = siae and not asked and diagnoses.is_missing_for(person.id, now())
    return {"ask-diagnosis": missing}


def forms_of(current: queries.Computed | None) -> dict[str, Any]:
    """Return the forms of the page, still empty."""
    on = current.on if current else today()
    empty: dict[str, Any] = {
        "record": RecordForm(formdata=None, prefix="record-"),
        "answer": AnswerForm(formdata=None, prefix="answer-"),
        "suspend": SuspendForm(formdata=None, prefix="suspend-"),
        "prolong": ProlongForm(formdata=None, prefix="prolong-"),
        "resume": ResumeForm(formdata=None, prefix="resume-"),
    }
    offer(empty["suspend"].reason, facts.in_force(SuspensionFacts, on).reasons)
    offer(empty["prolong"].reason, facts.in_force(ProlongationFacts, on).reasons)
    return empty


def done(person: Person, text: str) -> ResponseReturnValue:
    """Say what was done and go back to the page."""
    flash(text)
    return redirect(address(person), 303)


@bp.post("/personnes/<public_id>/agrement/demander")
@pathway_only
def ask(public_id: str) -> ResponseReturnValue:
    """Ask for an approval where silence grants."""
    person = person_or_404(public_id)
    approvals.ask(person, g.staff, now())
    db.session.commit()
    return done(person, _("C’est demandé. La page dit à quelle heure la réponse est due."))


@bp.post("/personnes/<public_id>/agrement/pass")
@pathway_only
def record(public_id: str) -> ResponseReturnValue:
    """Write down the PASS IAE that the national platform gave."""
    person, form = person_or_404(public_id), RecordForm(request.form, prefix="record-")
    if not form.validate():
        return page(person, record=form)
    begin = day(form.begin)
    given = Given(number=form.number.data, begins_on=begin, ends_on=form.end.data or usual(begin))
    approvals.record(person, g.staff, given, now())
    db.session.commit()
    return done(person, _("C’est noté : le PASS IAE est sur cette page."))


def usual(begin: date) -> date:
    """Return the last day of a PASS IAE that begins on a day."""
    return last_day(begin, facts.regime("pass-iae").months)


@bp.post("/agrements/<public_id>/repondre")
@pathway_only
def answer(public_id: str) -> ResponseReturnValue:
    """Answer in writing an approval that waits."""
    approval, form = approval_or_404(public_id), AnswerForm(request.form, prefix="answer-")
    if not form.validate():
        return page(approval.person, answer=form)
    approvals.answer(approval, g.staff, granted=form.answer.data == "granted", now=now())
    db.session.commit()
    return done(approval.person, _("C’est noté : la structure voit votre réponse."))


@bp.post("/agrements/<public_id>/retirer")
@pathway_only
def withdraw(public_id: str) -> ResponseReturnValue:
    """Take back what was asked, while it waits."""
    approval = approval_or_404(public_id)
    approvals.withdraw(approval, g.staff, now())
    db.session.commit()
    return done(approval.person, _("C’est noté : la demande est retirée."))


@bp.post("/agrements/<public_id>/suspendre")
@pathway_only
def suspend(public_id: str) -> ResponseReturnValue:
    """Suspend an approval."""
    approval, form = approval_or_404(public_id), SuspendForm(request.form, prefix="suspend-")
    offer(form.reason, facts.in_force(SuspensionFacts, today()).reasons)
    if not form.validate():
        return page(approval.person, suspend=form)
    wish = Suspension(begin=day(form.begin), end=form.end.data)
    try:
        approvals.suspend(approval, g.staff, wish, form.reason.data, now())
    except NotAllowed as refused:
        form.miss("begin", refused.advice)
        return page(approval.person, suspend=form)
    db.session.commit()
    return done(approval.person, _("C’est noté : les jours suspendus ne comptent pas."))


@bp.post("/suspensions/<public_id>/reprendre")
@pathway_only
def resume(public_id: str) -> ResponseReturnValue:
    """End a suspension."""
    found = queries.suspension_of(g.staff, public_id, today())
    if found is None:
        raise NotOpen
    person, form = found.approval.person, ResumeForm(request.form, prefix="resume-")
    journal.seen_now(person)
    if not form.validate():
        return page(person, resume=form)
    approvals.resume(found, g.staff, day(form.end), now())
    db.session.commit()
    return done(person, _("C’est noté : l’agrément reprend le lendemain."))


@bp.post("/agrements/<public_id>/prolonger")
@pathway_only
def prolong(public_id: str) -> ResponseReturnValue:
    """Prolong an approval."""
    approval, form = approval_or_404(public_id), ProlongForm(request.form, prefix="prolong-")
    offer(form.reason, facts.in_force(ProlongationFacts, today()).reasons)
    if not form.validate():
        return page(approval.person, prolong=form)
    try:
        approvals.prolong(approval, g.staff, day(form.until), form.reason.data, now())
    except NotAllowed as refused:
        form.miss("until", refused.advice)
        return page(approval.person, prolong=form)
    db.session.commit()
    return done(approval.person, _("C’est noté : l’agrément est prolongé."))


@bp.post("/agrements/<public_id>/interrompre")
@pathway_only
def interrupt(public_id: str) -> ResponseReturnValue:
    """End a path after more than a year of suspension."""
    approval = approval_or_404(public_id)
    approvals.interrupt(approval, g.staff, now())
    db.session.commit()
    return done(approval.person, _("C’est noté. Dites-le à la personne par écrit, avec la date."))


@bp.post("/agrements/<public_id>/lever-le-delai")
@pathway_only
def waive(public_id: str) -> ResponseReturnValue:
    """Decide that the two years of waiting do not hold."""
    approval = approval_or_404(public_id)
    approvals.waive(approval, g.staff, now())
    db.session.commit()
    return done(approval.person, _("C’est noté : un nouveau parcours peut commencer."))
