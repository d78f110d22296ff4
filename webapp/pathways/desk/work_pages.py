"""What happens in the SIAE: contracts, events, and the exit review that both sides sign."""

from collections.abc import Callable, Sequence
from typing import Any

from flask import Blueprint, Response, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import pathway_only
from webapp.clock import now, today
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.paper import printing
from webapp.pathways import (
    contract_checks,
    exit_facts,
    exit_reviews,
    facts,
    liaison_queries,
    queries,
    reach,
    renewals,
    work,
    work_rules,
)
from webapp.pathways.desk import mistake_words, review_words
from webapp.pathways.desk import work_words as words
from webapp.pathways.desk.approval_pages import person_or_404, way_back
from webapp.pathways.desk.forms import day
from webapp.pathways.desk.liaison_words import eligible_line
from webapp.pathways.desk.work_forms import ContractForm, EventForm, ReviewForm, StopForm
from webapp.pathways.enums import Happened
from webapp.pathways.facts import ContractFacts
from webapp.pathways.refusals import Changed, WrongContract
from webapp.pathways.rights import allow, is_siae
from webapp.pathways.work_models import ExitReview, WorkContract
from webapp.people import journal
from webapp.people.beside.hidden import NotOpen
from webapp.people.models import Person
from webapp.people.viewing import has_agreed

bp = Blueprint("work", __name__)


def contract_or_404(public_id: str) -> WorkContract:
    """Return a contract of someone this professional may see, once it is noted."""
    found = work.contract_of(g.staff, public_id, today())
    if found is None:
        raise NotOpen
    journal.seen_now(found.person)
    return found


def address(person: Person) -> str:
    """Return the page of someone's contracts."""
    return url_for("pathways.work.index", public_id=person.public_id)


@bp.route("/personnes/<public_id>/contrats", methods=["GET", "POST"])
@pathway_only
def index(public_id: str) -> ResponseReturnValue:
    """Show the contracts of someone with what happened; write one down."""
    person = person_or_404(public_id)
    if request.method == "GET":
        return page(person)
    form = new_form(request.form)
    allow(is_siae(g.staff))
    if not form.validate():
        return page(person, contract=form)
    try:
        work.write(person, g.staff, form.terms, now())
    except WrongContract as refused:
        form.tell(refused)
        return page(person, contract=form)
    return kept(person)


def kept(person: Person) -> ResponseReturnValue:
    """Commit, say so and go back to the contracts."""
    db.session.commit()
    flash(_("C’est noté."))
    return redirect(address(person), 303)


def new_form(sent: Any) -> ContractForm:
    """Return the form of a contract, with the contracts that this kind of SIAE signs."""
    form = ContractForm(sent, prefix="contract-")
    rule = facts.in_force(ContractFacts, today())
    form.propose(rule.kinds.get(g.staff.organisation.kind, ()))
    return form


def page(person: Person, **sent: Any) -> ResponseReturnValue:
    """Show the contracts; 422 when a form needs another look."""
    empty: dict[str, Any] = {
        "contract": new_form(None),
        "event": EventForm(formdata=None, prefix="event-"),
        "stop": StopForm(formdata=None, prefix="stop-"),
    }
    answer = render("pathways/desk/contracts.html", forms=empty | sent, **known(person))
    answer.status_code = 422 if sent else 200
    return answer


def known(person: Person) -> dict[str, Any]:
    """Return what the page of contracts tells of someone."""
    contracts = work.read_by(g.staff, person, today())
    approvals = queries.read_by(g.staff, person, now())
    told = reach.tells_steps(g.staff, person, today())
    rule = facts.in_force(ContractFacts, today())
    return {
        "person": person,
        "told": told,
        "back": way_back(person),
        "contracts": contracts,
        "renewal": renewals.waiting_for(person, today()) if told else None,
        "mine": next((one for one in contracts if work.is_of(g.staff, one)), None),
        "writes": is_siae(g.staff),
        "eligible": eligible(person),
        "ends": {one.id: contract_checks.first_end(one, approvals) for one in contracts},
        "review_opens": lambda end: work_rules.review_opens(end, rule.review_months),
        "covered": lambda one: contract_checks.is_covered(one, approvals),
        "words": words,
        "stands": stands_by(contracts),
        "mistakes": mistake_words,
        "is_of": lambda one: work.is_of(g.staff, one),
        "alerts": work.ALERTS,
        "source": rule.source,
    }


def stands_by(contracts: Sequence[WorkContract]) -> Callable[[WorkContract], str]:
    """Return what says where the exit review of a contract stands; nothing before it is written."""
    found = exit_reviews.of_contracts(contracts)

    def stands(one: WorkContract) -> str:
        side = exit_reviews.side_of(g.staff, one)
        return review_words.stands(found.get(one.id), side, now())

    return stands


def eligible(person: Person) -> str:
    """Return until when someone is eligible, to whom an agreement lets know it."""
    on = today()
    until = liaison_queries.eligible_until(person.id, on)
    return eligible_line(until if has_agreed(g.staff, person, on) else None)


@bp.post("/contrats/<public_id>/noter")
@pathway_only
def note(public_id: str) -> ResponseReturnValue:
    """Note what happened during a contract."""
    contract, form = contract_or_404(public_id), EventForm(request.form, prefix="event-")
    allow(work.is_of(g.staff, contract))
    if not form.validate() or not form.is_within(contract.begins_on, contract.last_day):
        return page(contract.person, event=form)
    days = (day(form.begin), form.end.data)
    minutes = (form.hours.data or 0) * 60
    work.note(contract, g.staff, Happened(form.kind.data), days, minutes, now())
    return kept(contract.person)


@bp.post("/contrats/<public_id>/arreter")
@pathway_only
def stop(public_id: str) -> ResponseReturnValue:
    """Note that a contract ends before its day."""
    contract, form = contract_or_404(public_id), StopForm(request.form, prefix="stop-")
    allow(work.is_of(g.staff, contract))
    if not form.validate():
        return page(contract.person, stop=form)
    work.stop(contract, g.staff, day(form.last), form.reason.data, now())
    return kept(contract.person)


@bp.post("/evenements/<public_id>/traiter")
@pathway_only
def settle(public_id: str) -> ResponseReturnValue:
    """Note that an alert was dealt with."""
    event = work.event_of(g.staff, public_id, today())
    if event is None:
        raise NotOpen
    journal.seen_now(event.contract.person)
    work.settle(event, g.staff, now())
    return kept(event.contract.person)


@bp.route("/contrats/<public_id>/bilan", methods=["GET", "POST"])
@pathway_only
def review(public_id: str) -> ResponseReturnValue:
    """Show the exit review, prepared from what is known; keep what is written."""
    contract = contract_or_404(public_id)
    if request.method == "GET":
        return review_page(contract, prepared(contract))
    form = ReviewForm(request.form)
    if not form.validate():
        return review_page(contract, form)
    exit_reviews.write(contract, g.staff, form.texts, form.seen, now())
    db.session.commit()
    flash(_("C’est gardé. Chaque côté signe quand le texte est juste."))
    return redirect(url_for(".review", public_id=contract.public_id), 303)


def prepared(contract: WorkContract) -> ReviewForm:
    """Return the form of a review: as it was kept, else begun from what happened."""
    found = exit_reviews.review_of(contract)
    if found is not None:
        texts = {name: getattr(found, name) for name in exit_reviews.TEXTS}
        return ReviewForm(formdata=None, data={**texts, "version": found.version})
    begun = "\n".join(words.done(exit_facts.begun(contract, g.staff, now())))
    return ReviewForm(formdata=None, data={"results": begun, "version": 0})


def review_page(contract: WorkContract, form: ReviewForm) -> ResponseReturnValue:
    """Show the exit review; 422 when the form needs another look."""
    side = exit_reviews.side_of(g.staff, contract)
    answer = render(
        "pathways/desk/review.html",
        form=form,
        side=side,
        pdf=printing.available(),
        back=(_("Contrats"), address(contract.person)),
        **told(contract),
    )
    answer.status_code = 422 if form.errors else 200
    return answer


def told(contract: WorkContract) -> dict[str, Any]:
    """Return what a review says, on the screen and on paper alike."""
    found = exit_reviews.review_of(contract)
    return {
        "contract": contract,
        "person": contract.person,
        "review": exit_reviews.standing(found) if found else None,
        "former": exit_reviews.former(found) if found else [],
        "frozen": found is not None and exit_reviews.is_frozen(found, now()),
        "second": review_words.second(found, now()) if found else "",
        "words": words,
        "insee": contract.organisation.insee,
    }


@bp.post("/contrats/<public_id>/bilan/signer")
@pathway_only
def sign(public_id: str) -> ResponseReturnValue:
    """Sign the exit review for one's side."""
    contract, form = contract_or_404(public_id), ReviewForm(request.form)
    allow(exit_reviews.side_of(g.staff, contract) is not None)
    found = review_or_refused(contract)
    exit_reviews.sign(found, g.staff, form.seen, now())
    db.session.commit()
    flash(_("C’est signé."))
    return redirect(url_for(".review", public_id=contract.public_id), 303)


def review_or_refused(contract: WorkContract) -> ExitReview:
    """Return the exit review of a contract; raise Changed where nobody wrote any."""
    found = exit_reviews.review_of(contract)
    if found is None:
        raise Changed
    return found


@bp.get("/contrats/<public_id>/bilan/pdf")
@pathway_only
def pdf(public_id: str) -> Response:
    """Make the paper of an exit review."""
    contract = contract_or_404(public_id)
    html = render_template("pathways/desk/review_paper.html", **told(contract))
    return printing.answer(printing.pdf(html), f"bilan-{contract.public_id}")
