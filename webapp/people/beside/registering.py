"""Write someone down beside them: their facts, a code from their phone, the record or its twin."""

from typing import Any

from flask import Blueprint, Response, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import adviser_only
from webapp.accounts import known, presence
from webapp.accounts.codes import Outcome
from webapp.clock import now, today
from webapp.extensions import db, limiter
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.people import likeness, register
from webapp.people.beside import desk, queries
from webapp.people.beside.carrying import TooLate, carried, carry
from webapp.people.beside.forms import NO, NOW, ChooseForm, RegisterForm, SixForm, wrong
from webapp.people.enums import ConsentWay
from webapp.people.models import Person
from webapp.people.register import Wish
from webapp.phones import gets_sms

bp = Blueprint("registering", __name__)
limited = limiter.limit("60 per minute; 600 per hour", methods=["POST"])
NEW = "new"
STEP, CHOICE = "register", "choose"


@bp.route("/inscrire", methods=["GET", "POST"])
@adviser_only
@limited
def form() -> ResponseReturnValue:
    """Ask for the facts; then a code, unless the person answers later by SMS."""
    asked = RegisterForm()
    if not asked.validate_on_submit() or lacks_a_way(asked):
        return show(asked)
    wish = wish_of(asked)
    if asked.way.data == NOW:
        desk.send_code(str(wish.phone), STEP)
        db.session.commit()
        return ask(wish, SixForm(formdata=None))
    return settle(wish, None)


def lacks_a_way(asked: RegisterForm) -> bool:
    """Return whether the way to say yes needs a phone that receives SMS, which is then said."""
    phone, way = asked.phone.data, asked.way.data
    if way != NO and not (phone and gets_sms(phone)):
        wrong(asked, "way", _("Sans portable, choisissez « Pas d’accord demandé », puis la carte."))
        return True
    return False


def wish_of(asked: RegisterForm) -> Wish:
    """Return who is to be written down."""
    agreed = asked.way.data != NO
    return Wish(
        first_name=asked.first_name.data,
        last_name=asked.last_name.data or "",
        phone=asked.phone.data,
        language=asked.language.data,
        birthday=asked.birthday.data,
        days=int(asked.days.data) if agreed else 0,
    )


def show(asked: RegisterForm) -> Response:
    """Show the form, with what it lacks."""
    answer = render("people/beside/register.html", form=asked)
    answer.status_code = 422 if asked.errors else 200
    return answer


def ask(wish: Wish, six: SixForm, outcome: Outcome | None = None) -> Response:
    """Ask for the code that was sent to the person's phone."""
    six.carried.data = carry(STEP, g.staff.public_id, **vars(wish))
    back = url_for(".form")
    return desk.ask_code(six, url_for(".code"), str(wish.phone), back, outcome)


@bp.route("/inscrire/code", methods=["GET", "POST"])
@adviser_only
@limited
def code() -> ResponseReturnValue:
    """Try the code; where it is right the person is here, and so is their phone."""
    if request.method == "GET":
        return redirect(url_for(".form"), 303)
    wish, six = Wish(**carried(STEP, g.staff.public_id)), SixForm()
    if not six.validate():
        return ask(wish, six)
    outcome = presence.use(str(wish.phone), STEP, str(six.code.data), now())
    if outcome is not Outcome.RIGHT:
        db.session.commit()
        return ask(wish, six, outcome)
    return settle(wish, ConsentWay.CODE)


def settle(wish: Wish, way: ConsentWay | None) -> ResponseReturnValue:
    """Propose the records that may be this person's, or make one."""
    likely = likely_records(wish, proven=way is not None)
    if not likely:
        return made(wish, way)
    db.session.commit()
    return choose(wish, way, likely, ChooseForm(formdata=None))


def likely_records(wish: Wish, *, proven: bool) -> list[Person]:
    """Return the records that may be this person's already.

    Those of the number, once it was proven beside me; else only those that I may see anyway.
    """
    mine = queries.visible_like(g.staff, wish.first_name, today())
    found = {one.id: one for one in mine if is_likely(one, wish)}
    if proven and wish.phone:
        found |= {one.id: one for one in register.known_already(wish.phone, wish.first_name)}
    return [one for one in found.values() if one.demonstration == g.staff.demonstration]


def is_likely(one: Person, wish: Wish) -> bool:
    """Return whether a record of a like first name has the same number, birthday or last name."""
    if wish.phone and one.phone == wish.phone:
        return True
    if wish.birthday and known.is_right(one, known.Question(known.BIRTHDAY), wish.birthday):
        return True
    return bool(wish.last_name) and likeness.same(one.last_name, wish.last_name)


def choose(wish: Wish, way: ConsentWay | None, likely: list[Person], asked: ChooseForm) -> Response:
    """Ask whether one of these records is this person's."""
    labels: dict[str, object] = {one.public_id: label(one) for one in likely}
    asked.propose(labels | {NEW: _("Non : faire une nouvelle fiche")})
    facts: dict[str, Any] = {
        "wish": vars(wish), "way": way, "names": [one.public_id for one in likely],
    }  # fmt: skip
    asked.carried.data = carry(CHOICE, g.staff.public_id, **facts)
    answer = render("people/beside/choose.html", form=asked)
    answer.status_code = 422 if asked.errors else 200
    return answer


def label(one: Person) -> str:
    """Return a record in words: who, and since when."""
    name = f"{one.first_name} {one.last_name}".strip()
    return _("Oui : %(name)s, fiche du %(day)s", name=name, day=f"{one.created_at:%d/%m/%Y}")


@bp.route("/inscrire/fiche", methods=["GET", "POST"])
@adviser_only
@limited
def pick() -> ResponseReturnValue:
    """Open the record that is this person's, with their agreement; or make a new one."""
    if request.method == "GET":
        return redirect(url_for(".form"), 303)
    facts = carried(CHOICE, g.staff.public_id)
    wish, way = Wish(**facts["wish"]), ConsentWay(facts["way"]) if facts["way"] else None
    likely = [one for name in facts["names"] if (one := queries.anyone(name))]
    asked = ChooseForm()
    asked.propose({one.public_id: "" for one in likely} | {NEW: ""})
    if not asked.validate():
        return choose(wish, way, likely, asked)
    if asked.who.data == NEW:
        return made(wish, way)
    person = next(one for one in likely if one.public_id == asked.who.data)
    if way and wish.days:
        register.agree(person, g.staff, wish.days, way, now())
    db.session.commit()
    return redirect(desk.address(person), 303)


def made(wish: Wish, way: ConsentWay | None) -> ResponseReturnValue:
    """Make the record, tell the phone, and open the page; a second press opens the same."""
    known = queries.anyone(wish.public_id)
    if known is not None:
        return redirect(desk.address(known), 303)
    if queries.was_erased(wish.public_id):
        raise TooLate
    person = register.register(wish, g.staff, now(), way=way)
    db.session.commit()
    flash(_("C’est fait : %(name)s a une fiche.", name=person.first_name))
    return redirect(desk.address(person), 303)
