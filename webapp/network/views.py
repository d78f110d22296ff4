"""Figures of an organisation for who works there, what others may read, and a network's view."""

from collections.abc import Sequence

from flask import Blueprint, Response, g, request
from flask.typing import ResponseReturnValue

from webapp.access import network_only, staff_only
from webapp.clock import today
from webapp.htmx import render
from webapp.network import acts_pages, evaluation_pages, figures, publishing, queries, rules, words
from webapp.network.figures import Summary, Table
from webapp.network.rules import Quarter
from webapp.spreadsheets import csv_of

bp = Blueprint("network", __name__)
bp.register_blueprint(evaluation_pages.bp)
bp.register_blueprint(acts_pages.bp)
SHOWN = 6  # quarters to choose from


def asked() -> Quarter:
    """Return the quarter of the address."""
    return rules.quarter_named(request.args.get("trimestre", ""), today())


def asked_published() -> Quarter:
    """Return the quarter of the address, where others read it; else the last that they do."""
    quarter = asked()
    return quarter if quarter.published_on <= today() else rules.last_published(today(), 1)[0]


@bp.get("/structure/chiffres")
@staff_only
def index() -> ResponseReturnValue:
    """Show what the structure did in a quarter."""
    quarter = asked()
    return page(figures.inside(g.staff.organisation, quarter), quarter, outside=False)


@bp.get("/structure/chiffres/partage")
@staff_only
def shared() -> ResponseReturnValue:
    """Show what others read of a quarter that is published."""
    quarter = asked_published()
    return page(publishing.tables(g.staff.organisation, quarter), quarter, outside=True)


def page(tables: Sequence[Table] | None, quarter: Quarter, *, outside: bool) -> ResponseReturnValue:
    """Show tables with their bars; none while a quarter is not published."""
    quarters = rules.last_published if outside else rules.last_quarters
    return render(
        "network/figures.html",
        tables=tables,
        quarter=quarter,
        quarters=quarters(today(), SHOWN - 1),
        outside=outside,
        is_open=figures.is_open(quarter, today()),
        words=words,
    )


@bp.get("/structure/chiffres.csv")
@staff_only
def index_csv() -> ResponseReturnValue:
    """Give every figure of a quarter as a CSV."""
    quarter = asked()
    return as_csv(figures.inside(g.staff.organisation, quarter), f"chiffres-{quarter}")


@bp.get("/structure/chiffres/partage.csv")
@staff_only
def shared_csv() -> ResponseReturnValue:
    """Give as a CSV what others may read."""
    quarter = asked_published()
    return as_csv(publishing.tables(g.staff.organisation, quarter) or [], f"partage-{quarter}")


def as_csv(tables: Sequence[Table], name: str) -> Response:
    """Return tables as a CSV."""
    return csv_of(figures.lines(tables), name)


@bp.get("/reseau/")
@network_only
def home() -> ResponseReturnValue:
    """Show a network what each organisation of its département shows of itself."""
    quarter = asked_published()
    return render(
        "network/home.html",
        summaries=shown(quarter),
        quarter=quarter,
        quarters=rules.last_published(today(), SHOWN - 1),
        words=words,
    )


@bp.get("/reseau/chiffres.csv")
@network_only
def home_csv() -> ResponseReturnValue:
    """Give as a CSV what each organisation of the département shows of itself."""
    quarter = asked_published()
    return csv_of(figures.lines_of_network(shown(quarter)), f"reseau-{quarter}")


def shown(quarter: Quarter) -> list[Summary]:
    """Return what each organisation of the département shows of itself."""
    return publishing.summaries(queries.neighbours(g.staff.organisation), quarter)


@bp.get("/reseau/actions")
@network_only
def by_article() -> ResponseReturnValue:
    """Show a network the acts of a quarter by article, of each organisation of its département."""
    quarter = asked_published()
    return render(
        "network/by_article.html",
        articles=publishing.by_article(queries.neighbours(g.staff.organisation), quarter),
        quarter=quarter,
        quarters=rules.last_published(today(), SHOWN - 1),
        words=words,
    )


@bp.get("/reseau/actions.csv")
@network_only
def by_article_csv() -> ResponseReturnValue:
    """Give the same as a CSV."""
    quarter = asked_published()
    found = publishing.by_article(queries.neighbours(g.staff.organisation), quarter)
    return csv_of(figures.lines_by_article(found), f"reseau-actions-{quarter}")
