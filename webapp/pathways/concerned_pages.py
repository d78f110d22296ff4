"""The pages “is it for me?”: nothing is written anywhere, unless the person gives their answers."""

from flask import Blueprint, Response, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from wtforms.fields import SelectChoice

from webapp.access import person_only, public
from webapp.accounts import devices
from webapp.accounts.paper import square
from webapp.clock import now, today
from webapp.employers.fields import Boxes
from webapp.extensions import db, limiter
from webapp.followup import caseloads
from webapp.forms import PublicForm
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.pathways import concerned, shared

bp = Blueprint("concerned", __name__)


class ConcernedForm(PublicForm):
    """What is true of someone, among eight pictures."""

    signs = Boxes(
        _l("Touchez ce qui est vrai pour vous."),
        choices=[SelectChoice(one, text) for one, text in concerned.SENTENCES.items()],
    )


@bp.route("/suis-je-concerne", methods=["GET", "POST"])
@public
@limiter.limit("60 per minute", methods=["POST"])
def ask() -> ResponseReturnValue:
    """Ask with pictures; the answer is at an address that holds what was touched."""
    form = ConcernedForm()
    if form.validate_on_submit():
        return redirect(url_for(".answer", code=concerned.code_of(form.signs.data)), 303)
    return render("pathways/concerned.html", form=form, pictures=concerned.PICTURES)


@bp.get("/suis-je-concerne/<code>")
@public
def answer(code: str) -> Response:
    """Say what is likely and whom to call; the answers are in the address, and nowhere here."""
    signs = concerned.signs_of(code)
    if signs is None:
        abort(404)
    person = devices.person()
    page = render(
        "pathways/concerned_answer.html",
        code=concerned.code_of(signs),
        signs=signs,
        likely=concerned.is_likely(signs),
        sentences=concerned.SENTENCES,
        pictures=concerned.PICTURES,
        square=square(url_for("pathways.answers.read", code=code, _external=True)),
        followers=caseloads.who_advise(person, today()) if person else [],
    )
    page.cache_control.no_store = True
    return page


@bp.post("/moi/reponses/<code>")
@person_only
def share(code: str) -> ResponseReturnValue:
    """Give my answers to someone who accompanies me, in one press."""
    signs, to = concerned.signs_of(code), request.form.get("to", "")
    found = caseloads.who_advise(g.person, today())
    chosen = next((one for one in found if one.public_id == to), None)
    if signs is None or chosen is None:
        abort(404)
    shared.give(g.person, chosen.organisation, signs, now())
    db.session.commit()
    flash(_("C’est envoyé."))
    return redirect(url_for("pathways.own.show"), 303)


@bp.post("/moi/reponses/<public_id>/reprendre")
@person_only
def take_back(public_id: str) -> ResponseReturnValue:
    """Take my answers back: nobody reads them any more."""
    mine = shared.of_person(g.person)
    found = next((one for one in mine if one.public_id == public_id), None) or abort(404)
    shared.take_back(found)
    db.session.commit()
    flash(_("C’est noté."))
    return redirect(url_for("pathways.own.show"), 303)
