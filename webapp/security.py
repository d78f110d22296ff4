"""What every answer says to the browser, and where a change may come from."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar
from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.http import generate_etag
from werkzeug.middleware.proxy_fix import ProxyFix

from webapp.assets import style_hashes
from webapp.extensions import SAFE_METHODS, csrf
from webapp.htmx import differs_by

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])
# What is sent here is looked at and forgotten: nothing changes, and another application of the
# phone may send it.
CONDITIONS = frozenset(
    {"HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE", "HTTP_IF_RANGE"}
)
CHANGES_NOTHING = frozenset({"scams.check", "scams.share"})
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), microphone=(), camera=(), payment=(), usb=()",
}
# What a browser keeps with a page: an answer that says “the same as before” need not say it again.
KEPT = frozenset({*HEADERS, "Content-Security-Policy", "Strict-Transport-Security"})


def framable(view: View) -> View:
    """Let other sites show a view inside their pages: only one that reads and asks for nothing."""
    view.framable = True  # type: ignore[attr-defined]
    return view


def from_machines(view: View) -> View:
    """Let a machine call a view: it says no origin, and the view asks for a secret instead."""
    view.from_machines = True  # type: ignore[attr-defined]
    return view


def listens(view: View) -> View:
    """Let a view's page ask for the microphone; no other page may."""
    view.listens = True  # type: ignore[attr-defined]
    return view


def is_marked(mark: str) -> bool:
    """Return whether the view of this request bears one of the marks above."""
    view = current_app.view_functions.get(request.endpoint or "")
    return getattr(view, mark, False)


@lru_cache(maxsize=1024)
def content_security_policy(hashes: tuple[str, ...], frame_ancestors: str = "'none'") -> str:
    """Return the policy: our own files and our own inline styles, known by their hashes."""
    styles = " ".join(f"'sha256-{digest}'" for digest in hashes)
    return (
        f"default-src 'none'; style-src 'self' {styles}; script-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; media-src 'self' blob:; manifest-src 'self'; "
        "worker-src 'self'; form-action 'self'; base-uri 'none'; "
        f"frame-ancestors {frame_ancestors}"
    )


def add_headers(response: Response) -> Response:
    """Add the headers of every answer, and let public pages be asked for again cheaply."""
    headers = response.headers
    headers.extend(HEADERS)  # no view says these itself: see `framable` and `listens`
    headers["Content-Security-Policy"] = content_security_policy(style_hashes())
    if is_marked("listens"):
        allowed = HEADERS["Permissions-Policy"].replace("microphone=()", "microphone=(self)")
        response.headers["Permissions-Policy"] = allowed
    if is_marked("framable"):
        del response.headers["X-Frame-Options"]
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        response.headers["Content-Security-Policy"] = content_security_policy(style_hashes(), "*")
    if current_app.config["PUBLIC_URL"].startswith("https:"):
        response.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
    return response


def may_be_kept(response: Response) -> Response:
    """Let an unchanged page be answered by 304; keep what is personal out of shared caches."""
    if request.method not in SAFE_METHODS or response.direct_passthrough:
        return response
    differs_by(response, "Cookie", "Save-Data")
    personal = "Set-Cookie" in response.headers or bool(request.cookies)
    if "Cache-Control" in response.headers:
        response.cache_control.no_cache = True
        if personal:
            response.cache_control.private = True
    else:
        response.headers["Cache-Control"] = "private, no-cache" if personal else "no-cache"
    if response.status_code == 200 and not response.is_streamed:
        tell_apart(response)
    return response


def tell_apart(response: Response) -> None:
    """Give a page its tag; answer in short whoever has it already."""
    kept = [(name, text) for name, text in response.headers if name in KEPT]
    policies = "".join(text for _name, text in kept)
    response.set_etag(generate_etag(response.get_data() + policies.encode()))
    if CONDITIONS.isdisjoint(request.environ):
        return
    response.make_conditional(request)
    if response.status_code == 304:
        for name, _text in kept:
            del response.headers[name]


def check_origin() -> None:
    """Refuse a change that another site asks for; ask once more where the browser does not say."""
    if (
        request.method in SAFE_METHODS
        or request.routing_exception  # no view is there to change anything: the error says so
        or request.endpoint in CHANGES_NOTHING
        or is_marked("from_machines")
    ):
        return
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if site in ("same-origin", "none") or (not site and origin and is_ours(origin)):
        return
    if site or origin:
        abort(403)
    csrf.protect()


def is_ours(origin: str) -> bool:
    """Return whether an origin is the public one, or in a local run the one that was asked."""
    if origin == current_app.config["PUBLIC_URL"]:
        return True
    local = not current_app.config["PUBLIC_URL"].startswith("https:")
    return local and urlsplit(origin).netloc == request.host


def confirm(_error: CSRFError) -> ResponseReturnValue:
    """Show what was sent with one button, for an old browser that does not say where it is."""
    fields = [(name, text) for name, text in request.form.items(multi=True) if name != "csrf_token"]
    return render_template("errors/confirm.html", fields=fields), 400


def init_app(app: Flask) -> None:
    """Check the origin of each change, then add the headers to each answer."""
    proxies = app.config["TRUSTED_PROXIES"]
    if proxies:  # else everyone behind a proxy would share one address, and its limits
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=proxies, x_proto=proxies
        )
    app.before_request(check_origin)
    app.after_request(may_be_kept)
    app.after_request(add_headers)
    app.register_error_handler(CSRFError, confirm)
