"""Pieces of HTML written once, with holes for what changes from one page to the next."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from flask import Flask, current_app, request
from markupsafe import Markup, escape

from webapp.addresses import path_here
from webapp.i18n import language
from webapp.pictures import pictures_in, use_pictures

# Signs that no sentence of ours holds; people's own words come in once the holes are cut.
HOLE = re.compile("\ue000([a-z]+)\ue001")


def hole(name: str) -> str:
    """Return what stands for a part of a piece until it is known."""
    return f"\ue000{name}\ue001"


class Piece(NamedTuple):
    """HTML around its holes: text, name of a hole, text, and so on; and its pictures."""

    parts: tuple[str, ...]
    pictures: tuple[str, ...]

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
        return Piece(tuple(parts), self.pictures)


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


def frame(name: str, **parts: object) -> Markup:
    """Return a part that stands around every page: written once for each language, then filled.

    `here` is the address of the page, without its language; the other holes are given.
    """
    known: dict[tuple[str, str, str], Piece] = current_app.extensions.setdefault("frames", {})
    key = (name, request.script_root, language().prefix)
    piece = known.get(key)
    if piece is None:
        known[key] = piece = cut(
            str(macro(name)(**{part: hole(part) for part in ("here", *parts)}))
        )
    use_pictures(*piece.pictures)
    holes = {part: str(escape(value)) for part, value in parts.items()}
    return Markup(piece.filled({"here": str(escape(asked_again())), **holes}))  # noqa: S704


def init_app(app: Flask) -> None:
    """Give templates what stands around every page."""
    app.jinja_env.globals["frame"] = frame
