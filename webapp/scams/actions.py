"""Changes to reports: tell a problem with an offer, settle it, forget what is old."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from ipaddress import ip_address, ip_network

from sqlalchemy import delete

from webapp.clock import PARIS
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import lazy_gettext as _l
from webapp.offers import actions as offers
from webapp.offers.enums import OfferStatus
from webapp.offers.models import Offer
from webapp.scams import queries
from webapp.scams.models import Report

KEPT = timedelta(days=365)
REPORTED = _l("Des personnes ont signalé un problème.")
KEEP, CLOSE = "keep", "close"


class AlreadySettled(Refused):
    """Someone has decided already."""

    title = _l("C’est déjà réglé")
    advice = _l("Regardez la liste des signalements ouverts.")
    code = 409


@dataclass(frozen=True)
class Problem:
    """What someone reports: a reason of the closed list, words, the sender's address."""

    reason: str
    words: str
    address: str


def report(offer: Offer, problem: Problem, secret: str, now: datetime) -> Report:
    """Keep a report; the third independent one hides the offer until someone has looked."""
    found = Report(
        offer=offer,
        reason=problem.reason,
        words=problem.words,
        sender=sender_key(problem.address, offer.id, secret),
        created_at=now,
    )
    db.session.add(found)
    db.session.flush()
    if offer.is_published and queries.is_reported_enough(offer.id):
        offers.pause(offer, now)
    return found


def sender_key(address: str, offer_id: int, secret: str) -> str:
    """Return what tells two networks apart for one offer, and from which neither can be read.

    One network counts once for one offer, however often and on however many days it sends; the
    same network has another key for another offer, so that reports cannot be tied to a person.
    """
    told = f"report of {offer_id} from {network_of(address)}"
    return hmac.new(secret.encode(), told.encode(), hashlib.sha256).hexdigest()


def network_of(address: str) -> str:
    """Return the network of an address: its first 24 bits in IPv4, 48 in IPv6."""
    try:
        found = ip_address(address)
    except ValueError:
        return "unknown"
    mapped = getattr(found, "ipv4_mapped", None) or found
    return str(ip_network(f"{mapped}/{24 if mapped.version == 4 else 48}", strict=False))


def settle(found: Report, outcome: str, now: datetime) -> None:
    """Decide on all open reports of an offer: KEEP shows it again, CLOSE ends it.

    Raise AlreadySettled, or with KEEP what publishing an offer that is not whole raises.
    """
    if found.settled_at is not None:
        raise AlreadySettled
    offer = found.offer
    was_hidden = queries.is_reported_enough(offer.id)
    for one in queries.open_reports_of(offer.id):
        one.settled_at, one.outcome, one.sender = now, outcome, ""
    db.session.flush()
    if outcome == CLOSE:
        end(offer, now)
    elif was_hidden and offer.status in (OfferStatus.PAUSED, OfferStatus.IN_REVIEW):
        offers.approve(offer, now)


def end(offer: Offer, now: datetime) -> None:
    """Close an offer that is not closed yet; it comes back only once someone has read it."""
    offer.refusal = str(REPORTED)
    if offer.status != OfferStatus.CLOSED:
        offers.close(offer, "withdrawn", now)


def forget_old(on: date) -> int:
    """Erase the reports older than a year; return how many went."""
    before = datetime(on.year, on.month, on.day, tzinfo=PARIS) - KEPT
    erased = db.session.execute(delete(Report).where(Report.created_at < before))
    return int(erased.rowcount)  # type: ignore[attr-defined]
