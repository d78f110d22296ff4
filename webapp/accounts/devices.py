"""The browsers that people are signed in with: opened, known again, left idle, closed.

A browser holds a secret of 256 bits and only its hash is kept. A shared phone also holds the
signed hour at which it was last used, so that 30 quiet minutes close it without a write: looking
at a page changes nothing in the database. The day of the last use is written once a day, by
`note_use`, when someone opens a page of their own.
"""

import hashlib
import secrets
from datetime import date, datetime, timedelta

from flask import Response, after_this_request, current_app, g, request, session
from itsdangerous import BadSignature, URLSafeSerializer
from sqlalchemy import ColumnElement, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import joinedload

from webapp import clock
from webapp.accounts.browsers import described
from webapp.accounts.enums import SignInWay
from webapp.accounts.models import Account, Device
from webapp.extensions import db
from webapp.people.models import Person

COOKIE = "__Host-device"
USED = "__Host-used"  # when a shared phone was last used, signed
OWN = timedelta(days=365)
SHARED = timedelta(hours=12)  # and never longer than the browser stays open
STAFF = timedelta(hours=12)
IDLE = timedelta(minutes=30)
SKEW = timedelta(minutes=2)  # between the clocks of two of our machines


def open_for_person(
    person: Person, *, way: SignInWay, shared: bool, confirmed: bool, now: datetime
) -> Device:
    """Sign a person in on this browser; what it held before is closed and forgotten."""
    device = Device(person=person, way=way, shared=shared, expires_at=now + life(shared))
    return opened(device, confirmed=confirmed, now=now)


def open_for_account(account: Account, *, confirmed: bool, now: datetime) -> Device:
    """Sign a professional in on this browser for 12 hours; what it held before is closed."""
    device = Device(account=account, way=SignInWay.LINK, shared=False, expires_at=now + STAFF)
    return opened(device, confirmed=confirmed, now=now)


def life(shared: bool) -> timedelta:
    """Return how long a person stays signed in at most."""
    return SHARED if shared else OWN


def opened(device: Device, *, confirmed: bool, now: datetime) -> Device:
    """Give a new secret to this browser: one that someone else planted is never signed in."""
    before = current()
    if before is not None:
        close(before, now)
    session.clear()
    token = complete(device, request.user_agent.string, confirmed=confirmed, now=now)
    g.device = device
    after_this_request(lambda answer: give(answer, device, token, now))
    return device


def complete(device: Device, user_agent: str, *, confirmed: bool, now: datetime) -> str:
    """Fill in a new device, add it, and return its secret, which is kept nowhere."""
    token = secrets.token_urlsafe(32)
    device.token_hash = hashed(token)
    device.label = described(user_agent)
    device.created_at, device.seen_on = now, clock.today()
    device.confirmed_at = now if confirmed else None
    db.session.add(device)
    return token


def hashed(token: str) -> str:
    """Return what is kept of a secret that nobody can guess."""
    return hashlib.sha256(token.encode()).hexdigest()


def give(answer: Response, device: Device, token: str, now: datetime) -> Response:
    """Send the secret to the browser; a shared phone forgets it when the browser is closed."""
    age = None if device.shared else int((device.expires_at - now).total_seconds())
    set_cookie(answer, COOKIE, token, age)
    return answer


def set_cookie(answer: Response, name: str, value: str, age: int | None = None) -> None:
    """Set one of our two cookies: out of reach of scripts and of other sites."""
    answer.set_cookie(
        name, value, max_age=age, secure=True, httponly=True, samesite="Lax", path="/"
    )


def current() -> Device | None:
    """Return the device of this browser while it is signed in, confirmed or not."""
    if "device" not in g:
        g.device = known(request.cookies.get(COOKIE, ""), clock.now())
    device: Device | None = g.device
    return device


def known(token: str, now: datetime) -> Device | None:
    """Return the open device of a secret: one query, with the person or the account."""
    if not token:
        return None
    wanted = (
        select(Device)
        .where(Device.token_hash == hashed(token), Device.closed_at.is_(None))
        .options(
            joinedload(Device.person), joinedload(Device.account).joinedload(Account.organisation)
        )
    )
    found = db.session.scalars(wanted).one_or_none()
    return found if found is not None and is_open(found, now) else None


def is_open(device: Device, now: datetime) -> bool:
    """Return whether a device, with whose owner it is, still lets in."""
    if device.expires_at <= now or device.created_at > now + SKEW:
        return False
    if device.account is not None:
        return device.account.closed_at is None
    here = device.person is not None and device.person.merged_into_id is None
    return here and not (device.shared and is_idle(device, now))


def is_idle(device: Device, now: datetime) -> bool:
    """Return whether a shared phone was left for too long, or does not say since when."""
    try:
        owner, at = serializer().loads(request.cookies.get(USED, ""))
    except (BadSignature, ValueError, TypeError):
        return True
    quiet = now - datetime.fromtimestamp(at, now.tzinfo)
    return owner != device.token_hash[:16] or not -SKEW <= quiet < IDLE


def serializer() -> URLSafeSerializer:
    """Return what signs the hour of the last use."""
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="device-used")


def renew(answer: Response) -> Response:
    """Tell a shared phone that it was used just now."""
    device: Device | None = g.get("device")
    if device is not None and device.shared and device.closed_at is None:
        set_cookie(answer, USED, used(device, clock.now()))
    return answer


def used(device: Device, now: datetime) -> str:
    """Return the signed hour of the last use, which serves this device alone."""
    signed: str = serializer().dumps([device.token_hash[:16], now.timestamp()])
    return signed


def note_use(device: Device, on: date) -> None:
    """Keep the day of the last use, once a day, on the writing engine and at once.

    It runs before a page of one's own, never before a public one: nothing else waits to be kept.
    Who gave one proof alone is no sign of life of the person. A page does not wait for this.
    """
    if device.seen_on >= on or device.confirmed_at is None:
        return
    g.may_write = True
    device.seen_on = on
    if device.person is not None:
        device.person.active_on = on
    try:
        db.session.commit()
    except SQLAlchemyError:
        db.session.rollback()
    finally:
        g.may_write = False


def person() -> Person | None:
    """Return the person signed in here by two proofs."""
    device = current()
    return device.person if device is not None and device.confirmed_at else None


def account() -> Account | None:
    """Return the professional signed in here by a mailed link and a passkey."""
    device = current()
    return device.account if device is not None and device.confirmed_at else None


def confirm(device: Device, now: datetime) -> None:
    """Note that the second proof was given."""
    device.confirmed_at = now


def close(device: Device, now: datetime) -> None:
    """Close a device at once; this browser forgets it, if it is the one."""
    device.closed_at = now
    if g.get("device") is device:
        g.device = None
        session.clear()
        after_this_request(forget)


def forget(answer: Response) -> Response:
    """Take the cookies back, unless someone else has just signed in."""
    if g.get("device") is None:
        for name in (COOKIE, USED):
            answer.delete_cookie(name, secure=True, httponly=True, samesite="Lax", path="/")
    return answer


def close_all(owner: Person | Account, now: datetime, *, but: Device | None = None) -> None:
    """Close every device of someone at once, except one."""
    wanted = update(Device).where(mine(owner), Device.closed_at.is_(None))
    if but is not None:
        wanted = wanted.where(Device.id != but.id)
    db.session.execute(wanted.values(closed_at=now))


def of_person(person: Person) -> list[Device]:
    """Return the open devices of a person, the last opened first."""
    return of_owner(person)


def of_account(account: Account) -> list[Device]:
    """Return the open devices of a professional, the last opened first."""
    return of_owner(account)


def of_owner(owner: Person | Account) -> list[Device]:
    """Return the open devices of someone, the last opened first."""
    wanted = select(Device).where(
        mine(owner), Device.closed_at.is_(None), Device.expires_at > clock.now()
    )
    return list(db.session.scalars(wanted.order_by(Device.created_at.desc(), Device.id.desc())))


def mine(owner: Person | Account) -> ColumnElement[bool]:
    """Return the condition that a device is someone's."""
    if isinstance(owner, Person):
        return Device.person_id == owner.id
    return Device.account_id == owner.id
