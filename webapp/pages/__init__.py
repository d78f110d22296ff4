"""Pages that are no feature: home, settings, what is true of privacy, access and the law."""

import re
import sqlite3

from flask import Flask, current_app, request
from markupsafe import Markup, escape
from sqlalchemy.exc import SQLAlchemyError

from webapp.changes import remembered
from webapp.clock import now, today
from webapp.helping.words import needs
from webapp.i18n import language
from webapp.offers import links
from webapp.offers.queries import demonstration_is_on
from webapp.offers.words import joined
from webapp.pages import signing
from webapp.phones import Phone
from webapp.pieces import around

NUMBER = r"\d[\d,.\u00a0\u202f]*"
UNIT = r"(?:€|(?:km|h|m)\b)"
COMPARED = re.compile(f"(?:{NUMBER}{UNIT}? à )?{NUMBER}{UNIT}")
ELSEWHERE = re.compile(r"€?\d+(?:[.,\u00a0\u202f]\d+)*(?:[ \u00a0]?€)?")

TAG_OR_JOINED = re.compile(r"(<[^>]*>)|(?<![\w-])\w{1,5}-\w{1,4}(?![\w-])")


def compared(text: str) -> Markup:
    """Return a fact with its first number and unit in bold: people compare them down a list."""
    shape = COMPARED if language().is_french else ELSEWHERE
    return Markup(shape.sub(r"<b>\g<0></b>", str(escape(text)), count=1))  # noqa: S704 - escaped


def whole(title: str) -> Markup:
    """Return a title whose short joined words, such as `est-ce`, are not cut at their hyphen."""
    marked = TAG_OR_JOINED.sub(
        lambda found: found[1] or f'<span class="whole">{found[0]}</span>', str(escape(title))
    )
    return Markup(marked)  # noqa: S704 - escaped


def demonstration() -> bool:
    """Return whether to say that offers are invented; False where the database does not answer."""
    try:
        return remembered("demonstration", demonstration_is_on)
    except (SQLAlchemyError, sqlite3.Error):
        return False


def carried() -> dict[str, object]:
    """Return the search in the address of this page, so that its links keep it on the way back."""
    return links.search_arguments(request.args)


def init_app(app: Flask) -> None:
    """Give every template the help line, the day and the search it was reached by."""
    around(app, demonstration, signing.film_here)
    app.jinja_env.filters.update(compared=compared, joined=joined, whole=whole)

    @app.context_processor
    def everywhere() -> dict[str, object]:
        return {
            "help_line": Phone(current_app.config["HELP_LINE"]),
            "public_url": current_app.config["PUBLIC_URL"],
            "today": today,
            "now": now,
            "demonstration": demonstration,
            "carried": carried,
            "needs": needs,
            "film_here": signing.film_here,
        }
