"""Once in: whose phone this is, and what will tell the person on another one. All can wait."""

from flask import Blueprint, g, redirect, session, url_for
from flask.typing import ResponseReturnValue

from webapp.access import person_only
from webapp.accounts import actions, coming_back, devices
from webapp.accounts.card_forms import OWN
from webapp.accounts.forms import BirthdayForm, WhoseForm
from webapp.accounts.key_pages import may_be_offered
from webapp.accounts.persons import after_entering, keep_nowhere
from webapp.clock import now
from webapp.extensions import db
from webapp.htmx import render

bp = Blueprint("settling", __name__, url_prefix="/connexion")
bp.after_request(keep_nowhere)


@bp.route("/telephone", methods=["GET", "POST"])
@person_only
def whose() -> ResponseReturnValue:
    """Ask whether this phone is one's own: until it is said, it is taken for a shared one."""
    form = WhoseForm()
    if not form.validate_on_submit():
        return render("accounts/whose.html", form=form), 422 if form.errors else 200
    suite = coming_back.wanted()
    actions.say_whose(g.person, shared=form.whose.data != OWN, now=now())
    if suite:
        session[coming_back.KEPT] = suite
    db.session.commit()
    return redirect(next_offer(), 303)


@bp.route("/anniversaire", methods=["GET", "POST"])
@person_only
def birthday() -> ResponseReturnValue:
    """Offer to keep the birthday, to be known again on another phone."""
    if g.person.birthday_hash:
        return redirect(after_birthday(), 303)
    form = BirthdayForm()
    if not form.validate_on_submit():
        page = render("accounts/birthday.html", form=form, later=after_birthday())
        return page, 422 if form.errors else 200
    actions.keep_birthday(g.person, form.day)
    db.session.commit()
    return redirect(after_birthday(), 303)


def next_offer() -> str:
    """Return the next thing to offer, else the page that was wanted."""
    return after_birthday() if g.person.birthday_hash else url_for(".birthday")


def after_birthday() -> str:
    """Return the offer of a passkey, on one's own phone, else the page that was wanted."""
    device = devices.current()
    if device is not None and may_be_offered(device):
        return url_for("accounts.keys.offer")
    return after_entering()
