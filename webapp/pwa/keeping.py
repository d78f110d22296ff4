"""What the worker of a phone may keep, and whose phone it is: three headers, no guess of its own.

`X-Keep` names where an answer is kept: `pages` for what everybody reads, `own` for a page of one
person, on the phone that they said is theirs. `X-Phone` says whose phone this is, by a mark that
tells nothing else; when it changes, the worker forgets what it kept for the former one. Pages of
professionals are never kept: they show other people's lives. `X-Fresh` says for how many seconds a
page that was kept may be shown at once, while it comes anew; 0 where an answer gave a cookie, for
then pages may look otherwise from now on.
"""

import hashlib
import hmac
from collections.abc import Callable
from typing import TypeVar

from flask import Flask, Response, current_app, g, request
from flask.typing import ResponseReturnValue

from webapp.access import access_of
from webapp.accounts import devices
from webapp.accounts.models import Device
from webapp.htmx import wants_fragment

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])
READ = frozenset({"pages", "offers", "applications", "scams", "plainfrench", "speech"})  # by all
CALM = frozenset({"pages", "offers", "scams"})  # nothing in them hurries
FRESH = 300  # seconds
KINDS = frozenset({"text/html", "application/json"})
PAGES, OWN = "pages", "own"
NOBODY, UNKNOWN = "none", "?"


def kept_on_own_phone(view: View) -> View:
    """Let a page of one person be read without network, on a phone that is theirs alone."""
    view.kept_on_own_phone = True  # type: ignore[attr-defined]
    return view


def place(answer: Response) -> str:
    """Return where a phone may keep this answer; nothing for nowhere."""
    if request.method != "GET" or answer.status_code not in (200, 304) or wants_fragment():
        return ""
    if request.endpoint is None:
        return ""
    view = current_app.view_functions[request.endpoint]
    if getattr(view, "kept_on_own_phone", False):
        return OWN if phone().startswith("own:") else ""
    return PAGES if is_everybodys(answer) else ""


def is_everybodys(answer: Response) -> bool:
    """Return whether an answer says the same to everybody, and nothing of one visitor."""
    open_to_all = request.blueprint in READ and access_of(request.endpoint or "") == "public"
    return open_to_all and "no-store" not in answer.headers.get("Cache-Control", "")


def phone() -> str:
    """Return whose phone this is; UNKNOWN where this request did not have to know."""
    if devices.COOKIE not in request.cookies and g.get("device") is None:
        return NOBODY
    if "device" not in g:
        return UNKNOWN
    device: Device | None = g.device
    if device is None or device.confirmed_at is None:
        return NOBODY
    return f"{kind(device)}:{mark(device)}"


def kind(device: Device) -> str:
    """Return what sort of phone this is: `own`, `shared`, or `staff`."""
    if device.account_id is not None:
        return "staff"
    return "shared" if device.shared else "own"


def mark(device: Device) -> str:
    """Return what tells the owner of this phone from another, and nothing of who they are."""
    owner = f"p{device.person_id}" if device.account_id is None else f"a{device.account_id}"
    secret = current_app.config["SECRET_KEY"].encode()
    return hmac.new(secret, f"phone {owner}".encode(), hashlib.sha256).hexdigest()[:12]


def tell(answer: Response) -> Response:
    """Tell the worker what it may keep, and whose phone this is."""
    if not current_app.config["OFFLINE"] or answer.mimetype not in KINDS:
        return answer
    answer.headers.add("X-Phone", phone())  # always: a 304 leaves what it does not say as it was
    where = place(answer)
    if where:
        answer.headers.add("X-Keep", where)
    if "Set-Cookie" in answer.headers:
        answer.headers.add("X-Fresh", "0")
    elif where == PAGES and request.blueprint in CALM:
        answer.headers.add("X-Fresh", str(FRESH))
    return answer


def init_app(app: Flask) -> None:
    """Add the headers last, once it is known whether an answer is personal."""
    app.after_request(tell)
