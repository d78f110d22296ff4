"""Pages of information meetings: find one, take a seat, give it back."""

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp import clock
from webapp.access import public
from webapp.accounts import devices
from webapp.applications.rules import plain
from webapp.errors import Refused
from webapp.extensions import db, limiter
from webapp.gatherings import actions, beside, desk, queries
from webapp.gatherings.actions import Wish
from webapp.gatherings.display import Shown
from webapp.gatherings.enums import SeatState
from webapp.gatherings.forms import SeatForm
from webapp.gatherings.models import Gathering, Seat
from webapp.htmx import render
from webapp.i18n import lazy_gettext as _l
from webapp.offers import links
from webapp.offers.results import Results
from webapp.people.models import Person
from webapp.pwa.keeping import kept_on_own_phone
from webapp.pwa.once import once

bp = Blueprint("gatherings", __name__)
for part in (desk, beside):
    bp.register_blueprint(part.bp)
from_one_address = limiter.limit("60 per minute; 600 per hour", methods=["POST"])


class NoSeat(Refused):
    """Nobody has a seat of this name, or it is no longer kept."""

    title = _l("Cette place n’existe pas, ou elle a été effacée")
    advice = _l("Regardez si l’adresse est juste, ou appelez-nous.")
    code = 404


@bp.get("/reunions")
@public
def index() -> ResponseReturnValue:
    """List the meetings to come: near a place where one is given, else the next ones."""
    results = Results(links.finding(request.args), clock.today())
    spot, moment = results.finding.spot, clock.now()
    found = queries.near(spot.lat, spot.lon, moment) if spot else queries.next_ones(moment)
    held = queries.counts([one.id for one, _metres in found])
    return render(
        "gatherings/index.html",
        results=results,
        meetings=[Shown(one, held.get(one.id, 0), metres) for one, metres in found],
    )


@bp.route("/reunions/<public_id>", methods=["GET", "POST"])
@public
@from_one_address
@once
def show(public_id: str) -> ResponseReturnValue:
    """Show a meeting, and take a seat in it."""
    gathering, person = gathering_or_404(public_id), devices.person()
    form = SeatForm(data=known(person))
    if form.validate_on_submit():
        seat = actions.take(gathering, wish(form, person), clock.now())
        db.session.commit()
        return redirect(url_for(".seat", public_id=seat.public_id), code=303)
    shown = Shown(gathering, queries.held(gathering.id))
    page = render(
        "gatherings/show.html", meeting=shown, form=form, is_open=gathering.is_open(clock.now())
    )
    return page, 422 if form.errors else 200


def gathering_or_404(public_id: str) -> Gathering:
    """Return a meeting."""
    return queries.gathering(public_id.lower()) or abort(404)


def known(person: Person | None) -> dict[str, str | None]:
    """Return what needs not be typed again."""
    return {"first_name": person.first_name, "phone": person.phone} if person else {}


def wish(form: SeatForm, person: Person | None) -> Wish:
    """Return who wants a seat: the person signed in here, where it is for them."""
    own = person is not None and person.phone == form.phone.data
    is_theirs = own and plain(form.first_name.data) == plain(person.first_name if person else "")
    who = person if is_theirs else None
    return Wish(first_name=form.first_name.data, phone=str(form.phone.data), person=who)


@bp.get("/reunions/places/<public_id>")
@public
@kept_on_own_phone
def seat(public_id: str) -> ResponseReturnValue:
    """Say where a seat stands, and give it back in one press."""
    found, moment = seat_or_refuse(public_id), clock.now()
    page = render(
        "gatherings/seat.html",
        seat=found,
        meeting=Shown(found.gathering),
        is_open=found.gathering.is_open(moment),
        states=SeatState,
    )
    page.headers["Cache-Control"] = "no-store, private"
    page.headers["X-Robots-Tag"] = "noindex"
    return page


@bp.post("/reunions/places/<public_id>/rendre")
@public
@from_one_address
@once
def give_up(public_id: str) -> ResponseReturnValue:
    """Give a seat back: someone who waits has it."""
    found = seat_or_refuse(public_id)
    actions.give_up(found, clock.now())
    db.session.commit()
    return redirect(url_for(".seat", public_id=found.public_id), code=303)


def seat_or_refuse(public_id: str) -> Seat:
    """Return a seat by the name that only its person knows, or say that there is none."""
    found = queries.seat(public_id.lower())
    if found is None:
        raise NoSeat
    return found
