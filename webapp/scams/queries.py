"""Reports and told messages, read: those that wait, and how many independent ones an offer has."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from webapp.extensions import db
from webapp.scams.models import Report, ToldMessage


def open_reports() -> Sequence[Report]:
    """Return the reports that nobody has settled, those of one offer together, oldest first."""
    return db.session.scalars(
        select(Report)
        .options(joinedload(Report.offer))
        .where(Report.settled_at.is_(None))
        .order_by(Report.offer_id, Report.created_at, Report.id)
    ).all()


def open_reports_of(offer_id: int) -> Sequence[Report]:
    """Return the reports of one offer that nobody has settled, oldest first."""
    return db.session.scalars(
        select(Report)
        .where(Report.offer_id == offer_id, Report.settled_at.is_(None))
        .order_by(Report.created_at, Report.id)
    ).all()


def report(public_id: str) -> Report | None:
    """Return the report of this name."""
    return db.session.scalar(select(Report).where(Report.public_id == public_id.lower()))


def independent_reports(offer_id: int) -> int:
    """Return how many networks sent a report of this offer that nobody has settled."""
    query = select(func.count(Report.sender.distinct())).where(
        Report.offer_id == offer_id, Report.settled_at.is_(None)
    )
    return db.session.scalar(query) or 0


def is_reported_enough(offer_id: int) -> bool:
    """Return whether so many people reported this offer that someone must look before it shows."""
    return independent_reports(offer_id) >= ENOUGH


def told_messages() -> Sequence[ToldMessage]:
    """Return the messages that nobody has read, the most told first."""
    return db.session.scalars(
        select(ToldMessage)
        .where(ToldMessage.read_at.is_(None))
        .order_by(ToldMessage.times.desc(), ToldMessage.id)
    ).all()


def told_message(public_id: str) -> ToldMessage | None:
    """Return the told message of this name."""
    return db.session.scalar(select(ToldMessage).where(ToldMessage.public_id == public_id.lower()))


ENOUGH = 3  # independent reports that pause an offer
