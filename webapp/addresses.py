"""The addresses of a page in each language: they differ by their first part alone."""

from urllib.parse import quote_plus

from flask import Flask, request

from webapp.holes import or_hole
from webapp.i18n import address_language

UNQUOTED = "!$'()*,/:;?@"  # what url_for leaves as it is


def same_page_in(prefix: str) -> str:
    """Return the address of this page in another language."""
    return f"{root_in(prefix)}{path_here()}"


def path_here() -> str:
    """Return the address of this page, without its language."""
    return or_hole("path", asked_here)


def asked_here() -> str:
    """Return the address that was asked for, without its language."""
    query = request.query_string.decode(errors="replace")
    return f"{request.path}?{query}" if query else request.path


def quoted_here() -> str:
    """Return the address of this page, without its language, as another address may carry it."""
    return or_hole("quoted", quoted)


def quoted() -> str:
    """Return the address that was asked for, without its language, quoted."""
    return quote_plus(request.full_path.rstrip("?"), safe=UNQUOTED)


def root_in(prefix: str) -> str:
    """Return what the addresses of a language begin with."""
    root = request.environ.get("SCRIPT_NAME", "").removesuffix(f"/{address_language().prefix}")
    return f"{root}{'/' if prefix else ''}{prefix}"


def init_app(app: Flask) -> None:
    """Let templates lead to the same page in another language, and say where they are."""
    app.jinja_env.globals.update(same_page_in=same_page_in, root_in=root_in)
    app.jinja_env.globals["quoted_here"] = quoted_here
