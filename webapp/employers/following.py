"""Someone who is hired: one press asks their agreement; once given, it opens their page."""

from flask import Blueprint, flash, g, redirect, url_for
from flask.typing import ResponseReturnValue

from webapp.access import employer_only
from webapp.applications.enums import ApplicationStatus
from webapp.applications.models import Application
from webapp.clock import now, today
from webapp.employers.answering import request_or_404
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.people import consents
from webapp.people.enums import Purpose
from webapp.people.models import Person
from webapp.people.viewing import has_agreed
from webapp.phones import gets_sms

bp = Blueprint("following", __name__, url_prefix="/demandes/<public_id>")
DAYS = 365


class NotHired(Refused):
    """Nobody is asked for their agreement before they are hired, nor someone who is not known."""

    title = _l("Cette personne n’est pas encore embauchée")
    advice = _l("Touchez d’abord « J’embauche ». Ensuite, vous demandez son accord.")
    code = 409


@bp.post("/suivre")
@employer_only
def follow(public_id: str) -> ResponseReturnValue:
    """Open the page of someone who agreed; ask the others, once."""
    person = hired(request_or_404(public_id))
    if has_agreed(g.staff, person, today()):
        return redirect(url_for("followup.desk.show", public_id=person.public_id), 303)
    consents.ask(person, g.employer, Purpose.HIRING, DAYS, g.staff, now())
    db.session.commit()
    flash(said(person))
    return redirect(url_for("employers.home"), 303)


def hired(application: Application) -> Person:
    """Return whom a request made hire, or raise NotHired."""
    person = db.session.get(Person, application.person_id) if application.person_id else None
    if person is None or application.status != ApplicationStatus.HIRED:
        raise NotHired
    return person


def said(person: Person) -> str:
    """Return how the person is asked."""
    name = person.first_name
    if person.phone and gets_sms(person.phone):
        return _("C’est demandé par SMS à %(name)s. Un oui ouvre son parcours ici.", name=name)
    return _("C’est demandé. %(name)s répond sur sa page.", name=name)
