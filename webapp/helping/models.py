"""Tables of requests for help, of their steps, and of who answers for what."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.accounts.models import Account
from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base
from webapp.helping.enums import OPEN, HelpStatus
from webapp.organisations.models import Organisation
from webapp.people.models import Person


class HelpRequest(Base):
    """Someone asks for help: for what, where, who answers, until when."""

    __tablename__ = "help_request"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True
    )
    need: Mapped[str] = mapped_column(String(12))  # enums.Need
    status: Mapped[str] = mapped_column(String(12), default="asked")  # enums.HelpStatus
    asked_by: Mapped[str] = mapped_column(String(8))  # enums.AskedBy
    first_name: Mapped[str] = mapped_column(String(40))  # empty when an SMS did not say
    phone: Mapped[str] = mapped_column(String(16), index=True)
    insee: Mapped[str] = mapped_column(String(5), default="")  # empty when no place was said
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    # Who answers; empty until someone near says that they do.
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="SET NULL")
    )
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(Moment)
    due_on: Mapped[date]
    raised_at: Mapped[datetime | None] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    idempotency_key: Mapped[str] = mapped_column(String(64), unique=True)
    demonstration: Mapped[bool] = mapped_column(default=False)

    person: Mapped[Person | None] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
    owner: Mapped[Account | None] = relationship()
    steps: Mapped[list["HelpStep"]] = relationship(
        back_populates="request", order_by="HelpStep.id", cascade="all, delete-orphan"
    )

    __table_args__ = (
        Index("ix_help_request_organisation_id_status", "organisation_id", "status"),
        Index("ix_help_request_status_due_on", "status", "due_on"),
    )

    @property
    def is_open(self) -> bool:
        """Whether someone still waits for help."""
        return self.status in OPEN

    def is_late(self, on: date) -> bool:
        """Whether a sign is late: its day has passed, or it moved up and still nobody took it."""
        left = self.raised_at is not None and self.status == HelpStatus.ASKED
        return left or self.due_on < on


class HelpStep(Base):
    """One dated step of a request for help; the person reads those that are shown."""

    __tablename__ = "help_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    help_request_id: Mapped[int] = mapped_column(
        ForeignKey("help_request.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(12))  # enums.StepKind
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="SET NULL")
    )
    text: Mapped[str] = mapped_column(String(500), default="")
    shown: Mapped[bool] = mapped_column(default=True)
    at: Mapped[datetime] = mapped_column(Moment)

    request: Mapped[HelpRequest] = relationship(back_populates="steps")
    account: Mapped[Account | None] = relationship()
    organisation: Mapped[Organisation | None] = relationship()


class Responsibility(Base):
    """That an organisation answers for a need, how far, and who there is first told."""

    __tablename__ = "responsibility"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"))
    need: Mapped[str] = mapped_column(String(12), index=True)  # enums.Need
    reach: Mapped[str] = mapped_column(String(12))  # enums.Reach
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))

    organisation: Mapped[Organisation] = relationship()
    account: Mapped[Account | None] = relationship()

    __table_args__ = (UniqueConstraint("organisation_id", "need"),)
