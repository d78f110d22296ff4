"""Structures and help places, read."""

import math
from collections.abc import Sequence

from sqlalchemy import select

from webapp.extensions import db
from webapp.organisations.models import HelpPlace, Organisation

KM_A_DEGREE = 111.195


def organisation(public_id: str) -> Organisation | None:
    """Return a structure by its public name."""
    return db.session.scalar(select(Organisation).where(Organisation.public_id == public_id))


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
