"""The engagement of someone: what was promised, until which review, and the steps before it."""

from typing import Any

from flask import Blueprint, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from webapp.access import pathway_only
from webapp.accounts import roles
from webapp.clock import now, today
from webapp.employers.fields import Count, Day, Paragraph, Pick
from webapp.extensions import db
from webapp.followup import display, tasks
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.pathways import engagements, reach
from webapp.pathways.desk.approval_pages import person_or_404, way_back
from webapp.pathways.desk.forms import DeskForm, a_day, day
from webapp.pathways.desk.liaison_forms import LONG
from webapp.pathways.engagements import Promised
from webapp.pathways.enums import Promise
from webapp.pathways.rights import allow

bp = Blueprint("engagement", __name__)
MOST_HOURS = 40
KINDS = {
    Promise.CONTRACT: _l("Contrat d’engagement"),
    Promise.PPAE: _l("PPAE (avant 2025)"),
}


class EngagementForm(DeskForm):
    """What was promised."""

    kind = Pick(_l("Lequel ?"), choices=[SelectChoice(key, text) for key, text in KINDS.items()])
    signed = Day(_l("Signé le"), validators=[a_day])
    review = Day(_l("Prochain bilan le"), validators=[a_day])
    hours = Count(_l("Heures d’activité par semaine"))
    aim = Paragraph(
        _l("Le but, avec les mots de la personne"),
        description=_l("Pas de santé, pas de justice ici."),
        validators=[LONG],
    )

    def validate_hours(self, field: Count) -> None:
        """Ask for a likely number of hours."""
        if field.data is None or not 0 <= field.data <= MOST_HOURS:
            raise ValidationError(_l("Écrivez un nombre d’heures, de 0 à 40."))

    def validate_review(self, field: Day) -> None:
        """Ask for a review after the signature."""
        if field.data and self.signed.data and field.data < self.signed.data:
            raise ValidationError(_l("Le bilan vient avant la signature. Vérifiez."))


@bp.route("/personnes/<public_id>/engagement", methods=["GET", "POST"])
@pathway_only
def index(public_id: str) -> ResponseReturnValue:
    """Show the engagements of someone; write a new one."""
    person, form = person_or_404(public_id), EngagementForm()
    allow(request.method == "GET" or engagements.may_write(g.staff))
    if form.validate_on_submit():
        engagements.write(person, g.staff, promised(form), now())
        db.session.commit()
        flash(_("C’est noté."))
        return redirect(url_for(".index", public_id=person.public_id), 303)
    read = engagements.read_by(g.staff, person, today())
    facts: dict[str, Any] = {"person": person, "form": form, "kinds": KINDS}
    answer = render(
        "pathways/desk/engagement.html",
        back=way_back(person),
        found=[(one, engagements.aim(one)) for one in read],
        told=reach.tells_steps(g.staff, person, today()),
        writes=engagements.may_write(g.staff),
        steps=tasks.going(person, g.staff, today()),
        advises=roles.opens("adviser_only", g.staff),
        states=display.STATES,
        **facts,
    )
    answer.status_code = 422 if form.errors else 200
    return answer


def promised(form: EngagementForm) -> Promised:
    """Return what was written."""
    return Promised(
        kind=Promise(form.kind.data),
        signed_on=day(form.signed),
        review_on=day(form.review),
        weekly_hours=form.hours.data,
        aim=form.aim.data,
    )
