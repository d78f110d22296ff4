"""Tables of the shared follow-up."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.accounts.models import Account
from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base
from webapp.organisations.models import Organisation
from webapp.people.models import Person


class TimelineEvent(Base):
    """Something that happened on a person's path: a kind, who did it, and facts without text."""

    __tablename__ = "timeline_event"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(32))  # a key of timeline.KINDS
    at: Mapped[datetime] = mapped_column(Moment)
    # Both empty when the person did it, or when a date did.
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="SET NULL")
    )
    readers: Mapped[str] = mapped_column(String(12))  # enums.Readers
    about: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)  # keys and dates, no text

    person: Mapped[Person] = relationship()
    account: Mapped[Account | None] = relationship()
    organisation: Mapped[Organisation | None] = relationship()

    __table_args__ = (Index("ix_timeline_event_person_id_at", "person_id", "at", "id"),)


class Following(Base):
    """Which adviser of an organisation follows a person, since when; the last open line counts."""

    __tablename__ = "following"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    # Who decided: the adviser themselves, or the lead who handed the person over.
    by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    since: Mapped[datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)

    account: Mapped[Account | None] = relationship(foreign_keys=account_id)

    __table_args__ = (
        Index("ix_following_account_id", "account_id", "ended_at", "person_id"),
        Index("ix_following_person_id", "person_id", "organisation_id", "ended_at"),
    )


class Digest(Base):
    """The letters of the day of an account: wanted or not, and what the last one knew of."""

    __tablename__ = "digest"

    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
    )
    wanted: Mapped[bool] = mapped_column(default=True)
    told: Mapped[list[str]] = mapped_column(JSON, default=list)  # marks that name nobody


class Note(Base):
    """What a professional wrote about a person; it shares its public name with its event."""

    __tablename__ = "note"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"))
    readers: Mapped[str] = mapped_column(String(12))  # enums.Readers
    text: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    changed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))

    changed_by: Mapped[Account | None] = relationship(foreign_keys=changed_by_id)


class Task(Base):
    """A next step of a person: who does what, before which day."""

    __tablename__ = "task"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    # Empty when it is the person's own to do.
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    of_person: Mapped[bool] = mapped_column(default=False)
    title: Mapped[str] = mapped_column(String(120))
    due_on: Mapped[date]
    state: Mapped[str] = mapped_column(String(12))  # enums.TaskState
    readers: Mapped[str] = mapped_column(String(12))  # enums.Readers
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    changed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))

    person: Mapped[Person] = relationship()
    owner: Mapped[Account | None] = relationship(foreign_keys=owner_id)
    author: Mapped[Account | None] = relationship(foreign_keys=account_id)
    changed_by: Mapped[Account | None] = relationship(foreign_keys=changed_by_id)

    __table_args__ = (
        Index("ix_task_person_id_state", "person_id", "state"),
        Index("ix_task_owner_id_state", "owner_id", "state", "due_on"),
        Index("ix_task_account_id_state", "account_id", "state"),
    )
