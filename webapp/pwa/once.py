"""A press that is sent again is done once: its key is committed with what it changes.

A phone that had no network sends what was pressed when it can, and sends it again where no answer
came. The key travels in a header, or in the field `_key` of a form that a page sends by itself.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from flask import Flask, Response, g, has_request_context, make_response, request
from flask.typing import ResponseReturnValue
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from webapp import clock, security
from webapp.accounts import devices
from webapp.errors import Refused
from webapp.extensions import RoutedSession, db
from webapp.i18n import lazy_gettext as _l
from webapp.pwa import keeping
from webapp.pwa.models import SentOnce

View = TypeVar("View", bound=Callable[..., ResponseReturnValue])
HEADER, FIELD = "Idempotency-Key", "_key"
LONGEST = 64
PHONE = "X-Phone"  # whose phone it was when the press was made


class ForSomeoneElse(Refused):
    """What waited was pressed by someone else than the one who is in now."""

    title = _l("Une autre personne a préparé cet envoi")
    advice = _l("Elle doit entrer sur sa page. Puis ça part.")
    code = 409


class Already(Exception):
    """Another request with the same key has just been committed."""


def once(view: View) -> View:
    """Let a view be sent again without doing it twice; its single commit keeps the key."""

    @wraps(view)
    def guarded(*args: object, **kwargs: object) -> ResponseReturnValue:
        key = asked_key()
        if not key:
            return view(*args, **kwargs)
        check_owner()
        if db.session.get(SentOnce, key) is not None:
            return already(key)
        g.once_key = key
        try:
            answer = make_response(view(*args, **kwargs))
        except Already:
            db.session.rollback()
            return already(key)
        return led_to(answer, key)

    return guarded  # type: ignore[return-value]


def asked_key() -> str:
    """Return the key of this press; nothing for a page that is looked at, or an old phone."""
    if request.method != "POST":
        return ""
    key = request.headers.get(HEADER) or request.form.get(FIELD, "")
    return key if len(key) <= LONGEST else ""


def check_owner() -> None:
    """Refuse what someone else pressed on this phone: it would be done in another name."""
    devices.current()
    pressed, now = mark_of(request.headers.get(PHONE, "")), mark_of(keeping.phone())
    if pressed and now and pressed != now:
        raise ForSomeoneElse


def mark_of(phone: str) -> str:
    """Return who a phone belongs to, own or shared; nothing for nobody's."""
    return phone.partition(":")[2]


def already(key: str) -> Response:
    """Answer as the first time: where it led, without doing it again."""
    found = db.session.get(SentOnce, key)
    to = found.to if found and found.to else f"{request.script_root}/"
    return Response(status=303, headers={"Location": to})


def led_to(answer: Response, key: str) -> Response:
    """Keep where a press led, for the phone that never had the answer."""
    found = db.session.get(SentOnce, key)
    if found is not None and answer.location and len(answer.location) <= SentOnce.to.type.length:
        found.to = answer.location
        db.session.commit()
    return answer


def keep_key(session: Session) -> None:
    """Add the key to the first commit of the view; raise Already where another had it first."""
    if not has_request_context() or session.in_nested_transaction():
        return
    key = g.pop("once_key", None)
    if key is None:
        return
    session.add(SentOnce(key=key, to="", at=clock.now()))
    try:
        session.flush()
    except IntegrityError:
        raise Already from None


def tell_where(answer: Response) -> Response:
    """Tell the worker where a press led, and no more: it cannot read a redirection."""
    asked = request.method == "POST" and HEADER in request.headers
    if asked and answer.location and answer.status_code in (302, 303):
        answer.status_code = 200
        answer.headers["X-To"] = answer.headers.pop("Location")
        answer.set_data(b"")
        for name in security.KEPT:  # an answer that shows nothing has nothing to protect
            answer.headers.pop(name, None)
    return answer


def init_app(app: Flask) -> None:
    """Keep keys with what is committed, and tell workers where a press led."""
    app.after_request(tell_where)
    if not event.contains(RoutedSession, "before_commit", keep_key):
        event.listen(RoutedSession, "before_commit", keep_key)
