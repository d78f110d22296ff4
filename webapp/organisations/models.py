"""Tables of organisations, their sites, contacts, log and invitations, and of help places."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, Index, String, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base
from webapp.organisations.kinds import OrganisationKind

if TYPE_CHECKING:
    from webapp.accounts.models import Account


class Organisation(Base):
    """A structure: who employs, at which address."""

    __tablename__ = "organisation"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    kind: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(String(120))
    about: Mapped[str] = mapped_column(String(300), default="")
    address: Mapped[str] = mapped_column(String(200), default="")
    insee: Mapped[str] = mapped_column(String(5))
    lat: Mapped[float]
    lon: Mapped[float]
    phone: Mapped[str | None] = mapped_column(String(16))
    feed_id: Mapped[str | None] = mapped_column(String(64), unique=True)
    # What the public feed last said: only what changes there is written here.
    feed_facts: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    takes_requests: Mapped[bool] = mapped_column(default=True)
    gone_since: Mapped[date | None]  # the day the feed no longer named it
    # when it is open: [[day 0-6, from minute, to minute], …]; empty when unknown
    hours: Mapped[list[list[int]]] = mapped_column(JSON, default=list, server_default="[]")
    demonstration: Mapped[bool] = mapped_column(default=False, index=True)
    known_since: Mapped[datetime | None] = mapped_column(Moment)  # its first offer went on line
    created_at: Mapped[datetime] = mapped_column(Moment)

    contacts: Mapped[list["Contact"]] = relationship(
        back_populates="organisation", order_by="Contact.id", cascade="all, delete-orphan"
    )

    __table_args__ = (Index("ix_organisation_lat_lon", "lat", "lon"),)

    @property
    def what(self) -> OrganisationKind:
        """The kind, with what follows from it."""
        return OrganisationKind(self.kind)


class Site(Base):
    """Another place of a structure: its own address, phone and hours."""

    __tablename__ = "site"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str] = mapped_column(String(120))
    address: Mapped[str] = mapped_column(String(200), default="")
    insee: Mapped[str] = mapped_column(String(5))
    lat: Mapped[float]
    lon: Mapped[float]
    phone: Mapped[str | None] = mapped_column(String(16))
    hours: Mapped[list[list[int]]] = mapped_column(JSON, default=list)

    organisation: Mapped[Organisation] = relationship()


class LogEntry(Base):
    """What someone changed in a structure or in its accounts; its lead reads it for a year."""

    __tablename__ = "organisation_log"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"))
    # Who did it: empty for an invitation, and for whoever runs the product.
    by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    subject_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    act: Mapped[str] = mapped_column(String(24))  # enums.Logged
    about: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)  # keys, and names of places
    at: Mapped[datetime] = mapped_column(Moment, index=True)

    by: Mapped["Account | None"] = relationship(foreign_keys=[by_id])
    subject: Mapped["Account | None"] = relationship(foreign_keys=[subject_id])

    __table_args__ = (Index("ix_organisation_log_organisation_id_at", "organisation_id", "at"),)


class Contact(Base):
    """The named human whom people call; one who also has an account needs no link to it."""

    __tablename__ = "contact"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    first_name: Mapped[str] = mapped_column(String(40))
    last_name: Mapped[str] = mapped_column(String(60), default="")
    role: Mapped[str] = mapped_column(String(60), default="")
    phone: Mapped[str] = mapped_column(String(16))
    languages: Mapped[list[str]] = mapped_column(JSON, default=lambda: ["fr"])
    # when people may call: {"days": [0..6], "from": minute of the day, "to": minute of the day}
    call_when: Mapped[dict[str, Any]] = mapped_column(
        JSON, default=lambda: {"days": [0, 1, 2, 3, 4], "from": 540, "to": 1020}
    )
    away_from: Mapped[date | None]
    away_until: Mapped[date | None]

    organisation: Mapped[Organisation] = relationship(back_populates="contacts")

    @property
    def initials(self) -> str:
        """The letters shown where there is no face."""
        return initials(self.first_name, self.last_name)

    def is_away(self, on: date) -> bool:
        """Whether the replacement takes their place on this day."""
        return away(self.away_from, self.away_until, on)


def initials(first_name: str, last_name: str) -> str:
    """Return the letters of a person, shown where there is no face."""
    return first_name[:1].upper() + last_name[:1].upper()


def away(begin: date | None, end: date | None, on: date) -> bool:
    """Return whether someone is away on this day; both ends count as away."""
    return begin is not None and begin <= on and (end is None or on <= end)


class Invitation(Base):
    """A link by which a structure's people open their accounts; its token is kept as a hash."""

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)

    organisation: Mapped[Organisation] = relationship()


class HelpPlace(Base):
    """A place where a human helps: the town hall of each commune, and places of digital help."""

    __tablename__ = "help_place"

    id: Mapped[int] = mapped_column(primary_key=True)
    source_id: Mapped[str] = mapped_column(String(64), unique=True)
    kind: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(String(160))
    address: Mapped[str] = mapped_column(String(200), default="")
    insee: Mapped[str] = mapped_column(String(5), index=True)
    lat: Mapped[float]
    lon: Mapped[float]
    phone: Mapped[str | None] = mapped_column(String(16))
    # [[day 0-6, from minute, to minute], …]; empty when unknown
    hours: Mapped[list[list[int]]] = mapped_column(JSON, default=list)
    services: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    languages: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    free: Mapped[bool] = mapped_column(default=False, server_default=false())
    gone_since: Mapped[date | None]  # the day its file no longer named it: not shown

    __table_args__ = (Index("ix_help_place_lat_lon", "lat", "lon"),)
