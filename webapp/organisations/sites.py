"""What a structure says of itself: its words, its address, its other places, when they are open."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, abort, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from webapp.access import lead_only
from webapp.clock import now
from webapp.employers import words as week_words
from webapp.extensions import db
from webapp.htmx import render
from webapp.i18n import gettext as _
from webapp.offers.words import week_sentences
from webapp.organisations import own, queries, towns
from webapp.organisations.forms import FactsForm, HoursForm, SiteForm
from webapp.organisations.kinds import LABELS
from webapp.organisations.models import Organisation, Site

bp = Blueprint("sites", __name__)


def facts_form(place: Organisation | Site | None = None) -> SiteForm:
    """Return what is known of a structure or of one of its places."""
    kind = FactsForm if isinstance(place, Organisation) else SiteForm
    form = kind(obj=place, data={"town": towns.written(place.insee)} if place else None)
    towns.offer(form, place.insee if place else None)
    return form


def described(form: SiteForm, before: Organisation | Site | None) -> dict[str, Any]:
    """Return the columns that a form fills, with the point of its commune."""
    names = ("name", "about", "address", "phone")
    return {
        **{name: form[name].data for name in names if name in form},
        **towns.point(form.insee.data, before),
    }


def site_or_404(public_id: str) -> Site:
    """Return a place of this structure."""
    return queries.site_of(g.staff.organisation_id, public_id) or abort(404)


@bp.get("/fiche")
@lead_only
def index() -> ResponseReturnValue:
    """Show everything that the structure says of itself, each with the way to change it."""
    here = g.staff.organisation
    return render(
        "organisations/facts.html",
        here=here,
        kind=LABELS[here.what],
        town=towns.written(here.insee),
        sites=queries.sites_of(here.id),
        written=towns.written,
        week_sentences=week_sentences,
    )


@bp.route("/fiche/changer", methods=["GET", "POST"])
@lead_only
def facts() -> ResponseReturnValue:
    """Ask what the structure says of itself."""
    here: Organisation = g.staff.organisation
    form = facts_form(here)

    def keep() -> None:
        own.change_facts(here, described(form, here), by=g.staff, now=now())

    return asked(form, keep, _("La fiche"), None)


@bp.route("/lieux/nouveau", methods=["GET", "POST"])
@lead_only
def new() -> ResponseReturnValue:
    """Ask where another place is."""
    form = facts_form()

    def keep() -> None:
        own.add_site(g.staff.organisation, described(form, None), by=g.staff, now=now())

    return asked(form, keep, _("Un autre lieu"), None)


@bp.route("/lieux/<public_id>", methods=["GET", "POST"])
@lead_only
def change(public_id: str) -> ResponseReturnValue:
    """Ask what has changed in a place."""
    site = site_or_404(public_id)
    form = facts_form(site)

    def keep() -> None:
        own.change_site(site, described(form, site), by=g.staff, now=now())

    return asked(form, keep, site.name, site)


def asked(
    form: SiteForm, keep: Callable[[], None], title: str, site: Site | None
) -> ResponseReturnValue:
    """Show a form until it is well; then keep it."""
    if request.method == "GET" or not form.validate():
        page = render("organisations/place.html", form=form, title=title, site=site)
        return page, 200 if request.method == "GET" else 422
    keep()
    db.session.commit()
    flash(_("C’est noté."))
    return redirect(url_for(".index"), code=303)


@bp.post("/lieux/<public_id>/enlever")
@lead_only
def remove(public_id: str) -> ResponseReturnValue:
    """Take a place away."""
    site = site_or_404(public_id)
    name = site.name
    own.remove_site(site, by=g.staff, now=now())
    db.session.commit()
    flash(_("%(name)s n’est plus dans vos lieux.", name=name))
    return redirect(url_for(".index"), code=303)


@bp.route("/horaires", methods=["GET", "POST"])
@lead_only
def hours() -> ResponseReturnValue:
    """Ask when the structure is open."""
    return hours_of(g.staff.organisation)


@bp.route("/lieux/<public_id>/horaires", methods=["GET", "POST"])
@lead_only
def site_hours(public_id: str) -> ResponseReturnValue:
    """Ask when another place is open."""
    return hours_of(site_or_404(public_id))


def hours_of(place: Organisation | Site) -> ResponseReturnValue:
    """Ask when a place is open, then keep it."""
    form = HoursForm(place.hours)
    if request.method == "GET" or not form.validate():
        return render_hours(form, place), 200 if request.method == "GET" else 422
    own.keep_hours(place, form.slots(), by=g.staff, now=now())
    db.session.commit()
    flash(_("C’est noté."))
    return redirect(url_for(".index"), code=303)


def render_hours(form: HoursForm, place: Organisation | Site) -> Response:
    """Show the question of the hours."""
    usual = " ".join(week_sentences(form.USUAL))
    return render("organisations/hours.html", form=form, place=place, usual=usual, words=week_words)


@bp.post("/demandes")
@lead_only
def requests() -> ResponseReturnValue:
    """Say whether people may ask this structure for work."""
    wanted = request.form.get("wanted") == "yes"
    own.take_requests(g.staff.organisation, wanted, by=g.staff, now=now())
    db.session.commit()
    flash(
        _("C’est noté : vous prenez les demandes.")
        if wanted
        else _("C’est noté : vous ne prenez plus de demandes.")
    )
    return redirect(url_for(".index"), code=303)
