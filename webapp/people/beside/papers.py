"""The person's paper card: made and printed beside them, ended in one press."""

from flask import Blueprint, flash, g, redirect, request
from flask.typing import ResponseReturnValue

from webapp.access import adviser_only
from webapp.accounts import cards
from webapp.accounts.paper import Paper
from webapp.clock import now
from webapp.extensions import db
from webapp.followup import timeline
from webapp.followup.enums import Happened, Readers
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.people.beside import desk
from webapp.people.beside.forms import CardMakeForm

bp = Blueprint("papers", __name__)


@bp.route("/personnes/<public_id>/carte", methods=["GET", "POST"])
@adviser_only
def make(public_id: str) -> ResponseReturnValue:
    """Make a card and show it, this once; the former one ends."""
    person, asked = desk.person_or_404(public_id), CardMakeForm()
    if request.method == "GET":
        return redirect(desk.address(person), 303)
    if cards.needs_birthday(person):
        if not asked.validate():
            answer = render("people/beside/card_day.html", person=person, form=asked)
            answer.status_code = 422
            return answer
        cards.learn_birthday(person, str(asked.birthday.data))
    code = cards.make(person, g.staff, now())
    timeline.record(person, Happened.CARD, now(), by=g.staff, readers=Readers.PERSON)
    db.session.commit()
    return render("people/beside/paper.html", person=person, paper=Paper.of(code, g.staff))


@bp.post("/personnes/<public_id>/carte/arreter")
@adviser_only
def end(public_id: str) -> ResponseReturnValue:
    """End a person's card at once."""
    person = desk.person_or_404(public_id)
    cards.revoke(person, g.staff, now())
    db.session.commit()
    flash(_("La carte est arrêtée : elle n’ouvre plus rien."))
    return redirect(desk.address(person), 303)
