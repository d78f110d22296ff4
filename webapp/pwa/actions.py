"""Forgetting what phones sent once, when none of them can still send it again."""

from datetime import datetime, timedelta

from sqlalchemy import delete

from webapp.extensions import db
from webapp.pwa.models import SentOnce

KEPT = timedelta(days=60)  # twice the time for which a phone sends by itself


def forget_old(now: datetime) -> int:
    """Remove the keys that no phone sends any more; return how many there were."""
    gone = db.session.execute(delete(SentOnce).where(SentOnce.at < now - KEPT))
    return int(gone.rowcount)  # type: ignore[attr-defined]
