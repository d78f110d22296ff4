"""Home, and the pages that say what is true of the product."""

from datetime import date

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    make_response,
    redirect,
    request,
    send_file,
    url_for,
)
from flask.typing import ResponseReturnValue

from webapp.access import public
from webapp.accounts import devices
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import address_language
from webapp.jobs.queries import families
from webapp.offers.links import qr_code
from webapp.offers.words import date_text
from webapp.pages import choosing, news, signing
from webapp.pages import patterns as examples
from webapp.pages.nearby import Nearby
from webapp.people import processings
from webapp.reading import keep

bp = Blueprint("pages", __name__)
LONGEST_CODED = 500  # characters of an address that a phone still reads from afar
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
        films=signing.films(),
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


@bp.get("/code.svg")
@public
def code() -> ResponseReturnValue:
    """Draw the code that opens one of our pages on a phone, for a television."""
    page = request.args.get("page", "")
    if not page.startswith("/") or len(page) > LONGEST_CODED:
        abort(404)
    address = f"{current_app.config['PUBLIC_URL']}{request.script_root}{page}"
    drawn = str(qr_code(address)).replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return Response(drawn, mimetype="image/svg+xml")


@bp.get("/lsf/<name>")
@public
def film(name: str) -> ResponseReturnValue:
    """Show a page told in French sign language."""
    found = signing.film(name)
    if found is None:
        abort(404)
    back_to = request.args.get("retour", "")
    known = back_to.startswith("/") and not back_to.startswith(("//", "/\\"))
    root = request.script_root
    return render(
        "pages/film.html", film=found, back_to=root + back_to if known else url_for("pages.home")
    )


@bp.get("/lsf/<name>.<any(mp4, vtt, jpg):kind>")
@public
def film_file(name: str, kind: str) -> ResponseReturnValue:
    """Send a part of a film, in pieces where a player asks for pieces."""
    found = signing.film(name)
    if found is None or not found.has(kind):
        abort(404)
    path = found.path.with_suffix(f".{kind}")
    return send_file(path, signing.KINDS[kind], conditional=True, max_age=0)


@bp.get("/aide")
@public
def help_near() -> ResponseReturnValue:
    """Find a human near a place."""
    place = {name: request.args[name] for name in ("ou", "lat", "lon") if request.args.get(name)}
    return render("pages/help_near.html", nearby=Nearby(request.args), place=place)


@bp.get("/confidentialite")
@public
def privacy() -> ResponseReturnValue:
    """Say what is kept, who sees it, and until when."""
    return render(
        "pages/privacy.html",
        processings=processings.PROCESSINGS,
        grounds=processings.GROUNDS,
        controllers=processings.CONTROLLERS,
    )


@bp.get("/accessibilite")
@public
def accessibility() -> ResponseReturnValue:
    """Say what was checked, by whom, and how to complain."""
    return render("pages/accessibility.html", checked_on=date_text(CHECKED_ON))


@bp.get("/nouveautes")
@public
def what_changed() -> ResponseReturnValue:
    """Say what has changed, in plain words."""
    return render("pages/news.html", news=news.NEWS, date_text=date_text)


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
