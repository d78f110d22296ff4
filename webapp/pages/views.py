"""Home, and the pages that say what is true of the product."""

from datetime import date

from flask import Blueprint, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import public
from webapp.accounts import devices
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import address_language
from webapp.jobs.queries import families
from webapp.offers.words import date_text
from webapp.pages import choosing
from webapp.pages import patterns as examples
from webapp.pages.nearby import Nearby
from webapp.reading import keep

bp = Blueprint("pages", __name__)
CHECKED_ON = date(2026, 11, 21)  # when we last looked at every page against the rules ourselves


@bp.get("/")
@public
def home() -> ResponseReturnValue:
    """Choose a work by picture or by word, and a place."""
    return render("pages/home.html", families=families())


@bp.get("/reglages")
@public
def settings() -> ResponseReturnValue:
    """Choose how to read."""
    return render(
        "pages/settings.html",
        groups=list(choosing.groups()),
        switches=choosing.switches(),
        kept=request.args.get("garde") == "oui",
    )


@bp.post("/reglages")
@public
def keep_settings() -> ResponseReturnValue:
    """Keep how to read in this browser and, where someone is signed in, with them."""
    chosen = choosing.chosen(request.form, address_language().prefix)
    person = devices.person()
    if person is not None:
        person.settings, person.language = chosen.settings, chosen.language
        db.session.commit()
    answer = redirect(url_for("pages.settings", garde="oui"), 303)
    return keep(make_response(answer), chosen)


@bp.get("/aide")
@public
def help_near() -> ResponseReturnValue:
    """Find a human near a place."""
    return render("pages/help_near.html", nearby=Nearby(request.args))


@bp.get("/confidentialite")
@public
def privacy() -> ResponseReturnValue:
    """Say what is kept, who sees it, and until when."""
    return render("pages/privacy.html")


@bp.get("/accessibilite")
@public
def accessibility() -> ResponseReturnValue:
    """Say what was checked, by whom, and how to complain."""
    return render("pages/accessibility.html", checked_on=date_text(CHECKED_ON))


@bp.get("/mentions-legales")
@public
def legal() -> ResponseReturnValue:
    """Say who runs this instance."""
    return render("pages/legal.html")


@bp.get("/patterns")
@public
def patterns() -> ResponseReturnValue:
    """Show every component with real-looking content, for those who build pages."""
    return render("pages/patterns.html", examples=examples, form=examples.filled())
