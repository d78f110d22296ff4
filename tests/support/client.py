"""A test client that inspects every page it opens, in French and in simple French."""

import hashlib
import re
from collections.abc import Callable
from contextvars import Context
from pathlib import Path
from typing import Any

from flask import Flask, has_app_context
from flask.ctx import RequestContext
from flask.testing import FlaskClient, FlaskCliRunner
from selectolax.lexbor import LexborHTMLParser as Document
from selectolax.lexbor import LexborNode as Node
from werkzeug.test import TestResponse

from tests.support.inspection import faults_of_fragment, faults_of_page, text_of, without_language
from tests.support.leftovers import Leftovers
from webapp.config import ROOT
from webapp.extensions import db
from webapp.i18n import LANGUAGES

KEPT = ROOT / "test-results" / "pages"  # what the HTML checker reads


class Page(TestResponse):
    """An answer, with the words to ask what its page shows."""

    @property
    def document(self) -> Document:
        """The page, to look elements up by CSS."""
        return Document(self.text)

    @property
    def h1(self) -> str:
        """The words of its title on the screen."""
        return text_of(self.document.css_first("h1"))

    @property
    def words(self) -> str:
        """Every word of its main part, spaces made one."""
        return text_of(self.document.css_first("main") or self.document.body)

    def all(self, css: str) -> list[Node]:
        """The elements that these CSS words choose."""
        return self.document.css(css)

    def one(self, css: str) -> Node:
        """The only element that these CSS words choose."""
        found = self.all(css)
        assert len(found) == 1, f"{len(found)} elements are {css!r}"
        return found[0]

    def links(self) -> dict[str, str]:
        """Where each link leads, by its words."""
        return {text_of(node): node.attributes["href"] or "" for node in self.all("a[href]")}

    def fields(self, form: str = "form") -> dict[str, str]:
        """What a form would send as it stands, but for what says that it may wait (`_later`)."""
        sent = {}
        for node in self.all(f"{form} :is(input, select, textarea)[name]:not([name^='_'])"):
            if node.attributes.get("type") in ("radio", "checkbox") and (
                "checked" not in node.attributes
            ):
                continue
            sent[node.attributes["name"] or ""] = value_of(node)
        return sent


def value_of(field: Node) -> str:
    """Return what one field would send."""
    if field.tag == "textarea":
        return field.text()
    if field.tag == "select":
        chosen = field.css_first("option[selected]") or field.css_first("option")
        return (chosen.attributes.get("value") or "") if chosen else ""
    return field.attributes.get("value") or ""


class InspectingClient(FlaskClient):
    """Open pages as a browser on the same site does, and refuse a faulty one."""

    simple_too = True  # each French page is also opened in simple French

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say where requests come from, as browsers do."""
        super().__init__(*args, **kwargs)
        self.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
        self.response_wrapper = type("Page", (Page, self.response_wrapper), {})
        self.leftovers = Leftovers(self.application)

    def open(self, *args: Any, **kwargs: Any) -> Page:
        """Send a request outside the test's own context and inspect what comes back."""
        end_own_transaction()
        self.leftovers.taken()  # what the test itself had not committed yet
        page: Page = Context().run(super().open, *args, **kwargs)
        assert page.status_code >= 400 or not self.leftovers.taken(), "changes left uncommitted"
        self.inspect(page)
        if self.simple_too and is_whole_french_page(page):
            path = f"/simple{page.request.path}"
            twin = Context().run(
                super().open, path, query_string=page.request.query_string.decode()
            )
            assert twin.status_code == page.status_code, f"{path} answers {twin.status_code}"
            self.inspect(twin)
        return page

    def inspect(self, page: Page) -> None:
        """Fail when the page is faulty; keep it for the HTML checker."""
        if page.mimetype != "text/html" or not page.text:
            return
        if 300 <= page.status_code < 400:
            return
        language = LANGUAGES.get(page.request.path.split("/")[1], LANGUAGES[""])
        if is_fragment(page):
            faults = faults_of_fragment(page.text, self.application)
        else:
            own = f"GET {without_language(page.request.path)} leads nowhere ({page.status_code})"
            found = faults_of_page(page.text, language, self.application)
            faults = [fault for fault in found if fault != own]  # its twin is not there either
            keep(page, self.application)
        assert not faults, f"{page.request.path}: " + "; ".join(faults)


class IsolatedRunner(FlaskCliRunner):
    """Run commands outside the test's own context, as a terminal does."""

    def invoke(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command; let its unexpected errors through."""
        end_own_transaction()
        kwargs.setdefault("catch_exceptions", False)
        return Context().run(super().invoke, *args, **kwargs)


def end_own_transaction() -> None:
    """Commit what the test prepared, and let go of the database: the next reads are fresh."""
    if has_app_context():
        db.session.commit()


def looking(app: Flask) -> Callable[..., RequestContext]:
    """Return what opens a request by hand: it reads what was committed, as a page does."""
    opening = app.test_request_context

    def opened(*args: Any, **kwargs: Any) -> RequestContext:
        end_own_transaction()
        return opening(*args, **kwargs)

    return opened


def is_fragment(page: Page) -> bool:
    """Return whether the answer is a part of a page."""
    return "HX-Request" in page.request.headers and "<html" not in page.text


def is_whole_french_page(page: Page) -> bool:
    """Return whether a page has a twin in simple French worth opening."""
    return (
        page.request.method == "GET"
        and page.status_code == 200
        and page.mimetype == "text/html"
        and "HX-Request" not in page.request.headers
        and page.request.path.split("/")[1] not in set(LANGUAGES) - {""}
    )


def keep(page: Page, app: Flask, most: int = 12) -> None:
    """Keep a page for the HTML checker, at most some of each address and language."""
    path = without_language(page.request.path)
    if path.startswith("/essai") or 'lang="he"' in page.text[:200]:
        return  # a page that a test invents, or a language that it invents
    kind = re.sub(r"[^a-z]+", "-", re.sub(r"/[a-z0-9]{8}(?=/|$)", "/id", path)) + (
        "simple" if path != page.request.path else "fr"
    )
    folder = KEPT / kind.strip("-")
    folder.mkdir(parents=True, exist_ok=True)
    target: Path = folder / f"{page.status_code}-{hashlib.sha256(page.data).hexdigest()[:12]}.html"
    if not target.exists() and len(list(folder.iterdir())) < most:
        target.write_bytes(page.data)
