"""“Prévenez-moi”: leave a number for a work and a place; stop it from one's own page."""

from flask import Blueprint, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from webapp.access import person_only, public
from webapp.accounts import devices
from webapp.alerts import actions, queries
from webapp.alerts.actions import Wish
from webapp.alerts.forms import ANY_WORK, WORKS, AlertForm, WorkForm
from webapp.applications.rules import last_digits
from webapp.clock import now, today
from webapp.extensions import db, limiter
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.jobs.queries import families
from webapp.offers import links
from webapp.offers.results import Results
from webapp.people.models import Person

bp = Blueprint("alerts", __name__)


@bp.route("/prevenez-moi", methods=["GET", "POST"])
@public
@limiter.limit("20 per hour", methods=["POST"])
def ask() -> ResponseReturnValue:
    """Ask whom to tell about this search; without a place, send back to say it."""
    asked = search()
    results = Results(links.finding(asked), today())
    spot = results.finding.spot
    if spot is None or spot.commune is None:
        return redirect(links.back_to_results(asked), code=303)
    person = signed_in()
    form = (AlertForm if results.understood else WorkForm)(data=known(person))
    if not form.validate_on_submit():
        return shown(form, results)
    wish = Wish(
        phone=form.phone.data or "",
        first_name=form.first_name.data,
        family=results.asked.family,
        word=results.finding.word,
        needs=results.asked.needs,
        insee=spot.commune.insee,
    )
    alert = actions.ask(wish, now(), person)
    db.session.commit()
    wanted = "oui" if alert.confirmed_at else last_digits(wish.phone)
    return redirect(url_for(".asked", fin=wanted, **links.search_arguments(asked)), code=303)  # type: ignore[arg-type]


def search() -> MultiDict[str, str]:
    """Return the search of the address; a work shown by its picture stands for its words."""
    asked = request.args.copy()
    work = request.form.get("metier", "")
    if work in WORKS:
        asked.poplist("mot")
        asked["metier"] = work
    return asked


def shown(form: AlertForm, results: Results) -> ResponseReturnValue:
    """Show the form, with the pictures where the word says no work."""
    pictures = {family.key: family.picture for family in families()} | {ANY_WORK: "grid"}
    page = render("alerts/ask.html", form=form, results=results, pictures=pictures)
    return page, 422 if form.errors else 200


@bp.get("/prevenez-moi/merci")
@public
def asked() -> ResponseReturnValue:
    """Say that a question left by SMS, or that all is done."""
    end = request.args.get("fin", "")
    digits = end if end.isdecimal() and len(end) == 2 else ""
    return render("alerts/asked.html", digits=digits, results=links.back_to_results(request.args))


@bp.post("/moi/alertes/<public_id>/arreter")
@person_only
def stop(public_id: str) -> ResponseReturnValue:
    """End one of one's own alerts."""
    mine = [one for one in queries.of_person(g.person) if one.public_id == public_id]
    if not mine:
        abort(404)
    actions.end(mine)
    db.session.commit()
    flash(_("C’est arrêté."))
    return redirect(url_for("people.me"), code=303)


def signed_in() -> Person | None:
    """Return who is signed in here for good, if someone is."""
    device = devices.current()
    return device.person if device and device.confirmed_at else None


def known(person: Person | None) -> dict[str, str | None]:
    """Return what needs not be typed again."""
    return {"phone": person.phone, "first_name": person.first_name} if person else {}
