"""What a program asks, held against the description: refused rather than guessed.

Pages forgive whatever their address holds, since a person sees what they took it for; a program
that wrote its place wrong would show its readers the offers of somewhere else.
"""

from collections.abc import Mapping

from werkzeug.datastructures import MultiDict

from webapp.errors import Refused
from webapp.i18n import lazy_gettext as _l
from webapp.jobs.queries import family
from webapp.offers import forms
from webapp.offers.finding import MAX_PAGE, NEEDS, Finding


class NoSuchPoint(Refused):
    """The point is half said, is no number, or is not on earth."""

    title = _l("Ce point n’existe pas")
    advice = _l("Donnez lat de −90 à 90 avec lon de −180 à 180, ou une ville dans ou.")


class NoSuchPlace(Refused):
    """No commune resembles the words."""

    title = _l("Nous ne trouvons pas cette ville")
    advice = _l("Donnez une ville ou un code postal. Cherchez-les avec /api/v1/places?q=…")


class NoSuchWork(Refused):
    """The word means no work that we know."""

    title = _l("Nous ne connaissons pas ce travail")
    advice = _l("Écrivez un autre mot, ou prenez une clé de /api/v1/families dans metier.")


class NoSuchFamily(Refused):
    """The key is that of no family of work."""

    title = _l("Cette famille de métiers n’est pas connue")
    advice = _l("Prenez une clé de /api/v1/families, ou écrivez le travail dans mot.")


class NoSuchNeed(Refused):
    """The key is that of no need."""

    title = _l("Ce besoin n’est pas connu")
    advice = _l("Prenez les clés de besoin dans /api/v1/openapi.json.")


class NoSuchNumber(Refused):
    """The page or the radius is no number that can be."""

    title = _l("Ce nombre ne va pas")
    advice = _l("Donnez page de 1 à %(last)s, et rayon en kilomètres, sans virgule.", last=MAX_PAGE)


def finding(args: MultiDict[str, str]) -> Finding:
    """Return what the search of a program finds; refuse what the description does not allow."""
    check_words(args)
    check_numbers(args)
    found = Finding(forms.asked(args))
    if (args.get("lat") or args.get("lon")) and found.asked.point is None:
        raise NoSuchPoint
    if found.said.where and found.spot is None:
        raise NoSuchPlace
    return found


def check_words(args: MultiDict[str, str]) -> None:
    """Refuse a key that is none of ours."""
    chosen = args.get("metier")
    if chosen and family(chosen) is None:
        raise NoSuchFamily
    if not NEEDS.keys() >= set(filter(None, args.getlist("besoin"))):
        raise NoSuchNeed


def check_numbers(args: Mapping[str, str]) -> None:
    """Refuse a page past the last, and what is no whole number."""
    page, radius = args.get("page") or "1", args.get("rayon") or "1"
    if not (is_whole(page) and 1 <= int(page) <= MAX_PAGE and is_whole(radius)):
        raise NoSuchNumber


def is_whole(text: str) -> bool:
    """Return whether a text is a whole number, of a size that can be meant."""
    return text.isascii() and text.isdecimal() and len(text) <= len("40000")
