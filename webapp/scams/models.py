"""Tables of what people report, an offer or a message they received, and nothing of who says it."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base
from webapp.offers.models import Offer


class Report(Base):
    """One report of an offer; `sender` only tells two networks apart, and goes when settled."""

    __tablename__ = "report"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    offer_id: Mapped[int] = mapped_column(ForeignKey("offer.id", ondelete="CASCADE"), index=True)
    reason: Mapped[str] = mapped_column(String(16))  # words.REASONS
    words: Mapped[str] = mapped_column(String(500), default="")
    sender: Mapped[str] = mapped_column(String(64), default="")
    created_at: Mapped[datetime] = mapped_column(Moment)
    settled_at: Mapped[datetime | None] = mapped_column(Moment)
    outcome: Mapped[str] = mapped_column(String(8), default="")  # keep, close

    offer: Mapped[Offer] = relationship()


class ToldMessage(Base):
    """A message that people received and gave to who looks after traps; the same one counts up."""

    __tablename__ = "told_message"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    print: Mapped[str] = mapped_column(String(64), unique=True)  # hash of its words
    text: Mapped[str] = mapped_column(Text)
    level: Mapped[str] = mapped_column(String(8))  # what the rules said: stop, check, none
    signs: Mapped[list[str]] = mapped_column(JSON, default=list)
    times: Mapped[int] = mapped_column(default=1)
    first_at: Mapped[datetime] = mapped_column(Moment)
    last_at: Mapped[datetime] = mapped_column(Moment, index=True)
    read_at: Mapped[datetime | None] = mapped_column(Moment)
