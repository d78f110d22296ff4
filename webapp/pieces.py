"""Pieces of HTML written once, with holes for what changes from one page to the next."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, NamedTuple

from flask import Flask, current_app, g, render_template, request
from markupsafe import Markup, escape

from webapp import holes
from webapp.addresses import asked_here, path_here, quoted
from webapp.assets import noting_styles, style_hashes, use_style_hashes, use_styles
from webapp.holes import HOLE, hole
from webapp.htmx import wants_fragment
from webapp.i18n import language
from webapp.pictures import pictures_in, sprite, use_pictures
from webapp.reading import reading
from webapp.shelf import Shelf

PIECES = 2_000  # kept; what a component is told is chosen from short lists
PAGES = 200  # kept; each is some 30 kB


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


class Whole(NamedTuple):
    """A page around its holes, and the hashes of its styles."""

    piece: Piece
    hashes: tuple[str, ...]


def page(
    template: str, facts: Hashable, parts: Mapping[str, object], **context: Callable[[], object]
) -> str:
    """Return a page as it was written once for everyone who reads alike, and for these facts.

    The template may read no more than the facts, and a hole for each of the parts: what each page
    has of its own, put in as it stands. The context is asked for where the page is to be written.
    Features say what else stands around every page, by `around`. It is for visitors of whom nothing
    is known.
    """
    shelf: Shelf[Whole] = current_app.extensions.setdefault("pages", Shelf(PAGES))
    around = (find() for find in current_app.extensions["around"])
    key = (template, facts, request.script_root, language().prefix, reading(), *around)
    known = shelf.get(key)
    if known is None:
        known = whole(template, {name: find() for name, find in context.items()})
        shelf.put(key, known)
    use_style_hashes(*known.hashes)
    use_pictures(*known.piece.pictures)
    own = {"path": asked_here(), "quoted": quoted(), "sprite": sprite(), **parts}
    return known.piece.filled({name: str(escape(text)) for name, text in own.items()})


def whole(template: str, context: Mapping[str, object]) -> Whole:
    """Write a page with holes for what is of one request alone."""
    with holes.left():
        html = render_template(template, **context)
        piece = Piece(tuple(HOLE.split(html)), tuple(g.get("pictures", ())))
        return Whole(piece, style_hashes())


def around(app: Flask, *find: Callable[[], Hashable]) -> None:
    """Tell what base.html reads besides what it is given: two pages that differ by it are two."""
    app.extensions["around"] = (*app.extensions.get("around", ()), *find)


def init_app(app: Flask) -> None:
    """Give templates what is written once."""
    app.jinja_env.globals.update(frame=frame, piece=piece)
