"""Offers that wait to be read in the area of an organisation, and those just published there."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select

from webapp import calendars
from webapp.extensions import db
from webapp.offers import actions as offers
from webapp.offers.enums import OfferStatus
from webapp.offers.models import Offer
from webapp.offers.queries import with_people
from webapp.organisations.models import Organisation, Site
from webapp.places.rules import metres
from webapp.reviews import rules
from webapp.scams.models import Report
from webapp.scams.queries import ENOUGH

NEWEST = 20


def to_read(organisation: Organisation) -> list[Offer]:
    """Return the offers of an organisation's area that wait to be read, the longest first."""
    waiting = with_people().where(is_waiting()).order_by(Offer.updated_at, Offer.id)
    return of_area(db.session.scalars(waiting), organisation)


def just_published(organisation: Organisation, since: datetime) -> list[Offer]:
    """Return the offers of the area that went on line since a moment, the newest first."""
    found = (
        with_people()
        .where(Offer.status == OfferStatus.PUBLISHED, Offer.published_at >= since)
        .order_by(Offer.published_at.desc(), Offer.id.desc())
    )
    return of_area(db.session.scalars(found), organisation)[:NEWEST]


def offer_to_read(organisation: Organisation, public_id: str) -> Offer | None:
    """Return an offer of the area that waits, or that is on line and may be looked at after."""
    found = db.session.scalar(
        with_people().where(
            Offer.public_id == public_id,
            or_(is_waiting(), Offer.status == OfferStatus.PUBLISHED),
        )
    )
    return next(iter(of_area([found] if found else [], organisation)), None)


def is_waiting() -> ColumnElement[bool]:
    """Return the condition of an offer that nobody sees until it is read."""
    many = (
        select(Report.offer_id)
        .where(Report.settled_at.is_(None))
        .group_by(Report.offer_id)
        .having(func.count(Report.sender.distinct()) >= ENOUGH)
    )
    reported = (Offer.status == OfferStatus.PAUSED) & Offer.id.in_(many)
    return or_(Offer.status == OfferStatus.IN_REVIEW, reported)


def of_area(found: Iterable[Offer], organisation: Organisation) -> list[Offer]:
    """Return those of some offers that are in the area of an organisation and of its sites."""
    mine = select(Site).where(Site.organisation_id == organisation.id).order_by(Site.id)
    places = [organisation, *db.session.scalars(mine)]
    departments = {calendars.department(one.insee) for one in places}
    points = [(one.lat, one.lon) for one in places]
    return [one for one in found if rules.is_of_area(spot(one, points), departments)]


def spot(offer: Offer, points: list[tuple[float, float]]) -> rules.Spot:
    """Return where an offer is, seen from some points."""
    here = offer.organisation
    known = offer.lat is not None and offer.lon is not None
    lat, lon = (offer.lat, offer.lon) if known else (here.lat, here.lon)
    nearest = min(metres(lat or 0, lon or 0, *point) for point in points)
    return rules.Spot(calendars.department(offer.insee or here.insee), nearest / 1000)


def why(offer: Offer, reports: int) -> tuple[rules.Why, ...]:
    """Return why an offer waits to be read."""
    return rules.reasons(
        known=offer.organisation.known_since is not None,
        doubtful=bool(offers.doubtful_words(offer)),
        reported=reports >= ENOUGH,
        refused=bool(offer.refusal),
    )
