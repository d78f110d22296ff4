"""The language of a page: it is the first part of the address, so that a page can be cached."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from gettext import NullTranslations
from typing import Any

from babel.numbers import format_decimal
from flask import Flask, has_app_context, has_request_context, request
from flask_babel import Babel, get_locale, get_translations
from flask_babel.speaklater import LazyString

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


SPOKEN = (
    Language("", "fr", "fr", "ltr", "Français"),
    Language("simple", "fr@simple", "fr", "ltr", "Français simple"),
    Language("en", "en_GB", "en", "ltr", "English"),
    Language("ar", "ar", "ar", "rtl", "العربية"),
    Language("es", "es", "es", "ltr", "Español"),
    Language("pt", "pt_PT", "pt", "ltr", "Português"),
    Language("tr", "tr", "tr", "ltr", "Türkçe"),
    Language("uk", "uk", "uk", "ltr", "Українська"),
)


def complete() -> frozenset[str]:
    """Return the languages whose catalogue says everything; scripts/catalogues.py lists them."""
    try:
        return frozenset(json.loads((ROOT / "locales" / "complete.json").read_text("utf-8")))
    except FileNotFoundError:  # nothing is compiled yet
        return frozenset()


def offered(finished: frozenset[str]) -> dict[str, Language]:
    """Return the languages to offer: a half-translated page would help nobody."""
    return {one.prefix: one for one in SPOKEN if one.html == "fr" or one.prefix in finished}


LANGUAGES = offered(complete())


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


CATALOGUES: dict[str, NullTranslations] = {}  # by locale, read once in the life of the process


def catalogue() -> NullTranslations:
    """Return the sentences of the language of the address."""
    locale = language().locale
    found = CATALOGUES.get(locale)
    if found is None:
        found = get_translations()
        if has_app_context():  # without one there is nothing to read them from
            CATALOGUES[locale] = found
    return found


def gettext(text: str, **values: object) -> str:
    """Return a sentence in the language of the address.

    The same as flask_babel's, which looks for the catalogue anew at each word: eight times the
    time, and a page of results says two hundred.
    """
    said = catalogue().gettext(text)
    return said % values if values else said


def ngettext(one: str, many: str, num: int, **values: object) -> str:
    """Return a sentence that counts, in the language of the address."""
    return catalogue().ngettext(one, many, num) % {"num": num, **values}


def lazy_gettext(text: str, **values: object) -> LazyString:
    """Return a sentence that will be said in the language of the address that shows it."""
    return LazyString(gettext, text, **values)


def number(value: float, shape: str | None = None) -> str:
    """Return a number as people of this language write it, or in a shape such as `#,##0.00`."""
    return written(value, shape, language().locale)


@lru_cache(maxsize=4096)
def written(value: float, shape: str | None, locale: str) -> str:
    """Return a number as people of this locale write it."""
    return format_decimal(value, format=shape, locale=locale)


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
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: catalogue().gettext(text),
        lambda one, many, num: catalogue().ngettext(one, many, num),
        newstyle=True,
    )
    app.wsgi_app = LanguagePrefix(app.wsgi_app)  # type: ignore[method-assign, assignment]
    app.jinja_env.globals.update(
        language=language, languages=LANGUAGES, same_page_in=same_page_in, get_locale=get_locale
    )
    app.jinja_env.filters["number"] = number
    app.jinja_env.filters["capital"] = capital
