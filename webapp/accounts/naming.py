"""Who is behind the number: the first name, then where needed one thing that the person knows."""

from collections.abc import Callable

from flask import Blueprint, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from webapp.access import half_person, public
from webapp.accounts import actions, codes, coming_back, devices, known, tries
from webapp.accounts.forms import NameForm, PickForm, proof_form
from webapp.accounts.known import Question
from webapp.accounts.models import SignInCode
from webapp.accounts.persons import after_entering, from_one_address, keep_nowhere
from webapp.clock import now
from webapp.extensions import db
from webapp.htmx import render
from webapp.people.models import Person

bp = Blueprint("naming", __name__, url_prefix="/connexion")
bp.after_request(keep_nowhere)
NAME = "first-name"  # in the session, between the name and the question


@bp.route("/prenom", methods=["GET", "POST"])
@public
@from_one_address
def name() -> ResponseReturnValue:
    """Ask for the first name: a number may be of several people, who are never listed."""
    proof = codes.proven_here(now())
    if proof is None:
        return redirect(url_for("accounts.persons.phone"), 303)
    form = NameForm()
    if not form.validate_on_submit():
        return render("accounts/name.html", form=form), 422 if form.errors else 200
    typed = form.first_name.data
    person = actions.known_here(proof.phone, typed)
    if person is not None:
        return let_in(proof, lambda _phone: actions.enter_half(person, now()), "proof")
    if actions.question_before_joining(proof.phone, typed, now()):
        session[NAME] = typed
        return redirect(url_for(".employer"), 303)
    return let_in(proof, lambda phone: actions.enter_new(phone, typed, now()), "whose")


@bp.route("/employeur", methods=["GET", "POST"])
@public
@from_one_address
def employer() -> ResponseReturnValue:
    """Ask at which employer the person asked for work, before their requests become theirs."""
    proof, typed = codes.proven_here(now()), session.get(NAME, "")
    question = asked_before_joining(proof, typed)
    if proof is None or question is None:
        return redirect(url_for(".name"), 303)
    form = PickForm(question)
    if not form.validate_on_submit():
        return render("accounts/employer.html", form=form), 422 if form.errors else 200
    picked = form.answer.data
    return let_in(
        proof, lambda phone: actions.enter_new(phone, typed, now(), answer=picked), "whose"
    )


def asked_before_joining(proof: SignInCode | None, typed: str) -> Question | None:
    """Return the question to someone who has just typed their code and this name."""
    if proof is None or not typed or actions.known_here(proof.phone, typed):
        return None
    return actions.question_before_joining(proof.phone, typed, now())


def let_in(proof: SignInCode, enter: Callable[[str], object], then: str) -> ResponseReturnValue:
    """Use the code up, and let one in by it: of two presses at the same moment, only the first."""
    number, suite = proof.phone, coming_back.wanted()
    if not codes.spend(proof):
        return redirect(after_entering(), 303)
    enter(number)
    if suite:
        session[coming_back.KEPT] = suite
    db.session.commit()
    return redirect(url_for(NEXT[then]), 303)


NEXT = {"proof": "accounts.naming.proof", "whose": "accounts.settling.whose"}


@bp.route("/preuve", methods=["GET", "POST"])
@half_person
@from_one_address
def proof() -> ResponseReturnValue:
    """Ask for one thing the person knows: a code alone opens nothing of theirs."""
    device, person = devices.current(), g.person
    if device is not None and device.confirmed_at is not None:
        return redirect(after_entering(), 303)
    question = question_now(person)
    if question is None:
        return render("accounts/human.html"), 200 if request.method == "GET" else 429
    form = proof_form(question)
    if not form.validate_on_submit():
        return ask_proof(form, question, 422 if form.errors else 200)
    suite = coming_back.wanted()
    right = actions.answer(person, question, form.answer.data, now())
    if right and suite:
        session[coming_back.KEPT] = suite
    db.session.commit()
    if right:
        return redirect(url_for(NEXT["whose"]), 303)
    return ask_proof(form, question, 422, wrong=True)


def question_now(person: Person) -> Question | None:
    """Return what may be asked now; None when a human or a card is needed."""
    question = known.question_for(person)
    if question is None or tries.wait(question.tried, person.public_id, now()) is not None:
        return None
    return question


def ask_proof(
    form: NameForm, question: Question, status: int, *, wrong: bool = False
) -> ResponseReturnValue:
    """Show the question, or the way to a human once there is no other try."""
    if wrong and question_now(g.person) is None:
        return render("accounts/human.html", wrong=True), 429
    page = render("accounts/proof.html", form=form, kind=question.kind, wrong=wrong)
    return page, status


@bp.post("/nouveau")
@half_person
@from_one_address
def start_anew() -> ResponseReturnValue:
    """Let in someone new whose number and first name were another's: nothing of theirs is shown."""
    person, suite = g.person, coming_back.wanted()
    if not actions.is_still_half(person):
        return redirect(after_entering(), 303)
    actions.enter_new(person.phone, person.first_name, now())
    if suite:
        session[coming_back.KEPT] = suite
    db.session.commit()
    return redirect(url_for(NEXT["whose"]), 303)
