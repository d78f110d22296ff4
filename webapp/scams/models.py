"""The table of reports: what people say of an offer, and nothing of who says it."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
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
