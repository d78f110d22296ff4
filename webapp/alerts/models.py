"""The table of what people want to be told about by SMS."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base
from webapp.people.models import Person


class Alert(Base):
    """A work, a place and a number; nothing is sent before the number said yes."""

    __tablename__ = "alert"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    key: Mapped[str] = mapped_column(String(64), unique=True)  # one number, one search
    phone: Mapped[str] = mapped_column(String(16), index=True)
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    first_name: Mapped[str] = mapped_column(String(40), default="")
    family: Mapped[str] = mapped_column(String(16), default="")
    word: Mapped[str] = mapped_column(String(120), default="")
    insee: Mapped[str] = mapped_column(String(5))
    needs: Mapped[list[str]] = mapped_column(JSON, default=list)  # see offers.finding.NEEDS
    created_at: Mapped[datetime] = mapped_column(Moment)
    confirmed_at: Mapped[datetime | None] = mapped_column(Moment)
    sent_on: Mapped[date | None]  # the day of its last SMS
    sent: Mapped[list[int]] = mapped_column(JSON, default=list)  # the offers already told

    person: Mapped[Person | None] = relationship()
