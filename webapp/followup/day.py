"""My day: what waits for me; and my people, by lists or by first letters."""

from itertools import groupby

from flask import Blueprint, abort, g, request
from flask.typing import ResponseReturnValue

from webapp.access import pathway_only
from webapp.accounts import roles
from webapp.clock import now, today
from webapp.followup import display, search
from webapp.followup.due import KINDS, Due, waiting
from webapp.followup.forms import FindForm
from webapp.followup.search import Lists
from webapp.htmx import render
from webapp.i18n import lazy_gettext as _l
from webapp.offers.words import day_text
from webapp.people import journal
from webapp.people.models import Person

bp = Blueprint("day", __name__, url_prefix="/conseiller")
SHOWN = 60
PARTS = {
    "late": _l("En retard"),
    "today": _l("Aujourd’hui"),
    "soon": _l("Bientôt"),
    "any": _l("Quand vous pouvez"),
}
LISTS = {
    Lists.MINE: _l("Mes personnes"),
    Lists.SILENT: _l("Sans nouvelles depuis 30 jours"),
    Lists.ALONE: _l("Sans suivi"),
    Lists.ALL: _l("Toute ma structure"),
}


@bp.get("/")
@pathway_only
def index() -> ResponseReturnValue:
    """Show what is due, late, or waiting for me; a lead may ask for the whole structure's."""
    everyone = g.staff.role == "lead" and request.args.get("pour") == "structure"
    found = waiting(g.staff, now(), everyone=everyone)
    shown = found[:SHOWN]
    journal.listed_now(people_of(shown))
    return render(
        "followup/desk/day.html",
        parts=by_part(shown),
        titles=PARTS,
        kinds=KINDS,
        on=today(),
        further=len(found) - len(shown),
        everyone=everyone,
        advises=roles.opens("adviser_only", g.staff),
        form=FindForm(formdata=None),
        when=display.when,
        day_text=day_text,
        mine=search.count(Lists.MINE, g.staff, now()),
    )


def people_of(found: list[Due]) -> list[Person]:
    """Return the people named in a list, each once."""
    return list({one.person.id: one.person for one in found if one.person}.values())


def by_part(found: list[Due]) -> list[tuple[str, list[Due]]]:
    """Return what waits in its parts: late, today, soon, any day."""
    ordered = sorted(found, key=lambda one: list(PARTS).index(display.part(one, today())))
    return [(key, list(same)) for key, same in groupby(ordered, lambda one: part(one))]


def part(one: Due) -> str:
    """Return in which part something stands today."""
    return display.part(one, today())


@bp.get("/personnes")
@pathway_only
def people() -> ResponseReturnValue:
    """Show a list of people, the last active first."""
    chosen = request.args.get("liste", Lists.MINE)
    if chosen not in set(Lists):
        abort(404)
    page = min(max(request.args.get("page", 1, int), 1), 10**4)
    found, more = search.listed(Lists(chosen), g.staff, now(), page)
    journal.listed_now(found)
    return show(FindForm(formdata=None), found, more, chosen=chosen, page=page)


@bp.post("/personnes")
@pathway_only
def find() -> ResponseReturnValue:
    """Find people; what is looked for is posted: in an address it would stay in logs."""
    form = FindForm()
    typed = (form.typed.data or "")[:60]
    found, more = search.found(typed, g.staff, today())
    journal.listed_now(found)
    return show(form, found, more, typed=typed)


def show(
    form: FindForm, found: object, more: bool, *, chosen: str = "", typed: str = "", page: int = 1
) -> ResponseReturnValue:
    """Show some people, and the ways to others."""
    return render(
        "followup/desk/people.html",
        advises=roles.opens("adviser_only", g.staff),
        form=form,
        people=found,
        more=more,
        chosen=chosen,
        typed=typed,
        page=page,
        lists=LISTS,
    )
