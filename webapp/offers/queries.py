"""Offers, read: for everyone, for their structure, as cards and as pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from webapp.extensions import db
from webapp.offers.enums import OfferStatus
from webapp.offers.models import Offer, OfferSearch
from webapp.offers.search import Hit

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
    query = select(OfferSearch.id).order_by(OfferSearch.id.desc()).limit(limit)
    if family:
        query = query.where(OfferSearch.family == family)
    ids = db.session.scalars(query).all()
    offers = by_id(ids)
    return [Found(offers[number], None) for number in ids if number in offers]


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


def past_their_day(today: date) -> Sequence[Offer]:
    """Return the published offers whose last day has passed."""
    return db.session.scalars(
        select(Offer)
        .where(Offer.status == OfferStatus.PUBLISHED, Offer.expires_on < today)
        .order_by(Offer.id)
    ).all()


def published_count() -> int:
    """Return how many offers can be found."""
    return db.session.scalar(select(func.count()).select_from(OfferSearch)) or 0


def demonstration_is_on() -> bool:
    """Return whether invented offers are among the real ones."""
    return db.session.scalar(select(Offer.id).where(Offer.demonstration).limit(1)) is not None
