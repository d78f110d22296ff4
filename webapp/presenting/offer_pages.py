"""One offer and the people to be met: who may be presented, the rhythm, how many are wanted."""

from flask import Blueprint, Response, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import adviser_only, employer_only
from webapp.clock import now, today
from webapp.extensions import db
from webapp.followup import search
from webapp.followup.search import Lists
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.offers.display import job_name
from webapp.offers.models import Offer
from webapp.offers.queries import offer_of
from webapp.people import journal
from webapp.people.beside import queries as people
from webapp.people.models import Person
from webapp.presenting import actions, queries
from webapp.presenting.forms import PresentForm, RhythmForm, WantedForm
from webapp.reviews.queries import offer_to_read

bp = Blueprint("offers", __name__)


def offer_or_404(public_id: str) -> Offer:
    """Return an offer of the adviser's area."""
    return offer_to_read(g.staff.organisation, public_id) or abort(404)


@bp.get("/conseiller/offres/<public_id>/presenter")
@adviser_only
def choose(public_id: str) -> ResponseReturnValue:
    """Show the people whom this adviser follows: each may be presented to this offer."""
    return render_people(offer_or_404(public_id), PresentForm(formdata=None))


@bp.post("/conseiller/offres/<public_id>/presenter")
@adviser_only
def present(public_id: str) -> ResponseReturnValue:
    """Present one of them with one sentence, or say what is missing."""
    offer, form = offer_or_404(public_id), PresentForm()
    person = people.person(g.staff, request.form.get("person", ""), today())
    if person is None:
        abort(400)
    if not form.validate():
        return render_people(offer, form, person)
    actions.present(person, offer, g.staff, form.sentence.data, now())
    db.session.commit()
    flash(_("C’est envoyé. Un SMS le dit à %(name)s, qui peut dire non.", name=person.first_name))
    return redirect(url_for(".choose", public_id=public_id), code=303)


def render_people(offer: Offer, form: PresentForm, chosen: Person | None = None) -> Response:
    """Show who may be presented, once it is noted that their names are read."""
    found, more = search.listed(Lists.MINE, g.staff, now())
    journal.listed_now(found)
    answer = render(
        "presenting/people.html",
        offer=offer,
        job=job_name(offer),
        people=found,
        more=more,
        asked=queries.who_asked(offer, [one.id for one in found]),
        standing=queries.standing(offer, now()),
        form=form,
        chosen=chosen,
    )
    answer.status_code = 422 if form.errors else 200
    return answer


@bp.get("/conseiller/offres/<public_id>/rythme")
@adviser_only
def rhythm(public_id: str) -> ResponseReturnValue:
    """Show how many people an employer wants to meet, whom to call, and the rhythms to agree on."""
    return render_rhythm(offer_or_404(public_id), RhythmForm(formdata=None))


@bp.post("/conseiller/offres/<public_id>/rythme")
@adviser_only
def agree(public_id: str) -> ResponseReturnValue:
    """Note what was agreed with the employer: at what rhythm, and where the offer is shown."""
    offer, form = offer_or_404(public_id), RhythmForm()
    if not form.validate():
        return render_rhythm(offer, form)
    actions.confirm(offer, g.staff, int(form.per_week.data), now(), form.shown_in.data)
    db.session.commit()
    flash(_("C’est noté. L’employeur le lit sur son offre."))
    return redirect(url_for(".rhythm", public_id=public_id), code=303)


def render_rhythm(offer: Offer, form: RhythmForm) -> Response:
    """Show the order of an offer."""
    standing = queries.standing(offer, now())
    if form.per_week.data is None and standing.order and standing.order.per_week:
        form.per_week.data = str(standing.order.per_week)
        form.shown_in.data = standing.order.shown_in
    answer = render(
        "presenting/rhythm.html", offer=offer, job=job_name(offer), standing=standing, form=form
    )
    answer.status_code = 422 if form.errors else 200
    return answer


@bp.get("/employeur/offres/<public_id>/rencontrer")
@employer_only
def wanted(public_id: str) -> ResponseReturnValue:
    """Ask an employer how many people they want to meet for an offer."""
    return render_wanted(own_offer_or_404(public_id), WantedForm(formdata=None))


@bp.post("/employeur/offres/<public_id>/rencontrer")
@employer_only
def want(public_id: str) -> ResponseReturnValue:
    """Keep how many people they want to meet."""
    offer, form = own_offer_or_404(public_id), WantedForm()
    if not form.validate():
        return render_wanted(offer, form)
    actions.want(offer, form.wanted.data, now())
    db.session.commit()
    flash(_("C’est noté."))
    return redirect(url_for(".wanted", public_id=public_id), code=303)


def own_offer_or_404(public_id: str) -> Offer:
    """Return an offer of the employer's structure."""
    return offer_of(g.employer.id, public_id) or abort(404)


def render_wanted(offer: Offer, form: WantedForm) -> Response:
    """Show what was said, who is to be met, and what was agreed."""
    standing = queries.standing(offer, now())
    if form.wanted.data is None and standing.order:
        form.wanted.data = standing.order.wanted
    answer = render(
        "presenting/wanted.html", offer=offer, job=job_name(offer), standing=standing, form=form
    )
    answer.status_code = 422 if form.errors else 200
    return answer
