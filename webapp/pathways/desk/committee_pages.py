"""Committees: the agenda, one page a case, the decisions, the minutes, and a masked copy."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from wtforms.fields import SelectChoice

from webapp.access import pathway_only
from webapp.accounts import roles
from webapp.clock import now, today
from webapp.extensions import db
from webapp.followup import tasks
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.organisations.kinds import ENTITLED, SIAE
from webapp.organisations.models import Organisation
from webapp.organisations.queries import structures_near
from webapp.paper import printing
from webapp.pathways import committees, queries, work
from webapp.pathways.committee_models import Committee, CommitteeCase
from webapp.pathways.desk import words, work_words
from webapp.pathways.desk.committee_forms import (
    DECISIONS,
    CaseForm,
    CommitteeForm,
    DecisionForm,
    MinutesForm,
)
from webapp.pathways.desk.forms import day
from webapp.pathways.rights import allow
from webapp.people import journal
from webapp.people.models import Person
from webapp.people.viewing import for_viewer
from webapp.spreadsheets import csv_of

bp = Blueprint("committees", __name__)
AROUND_KM, MOST, PEOPLE = 50, 20, 40


def committee_or_404(public_id: str) -> Committee:
    """Return a committee in which this professional's organisation sits."""
    found = committees.committee_of(g.staff, public_id)
    if found is None:
        abort(404)
    return found


def case_or_404(public_id: str) -> CommitteeCase:
    """Return a case about whom this professional may see, once it is noted."""
    found = committees.case_of(g.staff, public_id, today())
    if found is None:
        abort(404)
    journal.seen_now(found.person)
    return found


def partners() -> Sequence[Organisation]:
    """Return the organisations around that may sit in a committee."""
    here = g.staff.organisation
    kinds = Organisation.kind.in_([*SIAE, *ENTITLED])
    real = Organisation.demonstration.is_(here.demonstration)
    others = Organisation.id != here.id
    return structures_near(here.lat, here.lon, AROUND_KM, MOST, kinds, real, others)


@bp.route("/comites", methods=["GET", "POST"])
@pathway_only
def index() -> ResponseReturnValue:
    """Show the committees in which my organisation sits; an adviser calls one."""
    calls = roles.opens("adviser_only", g.staff)
    allow(calls or request.method == "GET")
    form, around = CommitteeForm(), partners()
    form.propose(around)
    if not form.validate_on_submit():
        found = committees.committees_of(g.staff)
        page = render("pathways/desk/committees.html", form=form, committees=found, calls=calls)
        page.status_code = 422 if form.errors else 200
        return page
    chosen = [one for one in around if one.public_id in form.members.data]
    made = committees.call(g.staff, day(form.on), form.place.data, chosen, now())
    db.session.commit()
    return redirect(url_for(".show", public_id=made.public_id), 303)


@bp.get("/comites/<public_id>")
@pathway_only
def show(public_id: str) -> ResponseReturnValue:
    """Show a committee: its agenda names those whom this professional may see."""
    return page(committee_or_404(public_id))


def page(committee: Committee, **sent: Any) -> ResponseReturnValue:
    """Show a committee; 422 when a form needs another look."""
    case = CaseForm(formdata=None, prefix="case-")
    minutes = MinutesForm(formdata=None, prefix="minutes-")
    facts = told(committee)  # who is named is noted first
    propose_people(sent.get("case", case))
    answer = render(
        "pathways/desk/committee.html",
        hosts=committee.organisation_id == g.staff.organisation_id,
        pdf=printing.available(),
        **{"case": case, "minutes": minutes} | sent,
        **facts,
    )
    answer.status_code = 422 if sent else 200
    return answer


def propose_people(form: CaseForm) -> None:
    """Propose the people whom this professional may see, the last active first."""
    wanted = select(Person).order_by(Person.active_on.desc(), Person.id).limit(PEOPLE)
    found = list(db.session.scalars(for_viewer(wanted, g.staff, today())))
    form.person.choices = [
        SelectChoice(one.public_id, f"{one.first_name} {one.last_name}".strip()) for one in found
    ]


def told(committee: Committee) -> dict[str, Any]:
    """Return what a committee says to this professional, on the screen and on paper alike."""
    known = committees.readable(committee, g.staff, today())
    journal.listed_now([one.person for one in committee.cases if one.id in known])
    return {
        "committee": committee,
        "known": known,
        "texts": {one.id: committees.opened(one) for one in committee.cases if one.id in known},
        "decisions": DECISIONS,
    }


@bp.post("/comites/<public_id>/dossiers")
@pathway_only
def submit(public_id: str) -> ResponseReturnValue:
    """Put a case on the agenda."""
    committee, form = committee_or_404(public_id), CaseForm(request.form, prefix="case-")
    propose_people(form)
    if not form.validate():
        return page(committee, case=form)
    person = queries.person_of(g.staff, form.person.data, today())
    if person is None:
        abort(404)
    committees.submit(committee, person, g.staff, form.question.data, now())
    db.session.commit()
    flash(_("C’est à l’ordre du jour."))
    return redirect(url_for(".show", public_id=committee.public_id), 303)


@bp.route("/dossiers/<public_id>", methods=["GET", "POST"])
@pathway_only
def case(public_id: str) -> ResponseReturnValue:
    """Show a case on one page; note what was decided."""
    found, form = case_or_404(public_id), DecisionForm()
    sitting = [found.committee.organisation, *(one.organisation for one in found.committee.members)]
    form.owner.choices = [SelectChoice(one.public_id, one.name) for one in sitting]
    hosts = found.committee.organisation_id == g.staff.organisation_id
    allow(hosts or request.method == "GET")
    if not form.validate_on_submit():
        texts = committees.opened(found)
        facts = {"case": found, "form": form, "hosts": hosts, "decisions": DECISIONS}
        answer = render("pathways/desk/case.html", texts=texts, **facts, **path_of(found.person))
        answer.status_code = 422 if form.errors else 200
        return answer
    owner = next(one for one in sitting if one.public_id == form.owner.data)
    decided = (form.text.data, owner.id, day(form.due))
    name = str(DECISIONS[form.decision.data])
    committees.decide(found, g.staff, form.decision.data, name, decided, now())
    db.session.commit()
    return redirect(url_for(".show", public_id=found.committee.public_id), 303)


def path_of(person: Person) -> dict[str, Any]:
    """Return where someone stands, as far as an agreement reaches: approval, contracts, steps."""
    known = queries.read_by(g.staff, person, now())[:1]
    contracts = work.read_by(g.staff, person, today())
    return {
        "approval": [line for one in known for line in words.sentences(one)],
        "contracts": [work_words.terms(one) for one in contracts],
        "support": work_words.support(work.given(contracts)),
        "steps": tasks.going(person, g.staff, today()),
    }


@bp.post("/dossiers/<public_id>/fait")
@pathway_only
def done(public_id: str) -> ResponseReturnValue:
    """Note that what was decided is done."""
    found = case_or_404(public_id)
    committees.done(found, g.staff, now())
    db.session.commit()
    return redirect(url_for(".show", public_id=found.committee.public_id), 303)


@bp.post("/comites/<public_id>/compte-rendu")
@pathway_only
def close(public_id: str) -> ResponseReturnValue:
    """Keep the minutes for good."""
    committee, form = committee_or_404(public_id), MinutesForm(request.form, prefix="minutes-")
    if not form.validate():
        return page(committee, minutes=form)
    committees.close(committee, g.staff, form.minutes.data, now())
    db.session.commit()
    return redirect(url_for(".show", public_id=committee.public_id), 303)


@bp.get("/comites/<public_id>/pdf")
@pathway_only
def pdf(public_id: str) -> Response:
    """Make the paper of the minutes: it names those whom this professional may see."""
    committee = committee_or_404(public_id)
    moment = words.hour(now(), g.staff.organisation.insee)
    html = render_template("pathways/desk/minutes_paper.html", **told(committee), moment=moment)
    return printing.answer(printing.pdf(html), f"comite-{committee.on}")


@bp.get("/comites/<public_id>/masque.csv")
@pathway_only
def masked(public_id: str) -> Response:
    """Return the decisions without anyone in them."""
    committee = committee_or_404(public_id)
    lines = [[_("Dossier"), _("Décision"), _("Qui"), _("Pour le"), _("Fait")]]
    for count, one in enumerate(committee.cases, 1):
        decision = str(DECISIONS.get(one.decision, _("à décider")))
        who = one.owner.name if one.owner else ""
        due = f"{one.due_on:%d/%m/%Y}" if one.due_on else ""
        lines.append([str(count), decision, who, due, _("oui") if one.done_at else _("non")])
    return csv_of(lines, f"comite-{committee.on}")
