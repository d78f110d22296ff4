"""One kind of sealed fact about a person: read and written by entitled prescribers alone."""

from flask import Blueprint, Response, flash, g, redirect
from flask.typing import ResponseReturnValue

from webapp.access import adviser_only
from webapp.clock import now
from webapp.extensions import db
from webapp.followup import sealed
from webapp.followup.changing import Meanwhile
from webapp.followup.desk import address
from webapp.followup.forms import SealedForm
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.people import sensitive, words
from webapp.people.beside.desk import person_or_404
from webapp.people.enums import Sensitive
from webapp.people.models import Person

bp = Blueprint("sealed", __name__, url_prefix="/conseiller/suivi")
KINDS = f"any({', '.join(Sensitive)}):kind"


@bp.route(f"/<public_id>/protege/<{KINDS}>", methods=["GET", "POST"])
@adviser_only
def one(public_id: str, kind: str) -> ResponseReturnValue:
    """Open a sealed text, once that is in the person's journal; or write it anew."""
    person, which, form = person_or_404(public_id), Sensitive(kind), SealedForm()
    text = sensitive.read(person, which, g.staff, now())
    if not form.validate_on_submit():
        return show(person, which, form, text)
    try:
        sealed.write(person, which, form.text.data or "", form.version.data or "", g.staff, now())
    except Meanwhile as refusal:
        db.session.rollback()
        form.version.raw_data = None
        return show(person, which, form, sensitive.read(person, which, g.staff, now()), refusal)
    db.session.commit()
    flash(_("C’est gardé, et fermé."))
    return redirect(address(person), 303)


def show(
    person: Person, kind: Sensitive, form: SealedForm, text: str, refusal: Meanwhile | None = None
) -> Response:
    """Show the text to be read and written, with what someone else wrote meanwhile."""
    if not form.is_submitted():
        form.text.data = text
    if not form.is_submitted() or refusal:
        form.version.data = sealed.version(person, kind)
    answer = render(
        "followup/desk/sealed.html",
        person=person,
        kind=kind,
        label=words.SENSITIVE[kind],
        form=form,
        now=text,
        refusal=refusal,
        changed="",
    )
    answer.status_code = refusal.code if refusal else 422 if form.errors else 200
    answer.cache_control.no_store = True
    return answer
