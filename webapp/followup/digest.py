"""The letter of the day: what is new among the alerts of a professional, told by e-mail.

One a day at most, on working days, only where something is new. It counts and names nobody: who it
is about is read on the page, where each look is kept.
"""

import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from webapp import calendars
from webapp.accounts import roles
from webapp.accounts.enums import Role
from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.followup import digest_texts
from webapp.followup.due import KINDS, Due, alerts
from webapp.followup.models import Digest
from webapp.messages.actions import queue
from webapp.messages.enums import Kind
from webapp.organisations.models import away

DAY, SWITCH = "/conseiller/", "/parcours/mon-resume"
HOUR = time(7, 30)
SATURDAY = 5
ROLES = (Role.ADVISER, Role.EMPLOYER, Role.LEAD)


def of(account: Account) -> Digest | None:
    """Return what is kept of the letters of an account; nothing before the first."""
    return db.session.get(Digest, account.id)


def is_wanted(account: Account) -> bool:
    """Return whether an account gets letters: yes until it says no."""
    kept = of(account)
    return kept is None or kept.wanted


def want(account: Account, wanted: bool) -> None:
    """Keep whether an account wants letters."""
    kept_of(account).wanted = wanted


def kept_of(account: Account) -> Digest:
    """Return what is kept of the letters of an account, begun where there is nothing."""
    kept = of(account)
    if kept is None:
        kept = Digest(account_id=account.id, wanted=True, told=[])
        db.session.add(kept)
    return kept


def readers() -> Sequence[Account]:
    """Return the accounts that follow people: those whose day shows what waits."""
    found = db.session.scalars(
        select(Account)
        .where(Account.closed_at.is_(None), Account.role.in_(ROLES))
        .options(joinedload(Account.organisation))
        .order_by(Account.id)
    )
    return [one for one in found if roles.opens("pathway_only", one)]


def send(account: Account, on: date, now: datetime) -> bool:
    """Write the letter of one account; return whether there is anything new to tell."""
    if not is_wanted(account) or not works(account, on):
        return False
    # The addresses of what waits are made as a page makes them.
    with current_app.test_request_context():
        found = alerts(account, now)
    names = {mark(one): one for one in found}
    kept = kept_of(account)
    new = [one for name, one in names.items() if name not in set(kept.told)]
    kept.told = list(names)
    if new:
        write(account, new, on, now)
    return bool(new)


def works(account: Account, on: date) -> bool:
    """Return whether an account works that day: no weekend, no holiday there, not away."""
    free = on.weekday() >= SATURDAY or on in calendars.holidays(account.organisation.insee)
    return not free and not away(account.away_from, account.away_until, on)


def mark(one: Due) -> str:
    """Return a thing's own name, which tells nothing of whom it is about."""
    return hashlib.sha256(f"{one.kind} {one.address}".encode()).hexdigest()[:12]


def write(account: Account, new: Sequence[Due], on: date, now: datetime) -> None:
    """Queue a letter, to leave in the morning."""
    counts = Counter(one.kind for one in new)
    lines = [alert(counts[kind]) for kind in KINDS if counts[kind] and (alert := KINDS[kind].alert)]
    morning = datetime.combine(on, HOUR, calendars.zone(account.organisation.insee))
    here = current_app.config["PUBLIC_URL"]
    queue(
        kind=Kind.STAFF_NOTE,
        to=account.email,
        subject=digest_texts.SUBJECT,
        text=digest_texts.letter(lines, f"{here}{DAY}", f"{here}{SWITCH}"),
        key=f"digest-{account.public_id}-{on:%Y%m%d}",
        now=now,
        send_at=max(now, morning),
    )
