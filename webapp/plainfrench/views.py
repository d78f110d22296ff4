"""The page of words, each with one simple sentence."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from webapp.access import public
from webapp.htmx import render
from webapp.plainfrench import queries

bp = Blueprint("plainfrench", __name__)
bp.add_app_template_filter(queries.terms_in, "glossed")


@bp.get("/glossaire")
@public
def glossary() -> ResponseReturnValue:
    """Read what the words of work and rights mean."""
    return render("plainfrench/glossary.html", terms=queries.terms())
