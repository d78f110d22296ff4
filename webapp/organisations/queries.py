"""Structures and help places, read."""

import math
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import joinedload

from webapp.extensions import db
from webapp.offers.enums import OfferStatus
from webapp.offers.models import Offer
from webapp.organisations.kinds import HIRING
from webapp.organisations.models import Contact, HelpPlace, Invitation, Organisation

KM_A_DEGREE = 111.195


def organisation(public_id: str) -> Organisation | None:
    """Return a structure by its public name."""
    return db.session.scalar(select(Organisation).where(Organisation.public_id == public_id))


def organisations() -> Sequence[Organisation]:
    """Return every structure, by name."""
    by_name = select(Organisation).order_by(Organisation.name, Organisation.id)
    return db.session.scalars(by_name).all()


def contact_like(organisation_id: int, first_name: str, phone: str) -> Contact | None:
    """Return the person of a structure who has this first name and number."""
    return db.session.scalar(
        select(Contact)
        .where(Contact.organisation_id == organisation_id, Contact.phone == phone)
        .where(func.lower(Contact.first_name) == first_name.lower())
        .order_by(Contact.id)
    )


def contact_of(organisation_id: int, public_id: str) -> Contact | None:
    """Return a person of this structure, by their public name; None for another's."""
    return db.session.scalar(
        select(Contact).where(
            Contact.public_id == public_id, Contact.organisation_id == organisation_id
        )
    )


def invitation_by_hash(token_hash: str) -> Invitation | None:
    """Return the invitation whose secret has this hash, with its structure."""
    return db.session.scalar(with_structure().where(Invitation.token_hash == token_hash))


def with_structure() -> Select[Invitation]:
    """Return the query of invitations, each with its structure."""
    return select(Invitation).options(joinedload(Invitation.organisation))


def live_invitations(organisation_id: int) -> Sequence[Invitation]:
    """Return the invitations of a structure that nobody has closed, the oldest first."""
    return db.session.scalars(
        select(Invitation)
        .where(Invitation.organisation_id == organisation_id, Invitation.revoked_at.is_(None))
        .order_by(Invitation.id)
    ).all()


def help_places_near(lat: float, lon: float, limit: int = 3) -> Sequence[HelpPlace]:
    """Return the help places nearest to a point, looked for in growing boxes up to 80 km."""
    per_lon = KM_A_DEGREE * max(math.cos(math.radians(lat)), 0.01)
    found: Sequence[HelpPlace] = []
    for km in (5, 20, 80):
        north = (HelpPlace.lat - lat) * KM_A_DEGREE
        east = (HelpPlace.lon - lon) * per_lon
        found = db.session.scalars(
            select(HelpPlace)
            .where(HelpPlace.lat.between(lat - km / KM_A_DEGREE, lat + km / KM_A_DEGREE))
            .where(HelpPlace.lon.between(lon - km / per_lon, lon + km / per_lon))
            .order_by(north * north + east * east, HelpPlace.id)
            .limit(limit)
        ).all()
        if len(found) >= limit:
            break
    return found


def structures_near(
    lat: float, lon: float, radius_km: float, limit: int, *conditions: ColumnElement[bool]
) -> Sequence[Organisation]:
    """Return the structures that are still there within a radius of a point, nearest first."""
    per_lon = KM_A_DEGREE * max(math.cos(math.radians(lat)), 0.01)
    up, across = radius_km / KM_A_DEGREE, radius_km / per_lon
    north = (Organisation.lat - lat) * KM_A_DEGREE
    east = (Organisation.lon - lon) * per_lon
    squared = north * north + east * east
    return db.session.scalars(
        select(Organisation)
        .where(Organisation.lat.between(lat - up, lat + up))
        .where(Organisation.lon.between(lon - across, lon + across))
        .where(squared <= radius_km * radius_km, Organisation.gone_since.is_(None), *conditions)
        .order_by(squared, Organisation.id)
        .limit(limit)
    ).all()


def structures_to_call(
    lat: float, lon: float, radius_km: float, limit: int = 3
) -> Sequence[Organisation]:
    """Return the structures of the public feed that people may call though they show no offer.

    Each has a phone, takes requests, employs people, and has no published offer here.
    """
    published = select(Offer.id).where(
        Offer.organisation_id == Organisation.id, Offer.status == OfferStatus.PUBLISHED
    )
    return structures_near(
        lat,
        lon,
        radius_km,
        limit,
        Organisation.feed_id.is_not(None),
        Organisation.phone.is_not(None),
        Organisation.takes_requests.is_(True),
        Organisation.kind.in_(HIRING),
        ~published.exists(),
    )
