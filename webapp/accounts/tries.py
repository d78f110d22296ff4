"""Tries at a secret and codes sent: noted without any name, and counted against the limits."""

import hashlib
import hmac
import ipaddress
import secrets
from datetime import datetime, timedelta

from flask import Response, after_this_request, current_app, g, has_request_context, request
from sqlalchemy import ColumnElement, delete, func, select, text, update

from webapp.accounts import rules
from webapp.accounts.enums import Tried
from webapp.accounts.models import Attempt
from webapp.accounts.rules import Limit
from webapp.extensions import db

BROWSER = "__Host-browser"  # a chance name of this browser: codes are bound to it
TOKEN_BYTES, TOKEN_SIGNS = 32, 43  # 256 bits of chance
WIDEST = 64  # bits of an IPv6 address that one home or one centre has


def hashed(text: str) -> str:
    """Return the keyed hash of a text, as 64 signs: without our secret nobody can try texts."""
    key = current_app.config["SECRET_KEY"].encode()
    return hmac.new(key, b"accounts|" + text.encode(), hashlib.sha256).hexdigest()


def note(kind: Tried, subject: str, *, right: bool, now: datetime) -> None:
    """Keep that someone tried; `subject` is the number, card, person or address tried on."""
    db.session.add(
        Attempt(
            kind=kind,
            subject=subject_hash(kind, subject),
            network=network(),
            browser=browser(),
            right=right,
            at=now,
        )
    )


def too_many(kind: Tried, subject: str, now: datetime) -> timedelta | None:
    """Return how long to wait before the next try; None when one may try now.

    From this question to the end of the transaction nobody else tries on the same subject, so that
    two tries at the same moment cannot both be the last one.
    """
    alone_with(kind, subject)
    return wait(kind, subject, now)


def wait(kind: Tried, subject: str, now: datetime) -> timedelta | None:
    """Return the same to who only looks: nobody is held back by it."""
    waits = [
        rules.wait_until_free(blocking, limit, now)
        for limit in rules.LIMITS[kind]
        if (blocking := filling(kind, limit, subject, now))
    ]
    return max(waits, default=None)


def answered(kind: Tried, subject: str) -> None:
    """Note that the last thing sent to this subject was used: it counts as wrong no longer."""
    last = (
        select(Attempt.id)
        .where(Attempt.kind == kind, Attempt.subject == subject_hash(kind, subject))
        .order_by(Attempt.at.desc(), Attempt.id.desc())
        .limit(1)
    )
    db.session.execute(
        update(Attempt)
        .where(Attempt.id.in_(db.session.scalars(last).all()))
        .values(right=True)
        .execution_options(synchronize_session=False)
    )


def wrong_since(kind: Tried, since: datetime) -> int:
    """Return how many wrong tries there were on the whole site since a moment."""
    query = select(func.count(Attempt.id)).where(
        Attempt.kind == kind, Attempt.at > since, Attempt.right.is_(False)
    )
    return db.session.scalar(query) or 0


def forget_old(now: datetime) -> None:
    """Erase the tries that no limit counts any more."""
    db.session.execute(delete(Attempt).where(Attempt.at <= now - rules.KEPT))


def alone_with(kind: Tried, subject: str) -> None:
    """Wait until no other transaction tries on this subject; SQLite has one writer anyway."""
    if db.session.get_bind().dialect.name == "postgresql":
        number = int(subject_hash(kind, subject)[:15], 16)
        db.session.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})


def filling(kind: Tried, limit: Limit, subject: str, now: datetime) -> datetime | None:
    """Return the moment of the try that fills a limit; None where there is room."""
    where = counted_on(kind, limit, subject)
    if where is None:
        return None
    conditions = [Attempt.kind == kind, Attempt.at > now - limit.within, *where]
    if limit.only_wrong:
        conditions.append(Attempt.right.is_(False))
    return db.session.scalar(
        select(Attempt.at)
        .where(*conditions)
        .order_by(Attempt.at.desc())
        .offset(limit.most - 1)
        .limit(1)
    )


def counted_on(kind: Tried, limit: Limit, subject: str) -> list[ColumnElement[bool]] | None:
    """Return what tells the tries that a limit counts; None where it does not apply."""
    if limit.scope == "site":
        return []
    if limit.scope == "subject":
        return [Attempt.subject == subject_hash(kind, subject)]
    value = network() if limit.scope == "network" else browser()
    column = Attempt.network if limit.scope == "network" else Attempt.browser
    return [column == value] if value else None


def subject_hash(kind: Tried, subject: str) -> str:
    """Return what is kept of the thing tried on."""
    return hashed(f"{kind}|{subject}")


def network() -> str:
    """Return what is kept of the address that asks: of IPv6 the part that one place has."""
    if not (has_request_context() and request.remote_addr):
        return ""
    try:
        address = ipaddress.ip_address(request.remote_addr.partition("%")[0])
    except ValueError:
        return ""
    mapped = getattr(address, "ipv4_mapped", None)
    if address.version == 4 or mapped:
        return hashed(f"network|{mapped or address}")
    return hashed(f"network|{int(address) >> (128 - WIDEST):x}")


def browser() -> str:
    """Return what is kept of the browser that asks; empty for one that was never named."""
    token = browser_token()
    return hashed(f"browser|{token}") if token else ""


def browser_token() -> str:
    """Return the name of this browser, given just now or before."""
    if not has_request_context():
        return ""
    token: str = g.get("browser_token") or request.cookies.get(BROWSER, "")
    return token if len(token) == TOKEN_SIGNS else ""


def named_browser() -> str:
    """Return what is kept of this browser, which is given a name for a day if it has none."""
    g.browser_token = browser_token() or secrets.token_urlsafe(TOKEN_BYTES)
    after_this_request(give_name)
    return browser()


def give_name(answer: Response) -> Response:
    """Send this browser its name: out of reach of scripts and of other sites."""
    answer.set_cookie(
        BROWSER,
        g.browser_token,
        max_age=rules.DAY,
        secure=True,
        httponly=True,
        samesite="Lax",
        path="/",
    )
    return answer
