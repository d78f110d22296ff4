"""The table of what a number last looked for by SMS."""

from datetime import datetime

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.columns import Moment
from webapp.extensions import Base


class Talk(Base):
    """What a number looks for, what it was shown, and what it is asked; forgotten in a month."""

    __tablename__ = "sms_talk"

    phone: Mapped[str] = mapped_column(String(16), primary_key=True)
    work: Mapped[str] = mapped_column(String(120), default="")
    place: Mapped[str] = mapped_column(String(5), default="")  # INSEE; empty while it is asked
    seen: Mapped[int] = mapped_column(default=0)  # offers shown before these
    shown: Mapped[list[int]] = mapped_column(JSON, default=list)  # the last ones, in their order
    # the offer for which a first name is asked
    asked_for: Mapped[int | None]
    first_name: Mapped[str] = mapped_column(String(40), default="")
    at: Mapped[datetime] = mapped_column(Moment, index=True)
