"""Tables of committees (CTA): when, who sits there, and the cases that were submitted."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.accounts.models import Account
from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base
from webapp.organisations.models import Organisation
from webapp.people.models import Person


class Committee(Base):
    """One meeting of partners, held by an organisation."""

    __tablename__ = "committee"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    on: Mapped[date] = mapped_column(index=True)
    place: Mapped[str] = mapped_column(String(200))
    minutes: Mapped[str] = mapped_column(String(3000), default="")  # of no person: the partners'
    closed_at: Mapped[datetime | None] = mapped_column(Moment)
    created_at: Mapped[datetime] = mapped_column(Moment)

    organisation: Mapped[Organisation] = relationship()
    members: Mapped[list["CommitteeMember"]] = relationship(
        order_by="CommitteeMember.id", cascade="all, delete-orphan", passive_deletes=True
    )
    cases: Mapped[list["CommitteeCase"]] = relationship(
        back_populates="committee",
        order_by="CommitteeCase.id",
        cascade="all, delete-orphan",
        passive_deletes=True,
    )


class CommitteeMember(Base):
    """An organisation that sits in a committee."""

    __tablename__ = "committee_member"

    id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int] = mapped_column(ForeignKey("committee.id", ondelete="CASCADE"))
    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )

    organisation: Mapped[Organisation] = relationship()

    __table_args__ = (
        Index("ix_committee_member_both", "committee_id", "organisation_id", unique=True),
    )


class CommitteeCase(Base):
    """A case that a correspondent submits with the person's word, and what was decided."""

    __tablename__ = "committee_case"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    committee_id: Mapped[int] = mapped_column(
        ForeignKey("committee.id", ondelete="CASCADE"), index=True
    )
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    submitted_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL")
    )
    submitted_at: Mapped[datetime] = mapped_column(Moment)
    # The question put to the partners, and the words of the decision.
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    decision: Mapped[str] = mapped_column(String(16), default="")  # a key of words.DECISIONS
    owner_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="SET NULL"), index=True
    )
    due_on: Mapped[date | None]
    done_at: Mapped[datetime | None] = mapped_column(Moment)

    committee: Mapped[Committee] = relationship(back_populates="cases")
    person: Mapped[Person] = relationship()
    submitted_by: Mapped[Account | None] = relationship()
    owner: Mapped[Organisation | None] = relationship()
