"""The language of a page: it is the first part of the address, so that a page can be cached."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from flask import Flask, has_request_context, request
from flask_babel import Babel, format_decimal, get_locale

from webapp.config import ROOT

babel = Babel()
StartResponse = Callable[..., Any]
WsgiApp = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]


@dataclass(frozen=True)
class Language:
    """One way to read the product: its catalogue, HTML language and direction, and own name."""

    prefix: str
    locale: str
    html: str
    direction: str
    name: str


LANGUAGES = {
    language.prefix: language
    for language in (
        Language("", "fr", "fr", "ltr", "Français"),
        Language("simple", "fr@simple", "fr", "ltr", "Français simple"),
    )
}


class LanguagePrefix:
    """Move the language from the front of the path to where every made address repeats it."""

    def __init__(self, wsgi_app: WsgiApp) -> None:
        """Wrap this WSGI application."""
        self.wsgi_app = wsgi_app

    def __call__(self, environ: dict[str, Any], start: StartResponse) -> Iterable[bytes]:
        """Serve `/simple/offres` as `/offres` read in simple French."""
        prefix, slash, rest = environ.get("PATH_INFO", "")[1:].partition("/")
        if prefix and prefix in LANGUAGES:
            environ["a_deux_pas.language"] = prefix
            environ["SCRIPT_NAME"] = f"{environ.get('SCRIPT_NAME', '')}/{prefix}"
            environ["PATH_INFO"] = slash + rest if slash else "/"
        return self.wsgi_app(environ, start)


def language() -> Language:
    """Return the language of the request; French outside one."""
    if not has_request_context():
        return LANGUAGES[""]
    return LANGUAGES[request.environ.get("a_deux_pas.language", "")]


def same_page_in(prefix: str) -> str:
    """Return the address of this page in another language."""
    root = request.environ.get("SCRIPT_NAME", "").removesuffix(f"/{language().prefix}")
    query = f"?{request.query_string.decode()}" if request.query_string else ""
    return f"{root}{'/' if prefix else ''}{prefix}{request.path}{query}"


def number(value: float) -> str:
    """Return a number as people of this language write it."""
    return str(format_decimal(value))


def capital(text: str) -> str:
    """Return a sentence that begins with a capital."""
    return text[:1].upper() + text[1:]


def init_app(app: Flask) -> None:
    """Choose the language from the address and give templates what they need to say it."""
    locales = str(ROOT / "locales")
    babel.init_app(
        app,
        default_locale="fr",
        default_domain="messages;pro",
        default_translation_directories=f"{locales};{locales}",
        default_timezone=app.config["BABEL_DEFAULT_TIMEZONE"],
        locale_selector=lambda: language().locale,
    )
    app.wsgi_app = LanguagePrefix(app.wsgi_app)  # type: ignore[method-assign, assignment]
    app.jinja_env.globals.update(
        language=language, languages=LANGUAGES, same_page_in=same_page_in, get_locale=get_locale
    )
    app.jinja_env.filters["number"] = number
    app.jinja_env.filters["capital"] = capital
