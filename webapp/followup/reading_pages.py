"""How a person reads (language, simple French, voice, looks), chosen with them by their adviser."""

from datetime import datetime

from flask import Blueprint, flash, g, redirect, request
from flask.typing import ResponseReturnValue

from webapp.access import pathway_only
from webapp.accounts.models import Account
from webapp.clock import now, today
from webapp.extensions import db
from webapp.followup import sharing, timeline
from webapp.followup.desk import address
from webapp.followup.enums import Happened, Readers
from webapp.htmx import render
from webapp.i18n import LANGUAGES
from webapp.i18n import gettext as _
from webapp.pages import choosing
from webapp.people import journal
from webapp.people.beside.desk import person_or_404
from webapp.people.enums import Act
from webapp.people.models import Person
from webapp.reading import Reading, kept_with

bp = Blueprint("reading", __name__, url_prefix="/conseiller/suivi")


@bp.get("/<public_id>/lecture")
@pathway_only
def show(public_id: str) -> ResponseReturnValue:
    """Show how a person reads, to be chosen with them."""
    person = shared_person_or_404(public_id)
    return render(
        "followup/desk/reading.html",
        person=person,
        theirs=Reading.of(kept_with(person)),
        languages=LANGUAGES,
        groups=list(choosing.groups()),
        switches=choosing.switches(),
    )


@bp.post("/<public_id>/lecture")
@pathway_only
def keep(public_id: str) -> ResponseReturnValue:
    """Keep what was chosen with them; their phones take it up, and they read who changed it."""
    person = shared_person_or_404(public_id)
    spoken = request.form.get("langue", "")
    chosen = choosing.chosen(request.form, spoken)
    if chosen.settings != without_date(person) or chosen.language != person.language:
        change(person, chosen, g.staff, now())
    db.session.commit()
    flash(_("C’est gardé. %(name)s voit que vous l’avez changé.", name=person.first_name))
    return redirect(address(person), 303)


def shared_person_or_404(public_id: str) -> Person:
    """Return someone whose follow-up is open here, once it is noted; raise NotShared."""
    person = person_or_404(public_id)
    if not sharing.of(person, g.staff, today()).opened:
        raise sharing.NotShared
    return person


def change(person: Person, chosen: Reading, account: Account, at: datetime) -> None:
    """Write how a person reads, with the moment from which their phones follow it."""
    person.language = chosen.language
    person.settings = chosen.settings | {"since": str(int(at.timestamp()))}
    journal.note(person, Act.CHANGED, account=account, now=at, kind="reading")
    timeline.record(person, Happened.READING, at, by=account, readers=Readers.PERSON)


def without_date(person: Person) -> dict[str, object]:
    """Return what a person chose, but for when an adviser last chose it with them."""
    return {key: value for key, value in person.settings.items() if key != "since"}
