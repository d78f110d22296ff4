"""The language of a page: it is the first part of the address, so that a page can be cached."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from gettext import NullTranslations
from typing import Any

from babel.dates import get_day_names
from babel.numbers import format_decimal
from flask import Flask, Response, has_request_context, request
from flask_babel import Babel, get_locale
from flask_babel.speaklater import LazyString
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from webapp import isolates, locales
from webapp.locales import CATALOGUES, DOMAINS, LOCALES

babel = Babel()
StartResponse = Callable[..., Any]
WsgiApp = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]


@dataclass(frozen=True)
class Language:
    """One way to read the product: its catalogue, HTML language and direction, and own name.

    `day` and `date` are how it writes a day of the week and a day of a year; `{}` stands for the
    number of the day. They are patterns of Unicode, so that the words are the locale's own.
    """

    prefix: str
    locale: str
    html: str
    direction: str
    name: str
    hello: str  # what people say to each other: a greeting tells a language better than a flag
    day: str = "EEEE {} MMMM"
    date: str = "{} MMMM y"

    @property
    def is_french(self) -> bool:
        """Whether what French people wrote needs no mark in it."""
        return self.html == "fr"


OF_DAY, OF_YEAR = "{} 'de' MMMM", "{} 'de' MMMM 'de' y"
# Arabic keeps the digits of the phones, buses and pay slips of France; Ukrainian puts the day of
# the week last, between brackets, where no sentence makes it decline.
SPOKEN = (
    Language("", "fr", "fr", "ltr", "Français", "Bonjour"),
    Language("simple", "fr@simple", "fr", "ltr", "Français simple", "Bonjour"),
    Language("en", "en_GB", "en", "ltr", "English", "Hello"),
    Language("ar", "ar", "ar", "rtl", "العربية", "مرحبا"),
    Language("es", "es", "es", "ltr", "Español", "Hola", day=f"EEEE {OF_DAY}", date=OF_YEAR),
    Language("pt", "pt_PT", "pt", "ltr", "Português", "Olá", day=f"EEEE, {OF_DAY}", date=OF_YEAR),
    Language("tr", "tr", "tr", "ltr", "Türkçe", "Merhaba", day="{} MMMM EEEE"),
    Language("uk", "uk", "uk", "ltr", "Українська", "Привіт", day="{} MMMM (EEEE)"),
)


def complete() -> frozenset[str]:
    """Return the languages whose catalogue says everything; scripts/catalogues.py lists them."""
    try:
        return frozenset(json.loads((LOCALES / "complete.json").read_text("utf-8")))
    except FileNotFoundError:  # nothing is compiled yet
        return frozenset()


def offered(finished: frozenset[str]) -> dict[str, Language]:
    """Return the languages to offer: a half-translated page would help nobody."""
    return {one.prefix: one for one in SPOKEN if one.is_french or one.prefix in finished}


LANGUAGES = offered(complete())


# The language spoken now. A page asks for it a hundred times, and this answers in no time.
SPOKEN_NOW: ContextVar[Language | None] = ContextVar("spoken_now", default=None)


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
        before = SPOKEN_NOW.set(LANGUAGES[environ.get("a_deux_pas.language", "")])
        try:
            return self.wsgi_app(environ, start)
        finally:
            SPOKEN_NOW.reset(before)


def language() -> Language:
    """Return the language that is spoken now: the address's, but where something else is said."""
    return SPOKEN_NOW.get() or address_language()


def address_language() -> Language:
    """Return the language of the address; French outside a request."""
    if not has_request_context():
        return LANGUAGES[""]
    return LANGUAGES[request.environ.get("a_deux_pas.language", "")]


@contextmanager
def speaking(prefix: str) -> Iterator[Language]:
    """Say what follows in a language, whatever the address says."""
    before = SPOKEN_NOW.set(LANGUAGES[prefix])
    try:
        yield LANGUAGES[prefix]
    finally:
        SPOKEN_NOW.reset(before)


def in_french(caller: Callable[[], str]) -> Markup:
    """Return a part of a page said in French, to be shown to someone who speaks nothing else."""
    with speaking(""):
        return Markup('<div lang="fr" dir="ltr">{}</div>').format(Markup(caller()))  # noqa: S704


def speak_french() -> str:
    """Say this whole page in French: professionals' pages are not translated. It prints nothing."""
    if not language().is_french:
        SPOKEN_NOW.set(LANGUAGES[""])  # until the end of the request
    return ""


def french(text: object) -> Markup:
    """Mark words that are French whatever the page's language: names, an employer's own words."""
    if language().is_french or not text:
        return escape(text)
    return Markup('<bdi lang="fr">{}</bdi>').format(text)


def french_in(text: str) -> str:
    """Mark French words that a sentence of the page's language will hold, as `french` does."""
    return text if language().is_french else f"{isolates.FRENCH}{text}{isolates.CLOSED}"


def catalogue() -> NullTranslations:
    """Return the sentences of the language that is spoken."""
    locale = language().locale
    return CATALOGUES.get(locale) or locales.catalogue(locale)


def gettext(text: str, **values: object) -> str:
    """Return a sentence in the language that is spoken.

    The same as flask_babel's, which looks for the catalogue anew at each word: eight times the
    time, and a page of results says two hundred.
    """
    said = catalogue().gettext(text)
    return said % kept_apart(values) if values else said


def ngettext(one: str, many: str, num: int, **values: object) -> str:
    """Return a sentence that counts, in the language that is spoken."""
    return catalogue().ngettext(one, many, num) % {"num": num, **kept_apart(values)}


def lazy_gettext(text: str, **values: object) -> LazyString:
    """Return a sentence that will be said in the language of the page that shows it."""
    return LazyString(gettext, text, **values)


def kept_apart(values: dict[str, Any]) -> dict[str, Any]:
    """Return what a sentence is filled with, each isolated where lines run from the right.

    Else a name or a number of French would turn the words around it.
    """
    if language().direction == "ltr":
        return values
    return {name: isolates.isolated(value) for name, value in values.items()}


@pass_context
def page_gettext(context: Context, text: str, **values: object) -> str:
    """Return a sentence for a page: what it is filled with is escaped."""
    said = catalogue().gettext(text)
    if not values and "%" not in said:
        return Markup(said) if context.eval_ctx.autoescape else said  # noqa: S704
    return (Markup(said) if context.eval_ctx.autoescape else said) % kept_apart(values)  # noqa: S704


@pass_context
def page_ngettext(context: Context, one: str, many: str, num: int, **values: object) -> str:
    """Return a sentence that counts, for a page."""
    said = catalogue().ngettext(one, many, num)
    values = {"num": num, **kept_apart(values)}
    return (Markup(said) if context.eval_ctx.autoescape else said) % values  # noqa: S704


def number(value: float, shape: str | None = None) -> str:
    """Return a number as people of this language write it, or in a shape such as `#,##0.00`."""
    return written(value, shape, language().locale)


@lru_cache(maxsize=4096)
def written(value: float, shape: str | None, locale: str) -> str:
    """Return a number as people of this locale write it."""
    return format_decimal(value, format=shape, locale=locale)


def day_letters() -> Sequence[str]:
    """Return the letter of each day, Monday first, as calendars of this language print it."""
    names = get_day_names("narrow", "stand-alone", language().locale)
    return [names[day] for day in range(7)]


def capital(text: str) -> str:
    """Return a sentence that begins with a capital."""
    begin = isolates.start(text)
    return text[:begin] + cased(text[begin : begin + 1], str.upper, "iı", "İI") + text[begin + 1 :]


def lowered(text: str) -> str:
    """Return words that stand inside a sentence; an acronym such as `CV` keeps its capitals."""
    if text[1:2].isupper():
        return text
    return cased(text[:1], str.lower, "İI", "iı") + text[1:]


def cased(letter: str, change: Callable[[str], str], dotted: str, changed: str) -> str:
    """Return a letter made large or small; in Turkish, i keeps its dot."""
    if letter in dotted and language().locale == "tr":
        return letter.translate(str.maketrans(dotted, changed))
    return change(letter)


def mark_french(response: Response) -> Response:
    """Mark the words of a page that stand in another language or direction than the page.

    In a page in French the signs alone keep apart what an adviser reads of another language.
    """
    if language().is_french or response.mimetype != "text/html" or response.is_streamed:
        return response
    page = response.get_data()
    if any(sign in page for sign in isolates.SIGNS):
        response.set_data(isolates.marked(page.decode()))
    return response


def init_app(app: Flask) -> None:
    """Choose the language from the address and give templates what they need to say it."""
    babel.init_app(
        app,
        default_locale="fr",
        default_domain=";".join(DOMAINS),
        default_translation_directories=f"{LOCALES};{LOCALES}",
        default_timezone=app.config["BABEL_DEFAULT_TIMEZONE"],
        locale_selector=lambda: address_language().locale,
    )
    app.jinja_env.newstyle_gettext = True  # type: ignore[attr-defined]
    app.jinja_env.globals.update(
        _=page_gettext,  # the library looks for `gettext` by its name, each time
        gettext=page_gettext,
        ngettext=page_ngettext,
        language=language,
        languages=LANGUAGES,
        get_locale=get_locale,
        in_french=in_french,
        speak_french=speak_french,
        day_letters=day_letters,
    )
    app.jinja_env.filters.update(number=number, capital=capital, lowered=lowered, french=french)
    app.wsgi_app = LanguagePrefix(app.wsgi_app)  # type: ignore[method-assign, assignment]
    app.after_request(mark_french)
