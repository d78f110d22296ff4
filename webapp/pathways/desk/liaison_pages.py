"""The liaison form of someone: its three parts, each signed by who may, and its paper."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import pathway_only
from webapp.clock import now, today
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.organisations.kinds import SIAE
from webapp.organisations.models import Organisation
from webapp.organisations.queries import structures_near
from webapp.paper import printing
from webapp.pathways import liaison, liaison_queries, routes, shared
from webapp.pathways.desk import liaison_words as words
from webapp.pathways.desk.approval_pages import person_or_404, way_back
from webapp.pathways.desk.liaison_forms import DecisionForm, DiagnosisForm, ReferralForm
from webapp.pathways.enums import Route
from webapp.pathways.liaison import Diagnosis, Written
from webapp.pathways.liaison_models import (
    DECISION,
    DIAGNOSIS,
    REFERRAL,
    LiaisonForm,
    LiaisonPart,
)
from webapp.pathways.refusals import NotEnough, NotSentYet
from webapp.pathways.rights import allow, is_prescriber
from webapp.people import journal
from webapp.people.beside.hidden import NotOpen
from webapp.people.models import Person

bp = Blueprint("liaison", __name__)
AROUND_KM, MOST = 30, 12


def form_or_404(public_id: str) -> LiaisonForm:
    """Return a form that this professional may read, once it is noted that they look at it."""
    found = liaison_queries.form_of(g.staff, public_id, today())
    if found is None:
        raise NotOpen
    journal.seen_now(found.person)
    return found


def address(form: LiaisonForm) -> str:
    """Return the page of a form."""
    return url_for("pathways.liaison.show", public_id=form.public_id)


def structures() -> Sequence[Organisation]:
    """Return the SIAE around, the nearest first; an SIAE's own form stays with itself."""
    here = g.staff.organisation
    if here.what.is_siae:
        return [here]
    real = Organisation.demonstration.is_(here.demonstration)
    kinds = Organisation.kind.in_(SIAE)
    return structures_near(here.lat, here.lon, AROUND_KM, MOST, kinds, real)


@bp.route("/personnes/<public_id>/fiches", methods=["GET", "POST"])
@pathway_only
def index(public_id: str) -> ResponseReturnValue:
    """Show the forms of someone; begin one by signing its first part."""
    person, form = person_or_404(public_id), ReferralForm()
    around = structures()
    form.propose(list(around))
    if not form.validate_on_submit():
        return listed(person, form)
    siae_id = next((one.id for one in around if one.public_id == form.siae.data), None)
    made = liaison.begin(person, g.staff, siae_id, referral(form), now())
    db.session.commit()
    flash(_("La partie 1 est signée. Elle ne change plus : une correction fait une version."))
    return redirect(address(made), 303)


def listed(person: Person, form: ReferralForm) -> ResponseReturnValue:
    """Show the forms of someone, and the first part of a new one."""
    answer = render(
        "pathways/desk/liaisons.html",
        person=person,
        back=way_back(person),
        forms=liaison_queries.forms_of(person, g.staff, today()),
        route=words.ROUTES[liaison.route_of(g.staff)],
        steps=routes.steps(liaison.route_of(g.staff), g.staff.organisation.insee, today()),
        source=routes.source(today()),
        given=shared.with_account(person, g.staff, today()),
        form=form,
        words=words,
    )
    answer.status_code = 422 if form.errors else 200
    return answer


def referral(form: ReferralForm) -> Written:
    """Return what the first part holds."""
    texts = {"situation": form.situation.data, "wish": form.wish.data}
    return Written(facts={"agreed": True}, texts=texts)


@bp.get("/fiches/<public_id>")
@pathway_only
def show(public_id: str) -> ResponseReturnValue:
    """Show a form."""
    return page(form_or_404(public_id))


def page(form: LiaisonForm, **sent: Any) -> ResponseReturnValue:
    """Show a form with the parts that this professional may sign; 422 for a second look."""
    empty: dict[str, Any] = {
        "referral": ReferralForm(formdata=None, prefix="referral-"),
        "diagnosis": DiagnosisForm(formdata=None, prefix="diagnosis-"),
        "decision": DecisionForm(formdata=None, prefix="decision-"),
    }
    empty["diagnosis"].propose()
    empty["referral"].propose([])
    answer = render(
        "pathways/desk/liaison.html",
        back=(_("Fiches de liaison"), url_for(".index", public_id=form.person.public_id)),
        may={part: liaison.may_sign(g.staff, form, part) for part in (1, 2, 3)},
        prescriber=is_prescriber(g.staff),
        forms=empty | sent,
        pdf=printing.available(),
        **told(form),
    )
    answer.status_code = 422 if sent else 200
    return answer


def told(form: LiaisonForm) -> dict[str, Any]:
    """Return what a form says to this professional, on the screen and on paper alike."""
    readable = {one.id for one in form.parts if liaison.may_open(g.staff, form, one, now())}
    if any(one.part == DIAGNOSIS and one.id in readable for one in form.parts):
        liaison.note_opening(form, g.staff)
    return {
        "form": form,
        "person": form.person,
        "parts": [shown(form, part, readable) for part in (1, 2, 3)],
        "words": words,
        "insee": g.staff.organisation.insee,
        "route": words.ROUTES[Route(form.route)],
    }


def shown(form: LiaisonForm, part: int, readable: set[int]) -> dict[str, Any]:
    """Return one part: its last version, what may be opened of it, and the versions before."""
    versions = [one for one in form.parts if one.part == part]
    return {
        "part": part,
        "last": opened(versions[-1], readable) if versions else None,
        "former": [opened(one, readable) for one in versions[:-1]],
    }


def opened(one: LiaisonPart, readable: set[int]) -> dict[str, Any]:
    """Return a version with what is sealed in it, where it may be read."""
    return {"row": one, "texts": liaison.opened(one) if one.id in readable else None}


@bp.get("/fiches/<public_id>/pdf")
@pathway_only
def pdf(public_id: str) -> Response:
    """Make the paper of a form: the same parts, by the same rights."""
    form = form_or_404(public_id)
    html = render_template("pathways/desk/liaison_paper.html", **told(form), printed_at=now())
    return printing.answer(printing.pdf(html), f"fiche-de-liaison-{form.public_id}")


@bp.post("/fiches/<public_id>/orientation")
@pathway_only
def correct(public_id: str) -> ResponseReturnValue:
    """Sign a new version of the first part."""
    form, typed = form_or_404(public_id), ReferralForm(request.form, prefix="referral-")
    typed.propose([])
    allow(liaison.may_sign(g.staff, form, REFERRAL))
    if not typed.validate():
        return page(form, referral=typed)
    liaison.sign(form, g.staff, REFERRAL, referral(typed), now())
    return signed(form)


@bp.post("/fiches/<public_id>/diagnostic")
@pathway_only
def diagnose(public_id: str) -> ResponseReturnValue:
    """Sign the diagnosis."""
    form, typed = form_or_404(public_id), DiagnosisForm(request.form, prefix="diagnosis-")
    typed.propose()
    allow(liaison.may_sign(g.staff, form, DIAGNOSIS))
    if not typed.validate():
        return page(form, diagnosis=typed)
    found = Diagnosis(
        criteria=tuple(typed.criteria.data),
        obstacles=typed.obstacles.data,
        eligible=typed.eligible.data == "yes",
    )
    try:
        liaison.diagnose(form, g.staff, found, now())
    except NotEnough as refused:
        typed.miss("criteria", refused.advice)
        return page(form, diagnosis=typed)
    return signed(form)


@bp.post("/fiches/<public_id>/decision")
@pathway_only
def decide(public_id: str) -> ResponseReturnValue:
    """Sign the structure's decision."""
    form, typed = form_or_404(public_id), DecisionForm(request.form, prefix="decision-")
    allow(liaison.may_sign(g.staff, form, DECISION))
    if not typed.validate():
        return page(form, decision=typed)
    begin = typed.begin.data.isoformat() if typed.begin.data else ""
    keys = {"decision": typed.decision.data, "approval": typed.approval.data, "begin": begin}
    try:
        liaison.decide(form, g.staff, Written(facts=keys, texts={"words": typed.words.data}), now())
    except NotSentYet as refused:
        typed.miss("decision", refused.advice)
        return page(form, decision=typed)
    return signed(form)


def signed(form: LiaisonForm) -> ResponseReturnValue:
    """Commit a signature, and go back to the form."""
    db.session.commit()
    flash(_("C’est signé. Cette version ne change plus."))
    return redirect(address(form), 303)
