"""The person's window on their follow-up: steps to answer, and what happened."""

from flask import Blueprint, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import person_only
from webapp.clock import now, today
from webapp.extensions import db
from webapp.followup import caseloads, display, tasks, timeline
from webapp.followup.enums import TaskState
from webapp.followup.models import Task
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.offers.words import day_text

bp = Blueprint("own", __name__, url_prefix="/suivi")
PAGE = 20


@bp.get("/parcours")
@person_only
def path() -> ResponseReturnValue:
    """Show my next steps, and what happened, of what is marked for me."""
    page = min(max(request.args.get("page", 1, int), 1), 10**4)
    events = timeline.own(g.person, limit=PAGE + 1, offset=PAGE * (page - 1))
    return render(
        "followup/own/path.html",
        person=g.person,
        steps=tasks.own(g.person),
        followers=caseloads.who_follow(g.person, today()),
        days=display.days(events[:PAGE], today()),
        page=page,
        further=len(events) > PAGE,
        day_text=day_text,
    )


@bp.post("/etapes/<public_id>/oui")
@person_only
def accept(public_id: str) -> ResponseReturnValue:
    """Say that I do it."""
    return settled(public_id, TaskState.OPEN)


@bp.post("/etapes/<public_id>/non")
@person_only
def decline(public_id: str) -> ResponseReturnValue:
    """Say no."""
    return settled(public_id, TaskState.DECLINED)


@bp.post("/etapes/<public_id>/faite")
@person_only
def done(public_id: str) -> ResponseReturnValue:
    """Say that it is done."""
    return settled(public_id, TaskState.DONE)


def settled(public_id: str, state: TaskState) -> ResponseReturnValue:
    """Bring a step of mine to another state, as it is now."""
    task = step_or_404(public_id)
    tasks.settle(task, task.version, state, now(), by=None)
    db.session.commit()
    flash(_("C’est noté."))
    return redirect(url_for("followup.own.path"), 303)


def step_or_404(public_id: str) -> Task:
    """Return a step that is mine to do."""
    task = tasks.of_person_named(g.person, public_id)
    return task if task is not None and task.of_person else abort(404)
