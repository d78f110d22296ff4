"""Styles stand inside the page, each page with those of its parts; scripts are kept for a year."""

import gzip
import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import brotli
from flask import Flask, g, request
from markupsafe import Markup
from whitenoise import WhiteNoise
from whitenoise.responders import Headers

from webapp.config import ROOT
from webapp.i18n import language

STATIC = ROOT / "static"
FIRST = ("tokens", "text", "picture", "page")  # on every page, before the parts
LAST = ("pro", "print")  # they change what the parts said
KEPT = re.compile(r"/static/.+\.[0-9a-f]{12}\.\w+$")


@cache
def sheet(name: str) -> str:
    """Return the styles of one part, without comments and needless spaces."""
    text = (STATIC / "css" / f"{name}.css").read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};>]) ?| (?=!important)", r"\1", text)
    return re.sub(r"([:,]) ", r"\1", text).replace(";}", "}").strip()


def style(name: str) -> Markup:
    """Add the styles of a part to this page; it prints nothing."""
    sheet(name)  # a part without styles is a mistake to see at once
    if "styles" not in g:
        g.styles = set()
    g.styles.add(name)
    return NOTHING


NOTHING = Markup("")


def use_styles(names: Iterable[str]) -> None:
    """Add the styles of several parts, known to have some; a kept piece names its own again."""
    if "styles" not in g:
        g.styles = set()
    g.styles.update(names)


@contextmanager
def noting_styles() -> Iterator[set[str]]:
    """Yield a set that will hold the parts whose styles are asked for meanwhile, and they alone."""
    before: set[str] = g.get("styles", set())
    asked: set[str] = set()
    g.styles = asked
    try:
        yield asked
    finally:
        g.styles = before | asked


@cache
def joined(names: frozenset[str]) -> tuple[Markup, str]:
    """Return the styles of these parts in their order, and the hash the browser will know."""
    parts = sorted(names - {*FIRST, *LAST})
    order = (*FIRST, *parts, *(name for name in LAST if name in names or name == "print"))
    text = "".join(sheet(name) for name in order)
    return Markup(text), digest(text)  # noqa: S704 - our own files


def digest(text: str) -> str:
    """Return the hash by which a browser knows an inline style."""
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()


def page_style() -> Markup:
    """Return the styles of the parts that this page has used, and remember their hash."""
    text, digest = joined(frozenset(g.get("styles", ())))
    use_style_hashes(digest)
    return text


def paper_style(*names: str) -> Markup:
    """Return the styles of a document on paper, with those of its own parts."""
    return Markup("".join(map(sheet, ("a4", *names))))  # noqa: S704 - our own files


def script(name: str) -> Markup:
    """Add a script of static/ to this page; it prints nothing, and the page works without it."""
    g.scripts = {*g.get("scripts", ()), name}
    return NOTHING


def page_scripts() -> Markup:
    """Return the scripts that this page has asked for, to be run once it can be read."""
    names = sorted(g.get("scripts", ()))
    return Markup("").join(SCRIPT.format(asset_url(name)) for name in names)


SCRIPT = Markup('<script defer src="{}"></script>')


def use_style_hashes(*hashes: str) -> None:
    """Allow inline styles in this answer; a kept page must name its own again."""
    g.style_hashes = tuple(dict.fromkeys((*g.get("style_hashes", ()), *hashes)))


def style_hashes() -> tuple[str, ...]:
    """Return the base64 SHA-256 of every inline style that this answer may hold."""
    hashes: tuple[str, ...] = g.get("style_hashes", ())
    return hashes


@cache
def content(name: str) -> bytes:
    """Return a file of static/ as it is served, kept: for the few that a view sends."""
    return read(name)


def read(name: str) -> bytes:
    """Read a file of static/ as it is served: a script made small, unless it changed since."""
    found = (STATIC / name).read_bytes()
    small = STATIC / "small" / Path(name).name
    if name.startswith("js/") and made_of().get(small.name) == hashlib.sha256(found).hexdigest():
        return small.read_bytes()
    return found


@cache
def made_of() -> dict[str, str]:
    """Return of which sources the small scripts are made; scripts/small_scripts.py writes it."""
    told: dict[str, str] = json.loads((STATIC / "small" / "sources.json").read_text("utf-8"))
    return told


@cache
def hashed(name: str) -> str:
    """Return the name of a file of static/ with the hash of its content in it."""
    path = STATIC / name
    digest = hashlib.sha256(read(name)).hexdigest()[:12]
    return f"{name.removesuffix(path.suffix)}.{digest}{path.suffix}"


def asset_url(name: str) -> str:
    """Return the address of a file of static/, the same in every language, that never changes."""
    root = request.script_root
    prefix = language().prefix
    if prefix:
        root = root.removesuffix(f"/{prefix}")
    return f"{root}/static/{hashed(name)}"


def build(folder: Path) -> None:
    """Write scripts and letters with hashed names, where they are not there yet.

    Scripts are compressed twice; letters already are. Those of earlier versions stay: a page kept
    by a phone may still ask for them.
    """
    for path in sorted((STATIC / "fonts").glob("*.woff2")):
        target = folder / hashed(path.relative_to(STATIC).as_posix())
        if not target.exists():
            write(target, path.read_bytes())
    for path in sorted((STATIC / "js").rglob("*.js")):
        name = path.relative_to(STATIC).as_posix()
        target = folder / hashed(name)
        if not target.exists():
            sent = read(name)
            write(target.with_name(target.name + ".br"), brotli.compress(sent, quality=11))
            write(target.with_name(target.name + ".gz"), gzip.compress(sent, mtime=0))
            write(target, sent)


def write(path: Path, data: bytes) -> None:
    """Write a file whole, though another process may do the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{id(data)}")
    draft.write_bytes(data)
    draft.replace(path)


def add_headers(headers: Headers, _path: str, _url: str) -> None:
    """Say of a file what every answer says."""
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"


def init_app(app: Flask) -> None:
    """Give templates the styles and addresses, and serve the hashed files before anything else."""
    app.jinja_env.globals.update(
        style=style,
        paper_style=paper_style,
        page_style=page_style,
        script=script,
        page_scripts=page_scripts,
        asset_url=asset_url,
    )
    folder = app.config["DATA_DIR"] / "assets"
    build(folder)
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
        app.wsgi_app,
        root=str(folder),
        prefix="static/",
        immutable_file_test=lambda _path, url: bool(KEPT.match(url)),
        allow_all_origins=False,
        add_headers_function=add_headers,
    )
