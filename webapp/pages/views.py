"""Home, and the pages that say what is true of the product."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from webapp.access import public
from webapp.htmx import render
from webapp.jobs.queries import families

bp = Blueprint("pages", __name__)


@bp.get("/")
@public
def home() -> ResponseReturnValue:
    """Choose a work by picture or by word, and a place."""
    return render("pages/home.html", families=families())
