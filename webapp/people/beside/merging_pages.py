"""Two records of one person: proposed, shown side by side, made one with the person beside me."""

from flask import Blueprint, Response, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from wtforms.validators import AnyOf

from webapp.access import adviser_only
from webapp.accounts import presence
from webapp.accounts.codes import Outcome
from webapp.clock import now, today
from webapp.extensions import db, limiter
from webapp.forms import choices
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.people import compared, journal, merging, register
from webapp.people.beside import desk, queries
from webapp.people.beside.carrying import carried, carry
from webapp.people.beside.forms import ONE, MergeForm, OtherNumberForm, SixForm, wrong
from webapp.people.models import Person
from webapp.people.viewing import visible

bp = Blueprint("merging", __name__, url_prefix="/personnes/<public_id>/reunir")
limited = limiter.limit("60 per minute; 600 per hour", methods=["POST"])


@bp.route("", methods=["GET", "POST"])
@adviser_only
@limited
def begin(public_id: str) -> ResponseReturnValue:
    """Show the records that may be the same person's; or ask another number, to prove by a code."""
    person, asked = desk.person_or_404(public_id), OtherNumberForm()
    if asked.validate_on_submit():
        phone = str(asked.phone.data)
        desk.send_code(phone, step(person))
        db.session.commit()
        return ask(person, phone, SixForm(formdata=None))
    twins = merging.twins(person, visible(g.staff, today()))
    journal.listed_now(twins)
    answer = render("people/beside/merge.html", person=person, twins=twins, form=asked)
    answer.status_code = 422 if asked.errors else 200
    return answer


def step(person: Person) -> str:
    """Return what the code is for: it serves for nobody else."""
    return f"merge|{person.public_id}"


def ask(person: Person, phone: str, six: SixForm, outcome: Outcome | None = None) -> Response:
    """Ask for the code that came to the other number."""
    six.carried.data = carry(step(person), g.staff.public_id, phone=phone)
    action = url_for(".code", public_id=person.public_id)
    back = url_for(".begin", public_id=person.public_id)
    return desk.ask_code(six, action, phone, back, outcome)


@bp.route("/code", methods=["GET", "POST"])
@adviser_only
@limited
def code(public_id: str) -> ResponseReturnValue:
    """Try the code; a right one shows the records of that number with a first name alike."""
    person, six = desk.person_or_404(public_id), SixForm()
    if request.method == "GET":
        return redirect(url_for(".begin", public_id=public_id), 303)
    phone = str(carried(step(person), g.staff.public_id)["phone"])
    if not six.validate():
        return ask(person, phone, six)
    outcome = presence.use(phone, step(person), str(six.code.data), now())
    db.session.commit()
    if outcome is not Outcome.RIGHT:
        return ask(person, phone, six, outcome)
    found = [one for one in register.known_already(phone, person.first_name) if one is not person]
    if not found:
        flash(_("Aucune autre fiche n’a ce numéro avec un prénom proche."))
        return redirect(url_for(".begin", public_id=public_id), 303)
    return compare(person, found[0], MergeForm(formdata=None), proven=True)


@bp.route("/<other_id>", methods=["GET", "POST"])
@adviser_only
@limited
def pair(public_id: str, other_id: str) -> ResponseReturnValue:
    """Show two records side by side; make them one, once the person agreed beside me."""
    person, asked = desk.person_or_404(public_id), MergeForm()
    other, proven = other_or_404(person, other_id, asked)
    propose(asked, person, other)
    if not asked.validate_on_submit() or not is_agreed(asked):
        return compare(person, other, asked, proven=proven)
    kept, gone = merging.keeps(person, other)
    merging.merge(kept, gone, asked.phone.data or None, g.staff, now())
    db.session.commit()
    flash(_("C’est fait : les deux fiches n’en font plus qu’une."))
    return redirect(desk.address(kept), 303)


def other_or_404(person: Person, other_id: str, asked: MergeForm) -> tuple[Person, bool]:
    """Return the other record: one I may see, or one whose number was just proven beside me."""
    found = queries.person(g.staff, other_id, today())
    if found is not None:
        if found is person:
            abort(404)
        journal.seen_now(found)
        return found, False
    if not asked.carried.data:
        abort(404)
    proof = carried(f"{step(person)}|{other_id}", g.staff.public_id)
    other = queries.anyone(proof["other"]) or abort(404)
    journal.seen_now(other)
    return other, True


def propose(asked: MergeForm, person: Person, other: Person) -> None:
    """Propose the numbers of both records."""
    numbers = compared.phones(*compared.sides(person, other))
    asked.phone.choices = choices(numbers)
    asked.phone.validators = [AnyOf(list(numbers), message=ONE)]
    if len(numbers) == 1 and not asked.phone.data:
        asked.phone.data = next(iter(numbers))


def is_agreed(asked: MergeForm) -> bool:
    """Return whether the person is said to be here and to agree; say in the form when it is not."""
    if not asked.here.data:
        wrong(asked, "here", _("Réunissez les fiches avec la personne à côté de vous."))
    return bool(asked.here.data)


def compare(person: Person, other: Person, asked: MergeForm, *, proven: bool) -> Response:
    """Show both records, what goes where, and what cannot be taken back."""
    propose(asked, person, other)
    asked.carried.data = ""
    if proven:
        journal.seen_now(other)
        where = f"{step(person)}|{other.public_id}"
        asked.carried.data = carry(where, g.staff.public_id, other=other.public_id)
    stays, goes = compared.sides(person, other)
    answer = render(
        "people/beside/compare.html", person=person, other=other, stays=stays, goes=goes, form=asked
    )
    answer.status_code = 422 if asked.errors else 200
    return answer
