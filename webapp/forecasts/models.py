"""The table of the posts that structures expect to have."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base
from webapp.organisations.models import Organisation


class Forecast(Base):
    """So many posts of one job, in one month: no offer yet, and never public."""

    __tablename__ = "forecast"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"))
    job: Mapped[str] = mapped_column(String(48))
    month: Mapped[date]  # its first day
    count: Mapped[int]
    said_at: Mapped[datetime] = mapped_column(Moment)
    by_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL"), index=True
    )
    asked_at: Mapped[datetime | None] = mapped_column(Moment)  # its month came, they were told
    settled_at: Mapped[datetime | None] = mapped_column(Moment)  # an offer, or needed no more

    organisation: Mapped[Organisation] = relationship()

    __table_args__ = (
        UniqueConstraint("organisation_id", "job", "month"),
        Index("ix_forecast_month", "month"),
    )
