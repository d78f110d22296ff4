"""What is checked on every page that any test opens."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextvars import Context
from urllib.parse import urlsplit

from flask import Flask
from flask.testing import FlaskClient
from selectolax.lexbor import LexborHTMLParser as Document
from selectolax.lexbor import LexborNode as Node
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter, RequestRedirect

from webapp.i18n import LANGUAGES, Language

FIELDS = "input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea"
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "list")
HX = tuple(f"data-hx-{verb}" for verb in ("get", "post", "put", "patch", "delete"))
Fault = Iterator[str]


def text_of(node: Node | None) -> str:
    """Return the text of an element as people see it: without hidden words of the markup."""
    return " ".join(node.text(deep=True, separator=" ").split()) if node else ""


def faults_of_page(html: str, language: Language, app: Flask) -> list[str]:
    """Return what is wrong with a whole page."""
    document = Document(html)
    checks: tuple[Callable[[Document], Fault], ...] = (skeleton, a_way_to_call)
    faults = [fault for check in checks for fault in check(document)]
    if not html.lstrip().lower().startswith("<!doctype html>"):
        faults.append("the page does not begin with <!doctype html>")
    return faults + list(written_in(document, language)) + faults_of_part(document, app)


def faults_of_fragment(html: str, app: Flask) -> list[str]:
    """Return what is wrong with a part of a page that htmx swaps in."""
    faults = faults_of_part(Document(f"<!doctype html><main>{html}</main>"), app)
    return [fault for fault in faults if "points to no element" not in fault]


def faults_of_part(document: Document, app: Flask) -> list[str]:
    """Return what is wrong with the elements of a page or of a part of one."""
    checks = (
        unique_ids,
        known_references,
        labels,
        names,
        own_files_only,
        no_spilled_code,
        bounds,
        plain_twins,
    )
    faults = [fault for check in checks for fault in check(document)]
    return faults + list(addresses(document, app.url_map.bind("localhost"), app))


def skeleton(document: Document) -> Fault:
    """One h1, that the title starts with; one main."""
    headings = [text_of(node) for node in document.css("h1")]
    title = text_of(document.css_first("title"))
    if len(headings) != 1 or not headings[0]:
        yield f"the page has {len(headings)} h1: {headings}"
    elif not same_words(title).startswith(same_words(headings[0])):
        yield f"the title {title!r} does not start with the h1 {headings[0]!r}"
    if len(document.css("main")) != 1:
        yield "the page has no main, or several"


def same_words(text: str) -> str:
    """Return a text without its spaces, which markup may add inside a heading, nor its marks."""
    return re.sub(r"[\s\[\]\u2066-\u2069]", "", text)


def written_in(document: Document, language: Language) -> Fault:
    """The page says its language and its direction."""
    html = document.css_first("html")
    said = (html.attributes.get("lang"), html.attributes.get("dir")) if html else None
    if said != (language.html, language.direction):
        yield f"<html> says lang and dir {said}"


def a_way_to_call(document: Document) -> Fault:
    """Each page has a way to a human voice."""
    if not document.css("a[href^='tel:']"):
        yield "no tel: link"


def unique_ids(document: Document) -> Fault:
    """No id stands twice."""
    seen = Counter(node.attributes["id"] for node in document.css("[id]"))
    yield from (f"id {name!r} stands {times} times" for name, times in seen.items() if times > 1)


def known_references(document: Document) -> Fault:
    """What points to an id points to one that exists."""
    ids = {node.attributes["id"] for node in document.css("[id]")}
    for name, target in references(document):
        if target not in ids:
            yield f"{name}={target!r} points to no element"


def references(document: Document) -> Iterator[tuple[str, str]]:
    """Yield each attribute that points to an id, with that id."""
    for name in REFERENCES:
        for node in document.css(f"[{name}]"):
            yield from ((name, target) for target in (node.attributes[name] or "").split())
    for label in document.css("label[for]"):
        yield "label for", label.attributes["for"] or ""


def labels(document: Document) -> Fault:
    """Each field has a label."""
    named = {node.attributes["for"] for node in document.css("label[for]") if text_of(node)}
    for field in document.css(FIELDS):
        tied = field.attributes.get("id") in named or inside(field, "label")
        if not tied and not has_aria_name(field):
            yield f"no label: {opening(field)}"


def names(document: Document) -> Fault:
    """Each link and button says what it does; each picture says what it shows, or nothing."""
    for node in document.css("a[href], button"):
        shown = text_of(node) or any(image.attributes.get("alt") for image in node.css("img"))
        if not shown and not has_aria_name(node) and not node.css("svg title"):
            yield f"no name: {opening(node)}"
    for image in document.css("img"):
        if "alt" not in image.attributes:
            yield f"no alt: {opening(image)}"


def has_aria_name(node: Node) -> bool:
    """Return whether an element is named for screen readers alone."""
    return bool(node.attributes.get("aria-label") or node.attributes.get("aria-labelledby"))


def own_files_only(document: Document) -> Fault:
    """No inline script, style or handler, and nothing from another site."""
    for node in document.css("script:not([src]):not([type$='json'])"):
        yield f"inline script: {opening(node)}"
    for node in document.css("*"):
        handlers = [name for name in node.attributes if name == "style" or name.startswith("on")]
        yield from (f"{name}= on {opening(node)}" for name in handlers)
    for node in document.css("script[src], link[href]:not([rel=canonical]), img[src], audio[src]"):
        if urlsplit(node.attributes.get("src") or node.attributes.get("href") or "").netloc:
            yield f"from another site: {opening(node)}"


def no_spilled_code(document: Document) -> Fault:
    """No attribute shows what only the code should see."""
    for node in document.css("*"):
        for name, value in node.attributes.items():
            if value == "None" or "<Macro" in (value or "") or "<function" in (value or ""):
                yield f"{name}={value!r} on <{node.tag}>"


def bounds(document: Document) -> Fault:
    """Only what is picked or counted has bounds: a text has none."""
    for node in document.css("input:not([type]), input[type=text], input[type=tel]"):
        yield from (
            f"{name}= on {opening(node)}"
            for name in ("min", "max", "step")
            if name in node.attributes
        )


def plain_twins(document: Document) -> Fault:
    """Whatever htmx asks for, a browser without scripts can ask for too."""
    for name in HX:
        for node in document.css(f"[{name}]"):
            asked = urlsplit(node.attributes[name] or "").path
            if not any(urlsplit(plain).path == asked for plain in plain_addresses(node)):
                yield f"{name}={asked!r} has no plain twin"


def plain_addresses(node: Node) -> list[str]:
    """Return where an element leads without scripts; a form without action leads to its page."""
    own = node.attributes.get("href") or node.attributes.get("formaction")
    form = node if node.tag == "form" else inside(node, "form")
    return [own] if own else [form.attributes.get("action") or ""] if form else []


def addresses(document: Document, adapter: MapAdapter, app: Flask) -> Fault:
    """Each link and each form leads to an address of ours that exists."""
    for node in document.css("a[href^='/'], link[href^='/'], script[src^='/'], img[src^='/']"):
        address = node.attributes.get("href") or node.attributes.get("src") or ""
        yield from known(address, "GET", adapter, app)
    for node in document.css("form[action^='/']"):
        method = (node.attributes.get("method") or "get").upper()
        yield from known(node.attributes["action"] or "", method, adapter, app)
    for node in document.css("a[href='#'], a[href='']"):
        yield f"leads nowhere: {opening(node)}"


def known(address: str, method: str, adapter: MapAdapter, app: Flask) -> Fault:
    """The address is one of ours, for this method."""
    path = without_language(urlsplit(address).path)
    if path.startswith("/static/"):
        if not is_file(path, app):
            yield f"no file: {path}"
        return
    try:
        adapter.match(path, method)
    except RequestRedirect:
        return
    except HTTPException as error:
        yield f"{method} {path} leads nowhere ({error.code})"


def is_file(path: str, app: Flask) -> bool:
    """Return whether a static file is served."""
    browser = FlaskClient(app, use_cookies=False)
    answer = Context().run(browser.get, path, buffered=True)
    return answer.status_code == 200


def without_language(path: str) -> str:
    """Return a path as the routes know it."""
    first, _, rest = path[1:].partition("/")
    return f"/{rest}" if first and first in LANGUAGES else path


def inside(node: Node, tag: str) -> Node | None:
    """Return the nearest element of that kind around this one."""
    parent = node.parent
    while parent is not None and parent.tag != tag:
        parent = parent.parent
    return parent


def opening(node: Node) -> str:
    """Return the opening tag of an element, to find it by."""
    return (node.html or "").partition(">")[0][:160] + ">"
