"""Tables of offers, and the narrow table in which published ones are searched."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.columns import PUBLIC_ID, Moment, new_public_id, new_version
from webapp.extensions import Base
from webapp.offers.enums import OfferStatus
from webapp.organisations.models import Contact, Organisation


class Offer(Base):
    """A job offered by one employer at one place, made of facts; words are made from them."""

    __tablename__ = "offer"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), index=True)
    backup_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), index=True)
    status: Mapped[str] = mapped_column(String(12), default=OfferStatus.DRAFT, index=True)
    kind: Mapped[str] = mapped_column(String(12), default="job")
    family: Mapped[str | None] = mapped_column(String(16))
    job: Mapped[str | None] = mapped_column(String(48))
    rome: Mapped[str | None] = mapped_column(String(5))
    contract: Mapped[str | None] = mapped_column(String(16))
    months: Mapped[int | None]  # length of the first contract
    tasks: Mapped[list[str]] = mapped_column(JSON, default=list)

    # Where: a place with its address, or for those who send people elsewhere a zone around it.
    insee: Mapped[str | None] = mapped_column(String(5))
    place_name: Mapped[str] = mapped_column(String(120), default="")
    address: Mapped[str] = mapped_column(String(200), default="")
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    private_home: Mapped[bool] = mapped_column(default=False)  # shows the commune only
    zone_km: Mapped[int | None]  # a zone of this radius instead of one place
    way: Mapped[list[str]] = mapped_column(JSON, default=list)  # how to get there, a step a line

    # When: [[day 0-6, from minute, to minute], …] and minutes a week, from and to.
    week: Mapped[list[list[int]]] = mapped_column(JSON, default=list)
    weekly_minutes: Mapped[int | None]
    weekly_minutes_max: Mapped[int | None]
    start: Mapped[str] = mapped_column(String(10), default="now")
    starts_on: Mapped[date | None]

    # Pay in euro cents an hour before deductions, from and to.
    pay_cents: Mapped[int | None]
    pay_cents_max: Mapped[int | None]
    positions: Mapped[int] = mapped_column(default=1)

    # Needs; `learned` names those that are taught on the spot.
    licence: Mapped[str] = mapped_column(String(10), default="none")
    french: Mapped[str] = mapped_column(String(10), default="some")
    carrying: Mapped[str] = mapped_column(String(10), default="none")
    posture: Mapped[str] = mapped_column(String(10), default="standing")
    screen: Mapped[str] = mapped_column(String(10), default="none")
    experience: Mapped[str] = mapped_column(String(10), default="none")
    learned: Mapped[list[str]] = mapped_column(JSON, default=list)
    bring: Mapped[list[str]] = mapped_column(JSON, default=list)
    words: Mapped[str] = mapped_column(String(500), default="")

    promised_days: Mapped[int] = mapped_column(default=5)  # working days to answer
    request_count: Mapped[int] = mapped_column(default=0)
    demonstration: Mapped[bool] = mapped_column(default=False, index=True)
    # For a job of the public feed: its name there, what was last said, the day it disappeared.
    feed_id: Mapped[str | None] = mapped_column(String(64), index=True, unique=True)
    feed_facts: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    gone_since: Mapped[date | None]
    created_at: Mapped[datetime] = mapped_column(Moment)
    updated_at: Mapped[datetime] = mapped_column(Moment)
    published_at: Mapped[datetime | None] = mapped_column(Moment)
    expires_on: Mapped[date | None] = mapped_column(index=True)  # the 30th day without a sign
    # Since when its contact is asked whether it is still open; None once they gave a sign.
    asked_on: Mapped[date | None] = mapped_column(index=True)
    closed_reason: Mapped[str | None] = mapped_column(String(12))  # filled, expired, withdrawn
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    reviewed_words: Mapped[str] = mapped_column(String(64), default="")  # hash of those approved
    refusal: Mapped[str] = mapped_column(String(300), default="")  # why it was refused

    organisation: Mapped[Organisation] = relationship()
    contact: Mapped[Contact | None] = relationship(foreign_keys=[contact_id])
    backup: Mapped[Contact | None] = relationship(foreign_keys=[backup_id])

    def answering(self, on: date) -> Contact | None:
        """The human who answers on this day: the contact, or while away the replacement."""
        if self.contact is not None and self.backup is not None and self.contact.is_away(on):
            return self.backup
        return self.contact

    def is_alone(self, on: date) -> bool:
        """Whether nobody who is named answers on this day: the contact and who replaces them."""
        human = self.answering(on)
        return human is None or human.is_away(on)

    @property
    def is_published(self) -> bool:
        """Whether people can see it and ask for it."""
        return self.status == OfferStatus.PUBLISHED


# Strip by strip, an index holds together what lies between two longitudes: a box reads its own
# offers, not those of its latitudes across the whole country.
PLACE = ("strip", "lon", "lat")
# What a search asks of the offers of a box before it knows which come first: indexes hold it.
TOLD = ("load", "id", "flags")


class OfferSearch(Base):
    """What is searched of a published offer: its point, its work, its words."""

    __tablename__ = "offer_search"

    id: Mapped[int] = mapped_column(ForeignKey("offer.id", ondelete="CASCADE"), primary_key=True)
    lat: Mapped[float]
    lon: Mapped[float]
    strip: Mapped[int]  # of latitude, see grid.strip
    family: Mapped[str] = mapped_column(String(16))
    rome: Mapped[str] = mapped_column(String(5))
    load: Mapped[float] = mapped_column(default=0.0)  # requests per open post
    flags: Mapped[int] = mapped_column(default=0)  # see rules.Flag
    words: Mapped[str] = mapped_column(default="")  # normalised, spaced
    tokens: Mapped[str] = mapped_column(default="")  # cells, family and code, spaced
    # Names this state of the offer's card: triggers draw another at each change of what it shows.
    version: Mapped[int] = mapped_column(BigInteger, default=new_version, server_default="0")

    __table_args__ = (
        Index("ix_offer_search_place", *PLACE, *TOLD),
        Index("ix_offer_search_family", "family", *PLACE, *TOLD),
        Index("ix_offer_search_rome", "rome", *PLACE, *TOLD),
    )


def facts(offer: Offer) -> dict[str, Any]:
    """Return every column of an offer by its name, for exports and comparisons."""
    return {column.key: getattr(offer, column.key) for column in Offer.__table__.columns}
