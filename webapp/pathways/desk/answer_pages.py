"""Answers to “is it for me?”, read by an adviser: from a code, or as the person gave them."""

from typing import Any

from flask import Blueprint, Response, g, request
from flask.typing import ResponseReturnValue

from webapp.access import adviser_only, pathway_only
from webapp.clock import today
from webapp.htmx import render
from webapp.pathways import concerned, shared
from webapp.pathways.desk.approval_pages import person_or_404
from webapp.pathways.desk.liaison_words import criterion, proof

bp = Blueprint("answers", __name__)


@bp.get("/reponses")
@adviser_only
def find() -> ResponseReturnValue:
    """Ask for the code that someone shows; a wrong one is said kindly."""
    typed = request.args.get("code", "")
    return page(typed) if typed else render("pathways/desk/answers.html", signs=None, typed="")


@bp.get("/reponses/<code>")
@adviser_only
def read(code: str) -> ResponseReturnValue:
    """Show the answers that a code holds: of whom, only who shows it knows."""
    return page(code)


def page(typed: str) -> Response:
    """Show the answers of a code, or say that it is none."""
    signs = concerned.signs_of(typed)
    answer = render("pathways/desk/answers.html", typed=typed, **told(signs))
    answer.status_code = 200 if signs is not None else 404
    return answer


def told(signs: tuple[concerned.Sign, ...] | list[concerned.Sign] | None) -> dict[str, Any]:
    """Return what the page says of answers: each with the criteria and the proofs to look at."""
    return {
        "signs": signs,
        "sentences": concerned.SENTENCES,
        "criteria": {
            one: [(criterion(key), proof(key)) for key in concerned.CRITERIA[one]]
            for one in signs or ()
        },
    }


@bp.get("/personnes/<public_id>/reponses")
@pathway_only
def of_person(public_id: str) -> ResponseReturnValue:
    """Show the answers that someone gave to my organisation, where they did."""
    person = person_or_404(public_id)
    found = shared.with_account(person, g.staff, today())
    given = shared.read(found, person, g.staff) if found else None
    return render("pathways/desk/answers.html", typed="", person=person, **told(given))
