"""Tables of information meetings and of who takes a seat in them."""

from datetime import datetime, timedelta

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.accounts.models import Account
from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base
from webapp.gatherings.enums import SeatState
from webapp.organisations.models import Organisation
from webapp.people.models import Person


class Gathering(Base):
    """An information meeting: what, when, where, how to get there, who welcomes, how many."""

    __tablename__ = "gathering"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"))
    topic: Mapped[str] = mapped_column(String(12))  # enums.Topic
    starts_at: Mapped[datetime] = mapped_column(Moment)
    minutes: Mapped[int] = mapped_column(default=60)
    address: Mapped[str] = mapped_column(String(200))
    insee: Mapped[str] = mapped_column(String(5))
    lat: Mapped[float]
    lon: Mapped[float]
    way: Mapped[list[str]] = mapped_column(JSON, default=list)
    seats: Mapped[int]
    host_name: Mapped[str] = mapped_column(String(40))
    host_phone: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[datetime] = mapped_column(Moment)
    created_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL"), index=True
    )
    called_off_at: Mapped[datetime | None] = mapped_column(Moment)

    organisation: Mapped[Organisation] = relationship()
    created_by: Mapped[Account | None] = relationship()

    __table_args__ = (
        Index("ix_gathering_starts_at", "starts_at"),
        Index("ix_gathering_organisation_id_starts_at", "organisation_id", "starts_at"),
    )

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)

    def is_open(self, now: datetime) -> bool:
        """Whether seats can still be taken or given back."""
        return self.called_off_at is None and now < self.starts_at


class Seat(Base):
    """Someone's seat in a meeting, or their place among those who wait for one."""

    __tablename__ = "seat"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    gathering_id: Mapped[int] = mapped_column(ForeignKey("gathering.id", ondelete="CASCADE"))
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True
    )
    first_name: Mapped[str] = mapped_column(String(40))
    # Empty for someone without a phone, for whom an adviser took the seat.
    phone: Mapped[str] = mapped_column(String(16), default="", index=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)  # one meeting, one number, one name
    state: Mapped[str] = mapped_column(String(8))  # enums.SeatState
    asked_at: Mapped[datetime] = mapped_column(Moment)
    held_at: Mapped[datetime | None] = mapped_column(Moment)  # since when the seat is theirs
    by_id: Mapped[int | None] = mapped_column(  # the adviser who took it for them
        ForeignKey("account.id", ondelete="SET NULL"), index=True
    )
    came: Mapped[bool | None]

    gathering: Mapped[Gathering] = relationship()
    person: Mapped[Person | None] = relationship()

    __table_args__ = (Index("ix_seat_gathering_id_state", "gathering_id", "state", "asked_at"),)

    @property
    def is_held(self) -> bool:
        """Whether the seat is theirs."""
        return self.state == SeatState.HELD
