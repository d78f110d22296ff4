"""The CV of someone, made and printed beside them by an adviser who may see them."""

from flask import Blueprint, Response, g, url_for
from flask.typing import ResponseReturnValue

from webapp.access import adviser_only
from webapp.clock import now
from webapp.cv import pages, rules
from webapp.cv.pages import Desk
from webapp.people import journal
from webapp.people.beside import desk as people
from webapp.people.enums import Act

bp = Blueprint("beside", __name__, url_prefix="/conseiller/personnes/<public_id>")
NAMED = {"": ".show", "pdf": ".paper", "effacer": ".forget"}
STEP = "any(familles, metiers, taches, pratique):step"


def desk_of(public_id: str) -> Desk:
    """Return the desk of someone this adviser may see, once that is noted."""
    person = people.person_or_404(public_id)

    def address(part: str = "") -> str:
        if part in rules.STEPS:
            return url_for(".ask", public_id=person.public_id, step=part)
        return url_for(NAMED[part], public_id=person.public_id)

    def changed() -> object:
        return journal.note(person, Act.CHANGED, account=g.staff, now=now(), kind="cv")

    name = f"{person.first_name} {person.last_name}".strip()
    return Desk(person, "pro.html", address, (name, people.address(person)), changed, g.staff)


@bp.get("/cv")
@adviser_only
def show(public_id: str) -> Response:
    """Show someone's CV as it stands."""
    return pages.show(desk_of(public_id))


@bp.route(f"/cv/<{STEP}>", methods=["GET", "POST"])
@adviser_only
def ask(public_id: str, step: str) -> ResponseReturnValue:
    """Answer one page of questions with them."""
    return pages.ask(desk_of(public_id), step)


@bp.get("/cv.pdf")
@adviser_only
def paper(public_id: str) -> ResponseReturnValue:
    """Give their CV as a PDF to print."""
    return pages.pdf(desk_of(public_id))


@bp.post("/cv/effacer")
@adviser_only
def forget(public_id: str) -> ResponseReturnValue:
    """Let nothing of their CV stay, because they ask."""
    return pages.forget(desk_of(public_id))
