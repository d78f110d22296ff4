"""Decisions on an offer that was read: it goes on line, or stays away with a reason."""

from datetime import datetime

from webapp.messages.actions import queue
from webapp.messages.enums import Kind
from webapp.offers import actions as offers
from webapp.offers.enums import OfferStatus
from webapp.offers.models import Offer
from webapp.organisations.queries import members
from webapp.reviews import letters
from webapp.scams import actions as reports
from webapp.scams.queries import open_reports_of


def let_through(offer: Offer, now: datetime) -> None:
    """Show an offer that was read; its reports are settled, its employer is told.

    Raise as `offers.publish` does.
    """
    if offer.is_published:
        return
    told = open_reports_of(offer.id)
    if told:
        reports.settle(told[0], reports.KEEP, now)
    if not offer.is_published:
        offers.approve(offer, now)
    tell(offer, letters.ON_LINE, letters.on_line(offer), now)


def keep_out(offer: Offer, reason: str, now: datetime) -> None:
    """Keep an offer from people, or take it off line, and tell its employer why."""
    if offer.status == OfferStatus.REFUSED:
        return
    told = open_reports_of(offer.id)
    if told:
        reports.settle(told[0], reports.CLOSE, now)
    offers.refuse(offer, reason, now)
    tell(offer, letters.REFUSED, letters.refused(offer), now)


def tell(offer: Offer, subject: str, text: str, now: datetime) -> None:
    """Write to those who recruit in the structure of an offer."""
    for account in members(offer.organisation_id):
        queue(
            kind=Kind.STAFF_NOTE,
            to=account.email,
            subject=subject,
            text=text,
            key=f"review:{offer.public_id}:{int(now.timestamp())}:{account.public_id}",
            now=now,
        )
