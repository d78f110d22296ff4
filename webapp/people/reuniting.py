"""My two records made one, by myself: I am signed in on one, and prove the number of the other.

A code sent to the other number shows nothing yet: numbers are given to others and phones are
shared, so the other record also asks one thing that its person knows.
"""

from typing import Any

from flask import Blueprint, Response, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import person_only
from webapp.accounts import known, presence, tries
from webapp.accounts.codes import Outcome
from webapp.accounts.known import Question
from webapp.accounts.waiting import wait_text
from webapp.clock import now
from webapp.extensions import db, limiter
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.people import compared, merging, register
from webapp.people.beside import queries
from webapp.people.beside.carrying import TooLate, carried, carry
from webapp.people.models import Person
from webapp.people.reuniting_forms import CodeForm, EndForm, OtherForm, ProofForm
from webapp.phones import Phone

bp = Blueprint("reuniting", __name__, url_prefix="/moi/reunir")
limited = limiter.limit("60 per minute; 600 per hour", methods=["POST"])
CODE, PROOF, END = "mine-code", "mine-proof", "mine-end"
WORDS = {Outcome.WRONG: "wrong", Outcome.STOPPED: "stopped"}


@bp.route("", methods=["GET", "POST"])
@person_only
@limited
def begin() -> ResponseReturnValue:
    """Ask the other number, and send a code to it."""
    asked = OtherForm()
    if not asked.validate_on_submit():
        return page("people/reunite.html", asked)
    wait = presence.ask(asked.number, what(), (presence.ALONE,), now())
    if wait is not None:
        return page("people/reunite.html", asked, status=429, wait=wait_text(wait))
    db.session.commit()
    return ask_code(CodeForm(formdata=None), asked.number)


def what() -> str:
    """Return what the code is for: my own records, and nobody else's."""
    return f"mine|{g.person.public_id}"


def page(template: str, form: object, *, status: int = 0, **context: Any) -> Response:
    """Show a step; 422 when what was sent needs another look."""
    answer = render(template, form=form, **context)
    answer.status_code = status or (422 if getattr(form, "errors", None) else 200)
    return answer


def ask_code(form: CodeForm, phone: str, outcome: Outcome | None = None) -> Response:
    """Ask for the code that came to the other number."""
    form.carried.data = carry(CODE, g.person.public_id, phone=phone)
    status = 0 if outcome is None else 422
    wrong = WORDS.get(outcome, "over") if outcome else ""
    return page("people/reunite_code.html", form, status=status, phone=Phone(phone), wrong=wrong)


@bp.route("/code", methods=["GET", "POST"])
@person_only
@limited
def code() -> ResponseReturnValue:
    """Try the code; a right one asks what the person of the other record knows."""
    if request.method == "GET":
        return redirect(url_for(".begin"), 303)
    form, phone = CodeForm(), str(carried(CODE, g.person.public_id)["phone"])
    if not form.validate():
        return ask_code(form, phone)
    outcome = presence.use(phone, what(), str(form.code.data), now())
    db.session.commit()
    if outcome is not Outcome.RIGHT:
        return ask_code(form, phone, outcome)
    other = other_of(phone)
    question = known.question_for(other) if other else None
    if other is None or question is None:
        flash(_("Rien à réunir ici. Votre conseiller peut chercher avec vous."))
        return redirect(url_for(".begin"), 303)
    return ask_proof(ProofForm(question, formdata=None), other)


def other_of(phone: str) -> Person | None:
    """Return the other record of this number with a first name like mine."""
    found = register.known_already(phone, g.person.first_name)
    return next((one for one in found if one.id != g.person.id), None)


def ask_proof(form: ProofForm, other: Person, *, wrong: bool = False) -> Response:
    """Ask what the person of the other record knows."""
    form.carried.data = carry(PROOF, g.person.public_id, other=other.public_id)
    return page("people/reunite_proof.html", form, status=422 if wrong else 0, wrong=wrong)


@bp.route("/preuve", methods=["GET", "POST"])
@person_only
@limited
def proof() -> ResponseReturnValue:
    """Check what the person knows; then show both records."""
    if request.method == "GET":
        return redirect(url_for(".begin"), 303)
    other = other_from(PROOF)
    question = known.question_for(other)
    if question is None:
        raise TooLate
    form = ProofForm(question)
    if not form.validate():
        return ask_proof(form, other)
    right = knows(other, question, form.answer)
    db.session.commit()
    return show_both(EndForm(formdata=None), other) if right else ask_proof(form, other, wrong=True)


def other_from(step: str) -> Person:
    """Return the record that the form names, if it still stands."""
    other = queries.anyone(str(carried(step, g.person.public_id)["other"]))
    if other is None or other.merged_into_id is not None:
        raise TooLate
    return other


def knows(other: Person, question: Question, answer: str) -> bool:
    """Return whether this is what the other record's person knows; wrong tries are counted."""
    if tries.too_many(question.tried, other.public_id, now()) is not None:
        return False
    right = known.is_right(other, question, answer)
    tries.note(question.tried, other.public_id, right=right, now=now())
    return right


def show_both(form: EndForm, other: Person) -> Response:
    """Show both records, what goes where, and that it cannot be taken back."""
    stays, goes = compared.sides(g.person, other)
    form.propose(compared.phones(stays, goes))
    form.carried.data = carry(END, g.person.public_id, other=other.public_id)
    return page("people/reunite_both.html", form, stays=stays, goes=goes)


@bp.route("/fin", methods=["GET", "POST"])
@person_only
@limited
def end() -> ResponseReturnValue:
    """Make both records one, as the person chose."""
    if request.method == "GET":
        return redirect(url_for(".begin"), 303)
    form, other = EndForm(), other_from(END)
    form.propose(compared.phones(*compared.sides(g.person, other)))
    if not form.validate():
        return show_both(form, other)
    kept, gone = merging.keeps(g.person, other)
    merging.merge(kept, gone, form.phone.data or None, None, now())
    db.session.commit()
    flash(_("C’est fait. Vous avez maintenant une seule fiche."))
    return redirect(url_for("people.me"), 303)
