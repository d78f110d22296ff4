"""Collective acts: noted by whoever works in the structure, on the day, in a minute."""

from flask import Blueprint, Response, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import staff_only
from webapp.clock import now, today
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.network import acts, queries, rules, words
from webapp.network.forms import ActForm, FileForm
from webapp.network.models import CollectiveAct

bp = Blueprint("acts", __name__, url_prefix="/structure")
SHOWN = 100
ROOM = 64 * 1024  # bytes around a file in what is sent


@bp.get("/actions/")
@staff_only
def index() -> ResponseReturnValue:
    """List what was done together, the latest first."""
    found = queries.acts_of(g.staff.organisation_id, SHOWN)
    return render("network/acts.html", acts=found, is_late=acts.is_late, words=words)


@bp.route("/actions/nouvelle", methods=["GET", "POST"])
@staff_only
def new() -> ResponseReturnValue:
    """Note an act."""
    form = ActForm(data={"held_on": today()})
    form.today = today()
    if request.method == "GET" or not form.validate():
        return asked(form, None)
    act = acts.note(form.facts(), g.staff, now())
    db.session.commit()
    flash(_("C’est noté."))
    return redirect(url_for(".show", public_id=act.public_id), code=303)


def asked(form: ActForm, act: CollectiveAct | None) -> ResponseReturnValue:
    """Show the questions; 422 when an answer needs another look."""
    page = render("network/act_form.html", form=form, act=act)
    return page, 422 if form.errors else 200


def act_or_404(public_id: str) -> CollectiveAct:
    """Return an act of this structure."""
    return queries.act_of(g.staff.organisation_id, public_id) or abort(404)


@bp.get("/actions/<public_id>")
@staff_only
def show(public_id: str) -> ResponseReturnValue:
    """Show an act, when it was written, what proves it, and what it said before."""
    act = act_or_404(public_id)
    return render(
        "network/act.html",
        act=act,
        late=acts.is_late(act),
        form=FileForm(formdata=None),
        words=words,
    )


@bp.route("/actions/<public_id>/changer", methods=["GET", "POST"])
@staff_only
def change(public_id: str) -> ResponseReturnValue:
    """Change an act; what it said stays readable."""
    act = act_or_404(public_id)
    form = ActForm(obj=act)
    form.today = today()
    if request.method == "GET" or not form.validate():
        return asked(form, act)
    version = request.form.get("version", 0, int)
    acts.change(act, form.facts(), version=version, by=g.staff, now=now())
    db.session.commit()
    flash(_("C’est noté. Ce que l’action disait avant reste lisible."))
    return redirect(url_for(".show", public_id=public_id), code=303)


@bp.post("/actions/<public_id>/preuve")
@staff_only
def add_file(public_id: str) -> ResponseReturnValue:
    """Keep a small file that proves an act."""
    request.max_content_length = rules.FILE_SIZE + ROOM
    act, sent = act_or_404(public_id), request.files.get("file")
    content = sent.read() if sent else b""
    if sent:
        sent.close()
    added = acts.add_file(act, content, g.staff, now())
    db.session.commit()
    flash(_("Le fichier est gardé.") if added else _("Ce fichier est déjà gardé."))
    return redirect(url_for(".show", public_id=public_id), code=303)


@bp.get("/preuves/<public_id>")
@staff_only
def file(public_id: str) -> ResponseReturnValue:
    """Give a file of an act: to save, never to run."""
    found = queries.file_of(g.staff.organisation_id, public_id) or abort(404)
    answer = Response(found.content, mimetype=rules.FILES[found.kind])
    name = f"preuve-{found.public_id}.{found.kind}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
