"""The evaluation of a convention: acts by article over a period, on screen, on paper, as a CSV."""

from datetime import date
from typing import Any

from flask import Blueprint, Response, g, render_template, request
from flask.typing import ResponseReturnValue

from webapp.access import staff_only
from webapp.clock import now, today
from webapp.htmx import render
from webapp.network import evaluation, words
from webapp.network.forms import PeriodForm
from webapp.paper import printing
from webapp.spreadsheets import csv_of

bp = Blueprint("evaluation", __name__, url_prefix="/structure/actions")


def asked() -> PeriodForm:
    """Return the period of the address; this year until today where it says none."""
    form = PeriodForm(request.args)
    form.begin.data = form.begin.data or date(today().year, 1, 1)
    form.end.data = form.end.data or today()
    return form


def told(form: PeriodForm) -> dict[str, Any]:
    """Return what an evaluation says, on the screen and on paper alike."""
    begin, end = form.begin.data, form.end.data
    return {
        "articles": evaluation.articles(g.staff.organisation_id, begin, end),
        "organisation": g.staff.organisation,
        "begin": begin,
        "end": end,
        "words": words,
    }


@bp.get("/evaluation")
@staff_only
def show() -> ResponseReturnValue:
    """Show the acts of a period by article."""
    form = asked()
    answer = render("network/evaluation.html", form=form, pdf=printing.available(), **told(form))
    answer.status_code = 200 if form.is_right() else 422
    return answer


@bp.get("/evaluation.pdf")
@staff_only
def pdf() -> Response:
    """Make the paper of an evaluation."""
    html = render_template("network/evaluation_paper.html", **told(asked()), printed_at=now())
    return printing.answer(printing.pdf(html), "evaluation")


@bp.get("/evaluation.csv")
@staff_only
def as_csv() -> Response:
    """Give an evaluation as a CSV."""
    known = told(asked())
    name = f"evaluation-{known['begin']}-{known['end']}"
    return csv_of(evaluation.csv_lines(known["articles"]), name)
