"""Beside the person: a session of two on my screen or on their phone, and its end."""

from flask import Blueprint, Response, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import adviser_only, local, person_only, public
from webapp.accounts import cards, together
from webapp.accounts.enums import Place
from webapp.accounts.models import Together
from webapp.accounts.paper import square
from webapp.clock import now, today
from webapp.errors import Refused
from webapp.extensions import db, limiter
from webapp.followup import timeline
from webapp.followup.enums import Happened, Readers
from webapp.followup.forms import TogetherForm
from webapp.htmx import render
from webapp.i18n import LANGUAGES
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.people.beside.agreeing import knows_birthday
from webapp.people.beside.desk import person_or_404
from webapp.people.beside.recovering import shows_card
from webapp.people.display import clock_text
from webapp.people.enums import Checked
from webapp.people.models import Person
from webapp.people.viewing import has_agreed

bp = Blueprint("together", __name__)
limited = limiter.limit("60 per minute; 600 per hour", methods=["POST"])


class NotAgreed(Refused):
    """Nothing is done for someone who did not agree."""

    title = _l("Il faut d’abord l’accord de la personne")
    advice = _l("Demandez-le à la page « Accord et carte », puis revenez.")
    code = 409


@bp.app_template_global("in_two")
def in_two() -> tuple[Together, str] | None:
    """Return the session of two that this page is shown in, and the hour at which it closes."""
    row = together.current() if together.COOKIE in request.cookies else None
    if row is None or g.get("device") is not row.device:
        return None
    return row, clock_text(row.device.expires_at)


@bp.route("/conseiller/suivi/<public_id>/ensemble", methods=["GET", "POST"])
@adviser_only
@limited
def begin(public_id: str) -> ResponseReturnValue:
    """Ask how I know who sits here, and where we look; then open their pages for some minutes."""
    person, form = person_or_404(public_id), TogetherForm()
    if not has_agreed(g.staff, person, today()):
        raise NotAgreed
    form.offer(birthday=bool(person.birthday_hash), card=cards.current(person) is not None)
    if not form.validate_on_submit() or not is_known(person, form):
        db.session.commit()  # the wrong tries
        answer = render("followup/desk/together.html", person=person, form=form)
        answer.status_code = 422 if form.errors else 200
        return answer
    return opened(person, Place(form.place.data), first_page(person))


def is_known(person: Person, form: TogetherForm) -> bool:
    """Return whether it is this person; say in the form what is not so."""
    if form.checked.data == Checked.BIRTHDAY:
        if not knows_birthday(person, form.birthday.data or ""):
            form.birthday.errors = [_("Ce n’est pas le jour de la fiche. Vérifiez ensemble.")]
    elif form.checked.data == Checked.CARD and not shows_card(person, form.card.data or ""):
        form.card.errors = [_("Ce n’est pas le code de sa carte. Vérifiez ensemble.")]
    return not form.errors


def opened(person: Person, place: Place, page: str) -> ResponseReturnValue:
    """Open a session of two, and show the person's page, or the square for their phone."""
    token = together.begin(person, g.staff, place, now())
    facts = {"by": g.staff, "readers": Readers.PERSON}
    timeline.record(person, Happened.BESIDE, now(), place=str(place), **facts)
    db.session.commit()
    if place is Place.SCREEN:
        return redirect(page, 303)
    link = f"{together.link(token)}?suite={page}"
    return render("followup/desk/square.html", person=person, square=square(link), link=link)


def first_page(person: Person) -> str:
    """Return the person's own first page, in the language that they read."""
    known = person.language and person.language in LANGUAGES
    return f"/{person.language}/suivi" if known else "/suivi"


@bp.post("/conseiller/suivi/<public_id>/ensemble/telephone")
@adviser_only
@limited
def carry_on(public_id: str) -> ResponseReturnValue:
    """Show the square that takes the page of the session on my screen to the person's phone."""
    person, row = person_or_404(public_id), together.current()
    if row is None or row.person_id != person.id or row.account_id != g.staff.id:
        raise together.OnTheirOwn
    return opened(person, Place.PHONE, local(request.form.get("suite")) or first_page(person))


@bp.get("/conseiller/suivi/<public_id>/ensemble/fini")
@adviser_only
def over(public_id: str) -> ResponseReturnValue:
    """Say that nothing stays on this screen, and print the card."""
    person = person_or_404(public_id)
    asks = cards.needs_birthday(person)
    return render("followup/desk/over.html", person=person, asks_birthday=asks)


@bp.route("/avec/<token>", methods=["GET", "POST"])
@public
@limited
def join(token: str) -> ResponseReturnValue:
    """Show a button on the person's phone; pressed, their pages open there for some minutes."""
    row = together.waiting(token, now())
    if row is None:
        raise together.LinkOver
    if request.method == "GET":
        name = row.account.first_name if row.account else ""
        return alone(render("followup/own/join.html", name=name, token=token))
    together.take_up(row, now())
    db.session.commit()
    return redirect(local(request.args.get("suite")) or "/suivi", 303)


def alone(answer: Response) -> Response:
    """Keep the page of a link nowhere."""
    answer.cache_control.no_store = True
    return answer


@bp.post("/suivi/ensemble/fin")
@person_only
def end() -> ResponseReturnValue:
    """End the session of two, and go back to the adviser's page, or home on a phone."""
    row = together.current()
    if row is None:
        return redirect(url_for("applications.following.index"), 303)
    name = g.person.public_id
    together.end(row, now())
    db.session.commit()
    if row.place == Place.PHONE:
        return redirect(url_for("pages.home"), 303)
    return redirect(url_for(".over", public_id=name), 303)
