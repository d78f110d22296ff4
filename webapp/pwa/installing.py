"""The place on the phone's own screen: offered where a request was just sent, until declined.

Whoever says “non merci” is not asked again on this phone: a cookie remembers it, and nothing else.
Where scripts run, the phone itself remembers on which page it was offered, and no other offers it.
"""

from flask import Flask, g, request
from werkzeug import Response

from webapp.reading import reading

COOKIE = "__Host-install"
DECLINED = "no"
LASTS = 2 * 365 * 86_400  # seconds


def may_be_offered() -> bool:
    """Return whether this is a phone of one person who has not declined."""
    lent = g.get("together") is not None or reading().screen
    return COOKIE not in request.cookies and not lent


def decline(answer: Response) -> Response:
    """Remember on this phone that it was declined."""
    answer.set_cookie(
        COOKIE, DECLINED, max_age=LASTS, secure=True, httponly=True, samesite="Lax", path="/"
    )
    return answer


def init_app(app: Flask) -> None:
    """Let templates ask."""
    app.jinja_env.globals["install_may_be_offered"] = may_be_offered
