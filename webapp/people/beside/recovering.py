"""A lost number: who it is, checked beside me; the new one, proven by a code; then it is done."""

from flask import Blueprint, Response, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import adviser_only
from webapp.accounts import card_code, cards, presence, tries
from webapp.accounts.codes import Outcome
from webapp.accounts.enums import Tried
from webapp.clock import now
from webapp.extensions import db, limiter
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.people import recovery
from webapp.people.beside import desk
from webapp.people.beside.agreeing import knows_birthday
from webapp.people.beside.carrying import TooLate, carried, carry
from webapp.people.beside.forms import LOST, NumberForm, SixForm, wrong
from webapp.people.enums import Checked
from webapp.people.models import Person

bp = Blueprint("recovering", __name__)
limited = limiter.limit("60 per minute; 600 per hour", methods=["POST"])


@bp.route("/personnes/<public_id>/numero", methods=["GET", "POST"])
@adviser_only
@limited
def number(public_id: str) -> ResponseReturnValue:
    """Ask how I know that it is this person, and the new number; then send a code to it."""
    person, asked = desk.person_or_404(public_id), NumberForm()
    has_card = cards.current(person) is not None
    asked.offer(birthday=bool(person.birthday_hash), card=has_card)
    if not asked.validate_on_submit() or not is_known(person, asked):
        db.session.commit()  # the wrong tries
        return show(person, asked, has_card=has_card)
    phone = str(asked.phone.data)
    desk.send_code(phone, step(person))
    db.session.commit()
    lost = asked.old.data == LOST
    return ask(person, phone, asked.checked.data, lost, SixForm(formdata=None))


def show(person: Person, asked: NumberForm, *, has_card: bool) -> Response:
    """Show the form, with what it lacks."""
    answer = render(
        "people/beside/number.html",
        person=person,
        form=asked,
        has_birthday=bool(person.birthday_hash),
        has_card=has_card,
    )
    answer.status_code = 422 if asked.errors else 200
    return answer


def is_known(person: Person, asked: NumberForm) -> bool:
    """Return whether the number is new and the person is known; say in the form what is not so."""
    if asked.phone.data == person.phone:
        wrong(asked, "phone", _("C’est déjà son numéro."))
    elif asked.checked.data == Checked.BIRTHDAY:
        if not knows_birthday(person, asked.birthday.data or ""):
            wrong(asked, "birthday", _("Ce n’est pas le jour de la fiche. Vérifiez ensemble."))
    elif asked.checked.data == Checked.CARD and not shows_card(person, asked.card.data or ""):
        wrong(asked, "card", _("Ce n’est pas le code de sa carte. Vérifiez ensemble."))
    return not asked.errors


def shows_card(person: Person, typed: str) -> bool:
    """Return whether this is the code of the person's own card; tries are counted."""
    read, moment = card_code.read(typed), now()
    if read is None or cards.wait(read, moment) is not None:
        return False
    card = cards.open_card(read)
    right = card is not None and card.person_id == person.id
    tries.note(Tried.CARD, read, right=right, now=moment)
    return right


def step(person: Person) -> str:
    """Return what the code is for: it serves for nobody else."""
    return f"number|{person.public_id}"


def ask(
    person: Person,
    phone: str,
    checked: str,
    lost: bool,
    six: SixForm,
    outcome: Outcome | None = None,
) -> Response:
    """Ask for the code that came to the new number."""
    six.carried.data = carry(
        step(person), g.staff.public_id, phone=phone, checked=checked, lost=lost, old=person.phone
    )
    action = url_for(".code", public_id=person.public_id)
    back = url_for(".number", public_id=person.public_id)
    return desk.ask_code(six, action, phone, back, outcome)


@bp.route("/personnes/<public_id>/numero/code", methods=["GET", "POST"])
@adviser_only
@limited
def code(public_id: str) -> ResponseReturnValue:
    """Try the code; a right one gives the person the new number, and both numbers are told."""
    person, six = desk.person_or_404(public_id), SixForm()
    if request.method == "GET":
        return redirect(url_for(".number", public_id=public_id), 303)
    facts = carried(step(person), g.staff.public_id)
    phone, checked, lost = facts["phone"], facts["checked"], facts["lost"]
    if facts["old"] != person.phone:
        raise TooLate
    if not six.validate():
        return ask(person, phone, checked, lost, six)
    outcome = presence.use(phone, step(person), str(six.code.data), now())
    if outcome is not Outcome.RIGHT:
        db.session.commit()
        return ask(person, phone, checked, lost, six, outcome)
    recovery.change(person, phone, Checked(checked), g.staff, now(), lost=lost)
    db.session.commit()
    flash(_("C’est fait : le nouveau numéro marche. L’ancien a 3 jours pour dire non."))
    return redirect(desk.address(person), 303)
