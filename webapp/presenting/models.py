"""Tables of the people presented to an employer, and of how many an employer wants to meet."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.accounts.models import Account
from webapp.applications.models import Application
from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base


class PresentationOrder(Base):
    """How many people an employer wants to meet; at what rhythm and where shown, as agreed."""

    __tablename__ = "presentation_order"

    offer_id: Mapped[int] = mapped_column(
        ForeignKey("offer.id", ondelete="CASCADE"), primary_key=True
    )
    wanted: Mapped[int]
    asked_at: Mapped[datetime] = mapped_column(Moment)
    due_on: Mapped[date] = mapped_column(index=True)
    per_week: Mapped[int | None]
    shown_in: Mapped[list[str]] = mapped_column(JSON, default=list)  # rules.Shown
    confirmed_at: Mapped[datetime | None] = mapped_column(Moment)
    confirmed_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL"), index=True
    )

    confirmed_by: Mapped[Account | None] = relationship(lazy="joined")


class Presentation(Base):
    """Someone whom an adviser presented to an employer, with one sentence; they may say no."""

    __tablename__ = "presentation"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), unique=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL"), index=True
    )
    sentence: Mapped[str] = mapped_column(String(160))
    made_at: Mapped[datetime] = mapped_column(Moment)
    refused_at: Mapped[datetime | None] = mapped_column(Moment)  # the person said no

    application: Mapped[Application] = relationship(back_populates="presentation")
    account: Mapped[Account | None] = relationship(lazy="joined")

    @property
    def by(self) -> str:
        """The first name of who presented them; empty once their account is gone."""
        return self.account.first_name if self.account else ""
