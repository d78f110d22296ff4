"""The person's agreement with my organisation: by a code read aloud, by SMS, or with their card."""

from flask import Blueprint, Response, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import pathway_only
from webapp.accounts import cards, known, presence, tries
from webapp.accounts.codes import Outcome
from webapp.accounts.enums import Tried
from webapp.accounts.waiting import wait_text
from webapp.clock import now
from webapp.errors import Refused
from webapp.extensions import db, limiter
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.people import consents, queries, register, rules
from webapp.people.beside import desk
from webapp.people.beside.carrying import TooLate, carried, carry
from webapp.people.beside.forms import NOW, AgreeForm, CardHereForm, SixForm
from webapp.people.enums import ConsentWay, Purpose
from webapp.people.models import Person
from webapp.phones import gets_sms

bp = Blueprint("agreeing", __name__)
limited = limiter.limit("60 per minute; 600 per hour", methods=["POST"])


class NoMobile(Refused):
    """No SMS reaches this person."""

    title = _l("Cette personne n’a pas de portable")
    advice = _l("Demandez-lui sa carte : elle donne l’accord avec vous.")
    code = 409


class SaidNo(Refused):
    """The person refused or stopped lately: they are not asked again and again by SMS."""

    title = _l("La personne a dit non il y a peu")
    advice = _l(
        "Redemandez par SMS dans un mois. Avec elle, un code ou sa carte suffit, dès qu’elle veut."
    )
    code = 409


@bp.post("/personnes/<public_id>/accord")
@pathway_only
@limited
def begin(public_id: str) -> ResponseReturnValue:
    """Ask the agreement: a code to read aloud, or a question by SMS."""
    person, asked = desk.person_or_404(public_id), AgreeForm()
    if not asked.validate():
        return redirect(desk.address(person), 303)
    phone = mobile_of(person)
    days = int(asked.days.data)
    if asked.way.data == NOW:
        desk.send_code(phone, step(person))
        db.session.commit()
        return ask(person, phone, days, SixForm(formdata=None))
    last = queries.last_asked(person, g.staff.organisation, Purpose.FOLLOWUP)
    if last is not None and rules.said_no_lately(consents.facts(last), now()):
        raise SaidNo
    consents.ask(person, g.staff.organisation, Purpose.FOLLOWUP, days, g.staff, now())
    db.session.commit()
    flash(_("C’est envoyé. La personne répond par SMS : OUI ou NON."))
    return redirect(desk.address(person), 303)


def mobile_of(person: Person) -> str:
    """Return the number that SMS reach, or raise NoMobile."""
    if not person.phone or not gets_sms(person.phone):
        raise NoMobile
    return person.phone


def step(person: Person) -> str:
    """Return what the code is for: it serves for nobody else."""
    return f"agree|{person.public_id}"


def ask(
    person: Person, phone: str, days: int, six: SixForm, outcome: Outcome | None = None
) -> Response:
    """Ask for the code that the person reads."""
    six.carried.data = carry(step(person), g.staff.public_id, days=days, phone=phone)
    action = url_for(".code", public_id=person.public_id)
    return desk.ask_code(six, action, phone, desk.address(person), outcome)


@bp.route("/personnes/<public_id>/accord/code", methods=["GET", "POST"])
@pathway_only
@limited
def code(public_id: str) -> ResponseReturnValue:
    """Try the code; a right one is the person's yes."""
    person, six = desk.person_or_404(public_id), SixForm()
    if request.method == "GET":
        return redirect(desk.address(person), 303)
    facts = carried(step(person), g.staff.public_id)
    if facts["phone"] != person.phone:
        raise TooLate
    if not six.validate():
        return ask(person, facts["phone"], facts["days"], six)
    outcome = presence.use(facts["phone"], step(person), str(six.code.data), now())
    if outcome is not Outcome.RIGHT:
        db.session.commit()
        return ask(person, facts["phone"], facts["days"], six, outcome)
    register.agree(person, g.staff, facts["days"], ConsentWay.CODE, now())
    person.confirmed_at = person.confirmed_at or now()
    db.session.commit()
    flash(_("C’est noté : l’accord est donné."))
    return redirect(desk.address(person), 303)


@bp.route("/carte", methods=["GET", "POST"])
@pathway_only
@limited
def with_card() -> ResponseReturnValue:
    """Open the page of someone who shows their card: their card and birthday are their yes."""
    asked = CardHereForm()
    if not asked.validate_on_submit():
        return show(asked)
    moment = now()
    wait = cards.wait(asked.shown.code, moment)
    if wait is not None:
        return show(asked, wait=wait_text(wait))
    person = cards.shown_by(asked.shown, moment)
    if person is not None:
        register.agree(person, g.staff, int(asked.days.data), ConsentWay.CARD, moment)
    db.session.commit()
    if person is None:
        return show(asked, wrong=True)
    return redirect(desk.address(person), 303)


def show(asked: CardHereForm, *, wrong: bool = False, wait: str = "") -> Response:
    """Ask for the card; the words are the same whatever is wrong."""
    answer = render("people/beside/card_here.html", form=asked, wrong=wrong, wait=wait)
    answer.status_code = 429 if wait else 422 if wrong or asked.errors else 200
    return answer


def knows_birthday(person: Person, answer: str) -> bool:
    """Return whether a birthday told beside me is theirs; wrong ones are counted."""
    if not person.birthday_hash or tries.too_many(Tried.KNOWN, person.public_id, now()):
        return False
    right = known.is_right(person, known.Question(known.BIRTHDAY), answer)
    tries.note(Tried.KNOWN, person.public_id, right=right, now=now())
    return right
