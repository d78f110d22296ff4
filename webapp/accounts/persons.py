"""A person comes in: the number, then the six digits sent to it; alike for every number."""

from datetime import datetime, timedelta

from flask import Blueprint, Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import local, public
from webapp.accounts import codes, coming_back, devices
from webapp.accounts.codes import Outcome
from webapp.accounts.forms import CodeForm, PhoneForm
from webapp.accounts.models import SignInCode
from webapp.accounts.waiting import wait_text
from webapp.clock import now
from webapp.extensions import db, limiter
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.phones import Phone

bp = Blueprint("persons", __name__, url_prefix="/connexion")
# Forty people who enter at once behind one address press 200 times; a machine is stopped.
from_one_address = limiter.limit("300 per minute; 3000 per hour", methods=["POST"])
STATUS = {Outcome.WRONG: 422, Outcome.STOPPED: 429}


@bp.after_request
def keep_nowhere(response: Response) -> Response:
    """Keep a number and a name out of what a browser remembers."""
    response.cache_control.no_store = True
    return response


@bp.route("", methods=["GET", "POST"])
@public
@from_one_address
def phone() -> ResponseReturnValue:
    """Ask for the number, and send a code to it."""
    if request.method == "GET" and devices.person() is not None:
        return redirect(after_entering(), 303)
    form = PhoneForm()
    if not form.validate_on_submit():
        return ask_phone(form, 422 if form.errors else 200)
    wait = codes.ask(form.number, now())
    if wait is not None and not is_on_its_way(form.number, now()):
        return ask_phone(form, 429, wait)
    coming_back.keep_wanted()
    db.session.commit()
    return redirect(url_for(".code"), 303)


@bp.route("/code", methods=["GET", "POST"])
@public
@from_one_address
def code() -> ResponseReturnValue:
    """Ask for the code, in the browser that asked for it."""
    asked = codes.asked_here()
    if asked is None:
        return not_from_here()
    form, number = CodeForm(), Phone(asked.phone)
    if not form.validate_on_submit():
        return ask_code(form, number, 422 if form.errors else 200, asked=asked)
    outcome = codes.use(form.digits, now())
    db.session.commit()
    if outcome == Outcome.RIGHT or (outcome == Outcome.USED and codes.proven_here(now())):
        return redirect(url_for("accounts.naming.name"), 303)
    return ask_code(form, number, STATUS.get(outcome, 410), outcome, asked=codes.asked_here())


@bp.post("/code/encore")
@public
@from_one_address
def resend() -> ResponseReturnValue:
    """Send another code to the same number, not too soon."""
    asked = codes.asked_here()
    if asked is None:
        return not_from_here()
    wait = codes.ask(asked.phone, now())
    if wait is not None:
        flash(_("Un SMS est peut-être en route. Attendez un peu."))
    else:
        flash(_("Un nouveau code est parti. Prenez le dernier SMS."))
    db.session.commit()
    return redirect(url_for(".code"), 303)


def not_from_here() -> ResponseReturnValue:
    """Say kindly that a code works only where it was asked for."""
    if request.method == "GET":
        return redirect(url_for(".phone"), 303)
    return ask_phone(PhoneForm(), 410, elsewhere=True)


def is_on_its_way(number: str, at: datetime) -> bool:
    """Return whether this browser has just asked for a code for this number: a second press."""
    asked = codes.asked_here()
    return asked is not None and asked.phone == number and codes.is_live(asked, at)


def ask_phone(
    form: PhoneForm, status: int, wait: timedelta | None = None, elsewhere: bool = False
) -> ResponseReturnValue:
    """Show the page of the number."""
    return (
        render(
            "accounts/phone.html",
            form=form,
            wait_text=wait_text(wait) if wait else "",
            elsewhere=elsewhere,
            suite=local(request.args.get(coming_back.KEPT)),
        ),
        status,
    )


def ask_code(
    form: CodeForm,
    number: Phone,
    status: int,
    outcome: Outcome | None = None,
    *,
    asked: SignInCode | None,
) -> ResponseReturnValue:
    """Show the page of the code, with what came of the last one typed."""
    wait = codes.next_one_in(number.e164, now())
    return (
        render(
            "accounts/code.html",
            form=form,
            number=number,
            outcome=outcome,
            left=codes.tries_left(asked, now()) if asked else 0,
            wait_text=wait_text(wait) if wait else "",
            stopped_text=stopped_text(number) if outcome == Outcome.STOPPED else "",
        ),
        status,
    )


def stopped_text(number: Phone) -> str:
    """Return when this number may be tried again."""
    wait = codes.tried_again_in(number.e164, now())
    return wait_text(wait) if wait else ""


def after_entering() -> str:
    """Return the page that was wanted, else one's own."""
    return coming_back.wanted() or url_for("applications.following.index")
