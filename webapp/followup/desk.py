"""A person's page: who they are, what comes next, what happened, who can see it.

Advisers and those who hire open the same page: each reads what the person's agreement tells of.
"""

from typing import Any

from flask import Blueprint, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import pathway_only
from webapp.accounts import roles
from webapp.clock import now, today
from webapp.errors import Refused
from webapp.extensions import db
from webapp.followup import (
    agreement,
    caseloads,
    display,
    sealed,
    sharing,
    since,
    tasks,
    timeline,
)
from webapp.followup.enums import Contact, Happened, Readers
from webapp.followup.forms import NewsForm
from webapp.followup.sharing import Sharing
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.people import consents, words
from webapp.people.beside.desk import person_or_404
from webapp.people.beside.forms import AgreeForm
from webapp.people.models import Person

bp = Blueprint("desk", __name__, url_prefix="/conseiller/suivi")
PAGE = 30
LABELS: dict[str, Any] = {
    "kinds": words.SENSITIVE,
    "readers": display.READERS,
    "states": display.STATES,
}


class HasSomeone(Refused):
    """A colleague follows this person: a lead hands people over."""

    title = _l("Quelqu’un suit déjà cette personne")
    advice = _l("Votre responsable peut vous la confier, à la page des suivis.")
    code = 409


@bp.get("/<public_id>")
@pathway_only
def show(public_id: str) -> ResponseReturnValue:
    """Show a person's follow-up, as this account may read it."""
    person = person_or_404(public_id)
    page = min(max(request.args.get("page", 1, int), 1), 10**4)
    events = timeline.of_person(person, g.staff, now(), limit=PAGE + 1, offset=PAGE * (page - 1))
    known = sharing.of(person, g.staff, today())
    return render(
        "followup/desk/person.html",
        person=person,
        **told(known),
        following=caseloads.following(person, g.staff.organisation_id),
        steps=tasks.going(person, g.staff, today()),
        days=display.days(events[:PAGE], today()),
        page=page,
        further=len(events) > PAGE,
        news=NewsForm(formdata=None),
        on=today(),
        changed=display.changed,
        moment=display.moment_text,
        settings=display.settings(person),
        seen_at=since.stamp(now()),
        sealed=sealed.parts(person, g.staff, now()),
        **LABELS,
    )


def told(known: Sharing) -> dict[str, Any]:
    """Return what the page says of the agreement, with the way to ask where it is not open."""
    asked = known.question
    state = consents.state(asked, now()) if asked is not None else None
    return {
        "advises": roles.opens("adviser_only", g.staff),
        "known": known,
        "shared": agreement.who_sees(known),
        "question": agreement.question(asked, state),
        "asks": not known.told or known.ends_soon(today()),
        "may_press": state in agreement.MAY_PRESS,
        "agree": question_form(),
    }


def question_form() -> AgreeForm:
    """Return the question beside the person, named apart from the other forms of the page."""
    form = AgreeForm(formdata=None)
    for field in form:
        field.id = f"agree-{field.id}"
    return form


@bp.post("/<public_id>/nouvelles")
@pathway_only
def news(public_id: str) -> ResponseReturnValue:
    """Note that there was news of a person, and how."""
    person, form = person_or_404(public_id), NewsForm()
    if form.validate():
        way = Contact(form.way.data)
        opened = sharing.of(person, g.staff, today()).opened
        facts = {"by": g.staff, "readers": Readers.SHARED if opened else Readers.ORGANISATION}
        timeline.record(person, Happened.CONTACT, now(), way=way, **facts)
        flash(_("C’est noté."))
    db.session.commit()
    return redirect(address(person), 303)


@bp.post("/<public_id>/je-suis")
@pathway_only
def follow(public_id: str) -> ResponseReturnValue:
    """Become the one who follows a person, where nobody here does."""
    person = person_or_404(public_id)
    if not caseloads.is_alone(person, g.staff):
        raise HasSomeone
    caseloads.follow(person, g.staff, by=g.staff, now=now())
    db.session.commit()
    flash(_("C’est noté : vous suivez %(name)s.", name=person.first_name))
    return redirect(address(person), 303)


def address(person: Person) -> str:
    """Return the page of a person's follow-up."""
    return url_for("followup.desk.show", public_id=person.public_id)
