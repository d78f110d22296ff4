"""The table of engagements: today's “contrat d'engagement” and yesterday's PPAE, one record."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.accounts.models import Account
from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base
from webapp.organisations.models import Organisation
from webapp.people.models import Person


class Engagement(Base):
    """What a person and the body that follows them promised each other, until it is renewed."""

    __tablename__ = "engagement"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="SET NULL")
    )
    kind: Mapped[str] = mapped_column(String(12))  # enums.Promise
    signed_on: Mapped[date]
    review_on: Mapped[date]
    weekly_hours: Mapped[int]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)  # the aim, in the person's words
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    written_at: Mapped[datetime] = mapped_column(Moment)
    ended_on: Mapped[date | None]

    person: Mapped[Person] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
    written_by: Mapped[Account | None] = relationship()
