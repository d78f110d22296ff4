"""The person's window on their path: the approval and its rule, what was asked, what comes next."""

from flask import Blueprint, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import person_only
from webapp.accounts import together
from webapp.clock import now, today
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.offers.words import date_text
from webapp.pathways import (
    diagnoses,
    engagements,
    exit_reviews,
    liaison_queries,
    own_words,
    queries,
    renewals,
    shared,
    told,
    waiting,
)
from webapp.pathways.enums import Renewed
from webapp.pathways.models import DiagnosisRequest
from webapp.people import queries as agreements
from webapp.people.display import local

bp = Blueprint("own", __name__)
HERE = "pathways.own.show"


@bp.get("/moi")
@person_only
def show() -> ResponseReturnValue:
    """Show where my approval stands and by which rule, and what I am waiting for."""
    return render(
        "pathways/own.html",
        approvals=queries.all_computed(g.person.id, now()),
        requests=queries.open_requests(g.person.id),
        agreements=agreements.waiting(g.person, now()),
        contracts=told.contracts(g.person),
        engagements=[one for one in engagements.of_person(g.person) if one.ended_on is None],
        forms=liaison_queries.own(g.person, together.helper(), today()),
        reviews=exit_reviews.of_person(g.person),
        **waiting.answers(g.person, today()),
        given=shared.of_person(g.person),
        words=own_words,
        date_text=date_text,
        day_of=lambda at: date_text(local(at).date()),
        aim=engagements.aim,
    )


@bp.get("/moi/diagnostics/<public_id>")
@person_only
def sure(public_id: str) -> ResponseReturnValue:
    """Ask whether I am sure to take a request for a diagnosis back."""
    return render("pathways/own_sure.html", asked=request_or_404(public_id))


@bp.post("/moi/diagnostics/<public_id>")
@person_only
def withdraw(public_id: str) -> ResponseReturnValue:
    """Take a request for a diagnosis back."""
    diagnoses.withdraw_own(request_or_404(public_id), now())
    return kept()


@bp.post("/moi/inscription/<answer>")
@person_only
def renewal(answer: str) -> ResponseReturnValue:
    """Say that I renewed my registration of this month, or that I am not registered."""
    waits = renewals.waiting_for(g.person, today())
    if waits is None or answer not in set(Renewed):
        abort(404)
    renewals.settle(waits, Renewed(answer), now())
    first = request.form.get("page") == "suivi"
    return kept("applications.following.index" if first else HERE)


def kept(page: str = HERE) -> ResponseReturnValue:
    """Commit, say so, and go back to my path, or to where it was pressed."""
    db.session.commit()
    flash(_("C’est noté."))
    return redirect(url_for(page), 303)


def request_or_404(public_id: str) -> DiagnosisRequest:
    """Return a diagnosis that was asked for me, and waits."""
    mine = queries.open_requests(g.person.id)
    return next((one for one in mine if one.public_id == public_id), None) or abort(404)
