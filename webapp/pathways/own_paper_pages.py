"""The person's own papers: the liaison form read, the exit review read and answered, each as a PDF.

In a session of two, the page shows no more of a form than the professional beside them may read.
"""

from datetime import datetime
from typing import Any

from flask import Blueprint, Response, abort, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from webapp.access import person_only
from webapp.accounts import together
from webapp.clock import now, today
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.i18n import speaking
from webapp.paper import printing
from webapp.pathways import exit_reviews, liaison, liaison_queries, own_paper_words, work_rules
from webapp.pathways.desk import liaison_words, review_words, work_words
from webapp.pathways.enums import Route
from webapp.pathways.liaison_models import DIAGNOSIS, LiaisonForm, LiaisonPart
from webapp.pathways.own_forms import AnswerForm
from webapp.pathways.work_models import ExitReview

bp = Blueprint("papers", __name__, url_prefix="/moi")


def form_or_404(public_id: str) -> LiaisonForm:
    """Return a liaison form of this person, of those that whoever sits beside them may read."""
    mine = liaison_queries.own(g.person, together.helper(), today())
    return next((one for one in mine if one.public_id == public_id.lower()), None) or abort(404)


def readable(form: LiaisonForm) -> set[int]:
    """Return the parts to open here: all of them, or those that the professional may open."""
    beside = together.helper()
    if beside is None:
        return {one.id for one in form.parts}
    found = [one for one in form.parts if liaison.may_open(beside, form, one, now())]
    if any(one.part == DIAGNOSIS for one in found):
        liaison.note_opening(form, beside)
    return {one.id for one in found}


def opened(one: LiaisonPart, readable: set[int]) -> dict[str, Any]:
    """Return a version with what is sealed in it, where it is opened here."""
    return {"row": one, "texts": liaison.opened(one) if one.id in readable else None}


def parts(form: LiaisonForm) -> list[dict[str, Any]]:
    """Return the parts of a form, each as its last version says it."""
    seen = readable(form)
    last = {part: form.last(part) for part in (1, 2, 3)}
    return [
        {"part": part, "last": opened(one, seen) if one else None} for part, one in last.items()
    ]


@bp.get("/fiches/<public_id>")
@person_only
def form(public_id: str) -> ResponseReturnValue:
    """Show my liaison form, in plain words."""
    found = form_or_404(public_id)
    return render(
        "pathways/own_form.html",
        form=found,
        parts=parts(found),
        pdf=printing.available(),
        words=own_paper_words,
    )


@bp.get("/fiches/<public_id>/pdf")
@person_only
def form_pdf(public_id: str) -> Response:
    """Give my liaison form as it stands on paper, whoever asks for it."""
    found = form_or_404(public_id)
    with speaking(""):
        html = render_template(
            "pathways/desk/liaison_paper.html",
            form=found,
            person=found.person,
            parts=parts(found),
            words=liaison_words,
            insee=place_of(found),
            route=liaison_words.ROUTES[Route(found.route)],
            printed_at=now(),
        )
    return printing.answer(printing.pdf(html), f"fiche-de-liaison-{found.public_id}")


def place_of(form: LiaisonForm) -> str:
    """Return the commune whose clock a form is signed by."""
    known = form.siae or form.sender
    return known.insee if known else ""


def review_or_404(public_id: str) -> ExitReview:
    """Return an exit review that this person may read."""
    mine = exit_reviews.of_person(g.person)
    return next((one for one in mine if one.public_id == public_id.lower()), None) or abort(404)


@bp.route("/bilans/<public_id>", methods=["GET", "POST"])
@person_only
def review(public_id: str) -> ResponseReturnValue:
    """Show my exit review; keep that I sign it, or do not, with my remark."""
    found, form = review_or_404(public_id), AnswerForm()
    if form.validate_on_submit() and form.answer:
        exit_reviews.answer(
            found, form.answer, form.remark.data, form.seen, now(), by=together.helper()
        )
        db.session.commit()
        flash(_("C’est noté."))
        return redirect(url_for(".review", public_id=found.public_id), 303)
    answer = render("pathways/own_review.html", form=form, **told(found))
    answer.status_code = 422 if form.is_submitted() else 200
    return answer


def told(found: ExitReview) -> dict[str, Any]:
    """Return what an exit review says to its person."""
    version = exit_reviews.told(found)
    return {
        "contract": found.contract,
        "review": found,
        "version": version,
        "until": answer_until(found),
        "changes": version is not None and version.number != found.version,
        "pdf": printing.available(),
        "words": own_paper_words,
    }


def answer_until(found: ExitReview) -> datetime | None:
    """Return until when someone whom nobody accompanies answers before the words stand."""
    ends = work_rules.silence_ends(exit_reviews.signed(found))
    return ends if ends is not None and not exit_reviews.is_frozen(found, now()) else None


@bp.get("/bilans/<public_id>/pdf")
@person_only
def review_pdf(public_id: str) -> Response:
    """Give my exit review as it stands on paper."""
    found = review_or_404(public_id)
    with speaking(""):
        html = render_template(
            "pathways/desk/review_paper.html",
            contract=found.contract,
            person=found.contract.person,
            review=exit_reviews.told(found),
            second=review_words.second(found, now()),
            words=work_words,
            insee=found.contract.organisation.insee,
        )
    return printing.answer(printing.pdf(html), f"bilan-{found.contract.public_id}")
