"""Offers, read: for everyone, for their structure, as cards and as pages."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from webapp.extensions import db
from webapp.lists import InList, OneText
from webapp.offers import rules
from webapp.offers.enums import OfferStatus
from webapp.offers.models import Offer, OfferSearch
from webapp.offers.search import Hit
from webapp.organisations.models import Contact, Organisation, away
from webapp.places import queries as places
from webapp.rows import ask_for_rows

SEEN_BY_ALL = (OfferStatus.PUBLISHED, OfferStatus.PAUSED, OfferStatus.CLOSED)


@dataclass(frozen=True)
class Found:
    """An offer of a list, and how far it is; `metres` is None where no place was given."""

    offer: Offer
    metres: int | None


def with_people() -> Select[Offer]:
    """Return the query of offers with their structure, contact and replacement, in one go."""
    return select(Offer).options(
        joinedload(Offer.organisation), joinedload(Offer.contact), joinedload(Offer.backup)
    )


def offer_for_public(public_id: str) -> Offer | None:
    """Return an offer that was once published, so that its page can say when it is over."""
    return db.session.scalar(
        with_people().where(Offer.public_id == public_id, Offer.status.in_(SEEN_BY_ALL))
    )


def offer_of(organisation_id: int, public_id: str) -> Offer | None:
    """Return an offer of this structure, whatever its state."""
    return db.session.scalar(
        with_people().where(Offer.public_id == public_id, Offer.organisation_id == organisation_id)
    )


def offers_of(organisation_id: int) -> Sequence[Offer]:
    """Return every offer of a structure, the latest touched first."""
    return db.session.scalars(
        with_people()
        .where(Offer.organisation_id == organisation_id)
        .order_by(Offer.updated_at.desc(), Offer.id)
    ).all()


Week = tuple[tuple[int, int, int], ...]  # (day 0-6, from minute, to minute)


class Listed(NamedTuple):
    """What the card of a published offer is made of: the columns that it shows and no others."""

    id: int
    version: int
    public_id: str
    kind: str
    family: str | None
    job: str | None
    week: Week
    weekly_minutes: int | None
    weekly_minutes_max: int | None
    pay_cents: int | None
    pay_cents_max: int | None
    positions: int
    request_count: int
    promised_days: int
    insee: str | None
    lat: float | None
    lon: float | None
    private_home: bool
    zone_km: int | None
    asked_on: date | None
    employer: str
    contact: str | None
    contact_last_name: str | None
    away_from: date | None
    away_until: date | None
    backup: str | None
    backup_last_name: str | None

    def answering(self, on: date) -> tuple[str, str]:
        """First and last name of the human who answers on this day; see Offer.answering."""
        if self.contact and self.backup and away(self.away_from, self.away_until, on):
            return self.backup, self.backup_last_name or ""
        return self.contact or "", self.contact_last_name or ""


def known_point(offer: Offer | Listed) -> tuple[float, float] | None:
    """Return the point from which distances are told; for a private home or a zone the commune's.

    Told from the door, three distances would give the address away.
    """
    hidden = offer.private_home or offer.zone_km
    town = places.commune(offer.insee or "") if hidden else None
    if town is not None:
        return town.lat, town.lon
    return (offer.lat, offer.lon) if offer.lat is not None and offer.lon is not None else None


@cache
def listing() -> Select[str]:
    """Return the query of the cards of some offers, given by `ids`."""
    search, offer, structure = OfferSearch.__table__, Offer.__table__, Organisation.__table__
    contact, backup = Contact.__table__.alias(), Contact.__table__.alias()
    plain = [offer.c[name] for name in Listed._fields[2:-7]]
    named = [structure.c.name, contact.c.first_name, contact.c.last_name]
    named += [contact.c.away_from, contact.c.away_until, backup.c.first_name, backup.c.last_name]
    rows = search.join(offer, offer.c.id == search.c.id)
    rows = rows.join(structure, structure.c.id == offer.c.organisation_id)
    rows = rows.outerjoin(contact, contact.c.id == offer.c.contact_id)
    rows = rows.outerjoin(backup, backup.c.id == offer.c.backup_id)
    listed = OneText(search.c.id, search.c.version, *plain, *named)
    return select(listed).select_from(rows).where(InList(search.c.id, "ids"))


def listed(ids: Sequence[int]) -> list[Listed]:
    """Return what the cards of these offers are made of, in any order."""
    return [told(row) for row in ask_for_rows(listing(), {"ids": list(ids)})]


def told(row: list[Any]) -> Listed:
    """Return a row of the text as what a card is made of."""
    row[WEEK] = week_of(row[WEEK])
    for place in DAYS:
        if row[place] is not None:
            row[place] = date.fromisoformat(row[place])
    return Listed._make(row)


@lru_cache(maxsize=4096)
def week_of(text: str) -> Week:
    """Read a week; most are alike, and what is said of one is said of all."""
    return tuple((day, begin, end) for day, begin, end in json.loads(text))


WEEK = Listed._fields.index("week")
DAYS = tuple(map(Listed._fields.index, ("asked_on", "away_from", "away_until")))


def found(hits: Sequence[Hit]) -> list[Found]:
    """Return the offers of a search, in its order."""
    offers = by_id(hit.id for hit in hits)
    return [Found(offers[hit.id], hit.metres) for hit in hits if hit.id in offers]


def by_id(ids: Iterable[int]) -> dict[int, Offer]:
    """Return offers by their inner numbers."""
    rows = db.session.scalars(with_people().where(Offer.id.in_(list(ids))))
    return {offer.id: offer for offer in rows}


def latest(family: str | None, limit: int) -> list[Found]:
    """Return the newest offers, of one family or of all, for someone who gave no place."""
    return found(newest(family, limit))


def newest(family: str | None, limit: int) -> list[Hit]:
    """Return where to find the newest offers, of one family or of all."""
    query = select(OfferSearch.id, OfferSearch.version)
    query = query.order_by(OfferSearch.id.desc()).limit(limit)
    if family:
        query = query.where(OfferSearch.family == family)
    return [Hit(number, version, None) for number, version in db.session.execute(query)]


def to_review() -> Sequence[Offer]:
    """Return the offers that someone must read before people see them, the oldest first."""
    return db.session.scalars(
        with_people()
        .where(Offer.status == OfferStatus.IN_REVIEW)
        .order_by(Offer.updated_at, Offer.id)
    ).all()


def offer_in_review(public_id: str) -> Offer | None:
    """Return an offer that waits to be read."""
    return db.session.scalar(
        with_people().where(
            Offer.public_id == public_id.lower(), Offer.status == OfferStatus.IN_REVIEW
        )
    )


def aging(on: date) -> Sequence[Offer]:
    """Return the offers that may be due for a question or a rest, the oldest sign first."""
    oldest = on + timedelta(days=rules.LASTING_DAYS - rules.ASKED_AFTER + 1)  # a place ahead of us
    return db.session.scalars(
        with_people()
        .where(
            or_(
                (Offer.status == OfferStatus.PUBLISHED) & (Offer.expires_on <= oldest),
                (Offer.status == OfferStatus.PAUSED) & Offer.asked_on.is_not(None),
            )
        )
        .order_by(Offer.expires_on, Offer.id)
    ).all()


def to_confirm(organisation_id: int) -> Sequence[Offer]:
    """Return the offers of a structure that wait to be said still open, the longest asked first."""
    return db.session.scalars(asked_about().where(Offer.organisation_id == organisation_id)).all()


def asked_to(phone: str) -> Sequence[Offer]:
    """Return the offers about which the holder of this number may be asked."""
    numbers = select(Contact.id).where(Contact.phone == phone)
    return db.session.scalars(
        asked_about().where(or_(Offer.contact_id.in_(numbers), Offer.backup_id.in_(numbers)))
    ).all()


def asked_of(contact_id: int, since: datetime) -> tuple[list[Offer], list[Offer]]:
    """Return the offers that a person is asked about, and those of theirs ended since a moment."""
    own = or_(Offer.contact_id == contact_id, Offer.backup_id == contact_id)
    ended = (Offer.status == OfferStatus.CLOSED) & (Offer.closed_at >= since)
    over = with_people().where(own, ended).order_by(Offer.closed_at.desc(), Offer.id)
    return (
        list(db.session.scalars(asked_about().where(own))),
        list(db.session.scalars(over)),
    )


def asked_about() -> Select[Offer]:
    """Return the query of the offers whose contact is asked whether they are still open."""
    return (
        with_people()
        .where(Offer.asked_on.is_not(None))
        .where(Offer.status.in_((OfferStatus.PUBLISHED, OfferStatus.PAUSED)))
        .order_by(Offer.asked_on, Offer.id)
    )


def published_count() -> int:
    """Return how many offers can be found."""
    return db.session.scalar(select(func.count()).select_from(OfferSearch)) or 0


def demonstration_is_on() -> bool:
    """Return whether invented offers are among the real ones."""
    return db.session.scalar(SOME_INVENTED) is not None


SOME_INVENTED = select(Offer.__table__.c.id).where(Offer.__table__.c.demonstration).limit(1)
