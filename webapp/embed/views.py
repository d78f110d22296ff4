"""Addresses that other sites use: the Atom feed, the list to show inside a page, how to do it."""

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from webapp.access import public
from webapp.clock import today
from webapp.embed.atom import document
from webapp.embed.outside import Outside
from webapp.htmx import render
from webapp.jobs.queries import families
from webapp.offers import links, strictly
from webapp.offers.finding import Finding
from webapp.security import framable

bp = Blueprint("embed", __name__)


def outside(found: Finding | None = None) -> Outside:
    """Return the search that the address of the page asks for."""
    arguments = links.search_arguments(request.args)
    return Outside(found or links.finding(request.args), arguments, today())


@bp.get("/offres.atom")
@public
def atom() -> ResponseReturnValue:
    """The offers of a search as a feed to follow, the last published first; 400 rather than any."""
    search = outside(strictly.finding(request.args))
    if search.finding.spot is None and not search.finding.understood:
        raise strictly.NoSuchWork
    return Response(document(search.feed()), mimetype="application/atom+xml")


@bp.get("/integrer/offres")
@public
@framable
def offers() -> ResponseReturnValue:
    """A plain list of offers, to be shown inside another site's page."""
    search = outside()
    return render("embed/offers.html", search=search), 400 if search.unknown else 200


@bp.get("/integrer")
@public
def index() -> ResponseReturnValue:
    """Make the code that a town pastes in its own page."""
    return render("embed/index.html", search=outside(), families=families())
