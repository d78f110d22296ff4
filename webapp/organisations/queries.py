"""Structures and help places, read."""

import math
from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from webapp.extensions import db
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


def invitation(invitation_id: int) -> Invitation | None:
    """Return an invitation with its structure."""
    return db.session.scalar(with_structure().where(Invitation.id == invitation_id))


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
