"""What was already sent, so that what a phone sends again is done once."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.columns import Moment
from webapp.extensions import Base


class SentOnce(Base):
    """The key of one press, committed with what that press changed."""

    __tablename__ = "sent_once"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)  # made by the phone, at random
    to: Mapped[str] = mapped_column(String(300), default="")  # where the press led
    at: Mapped[datetime] = mapped_column(Moment, index=True)
