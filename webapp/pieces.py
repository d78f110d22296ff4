"""Pieces of HTML written once, with holes for what changes from one page to the next."""

import re
from collections.abc import Hashable, Mapping
from typing import Any, NamedTuple

from flask import Flask, current_app, request
from markupsafe import Markup, escape

from webapp.addresses import path_here
from webapp.assets import noting_styles, use_styles
from webapp.htmx import wants_fragment
from webapp.i18n import language
from webapp.pictures import pictures_in, use_pictures
from webapp.shelf import Shelf

# Signs that no sentence of ours holds; people's own words come in once the holes are cut.
HOLE = re.compile("\ue000([a-z]+)\ue001")
PIECES = 2_000  # kept; what a component is told is chosen from short lists


def hole(name: str) -> str:
    """Return what stands for a part of a piece until it is known."""
    return f"\ue000{name}\ue001"


class Piece(NamedTuple):
    """HTML around its holes: text, name of a hole, text, and so on; its pictures and styles."""

    parts: tuple[str, ...]
    pictures: tuple[str, ...]
    styles: tuple[str, ...] = ()

    def filled(self, holes: Mapping[str, str]) -> str:
        """Return the HTML with these in its holes."""
        parts = list(self.parts)
        parts[1::2] = [holes[name] for name in parts[1::2]]
        return "".join(parts)

    def begun(self, holes: Mapping[str, str]) -> "Piece":
        """Return the same piece with these in their holes; the others stay."""
        parts = [self.parts[0]]
        for name, text in zip(self.parts[1::2], self.parts[2::2], strict=True):
            if name in holes:
                parts[-1] += holes[name] + text
            else:
                parts += (name, text)
        return self._replace(parts=tuple(parts))


def cut(html: str) -> Piece:
    """Return a piece of HTML cut at its holes."""
    return Piece(tuple(HOLE.split(html)), pictures_in(html))


def macro(name: str) -> Any:
    """Return a component, to be called outside a page."""
    return getattr(current_app.jinja_env.get_template(f"components/{name}.html").module, name)


def asked_again() -> str:
    """Return the address of this page without its language; home where it cannot be asked again."""
    rule = request.url_rule
    only_sent = request.method == "POST" and not (rule and "GET" in (rule.methods or ()))
    return "/" if only_sent else path_here()


def piece(name: str, facts: Mapping[str, Hashable], **parts: object) -> Markup:
    """Return a component as it was written once for each language and these facts.

    The component gets the facts, which are few, and reads them; the parts are what each page has of
    its own: they are put in as they stand, so that it may do nothing else with them.
    """
    shelf: Shelf[Piece] = current_app.extensions.setdefault("pieces", Shelf(PIECES))
    said = (*facts.values(), *parts)
    key = (name, said, request.script_root, language().prefix, wants_fragment())
    known = shelf.get(key)
    if known is None:
        with noting_styles() as styles:
            html = str(macro(name)(**facts, **{part: hole(part) for part in parts}))
        known = cut(html)._replace(styles=tuple(styles))
        shelf.put(key, known)
    use(known)
    return Markup(known.filled({part: str(escape(text)) for part, text in parts.items()}))  # noqa: S704


def use(piece: Piece) -> None:
    """Put the pictures and the styles of a piece on this page."""
    if piece.pictures:
        use_pictures(*piece.pictures)
    use_styles(piece.styles)


def frame(name: str, **parts: object) -> Markup:
    """Return a part that stands around every page.

    `here` is the address of the page, without its language; the other parts are given.
    """
    return piece(name, {}, here=asked_again(), **parts)


def init_app(app: Flask) -> None:
    """Give templates what is written once."""
    app.jinja_env.globals.update(frame=frame, piece=piece)
