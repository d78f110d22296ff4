"""A person asks for help, and follows what comes of it."""

from typing import Any

from flask import Blueprint, Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import public
from webapp.accounts import devices
from webapp.applications.actions import NoRequest
from webapp.applications.rules import reference
from webapp.clock import now
from webapp.extensions import db, limiter
from webapp.helping import actions, asking, desk, queries, table
from webapp.helping.enums import Need
from webapp.helping.forms import CallMeForm, TownForm
from webapp.helping.models import HelpRequest
from webapp.helping.rules import Spot
from webapp.helping.words import NEEDS, PATHS, PICTURES, Asked
from webapp.htmx import render
from webapp.offers.words import day_text
from webapp.pages.nearby import Nearby
from webapp.people.models import Person
from webapp.places.queries import commune, nearest_commune
from webapp.pwa.keeping import kept_on_own_phone
from webapp.pwa.once import once

bp = Blueprint("helping", __name__)
bp.register_blueprint(desk.bp)
bp.register_blueprint(table.bp)
# Forty people behind one address press without being stopped; a machine is.
from_one_address = limiter.limit("60 per minute; 600 per hour", methods=["POST"])


@bp.route(f"/aide/demander/<any({','.join(PATHS)}):path>", methods=["GET", "POST"])
@public
@from_one_address
@once
def call_me(path: str) -> ResponseReturnValue:
    """Ask whom to call; someone who is signed in has nothing to write."""
    person = devices.person()
    known = person if person is not None and person.phone else None
    form = TownForm(data=near(known)) if known else CallMeForm(data=near(None))
    if form.validate_on_submit():
        return send(PATHS[path], form, known)
    page = render(
        "helping/call_me.html",
        form=form,
        person=known,
        need=NEEDS[PATHS[path]],
        picture_of=PICTURES[PATHS[path]],
        back=url_for("pages.help_near", **carried()),
        day=day_text(asking.due_on("", now())),
    )
    return page, 422 if form.errors else 200


def send(need: Need, form: TownForm, person: Person | None) -> ResponseReturnValue:
    """Make the request and lead to the page that says who answers."""
    call = asking.Call(
        need=need,
        first_name=person.first_name if person else form["first_name"].data,
        phone=str(person.phone) if person else form["phone"].data,
        spot=spot(form),
        person=person,
    )
    made = asking.ask(call, now())
    db.session.commit()
    return redirect(url_for(".asked", public_id=made.public_id), code=303)


def spot(form: TownForm) -> Spot | None:
    """Return where the person is: the commune they wrote, else their position in the address."""
    town = form.found
    point = Nearby(request.args).point
    if town is None and point is not None:
        town = nearest_commune(*point)
    return queries.spot(town.insee, town.lat, town.lon) if town else None


def near(known: Person | None) -> dict[str, str]:
    """Return the town in the address, to be shown again; else that of someone known.

    The position of the phone is where they are now: no town is put in its place.
    """
    here = Nearby(request.args)
    if here.where or here.point is not None or known is None:
        return {"town": here.where}
    spot = queries.spot_of(known)
    town = commune(spot.insee) if spot else None
    return {"town": town.name if town else ""}


def carried() -> dict[str, Any]:
    """Return the place in the address, for the way back."""
    return {name: request.args[name] for name in ("ou", "lat", "lon") if name in request.args}


@bp.get("/aide/demande/<public_id>")
@public
@kept_on_own_phone
def asked(public_id: str) -> ResponseReturnValue:
    """Say where a request for help stands, and who answers."""
    found = known_request(public_id)
    page = render(
        "helping/asked.html", asked=Asked(found, now()), reference=reference(found.public_id)
    )
    return unshared(page)


@bp.post("/aide/demande/<public_id>/annuler")
@public
@from_one_address
@once
def cancel(public_id: str) -> ResponseReturnValue:
    """Take a request back."""
    found = known_request(public_id)
    actions.withdraw(found, now())
    db.session.commit()
    return redirect(url_for(".asked", public_id=found.public_id), code=303)


def known_request(public_id: str) -> HelpRequest:
    """Return a request by the name that only its person knows, or say that there is none."""
    found = queries.named(public_id)
    if found is None:
        raise NoRequest
    return found


def unshared(page: Response) -> Response:
    """Keep a page about one person out of caches and of search engines."""
    page.headers["Cache-Control"] = "no-store, private"
    page.headers["X-Robots-Tag"] = "noindex"
    return page
