"""Tables of requests to meet, and of how calls went, which hold nobody's name."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base
from webapp.offers.models import Offer

if TYPE_CHECKING:
    from webapp.applications.voice.models import VoiceMessage


class Application(Base):
    """A request: who asks, for which offer, and how they want to meet."""

    __tablename__ = "application"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    offer_id: Mapped[int] = mapped_column(ForeignKey("offer.id", ondelete="CASCADE"))
    # Who asked, once they signed in with this number and were recognised.
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True
    )
    way: Mapped[str] = mapped_column(String(12))  # enums.Way
    status: Mapped[str] = mapped_column(String(16), default="sent")  # enums.ApplicationStatus
    first_name: Mapped[str] = mapped_column(String(40))
    phone: Mapped[str] = mapped_column(String(16), index=True)
    moment: Mapped[str] = mapped_column(String(12), default="any")  # enums.Moment
    for_someone: Mapped[bool] = mapped_column(default=False)
    helper_name: Mapped[str] = mapped_column(String(40), default="")  # who filled it in for them
    idempotency_key: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    answer_by: Mapped[date]
    called_at: Mapped[datetime | None] = mapped_column(Moment)

    offer: Mapped[Offer] = relationship()
    # what the person says to the employer: at most one that is ready, and one on its way
    messages: Mapped[list["VoiceMessage"]] = relationship(
        back_populates="application",
        order_by="VoiceMessage.id",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )

    __table_args__ = (Index("ix_application_offer_id_created_at", "offer_id", "created_at"),)


class CallReport(Base):
    """What came of a call that a visitor made: no name and no number, only the outcome."""

    __tablename__ = "call_report"

    id: Mapped[int] = mapped_column(primary_key=True)
    offer_id: Mapped[int] = mapped_column(ForeignKey("offer.id", ondelete="CASCADE"), index=True)
    outcome: Mapped[str] = mapped_column(String(12))  # enums.Outcome
    at: Mapped[datetime] = mapped_column(Moment)
