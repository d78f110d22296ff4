"""The log of a structure: who changed what, when; its lead reads it, and it is kept for a year."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import delete

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.organisations import rules
from webapp.organisations.enums import Logged
from webapp.organisations.models import LogEntry, Organisation


def note(
    organisation: Organisation,
    act: Logged,
    *,
    by: Account | None,
    now: datetime,
    subject: Account | None = None,
    **about: Any,
) -> None:
    """Note a change; `by` is empty when an invitation or the operator made it."""
    db.session.add(
        LogEntry(
            organisation_id=organisation.id,
            by_id=by.id if by else None,
            subject_id=subject.id if subject else None,
            act=act,
            about=about,
            at=now,
        )
    )
    db.session.flush()


def forget_old(on: date) -> None:
    """Remove what is older than a year."""
    before = datetime.combine(on - rules.LOG_LASTS, time(), PARIS)
    db.session.execute(delete(LogEntry).where(LogEntry.at < before))
