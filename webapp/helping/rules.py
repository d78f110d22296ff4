"""Who answers a request for help, until when, and when it moves up to the lead."""

import hashlib
from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from webapp.applications.rules import answer_by, plain
from webapp.places.rules import metres

WORKING_DAYS = 2  # to answer, then between two signs of whoever took it
PER_PHONE = 5  # requests a day for one number: nobody asks for more by hand
NEAR, FAR = 10_000, 30_000  # metres
AFTER_CLOSING = timedelta(days=183)
AT_MOST = timedelta(days=365)


@dataclass(frozen=True)
class Spot:
    """Where help is asked for."""

    insee: str
    departement: str
    lat: float
    lon: float


@dataclass(frozen=True)
class Candidate:
    """An organisation that answers for a need, where it is, and how far it answers."""

    organisation_id: int
    reach: str  # enums.Reach
    spot: Spot
    account_id: int | None = None


def nearest(candidates: Iterable[Candidate], spot: Spot | None) -> Candidate | None:
    """Return the nearest of those who answer there; None when nobody does.

    Where no place is known, only those who answer everywhere do. Two at the same distance are told
    apart by which was there first, so that the answer never changes by itself.
    """
    able = (one for one in candidates if covers(one, spot))
    return min(able, key=lambda one: (distance(one, spot), one.organisation_id), default=None)


def covers(one: Candidate, spot: Spot | None) -> bool:
    """Return whether an organisation answers for this place."""
    if one.reach == "everywhere":
        return True
    if spot is None:
        return False
    if one.reach == "commune":
        return one.spot.insee == spot.insee
    if one.reach == "departement":
        return one.spot.departement == spot.departement
    return distance(one, spot) <= (NEAR if one.reach == "near" else FAR)


def distance(one: Candidate, spot: Spot | None) -> float:
    """Return how far an organisation is, in metres; nothing where no place is known."""
    return metres(one.spot.lat, one.spot.lon, spot.lat, spot.lon) if spot else 0.0


def due(on: date, holidays: Container[date]) -> date:
    """Return the last day on which a sign is in time, counted from the last one."""
    return answer_by(on, WORKING_DAYS, holidays)


def is_to_raise(*, is_open: bool, raised: bool, due_on: date, on: date) -> bool:
    """Return whether a request moves up to the lead: once, when its last day has passed."""
    return is_open and not raised and due_on < on


def key(need: str, phone: str, first_name: str) -> str:
    """Return what two requests of one person for one need have in common, as 64 signs."""
    return hashlib.sha256(f"help|{need}|{phone}|{plain(first_name)}".encode()).hexdigest()


def spent(used: str, public_id: str) -> str:
    """Return the key of a request that is over, so that the person may ask again."""
    return hashlib.sha256(f"{used}|{public_id}".encode()).hexdigest()
