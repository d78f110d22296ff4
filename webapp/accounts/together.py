"""A person's pages, opened beside them by an adviser: for some minutes, to do things together.

On the adviser's screen a second cookie stands beside their own, which is left as it is; on the
person's phone a link of one use opens the same. It ends by itself, with the adviser's session, or
when the person's agreement does. It opens what two people do together, and nothing by which someone
gives an agreement, signs in, takes data away or erases.
"""

import secrets
from datetime import datetime, timedelta

from flask import (
    Response,
    after_this_request,
    current_app,
    g,
    redirect,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import joinedload

from webapp.accounts import devices
from webapp.accounts.browsers import described
from webapp.accounts.enums import Place, SignInWay
from webapp.accounts.models import Account, Device, Together
from webapp.clock import now, today
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import lazy_gettext as _l
from webapp.people import journal
from webapp.people.enums import Act
from webapp.people.models import Person
from webapp.people.viewing import has_agreed

COOKIE = "__Host-beside"
LIFE = timedelta(minutes=20)
LINK_LIFE = timedelta(minutes=10)
# What a person's page must begin with, to open in such a session.
OPENS = ("applications.", "followup.own.", "followup.together.", "pathways.")
NEVER = "accounts."  # entering as someone, keys, cards


class OnTheirOwn(Refused):
    """What only the person does, on a phone of their own."""

    title = _l("Cette page s’ouvre avec votre propre téléphone")
    advice = _l("Ici, vous êtes deux. Entrez avec votre numéro sur votre téléphone.")
    code = 403


class LinkOver(Refused):
    """The link was used, or is too old."""

    title = _l("Ce lien n’ouvre plus rien")
    advice = _l("Demandez un nouveau carré à la personne à côté de vous.")
    code = 410


class TimeOver(Refused):
    """The minutes have passed on a phone that was not the one of the session."""

    title = _l("Vos pages sont fermées ici")
    advice = _l("Les 20 minutes sont passées. Rien ne reste sur ce téléphone.")
    code = 410
    door = (_l("Entrer dans mon suivi"), "/connexion")


def begin(person: Person, account: Account, place: Place, at: datetime) -> str:
    """Open a session of two, and return its secret: a phone still has to take it up."""
    on_screen = place is Place.SCREEN
    if on_screen and (before := current()) is not None:
        before.device.closed_at = before.ended_at = at
    device = Device(person=person, way=SignInWay.ADVISER, shared=True)  # kept by no worker
    device.expires_at = at + (LIFE if on_screen else LINK_LIFE)
    agent = request.user_agent.string if on_screen else ""
    token = devices.complete(device, agent, confirmed=on_screen, now=at)
    facts = {"person_id": person.id, "account_id": account.id, "place": place}
    db.session.add(Together(device=device, started_at=at, **facts))
    db.session.flush()
    if on_screen:
        after_this_request(lambda answer: give(answer, token))
    return token


def give(answer: Response, token: str, *names: str) -> Response:
    """Send the secret to the browser, which forgets it when it is closed."""
    for name in (COOKIE, *names):
        devices.set_cookie(answer, name, token)
    return answer


def waiting(token: str, at: datetime) -> Together | None:
    """Return the session that a link for a phone leads to, while nobody took it up."""
    row = of_token(token)
    if row is None or row.device.confirmed_at is not None or row.device.expires_at <= at:
        return None
    return row if row.place == Place.PHONE and holds(row) else None


def take_up(row: Together, at: datetime) -> None:
    """Open the session on the phone of this request; the link has done its work."""
    token = secrets.token_urlsafe(32)
    device = row.device
    device.token_hash, device.confirmed_at = devices.hashed(token), at
    device.expires_at = at + LIFE
    device.label = described(request.user_agent.string)
    session.clear()
    g.device = device
    after_this_request(lambda answer: give(answer, token, devices.COOKIE))


def of_token(token: str) -> Together | None:
    """Return the session of a secret, with who is in it."""
    if not token:
        return None
    return db.session.scalars(
        select(Together)
        .join(Together.device)
        .where(Device.token_hash == devices.hashed(token), Device.closed_at.is_(None))
        .options(joinedload(Together.device).joinedload(Device.person))
        .options(joinedload(Together.account).joinedload(Account.organisation))
    ).one_or_none()


def holds(row: Together) -> bool:
    """Return whether the adviser still works there, and the person still agrees."""
    account, person = row.account, row.device.person
    if account is None or account.closed_at is not None or person is None:
        return False
    return person.merged_into_id is None and has_agreed(account, person, today())


def current() -> Together | None:
    """Return the session of two that this browser is in; None for almost everyone, unasked."""
    if "together" not in g:
        token = request.cookies.get(COOKIE, "")
        g.together = known(token) if token else None
    found: Together | None = g.together
    return found


def known(token: str) -> Together | None:
    """Return the session of this secret while it lasts, on the phone or beside its own adviser."""
    row = of_token(token)
    if row is None or row.device.confirmed_at is None or row.device.expires_at <= now():
        return None
    if not holds(row):
        return None
    own = request.cookies.get(devices.COOKIE, "")
    if own == token:
        return row
    adviser = devices.known(own, now())
    beside = adviser is not None and adviser.account_id == row.account_id
    return row if beside else None


def take(access: str) -> ResponseReturnValue | None:
    """Open the person's pages here in a session of two, and note what is sent.

    Raise OnTheirOwn; where the session is over say so: raise TimeOver, or send its adviser on.
    """
    row = current()
    if row is None:
        return None if access == "public" else over()
    endpoint, g.device = request.endpoint or "", row.device
    if endpoint.startswith(NEVER) or (access != "public" and not endpoint.startswith(OPENS)):
        raise OnTheirOwn
    if request.method == "POST":
        note(row, endpoint)
    return None


def over() -> ResponseReturnValue | None:
    """Say that the session of this browser ended by itself, unless its person is in by now."""
    row, device = last(request.cookies.get(COOKIE, "")), devices.current()
    if row is None or row.device.person is None or row.device.expires_at > now():
        return None
    if device is not None and device.person_id and device.id != row.device_id:
        return None
    after_this_request(lambda answer: forget(answer, cookies_of(row)))
    if row.place == Place.PHONE:
        raise TimeOver
    name = row.device.person.public_id
    return redirect(url_for("followup.together.over", public_id=name, temps="passe"), 303)


def last(token: str) -> Together | None:
    """Return the session of a secret, over or not."""
    found = select(Together).join(Together.device).where(Device.token_hash == devices.hashed(token))
    found = found.options(joinedload(Together.device).joinedload(Device.person))
    return db.session.scalars(found).one_or_none() if token else None


def note(row: Together, endpoint: str) -> None:
    """Keep that something is done together, before it is done."""
    person = row.device.person
    if person is None:
        return
    journal.note(person, Act.TOGETHER, account=row.account, now=now(), page=endpoint[:32])
    row.acts += 1
    try:
        db.session.commit()
    except SQLAlchemyError as error:
        db.session.rollback()
        raise journal.NotJournaled from error


def end(row: Together, at: datetime) -> None:
    """End a session; its browser keeps nothing, and the adviser's own session goes on."""
    row.device.closed_at = row.ended_at = at
    g.device = g.together = None
    session.clear()
    after_this_request(lambda answer: forget(answer, cookies_of(row)))


def cookies_of(row: Together) -> list[str]:
    """Return the names of what the browser of a session holds of it."""
    return [COOKIE, devices.USED] + ([devices.COOKIE] if row.place == Place.PHONE else [])


def forget(answer: Response, names: list[str]) -> Response:
    """Take the cookies back, and what the browser kept of the pages."""
    for name in names:
        answer.delete_cookie(name, secure=True, httponly=True, samesite="Lax", path="/")
    answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


def link(token: str) -> str:
    """Return the address that a phone opens."""
    return f"{current_app.config['PUBLIC_URL']}/avec/{token}"


def helper() -> Account | None:
    """Return the adviser of the session that this request is in."""
    row = g.get("together") if g else None
    return row.account if row is not None else None
