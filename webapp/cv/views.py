"""A person's CV: made from choices, looked at, printed, forgotten."""

from flask import Blueprint, Response, g, url_for
from flask.typing import ResponseReturnValue

from webapp.access import person_only
from webapp.cv import beside, pages
from webapp.cv.pages import Desk
from webapp.i18n import gettext as _

bp = Blueprint("cv", __name__)
bp.register_blueprint(beside.bp)
STEP = "any(familles, metiers, taches, pratique):step"


def own() -> Desk:
    """Return the desk of the person who is here."""
    return Desk(
        g.person, "base.html", address, (_("Mon suivi"), url_for("applications.following.index"))
    )


def address(part: str = "") -> str:
    """Return the address of my CV, or of a part of it."""
    named = {"": ".mine", "pdf": ".paper", "effacer": ".forget"}
    return url_for(named[part]) if part in named else url_for(".ask", step=part)


@bp.get("/moi/cv")
@person_only
def mine() -> Response:
    """Show my CV as it stands."""
    return pages.show(own())


@bp.route(f"/moi/cv/<{STEP}>", methods=["GET", "POST"])
@person_only
def ask(step: str) -> ResponseReturnValue:
    """Answer one page of questions."""
    return pages.ask(own(), step)


@bp.get("/moi/cv.pdf")
@person_only
def paper() -> ResponseReturnValue:
    """Give my CV as a PDF."""
    return pages.pdf(own())


@bp.post("/moi/cv/effacer")
@person_only
def forget() -> ResponseReturnValue:
    """Let nothing of my CV stay."""
    return pages.forget(own())
