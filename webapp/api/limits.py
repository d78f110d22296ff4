"""How often a program may ask: generously by address, more with a key; people's pages never."""

import hashlib
import hmac

from flask import Response, current_app, request

from webapp.errors import Refused
from webapp.extensions import SAFE_METHODS
from webapp.i18n import lazy_gettext as _l

AN_ADDRESS = "600 per minute"
A_KEY = "3000 per minute"
HEADER = "X-Api-Key"
MINUTE = "60"  # seconds after which one may ask again


class UnknownKey(Refused):
    """The key is none that this instance has given."""

    title = _l("Cette clé n’est pas connue")
    advice = _l("Vérifiez l’en-tête X-Api-Key, ou appelez sans clé.")
    code = 401


def check_key() -> None:
    """Refuse a key that was not given; no key at all is welcome."""
    given = request.headers.get(HEADER)
    if given is not None and not is_known(given):
        raise UnknownKey


def is_known(given: str) -> bool:
    """Return whether a key was given by this instance, without telling how near it was."""
    known = current_app.config["API_KEYS"]
    return any(hmac.compare_digest(given.encode(), key.encode()) for key in known)


def asker() -> str:
    """Return who is counted: the key, by its hash, else the address."""
    given = request.headers.get(HEADER)
    if given is not None and is_known(given):
        return f"key-{hashlib.sha256(given.encode()).hexdigest()[:16]}"
    return f"address-{request.remote_addr}"


def limit() -> str:
    """Return how often this asker may ask."""
    return A_KEY if asker().startswith("key-") else AN_ADDRESS


def open_to_other_sites(response: Response) -> Response:
    """Let scripts of other sites read an answer, and say when to ask again."""
    if request.method in SAFE_METHODS:
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "ETag, Retry-After"
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        response.headers["Access-Control-Allow-Headers"] = f"{HEADER}, If-None-Match"
        response.headers["Access-Control-Max-Age"] = "86400"
    if response.status_code == 429:
        response.headers["Retry-After"] = MINUTE
    return response
