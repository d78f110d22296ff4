"""Someone's record, with what can be done beside them; each part has a file."""

from flask import Blueprint, g
from flask.typing import ResponseReturnValue

from webapp.access import adviser_only
from webapp.accounts import cards
from webapp.clock import PARIS, now, today
from webapp.htmx import render
from webapp.people import beside_texts, consents, merging, recovery, words
from webapp.people import queries as agreements
from webapp.people.beside import agreeing, merging_pages, papers, recovering, registering
from webapp.people.beside.desk import person_or_404
from webapp.people.beside.forms import AgreeForm, CardMakeForm
from webapp.people.models import Consent, Person
from webapp.people.rules import ConsentState
from webapp.people.viewing import visible

bp = Blueprint("beside", __name__, url_prefix="/conseiller")
for part in (agreeing, merging_pages, papers, recovering, registering):
    bp.register_blueprint(part.bp)


@bp.get("/personnes/<public_id>")
@adviser_only
def person(public_id: str) -> ResponseReturnValue:
    """Show someone in the fewest facts, with what can be done beside them."""
    return render_person(person_or_404(public_id))


def render_person(
    found: Person, agree: AgreeForm | None = None, make: CardMakeForm | None = None
) -> ResponseReturnValue:
    """Show a person's page; 422 when a form of it needs another look."""
    answer = render(
        "people/beside/person.html",
        person=found,
        agreement=agreement(found),
        card=cards.current(found),
        asks_birthday=cards.needs_birthday(found),
        change=recovery.pending(found, now()),
        twins=merging.twins(found, visible(g.staff, today())),
        agree=agree or AgreeForm(formdata=None),
        make=make or CardMakeForm(formdata=None),
        since=found.created_at.astimezone(PARIS).date(),
        words=words,
        moment=beside_texts.moment,
        ConsentState=ConsentState,
    )
    if (agree and agree.errors) or (make and make.errors):
        answer.status_code = 422
    return answer


def agreement(found: Person) -> tuple[Consent, ConsentState] | None:
    """Return the last word of a person to my organisation, and where it stands."""
    mine = [
        (one, consents.state(one, now()))
        for one in agreements.of_person(found)
        if one.organisation_id == g.staff.organisation_id
    ]
    holding = [pair for pair in mine if pair[1] == ConsentState.OPEN]
    return next(iter(holding or mine), None)
