"""Pictures beside words: drawn once a page, whole in the fragments that htmx asks for."""

import re
from functools import cache, lru_cache

from flask import Flask, g
from markupsafe import Markup, escape

from webapp.config import ROOT
from webapp.holes import hole
from webapp.htmx import wants_fragment

FOLDER = ROOT / "static" / "pictures"
DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
NAME = re.compile(r"[a-z0-9-]+")
POINTED = re.compile(r'href="#p-([a-z0-9-]+)"')


class UnknownPicture(LookupError):
    """No file of static/pictures has this name."""


@cache
def geometry(name: str) -> Markup:
    """Return the lines of a picture, on a 24 by 24 grid; raise UnknownPicture."""
    path = FOLDER / f"{name}.svg"
    if not NAME.fullmatch(name) or not path.is_file():
        raise UnknownPicture(name)
    drawing = DRAWING.search(path.read_text(encoding="utf-8"))
    if drawing is None:
        raise UnknownPicture(name)
    return Markup(drawing[1].strip())  # noqa: S704 - our own file


def picture(name: str, label: object = None, big: bool = False) -> Markup:
    """Return a picture; it is hidden from screen readers unless a label says what it shows.

    On a page it points to the sprite at its end. A fragment lands in a page whose sprite may not
    hold it, so there it carries its own lines.
    """
    words = None if label is None else str(label)
    if wants_fragment():
        return inline(name, words, big)
    use_pictures(name)
    return pointer(name, words, big)


@lru_cache(maxsize=1024)
def pointer(name: str, label: str | None, big: bool) -> Markup:
    """Return a picture that stands in the sprite of its page."""
    geometry(name)  # an unknown picture is a mistake to see at once
    return POINTER.format("i big" if big else "i", said(label), name)


@lru_cache(maxsize=1024)
def inline(name: str, label: str | None, big: bool) -> Markup:
    """Return a picture that carries its own lines."""
    return INLINE.format("i big" if big else "i", said(label), geometry(name))


def said(label: str | None) -> Markup:
    """Return what tells a screen reader about a picture: its label, or to pass over it."""
    return Markup('role="img" aria-label="{}"').format(label) if label else HIDDEN


HIDDEN = Markup('aria-hidden="true"')
POINTER = Markup('<svg class="{}" width="24" height="24" {}><use href="#p-{}"/></svg>')
INLINE = Markup('<svg class="{}" width="24" height="24" viewBox="0 0 24 24" {}>{}</svg>')
SYMBOL = Markup('<symbol id="p-{}" viewBox="0 0 24 24">{}</symbol>')


def use_pictures(*names: str) -> None:
    """Put pictures in the sprite of this page; a kept piece of HTML must name its own again."""
    if "pictures" not in g:
        g.pictures = set()
    g.pictures.update(names)


def pictures_in(html: str) -> tuple[str, ...]:
    """Return the names of the pictures that a piece of HTML takes from the sprite."""
    return tuple(POINTED.findall(html))


def picture_box(name: str) -> Markup:
    """Return a big picture on its pale ground."""
    return BOX % picture(name, big=True)


BOX = Markup('<span class="pic">%s</span>')


def sprite() -> Markup:
    """Return the pictures used on this page, each once, to stand at its end."""
    if "holes" in g:
        return Markup(hole("sprite"))  # noqa: S704 - no tag in it
    return sprite_of(frozenset(g.get("pictures", ())))


@lru_cache(maxsize=256)
def sprite_of(names: frozenset[str]) -> Markup:
    """Return the sprite of these pictures, in the order of their names."""
    return SPRITE % Markup("").join(map(symbol, sorted(names))) if names else Markup("")


@cache
def symbol(name: str) -> Markup:
    """Return one picture of a sprite."""
    return SYMBOL.format(escape(name), geometry(name))


SPRITE = Markup('<svg class="sprite" width="0" height="0" aria-hidden="true">%s</svg>')


def init_app(app: Flask) -> None:
    """Give templates the pictures."""
    app.jinja_env.globals.update(picture=picture, picture_box=picture_box, sprite=sprite)
