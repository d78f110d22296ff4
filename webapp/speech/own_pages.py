"""A page of ours as the one who listens sees it: asked of the application itself."""

from typing import Any
from urllib.parse import urlsplit

from flask import Response, current_app, request
from werkzeug.exceptions import HTTPException

from webapp.access import access_of

READ_ALOUD = frozenset({"public", "person_only"})
OURSELVES = "speech."  # a page that listens to itself would never end
# What of the listener's request goes along; nothing that asks for a part, or for compression.
CARRIED = ("HTTP_HOST", "HTTP_USER_AGENT", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO")
LONGEST = 1000  # characters of an address


def endpoint_of(address: str) -> str | None:
    """Return which of our pages is at this address; None where it is none to read aloud."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not address.startswith("/") or len(address) > LONGEST:
        return None
    try:
        endpoint, _ = current_app.url_map.bind("").match(parts.path, method="GET")
    except HTTPException:
        return None
    name = str(endpoint)
    return None if name.startswith(OURSELVES) or access_of(name) not in READ_ALOUD else name


def environ_of(address: str, *, cookies: bool) -> dict[str, Any]:
    """Return the request for a page, made by the same browser; or by one that nobody knows."""
    parts = urlsplit(address)
    kept = [*CARRIED, *(["HTTP_COOKIE"] if cookies else [])]
    given = request.environ
    return {
        **{name: value for name, value in given.items() if not name.startswith("HTTP_")},
        **{name: given[name] for name in kept if name in given},
        "REQUEST_METHOD": "GET",
        "PATH_INFO": parts.path,
        "QUERY_STRING": parts.query,
        "CONTENT_LENGTH": "0",
        "CONTENT_TYPE": "",
    }


def html_of(address: str, *, cookies: bool) -> str | None:
    """Return a page of ours, kind refusals included; None where there is none to read."""
    if endpoint_of(address) is None:
        return None
    environ = environ_of(address, cookies=cookies)
    environ.pop("werkzeug.request", None)
    with current_app.app_context():  # what is known of this request is not that one's
        answer = Response.from_app(current_app.wsgi_app, environ, buffered=True)
    if answer.mimetype != "text/html" or answer.location:
        return None
    return answer.get_data(as_text=True)
