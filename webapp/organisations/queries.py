"""Structures and help places, read."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache

from sqlalchemy import ColumnElement, Float, Integer, Select, bindparam, func, select
from sqlalchemy.orm import joinedload

from webapp.accounts.enums import Role
from webapp.accounts.models import Account, Device, Passkey
from webapp.extensions import db
from webapp.offers.enums import OfferStatus
from webapp.offers.models import Offer
from webapp.organisations.kinds import HIRING
from webapp.organisations.models import (
    Contact,
    HelpPlace,
    Invitation,
    LogEntry,
    Organisation,
    Site,
)
from webapp.places.rules import KM_A_DEGREE, Square


def organisation(public_id: str) -> Organisation | None:
    """Return a structure by its public name."""
    return db.session.scalar(select(Organisation).where(Organisation.public_id == public_id))


def by_feed_id(feed_id: str) -> Organisation | None:
    """Return a structure by the id that the public feed gives it."""
    return db.session.scalar(select(Organisation).where(Organisation.feed_id == feed_id))


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


def contact_named(public_id: str) -> Contact | None:
    """Return a person who answers for offers, by their public name."""
    return db.session.scalar(select(Contact).where(Contact.public_id == public_id))


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


def members(organisation_id: int) -> Sequence[Account]:
    """Return the open accounts of a structure, by first name."""
    return db.session.scalars(
        select(Account)
        .where(Account.organisation_id == organisation_id, Account.closed_at.is_(None))
        .order_by(func.lower(Account.first_name), func.lower(Account.last_name), Account.id)
    ).all()


def former_members(organisation_id: int) -> Sequence[Account]:
    """Return the closed accounts of a structure, the last closed first."""
    return db.session.scalars(
        select(Account)
        .where(Account.organisation_id == organisation_id, Account.closed_at.is_not(None))
        .order_by(Account.closed_at.desc(), Account.id.desc())
    ).all()


def member_of(organisation_id: int, public_id: str) -> Account | None:
    """Return an open account of this structure, by its public name; None for another's."""
    return db.session.scalar(
        select(Account).where(
            Account.public_id == public_id,
            Account.organisation_id == organisation_id,
            Account.closed_at.is_(None),
        )
    )


def account_by_email(email: str) -> Account | None:
    """Return the account that signs in with this address, of whatever structure."""
    return db.session.scalar(select(Account).where(Account.email == email))


def open_leads(organisation_id: int) -> Sequence[int]:
    """Return the ids of the leads of a structure, held until the end of the transaction.

    Two leads who close each other at the same moment then wait for one another.
    """
    return db.session.scalars(
        select(Account.id)
        .where(Account.organisation_id == organisation_id, Account.role == Role.LEAD)
        .where(Account.closed_at.is_(None))
        .order_by(Account.id)
        .with_for_update()
    ).all()


def has_had_lead(organisation_id: int) -> bool:
    """Return whether a structure has, or ever had, a lead."""
    wanted = select(Account.id).where(
        Account.organisation_id == organisation_id, Account.role == Role.LEAD
    )
    return db.session.scalar(wanted.limit(1)) is not None


def last_seen(organisation_id: int) -> Mapping[int, date]:
    """Return the last day on which each account was used, by its id."""
    rows = db.session.execute(
        select(Device.account_id, func.max(Device.seen_on))
        .join(Account, Account.id == Device.account_id)
        .where(Account.organisation_id == organisation_id)
        .group_by(Device.account_id)
        .order_by(Device.account_id)
    )
    return {account_id: day for account_id, day in rows if account_id is not None}


def with_passkey(organisation_id: int) -> frozenset[int]:
    """Return the ids of the accounts that have a passkey."""
    return frozenset(
        db.session.scalars(
            select(Account.id)
            .join(Passkey, Passkey.account_id == Account.id)
            .where(Account.organisation_id == organisation_id)
            .order_by(Account.id)
        )
    )


def log_of(organisation_id: int, limit: int) -> Sequence[LogEntry]:
    """Return the last changes in a structure, the newest first."""
    return db.session.scalars(
        select(LogEntry)
        .where(LogEntry.organisation_id == organisation_id)
        .options(joinedload(LogEntry.by), joinedload(LogEntry.subject))
        .order_by(LogEntry.at.desc(), LogEntry.id.desc())
        .limit(limit)
    ).all()


def sites_of(organisation_id: int) -> Sequence[Site]:
    """Return the other places of a structure, by name."""
    return db.session.scalars(
        select(Site).where(Site.organisation_id == organisation_id).order_by(Site.name, Site.id)
    ).all()


def site_of(organisation_id: int, public_id: str) -> Site | None:
    """Return a place of this structure, by its public name; None for another's."""
    return db.session.scalar(
        select(Site).where(Site.public_id == public_id, Site.organisation_id == organisation_id)
    )


def former_member_of(organisation_id: int, public_id: str) -> Account | None:
    """Return a closed account of this structure, by its public name."""
    return db.session.scalar(
        select(Account).where(
            Account.public_id == public_id,
            Account.organisation_id == organisation_id,
            Account.closed_at.is_not(None),
        )
    )


def usable_invitations(organisation_id: int, now: datetime) -> Sequence[Invitation]:
    """Return the invitations of a structure that still let people in, the last to end first."""
    return db.session.scalars(
        select(Invitation)
        .where(Invitation.organisation_id == organisation_id, Invitation.revoked_at.is_(None))
        .where(Invitation.expires_at >= now)
        .order_by(Invitation.expires_at.desc(), Invitation.id)
    ).all()


def help_places_near(lat: float, lon: float, limit: int = 3) -> Sequence[HelpPlace]:
    """Return the help places nearest to a point, looked for in growing boxes up to 80 km."""
    found: Sequence[HelpPlace] = []
    for km in (5, 20, 80):
        square = Square(lat, lon, km)
        found = db.session.scalars(
            select(HelpPlace)
            .where(*within(square), HelpPlace.gone_since.is_(None))
            .order_by(squared_km(square), HelpPlace.id)
            .limit(limit)
        ).all()
        if len(found) >= limit:
            break
    return found


def structures_near(
    lat: float, lon: float, radius_km: float, limit: int, *conditions: ColumnElement[bool]
) -> Sequence[Organisation]:
    """Return the structures that are still there within a radius of a point, nearest first."""
    return db.session.scalars(in_circle(*conditions), circle(lat, lon, radius_km, limit)).all()


def in_circle(*conditions: ColumnElement[bool]) -> Select[Organisation]:
    """Return the query of the structures in a circle, whose values `circle` gives."""
    placed = Organisation.__table__.c
    north = (placed.lat - bindparam("lat", type_=Float)) * KM_A_DEGREE
    east = (placed.lon - bindparam("lon", type_=Float)) * bindparam("per_lon", type_=Float)
    squared = north * north + east * east
    return (
        select(Organisation)
        .where(Organisation.lat.between(bindparam("south"), bindparam("north")))
        .where(Organisation.lon.between(bindparam("west"), bindparam("east")))
        .where(squared <= bindparam("most", type_=Float))
        .where(Organisation.gone_since.is_(None), *conditions)
        .order_by(squared, Organisation.id)
        .limit(bindparam("limit", type_=Integer))
    )


def circle(lat: float, lon: float, radius_km: float, limit: int) -> dict[str, float]:
    """Return the values of a circle, and of the square around it that an index finds."""
    square = Square(lat, lon, radius_km)
    (south, north), (west, east) = square.lats, square.lons
    edges = {"south": south, "north": north, "west": west, "east": east}
    middle = {"lat": lat, "lon": lon, "per_lon": square.per_lon}
    return {**edges, **middle, "most": radius_km * radius_km, "limit": limit}


def within(square: Square) -> Iterator[ColumnElement[bool]]:
    """Give what a square holds, as an index finds it."""
    yield HelpPlace.lat.between(*square.lats)
    yield HelpPlace.lon.between(*square.lons)


def squared_km(square: Square) -> ColumnElement[float]:
    """Return the square of how far a help place is, near enough for an order."""
    north = (HelpPlace.lat - square.lat) * KM_A_DEGREE
    east = (HelpPlace.lon - square.lon) * square.per_lon
    return north * north + east * east


def structures_to_call(
    lat: float, lon: float, radius_km: float, limit: int = 3
) -> Sequence[Organisation]:
    """Return the structures of the public feed that people may call though they show no offer.

    Each has a phone, takes requests, employs people, and has no published offer here.
    """
    return db.session.scalars(to_call(), circle(lat, lon, radius_km, limit)).all()


@cache
def to_call() -> Select[Organisation]:
    """Return the query of the structures to call, built once: every short list asks for them."""
    published = select(Offer.id).where(
        Offer.organisation_id == Organisation.id, Offer.status == OfferStatus.PUBLISHED
    )
    return in_circle(
        Organisation.feed_id.is_not(None),
        Organisation.phone.is_not(None),
        Organisation.takes_requests.is_(True),
        Organisation.kind.in_(HIRING),
        ~published.exists(),
    )
