"""How someone reads: language, letters, size, colours, kept in one small cookie and with them."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from typing import Self
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import Flask, Response, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from werkzeug.utils import cached_property

from webapp import letters
from webapp.addresses import same_page_in
from webapp.assets import digest, use_style_hashes
from webapp.i18n import LANGUAGES, address_language, language

COOKIE = "__Host-reading"
YEAR = 365 * 24 * 3600  # seconds
# What each choice may be, besides "", which is how the phone and the page are by themselves.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "size": ("large", "larger"),
    "letters": ("atkinson", "andika", "dyslexic"),
    "space": ("wide",),
    "contrast": ("light", "dark", "high"),
    "voice": ("slow", "fast"),
    "ruler": ("on",),
    "still": ("on",),
    "save": ("on",),
    "screen": ("tv",),
}
SINCE = re.compile(r"\d{10}")  # seconds
SCREENS = {"tele": "tv", "normal": ""}  # what `?ecran=` asks for
OURS = frozenset({"public", "person_only"})  # what is not translated follows no language

MACHINES = frozenset({"api", "operations", "pwa"})  # what programs ask for


@dataclass(frozen=True)
class Reading:
    """What someone chose; each is empty where they chose nothing. `language` is a prefix."""

    language: str = ""
    size: str = ""
    letters: str = ""
    space: str = ""
    contrast: str = ""
    voice: str = ""
    ruler: str = ""
    still: str = ""
    save: str = ""
    screen: str = ""
    since: str = ""  # when an adviser chose it with them: their phones take it up once

    @classmethod
    def of(cls, chosen: Mapping[str, object]) -> Self:
        """Read choices, wherever they come from; what is none of ours counts as not chosen."""
        known = {key: str(value) for key, value in chosen.items() if value in CHOICES.get(key, ())}
        spoken, since = str(chosen.get("language", "")), str(chosen.get("since", ""))
        known["since"] = since if SINCE.fullmatch(since) else ""
        return cls(**known, language=spoken if spoken in LANGUAGES else "")

    @cached_property
    def chosen(self) -> dict[str, str]:
        """What was chosen, by its name."""
        return {key: value for key, value in asdict(self).items() if value}

    @property
    def settings(self) -> dict[str, str]:
        """What is kept with a person, besides their language; a screen is no one's."""
        return replace(self, language="", screen="").chosen

    @cached_property
    def looks(self) -> dict[str, str]:
        """What was chosen of the looks, by its name; letters weigh, so that saving leaves them."""
        left = replace(self, language="", since="", letters="" if self.save else self.letters)
        return left.chosen

    @cached_property
    def classes(self) -> str:
        """What styles and scripts go by: `size-large letters-andika`."""
        return " ".join(f"{key}-{value}" for key, value in self.looks.items())


NOTHING = Reading()


@lru_cache(maxsize=1024)
def of_cookie(text: str) -> Reading:
    """Read what a browser keeps."""
    return Reading.of(dict(parse_qsl(text)))


def reading() -> Reading:
    """Return how the person of this request reads: as they chose, and with less data if asked."""
    found = chosen()
    return replace(found, save="on") if asks_to_save() else found


def asks_to_save() -> bool:
    """Return whether the phone itself asks for less data, whatever was chosen here."""
    return request.headers.get("Save-Data", "").lower() == "on"


def chosen() -> Reading:
    """Return what the person of this request chose: in this browser, else with them.

    What an adviser chose with them since counts before what this browser kept, and what is theirs
    before what a screen that another person lends keeps.
    """
    found, person = in_this_browser(), g.get("person")
    theirs = Reading.of(kept_with(person)) if person is not None else NOTHING
    newer = theirs.since and theirs.since != found.since
    if person is not None and (COOKIE not in request.cookies or newer or is_lent()):
        found = theirs
    screen = SCREENS.get(request.args.get("ecran", ""))
    return found if screen is None else replace(found, screen=screen)


def in_this_browser() -> Reading:
    """Return what this browser kept."""
    said = request.cookies.get(COOKIE)
    return of_cookie(said) if said else NOTHING


def is_lent() -> bool:
    """Return whether someone's pages are open on the screen of the adviser beside them."""
    two = g.get("together")
    return two is not None and two.place == "screen"


def kept_with(person: object) -> dict[str, object]:
    """Return what is kept with a person, whichever phone they chose it on."""
    settings: Mapping[str, object] = getattr(person, "settings", {})
    return {**settings, "language": getattr(person, "language", "")}


def keep(answer: Response, chosen: Reading) -> Response:
    """Keep what was chosen in this browser for a year; forget it where nothing is left of it.

    The screen that an adviser lends keeps nothing of it.
    """
    if is_lent():
        return answer
    if chosen.chosen:
        value = urlencode(chosen.chosen)
        answer.set_cookie(
            COOKIE, value, max_age=YEAR, secure=True, httponly=True, samesite="Lax", path="/"
        )
    elif COOKIE in request.cookies:
        answer.delete_cookie(COOKIE, secure=True, httponly=True, samesite="Lax", path="/")
    return answer


def reading_style(found: Reading) -> Markup:
    """Return the styles of what was chosen, to stand after the page's; nothing for most people."""
    looks = found.looks
    if not looks:
        return Markup("")
    classes = tuple(f"{key}-{value}" for key, value in looks.items())
    text = letters.styles(classes, language().locale, request.script_root)
    if not text:  # scripts alone go by it
        return Markup("")
    use_style_hashes(digest(text))
    return Markup("<style>{}</style>").format(Markup(text))  # noqa: S704 - our own files


def is_opened_anew() -> bool:
    """Return whether a page was opened from outside: an address typed, a code, a message."""
    asked = request.headers.get("Sec-Fetch-Mode") == "navigate" and request.method == "GET"
    return asked and request.headers.get("Sec-Fetch-Site") in ("none", "cross-site")


def is_translated() -> bool:
    """Return whether the page asked for is one that people read in their language."""
    if request.blueprint in MACHINES:
        return False
    view = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, "access", "") in OURS


def in_own_language() -> ResponseReturnValue | None:
    """Open a page in the language chosen the last time; pressing another language still works."""
    if address_language().prefix or not is_opened_anew() or not is_translated():
        return None
    chosen = reading().language
    if not chosen:
        return None
    answer = redirect(same_page_in(chosen))
    answer.cache_control.private = True
    return answer


def remember_language(answer: Response) -> Response:
    """Remember the language that was just pressed, without an account."""
    pressed = request.headers.get("Sec-Fetch-Site") == "same-origin" and request.method == "GET"
    if not pressed or answer.status_code != 200 or answer.mimetype != "text/html":
        return answer
    now, before = address_language().prefix, prefix_of(request.referrer or "")
    if before is None or before == now or not is_translated():
        return answer
    return keep(answer, replace(chosen(), language=now))


def take_up(answer: Response) -> Response:
    """Let this browser keep what an adviser chose with the person who is here."""
    person = g.get("person") if request.method == "GET" and answer.status_code == 200 else None
    since = Reading.of(kept_with(person)).since if person is not None else ""
    return keep(answer, chosen()) if since and since != in_this_browser().since else answer


def remember_screen(answer: Response) -> Response:
    """Remember that this is a television, so that each page that follows is for one."""
    if request.args.get("ecran") in SCREENS and request.method == "GET":
        return keep(answer, chosen())
    return answer


def on_a_phone() -> str:
    """Return where the code stands that opens this page on a phone."""
    asked = [(name, text) for name, text in request.args.items(multi=True) if name != "ecran"]
    query = f"?{urlencode(asked)}" if asked else ""
    return url_for("pages.code", page=f"{request.path}{query}")


def prefix_of(address: str) -> str | None:
    """Return the language of an address of ours; None where it is not known."""
    parts = urlsplit(address)
    if not parts.path or parts.netloc != request.host:
        return None
    first = parts.path[1:].partition("/")[0]
    return first if first in LANGUAGES else ""


def init_app(app: Flask) -> None:
    """Give templates how one reads, and keep to the language that was chosen."""
    app.jinja_env.globals.update(
        reading=reading, reading_style=reading_style, on_a_phone=on_a_phone
    )
    app.before_request(in_own_language)
    app.after_request(remember_language)
    app.after_request(remember_screen)
    app.after_request(take_up)  # the first to run: what was just pressed counts after it
