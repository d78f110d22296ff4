"""The addresses of a page in each language: they differ by their first part alone."""

from flask import Flask, request

from webapp.i18n import address_language


def same_page_in(prefix: str) -> str:
    """Return the address of this page in another language."""
    return f"{root_in(prefix)}{path_here()}"


def path_here() -> str:
    """Return the address of this page, without its language."""
    query = request.query_string.decode(errors="replace")
    return f"{request.path}?{query}" if query else request.path


def root_in(prefix: str) -> str:
    """Return what the addresses of a language begin with."""
    root = request.environ.get("SCRIPT_NAME", "").removesuffix(f"/{address_language().prefix}")
    return f"{root}{'/' if prefix else ''}{prefix}"


def init_app(app: Flask) -> None:
    """Let templates lead to the same page in another language."""
    app.jinja_env.globals.update(same_page_in=same_page_in, root_in=root_in)
