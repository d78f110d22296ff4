"""Tables of contracts in an SIAE, of what happens during them, and of exit reviews."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base
from webapp.organisations.models import Organisation
from webapp.pathways.mistake_models import Mistakable
from webapp.people.models import Person


class WorkContract(Base):
    """A contract of someone in an SIAE; a renewal is the next contract."""

    __tablename__ = "work_contract"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(12))  # a key of words.CONTRACTS
    begins_on: Mapped[date]
    ends_on: Mapped[date | None] = mapped_column(index=True)  # empty: permanent
    weekly_minutes: Mapped[int]
    # The law lets this one be shorter, or have fewer hours; why is not written.
    exempt: Mapped[bool] = mapped_column(default=False)
    renews_id: Mapped[int | None] = mapped_column(
        ForeignKey("work_contract.id", ondelete="SET NULL")
    )
    stopped_on: Mapped[date | None]  # before its end
    stop_reason: Mapped[str] = mapped_column(String(16), default="")
    # Early ends that were taken back: [{"last", "reason", "by", "at", "why"}]
    mistakes: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    written_at: Mapped[datetime] = mapped_column(Moment)

    person: Mapped[Person] = relationship()
    organisation: Mapped[Organisation] = relationship()
    events: Mapped[list["WorkEvent"]] = relationship(
        back_populates="contract",
        order_by="WorkEvent.begins_on.desc(), WorkEvent.id.desc()",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )

    @property
    def last_day(self) -> date | None:
        """The day it ends, stopped or not; None while it is permanent."""
        return self.stopped_on or self.ends_on

    @property
    def happened(self) -> list["WorkEvent"]:
        """What happened during it, without what was noted by mistake."""
        return [one for one in self.events if one.withdrawn_at is None]

    def is_over(self, on: date) -> bool:
        """Whether its last day is past."""
        return self.last_day is not None and self.last_day < on


class WorkEvent(Mistakable, Base):
    """What happens during a contract: help given, a training, an absence, a lost contact."""

    __tablename__ = "work_event"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    contract_id: Mapped[int] = mapped_column(
        ForeignKey("work_contract.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(String(12))  # enums.Happened
    begins_on: Mapped[date]
    ends_on: Mapped[date | None]
    minutes: Mapped[int] = mapped_column(default=0)  # of help given, or of training
    # An absence, a break or a lost contact waits until someone has dealt with it.
    settled_at: Mapped[datetime | None] = mapped_column(Moment)
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    written_at: Mapped[datetime] = mapped_column(Moment)

    contract: Mapped[WorkContract] = relationship(back_populates="events")


class ExitReview(Base):
    """The review three months before the end; frozen once both correspondents have signed."""

    __tablename__ = "exit_review"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    contract_id: Mapped[int] = mapped_column(
        ForeignKey("work_contract.id", ondelete="CASCADE"), index=True
    )
    results: Mapped[str] = mapped_column(String(1500), default="")
    outlook: Mapped[str] = mapped_column(String(1500), default="")
    promises: Mapped[str] = mapped_column(String(1500), default="")
    version: Mapped[int] = mapped_column(default=1)  # a signature names what it signs
    # {"siae": {"name", "function", "place", "at"}, "adviser": the same,
    #  "person": {"name", "said", "remark", "beside", "at", "before"}}
    signatures: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    former: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)  # signed, then changed
    written_at: Mapped[datetime] = mapped_column(Moment)

    contract: Mapped[WorkContract] = relationship()


class Renewal(Base):
    """The renewal at France Travail of one person and one month: asked about once.

    Two records made one may each have been asked: `once` names the record, not the person.
    """

    __tablename__ = "jobseeker_renewal"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    month: Mapped[date] = mapped_column(index=True)  # its first day
    once: Mapped[str] = mapped_column(String(16), unique=True)
    asked_at: Mapped[datetime] = mapped_column(Moment)
    answer: Mapped[str] = mapped_column(String(8), default="")  # enums.Renewed
    answered_at: Mapped[datetime | None] = mapped_column(Moment)

    person: Mapped[Person] = relationship()

    __table_args__ = (Index("ix_jobseeker_renewal_both", "person_id", "month"),)


class Outcome(Base):
    """What someone does at the exit, 3 and 6 months later, by their own word."""

    __tablename__ = "exit_outcome"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    months: Mapped[int]  # 0, 3 or 6 after the exit
    asked_at: Mapped[datetime] = mapped_column(Moment)
    answer: Mapped[str] = mapped_column(String(12), default="")  # a digit's meaning
    answered_at: Mapped[datetime | None] = mapped_column(Moment)

    __table_args__ = (Index("ix_exit_outcome_person_id_months", "person_id", "months"),)
