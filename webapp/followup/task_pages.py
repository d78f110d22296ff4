"""Next steps: added, changed with nothing lost, done, taken out."""

from flask import Blueprint, Response, flash, g, redirect
from flask.typing import ResponseReturnValue

from webapp.access import pathway_only
from webapp.clock import now, today
from webapp.extensions import db
from webapp.followup import display, proposing, sharing, tasks
from webapp.followup.changing import Meanwhile
from webapp.followup.desk import address
from webapp.followup.enums import Readers, TaskState
from webapp.followup.forms import PERSON, TaskForm
from webapp.followup.models import Task
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.people import journal
from webapp.people.beside.desk import person_or_404
from webapp.people.beside.hidden import NotOpen
from webapp.people.models import Person

bp = Blueprint("tasks", __name__, url_prefix="/conseiller")


@bp.route("/suivi/<public_id>/etapes", methods=["GET", "POST"])
@pathway_only
def new(public_id: str) -> ResponseReturnValue:
    """Add a next step of a person."""
    person = person_or_404(public_id)
    form = form_for(person)
    if not form.validate_on_submit():
        return show(person, form)
    task = tasks.add(person, g.staff, wish_of(form, person), now())
    db.session.commit()
    flash(added(task))
    return redirect(address(person), 303)


def added(task: Task) -> str:
    """Return what became of a new step: whether an SMS proposes it."""
    if not task.of_person:
        return _("L’étape est ajoutée.")
    name = task.person.first_name
    if proposing.reaches(task.person):
        return _("L’étape est ajoutée. Un SMS la propose à %(name)s.", name=name)
    return _("L’étape est ajoutée. Pas de SMS : %(name)s la lit sur sa page.", name=name)


@bp.route("/etapes/<public_id>", methods=["GET", "POST"])
@pathway_only
def change(public_id: str) -> ResponseReturnValue:
    """Change a next step; where someone else did meanwhile, both are shown."""
    task = task_or_404(public_id)
    person, form = task.person, form_for(task.person, task)
    if not form.validate_on_submit():
        return show(person, form, task)
    try:
        tasks.change(task, form.read_at, wish_of(form, person), g.staff, now())
    except Meanwhile as refusal:
        db.session.rollback()
        form.version.raw_data = None
        form.version.data = str(task.version)
        return show(person, form, task, refusal)
    db.session.commit()
    flash(_("L’étape est changée."))
    return redirect(address(person), 303)


@bp.post("/etapes/<public_id>/faite")
@pathway_only
def done(public_id: str) -> ResponseReturnValue:
    """Note that a step is done."""
    return settled(public_id, TaskState.DONE, _("C’est noté : l’étape est faite."))


@bp.post("/etapes/<public_id>/retirer")
@pathway_only
def drop(public_id: str) -> ResponseReturnValue:
    """Take a step out: it is no longer needed."""
    return settled(public_id, TaskState.DROPPED, _("L’étape est retirée."))


def settled(public_id: str, state: TaskState, said: str) -> ResponseReturnValue:
    """Bring a step to its end, from the version that was read."""
    task = task_or_404(public_id)
    person, read_at = task.person, TaskForm().read_at
    tasks.settle(task, read_at, state, now(), by=g.staff)
    db.session.commit()
    flash(said)
    return redirect(address(person), 303)


def task_or_404(public_id: str) -> Task:
    """Return a step that I may change, once it is noted that its person is seen."""
    task = tasks.to_change(g.staff, public_id, today())
    if task is None:
        raise NotOpen
    journal.seen_now(task.person)
    return task


def form_for(person: Person, task: Task | None = None) -> TaskForm:
    """Return the form of a step, with who may do it; of one that is there, its answers."""
    form, known = TaskForm(obj=task), sharing.of(person, g.staff, today())
    form.propose(person.first_name, sharing.owners(person, g.staff, known.readers))
    form.narrow(opened=known.opened)
    if task is not None and not form.is_submitted():
        form.owner.data = owner_of(task)
        form.due_on.data = task.due_on.isoformat()
    return form


def owner_of(task: Task) -> str:
    """Return the answer that says who does a step."""
    if task.of_person:
        return PERSON
    return task.owner.public_id if task.owner else ""


def wish_of(form: TaskForm, person: Person) -> tasks.Wish:
    """Return the step that is wished for."""
    known = sharing.of(person, g.staff, today())
    owners = {one.public_id: one for one in sharing.owners(person, g.staff, known.readers)}
    return tasks.Wish(
        title=" ".join(form.title.data.split()),
        due_on=form.day or today(),
        owner=owners.get(form.owner.data),
        readers=Readers(form.readers.data),
    )


def show(
    person: Person, form: TaskForm, task: Task | None = None, refusal: Meanwhile | None = None
) -> Response:
    """Show a step's form, with what it lacks, or with what someone else wrote."""
    answer = render(
        "followup/desk/task.html",
        person=person,
        form=form,
        task=task,
        refusal=refusal,
        on=today(),
        changed=display.changed(task) if task else "",
    )
    answer.status_code = refusal.code if refusal else 422 if form.errors else 200
    return answer
