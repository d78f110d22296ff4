"""Notes: written, changed with nothing lost, taken out."""

from flask import Blueprint, Response, flash, g, redirect
from flask.typing import ResponseReturnValue

from webapp.access import pathway_only
from webapp.clock import now, today
from webapp.extensions import db
from webapp.followup import display, notes, sharing
from webapp.followup.changing import Meanwhile
from webapp.followup.desk import address
from webapp.followup.enums import Readers
from webapp.followup.forms import READERS, NoteForm
from webapp.followup.models import Note
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.people import journal
from webapp.people.beside.desk import person_or_404
from webapp.people.beside.hidden import NotOpen
from webapp.people.models import Person

bp = Blueprint("notes", __name__, url_prefix="/conseiller")


@bp.route("/suivi/<public_id>/notes", methods=["GET", "POST"])
@pathway_only
def new(public_id: str) -> ResponseReturnValue:
    """Write a note about a person."""
    person, form = person_or_404(public_id), NoteForm()
    form.narrow(opened=sharing.of(person, g.staff, today()).opened)
    if not form.validate_on_submit():
        return show(person, form)
    notes.write(person, g.staff, form.text.data, Readers(form.readers.data), now())
    db.session.commit()
    flash(_("La note est gardée."))
    return redirect(address(person), 303)


@bp.route("/notes/<public_id>", methods=["GET", "POST"])
@pathway_only
def change(public_id: str) -> ResponseReturnValue:
    """Change a note; where someone else did meanwhile, both texts are shown."""
    note, person = note_or_404(public_id)
    form = NoteForm(obj=note)
    form.narrow(opened=sharing.of(person, g.staff, today()).opened)
    if not form.validate_on_submit():
        return show(person, form, note)
    to = Readers(form.readers.data)
    try:
        notes.rewrite(note, form.read_at, g.staff, form.text.data, to, now())
    except Meanwhile as refusal:
        db.session.rollback()
        return show(person, again(form, note), note, refusal)
    db.session.commit()
    flash(_("La note est changée."))
    return redirect(address(person), 303)


def again(form: NoteForm, note: Note) -> NoteForm:
    """Return the form with what was typed, to be kept over the text that is there now."""
    form.version.data = form.version.raw_data = None
    form.version.data = str(note.version)
    return form


@bp.post("/notes/<public_id>/retirer")
@pathway_only
def remove(public_id: str) -> ResponseReturnValue:
    """Take a note out, unless someone else has just changed it."""
    note, person = note_or_404(public_id)
    form = NoteForm()
    notes.remove(note, form.read_at, g.staff, now())
    db.session.commit()
    flash(_("La note est retirée."))
    return redirect(address(person), 303)


def note_or_404(public_id: str) -> tuple[Note, Person]:
    """Return a note that I may change, with its person, once it is noted that they are seen."""
    note = notes.to_change(g.staff, public_id, today())
    if note is None:
        raise NotOpen
    person = db.session.get_one(Person, note.person_id)
    journal.seen_now(person)
    return note, person


def show(
    person: Person, form: NoteForm, note: Note | None = None, refusal: Meanwhile | None = None
) -> Response:
    """Show a note's form, with what it lacks, or with the text that someone else wrote."""
    answer = render(
        "followup/desk/note.html",
        person=person,
        form=form,
        note=note,
        refusal=refusal,
        labels=READERS,
        changed=display.changed(note) if note else "",
    )
    answer.status_code = refusal.code if refusal else 422 if form.errors else 200
    return answer
