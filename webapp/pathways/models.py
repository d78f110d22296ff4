"""Tables of approvals, of what moves their end, and of the diagnoses asked for."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.accounts.models import Account
from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base
from webapp.organisations.models import Organisation
from webapp.pathways.mistake_models import Mistakable
from webapp.people.models import Person


class Approval(Base):
    """The right of a person to be hired in the IAE: asked for here, or given by the platform."""

    __tablename__ = "approval"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    # The SIAE that asks, or in which the path was first recorded.
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="SET NULL")
    )
    regime: Mapped[str] = mapped_column(String(16))  # enums.Regime
    siae: Mapped[str] = mapped_column(String(16))  # its kind on that day: delays follow from it
    insee: Mapped[str] = mapped_column(String(5))  # whose zone and public holidays count
    extension: Mapped[bool] = mapped_column(default=False)
    asked_at: Mapped[datetime] = mapped_column(Moment)
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    answered_at: Mapped[datetime | None] = mapped_column(Moment)
    answered_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL")
    )
    granted: Mapped[bool] = mapped_column(default=False)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    number: Mapped[str] = mapped_column(String(12), default="", index=True)
    # As given. Empty while an approval asked for here waits: then they follow from the answer.
    begins_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    interrupted_on: Mapped[date | None]
    # Who decided that the two years of waiting do not hold, and when.
    waived_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    waived_at: Mapped[datetime | None] = mapped_column(Moment)

    person: Mapped[Person] = relationship()
    organisation: Mapped[Organisation | None] = relationship()
    asked_by: Mapped[Account | None] = relationship(foreign_keys=[asked_by_id])
    answered_by: Mapped[Account | None] = relationship(foreign_keys=[answered_by_id])
    waived_by: Mapped[Account | None] = relationship(foreign_keys=[waived_by_id])
    suspensions: Mapped[list["ApprovalSuspension"]] = relationship(
        back_populates="approval",
        order_by="ApprovalSuspension.begins_on, ApprovalSuspension.id",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )
    prolongations: Mapped[list["ApprovalProlongation"]] = relationship(
        back_populates="approval",
        order_by="ApprovalProlongation.begins_on, ApprovalProlongation.id",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )

    __table_args__ = (Index("ix_approval_person_id_asked_at", "person_id", "asked_at"),)

    @property
    def pauses(self) -> list["ApprovalSuspension"]:
        """Its suspensions, without those noted by mistake."""
        return [one for one in self.suspensions if one.withdrawn_at is None]


class ApprovalSuspension(Mistakable, Base):
    """Days of an approval that do not count; without an end it still runs."""

    __tablename__ = "approval_suspension"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    approval_id: Mapped[int] = mapped_column(
        ForeignKey("approval.id", ondelete="CASCADE"), index=True
    )
    begins_on: Mapped[date]
    ends_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(24))  # a key of facts.json
    declared_at: Mapped[datetime] = mapped_column(Moment)
    declared_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL")
    )

    approval: Mapped[Approval] = relationship(back_populates="suspensions")


class ApprovalProlongation(Base):
    """Days added after the end of an approval, for one reason."""

    __tablename__ = "approval_prolongation"

    id: Mapped[int] = mapped_column(primary_key=True)
    approval_id: Mapped[int] = mapped_column(
        ForeignKey("approval.id", ondelete="CASCADE"), index=True
    )
    begins_on: Mapped[date]
    ends_on: Mapped[date]
    reason: Mapped[str] = mapped_column(String(24))  # a key of facts.json
    recorded_at: Mapped[datetime] = mapped_column(Moment)
    recorded_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL")
    )

    approval: Mapped[Approval] = relationship(back_populates="prolongations")


class SharedAnswers(Base):
    """What a person answered to “is it for me?”, given by them to an organisation."""

    __tablename__ = "shared_answers"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    shared_at: Mapped[datetime] = mapped_column(Moment)

    organisation: Mapped[Organisation] = relationship()

    # Two records made one may leave two rows for one organisation: the newest is what was said.
    __table_args__ = (Index("ix_shared_answers_both", "person_id", "organisation_id"),)


class DiagnosisRequest(Base):
    """A diagnosis asked of an entitled prescriber, for someone whom a SIAE wants to hire."""

    __tablename__ = "diagnosis_request"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("application.id", ondelete="SET NULL"), index=True
    )
    siae_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    prescriber_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="SET NULL"), index=True
    )
    state: Mapped[str] = mapped_column(String(12), default="open")  # enums.RequestState
    asked_at: Mapped[datetime] = mapped_column(Moment)
    due_on: Mapped[date]
    settled_at: Mapped[datetime | None] = mapped_column(Moment)

    person: Mapped[Person] = relationship()
    siae: Mapped[Organisation] = relationship(foreign_keys=[siae_id])
    prescriber: Mapped[Organisation | None] = relationship(foreign_keys=[prescriber_id])
