"""How often an employer answers and how fast, shown on its offers once enough people asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median_low

from sqlalchemy import or_, select

from webapp.applications.enums import ApplicationStatus
from webapp.applications.models import Application
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.offers.models import Offer

ENOUGH = 5  # requests, below which a figure would say nothing
LATEST = 20
LOOKED_BACK = timedelta(days=365)


@dataclass(frozen=True)
class Rate:
    """Of the last requests whose promised day has come, how many were answered, how fast."""

    answered: int
    asked: int
    days: int | None  # the usual delay, None where nobody was answered


def rate(waits: Sequence[tuple[datetime, datetime | None]]) -> Rate | None:
    """Return the rate of these requests, each with when it was made and answered; None of few."""
    if len(waits) < ENOUGH:
        return None
    delays = [(answered - asked).days for asked, answered in waits if answered is not None]
    return Rate(len(delays), len(waits), median_low(delays) if delays else None)


def of_employer(organisation_id: int, now: datetime) -> Rate | None:
    """Return the rate of a structure; who took their request back before an answer is no one's."""
    over = Application.answer_by < now.astimezone(PARIS).date()
    found = db.session.execute(
        select(Application.created_at, Application.answered_at)
        .join(Application.offer)
        .where(Offer.organisation_id == organisation_id)
        .where(Application.created_at >= now - LOOKED_BACK)
        .where(
            or_(
                Application.answered_at.is_not(None),
                over & (Application.status != ApplicationStatus.WITHDRAWN),
            )
        )
        .order_by(Application.created_at.desc(), Application.id.desc())
        .limit(LATEST)
    )
    return rate([(asked, answered) for asked, answered in found])
