"""Who answers for a structure: added, changed, removed by its lead; offers show it at once."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import lead_only
from webapp.clock import now
from webapp.employers import words
from webapp.employers.home import absence_form
from webapp.employers.people import USUAL_CALLS
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.organisations import actions, own, queries
from webapp.organisations.forms import AnswersForm
from webapp.organisations.models import Contact, Organisation

bp = Blueprint("people", __name__, url_prefix="/contacts")


def employer_or_404() -> Organisation:
    """Return the structure, if people answer there for offers."""
    here: Organisation = g.staff.organisation
    return here if here.what.hires else abort(404)


def contact_or_404(public_id: str) -> Contact:
    """Return someone who answers for this structure."""
    return queries.contact_of(employer_or_404().id, public_id) or abort(404)


def answers_form(contact: Contact | None = None) -> AnswersForm:
    """Return who someone is as it is kept, or as it is usual."""
    calls: Any = contact.call_when if contact else None
    when = {"days": calls["days"], "begin": calls["from"], "end": calls["to"]} if calls else None
    return AnswersForm(obj=contact, data={"languages": ["fr"], **(when or USUAL_CALLS)})


def described(form: AnswersForm) -> actions.Person:
    """Return someone as their form describes them."""
    calls = {"days": form.days.data, "from": form.begin.data, "to": form.end.data}
    return actions.Person(
        first_name=form.first_name.data,
        last_name=form.last_name.data,
        phone=form.phone.data or "",
        role=form.role.data,
        languages=tuple(form.languages.data) or ("fr",),
        call_when=calls if form.days.data and form.begin.data is not None else None,
    )


@bp.get("")
@lead_only
def index() -> ResponseReturnValue:
    """Show who answers, when, and who is away."""
    here = employer_or_404()
    people = [(one, absence_form(one)) for one in here.contacts]
    return render("organisations/contacts.html", people=people, words=words)


@bp.route("/nouveau", methods=["GET", "POST"])
@lead_only
def new() -> ResponseReturnValue:
    """Ask who else answers."""
    here, form = employer_or_404(), answers_form()

    def keep() -> None:
        own.add_contact(here, described(form), by=g.staff, now=now())

    return asked(form, keep, None)


@bp.route("/<public_id>", methods=["GET", "POST"])
@lead_only
def change(public_id: str) -> ResponseReturnValue:
    """Ask what has changed of someone who answers."""
    contact = contact_or_404(public_id)
    form = answers_form(contact)

    def keep() -> None:
        own.change_contact(contact, described(form), by=g.staff, now=now())

    return asked(form, keep, contact)


def asked(
    form: AnswersForm, keep: Callable[[], None], contact: Contact | None
) -> ResponseReturnValue:
    """Show a form until it is well; then keep it."""
    if request.method == "GET" or not form.validate():
        page = render("organisations/contact.html", form=form, contact=contact)
        return page, 200 if request.method == "GET" else 422
    keep()
    db.session.commit()
    flash(_("C’est noté : %(name)s répond aux personnes.", name=form.first_name.data))
    return redirect(url_for(".index"), code=303)


@bp.post("/<public_id>/enlever")
@lead_only
def remove(public_id: str) -> ResponseReturnValue:
    """Take someone away, unless an offer names them."""
    contact = contact_or_404(public_id)
    name = contact.first_name
    own.remove_contact(contact, by=g.staff, now=now())
    db.session.commit()
    flash(_("%(name)s n’est plus dans vos contacts.", name=name))
    return redirect(url_for(".index"), code=303)
