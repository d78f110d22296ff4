"""Flask, without what it does for each page and no page of ours needs."""

from collections.abc import Callable, MutableMapping
from typing import Any

from flask import Flask, Request, has_request_context, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from flask.templating import Environment

from webapp.shelf import Shelf

ADDRESSES = 2_000  # kept: those of a hundred views or more, in each language


class PlainEnvironment(Environment):
    """Jinja's environment, for an application that names everything before its first page."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return a copy of what templates may name.

        Jinja chains two dictionaries, so as to see later changes; each import of a component then
        compares them name by name, in Python.
        """
        return {**self.globals, **(d or {})}


class Sessions(SecureCookieSessionInterface):
    """Signed cookies, whose keys are prepared only for a visitor who has one."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """Return what the cookie of this request holds; something empty where there is none."""
        if self.get_cookie_name(app) not in request.cookies:
            return self.session_class()
        return super().open_session(app, request)


class Application(Flask):
    """An application whose views are plain functions, its names settled when it starts."""

    jinja_environment = PlainEnvironment
    session_interface = Sessions()

    def url_for(self, /, endpoint: str, **values: Any) -> str:
        """Return the address of a view; of one that takes nothing, as it was once written.

        Such an address is the same for everyone who reads one language: it begins as theirs do.
        """
        if values or endpoint.startswith(".") or not has_request_context():
            return super().url_for(endpoint, **values)
        kept: Shelf[str] = self.extensions.setdefault("addresses", Shelf(ADDRESSES))
        key = (endpoint, request.script_root)
        address = kept.get(key)
        if address is None:
            address = super().url_for(endpoint)
            kept.put(key, address)
        return address

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function as it is: none of ours is a coroutine."""
        return func
