"""Tables of people, of what they allow, of who saw them, and of what was erased."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ColumnElement, ForeignKey, Index, LargeBinary, String, and_
from sqlalchemy.ext.hybrid import hybrid_method
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base
from webapp.organisations.models import Organisation

if TYPE_CHECKING:
    from webapp.accounts.models import Account


class Person(Base):
    """Someone who looks for work; several may share one phone number."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    first_name: Mapped[str] = mapped_column(String(40))
    last_name: Mapped[str] = mapped_column(String(60), default="")
    phone: Mapped[str | None] = mapped_column(String(16), index=True)  # E.164
    phone_since: Mapped[datetime | None] = mapped_column(Moment)
    language: Mapped[str] = mapped_column(String(8), default="")  # a prefix of i18n.LANGUAGES
    settings: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    birthday_hash: Mapped[str | None] = mapped_column(String(64))  # day and month, keyed
    # Who wrote them down first; empty when they came by themselves.
    registered_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL")
    )
    confirmed_at: Mapped[datetime | None] = mapped_column(Moment)  # they signed in or said yes
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))
    demonstration: Mapped[bool] = mapped_column(default=False, index=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    active_on: Mapped[date] = mapped_column(index=True)  # the last day they did something
    warned_on: Mapped[date | None]  # told that silence will erase them

    # With the number of each: PostgreSQL reads whom a structure wrote down from the index alone.
    __table_args__ = (Index("ix_person_registered_by_id_id", "registered_by_id", "id"),)


class PersonWord(Base):
    """What someone is found by: a word of their names, or their number and its last figures."""

    __tablename__ = "person_word"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    # Folded. Compared sign by sign, so that an index finds what begins with some letters.
    word: Mapped[str] = mapped_column(String(60).with_variant(String(60, "C"), "postgresql"))

    __table_args__ = (Index("ix_person_word_word_person_id", "word", "person_id"),)


class PhoneChange(Base):
    """A new number given to a person by an adviser beside them, and whether someone objects."""

    __tablename__ = "phone_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    old_phone: Mapped[str | None] = mapped_column(String(16), index=True)
    new_phone: Mapped[str] = mapped_column(String(16))
    checked: Mapped[str] = mapped_column(String(12))  # enums.Checked
    made_at: Mapped[datetime] = mapped_column(Moment)
    object_until: Mapped[datetime] = mapped_column(Moment)
    objected_at: Mapped[datetime | None] = mapped_column(Moment)

    person: Mapped[Person] = relationship()


class Consent(Base):
    """What a person allows one organisation to see, for one purpose, until a day."""

    __tablename__ = "consent"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    purpose: Mapped[str] = mapped_column(String(16))  # enums.Purpose
    way: Mapped[str] = mapped_column(String(16), default="")  # enums.ConsentWay, once given
    days: Mapped[int]  # 1, 31, 182 or 365, counted from the yes
    asked_at: Mapped[datetime] = mapped_column(Moment)
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    given_at: Mapped[datetime | None] = mapped_column(Moment)
    until: Mapped[date | None]
    refused_at: Mapped[datetime | None] = mapped_column(Moment)
    stopped_at: Mapped[datetime | None] = mapped_column(Moment)

    person: Mapped[Person] = relationship()
    organisation: Mapped[Organisation] = relationship()
    asked_by: Mapped["Account | None"] = relationship()

    def _holds(self, on: date) -> bool:
        """Return whether it is given, and neither stopped nor past its last day."""
        given = self.given_at is not None and self.until is not None and self.until >= on
        return given and self.stopped_at is None

    holds = hybrid_method(_holds, lambda _cls, on: holding(on))

    __table_args__ = (
        Index("ix_consent_person_id_organisation_id", "person_id", "organisation_id"),
    )


def holding(on: date) -> ColumnElement[bool]:
    """Return the condition of an agreement that holds: the same as `Consent.holds` of one row."""
    return and_(Consent.given_at.is_not(None), Consent.until >= on, Consent.stopped_at.is_(None))


class JournalEntry(Base):
    """One time that someone saw or changed something of a person; the person reads it."""

    __tablename__ = "journal_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisation.id", ondelete="SET NULL")
    )
    act: Mapped[str] = mapped_column(String(24))  # enums.Act
    about: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)  # keys and dates, no text
    at: Mapped[datetime] = mapped_column(Moment, index=True)

    account: Mapped["Account | None"] = relationship()
    organisation: Mapped[Organisation | None] = relationship()

    __table_args__ = (Index("ix_journal_entry_person_id_at", "person_id", "at"),)


class SensitiveFact(Base):
    """A fact on health, justice, housing or criteria: sealed, for entitled prescribers."""

    __tablename__ = "sensitive_fact"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(16))  # enums.Sensitive
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    at: Mapped[datetime] = mapped_column(Moment)


class Erasure(Base):
    """That someone was erased, by a name that tells nothing; replayed after a restore."""

    __tablename__ = "erasure"

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(PUBLIC_ID, unique=True)
    at: Mapped[datetime] = mapped_column(Moment)
    # what had to stay: [{"kind", "reason", "until"}, …], without any name
    kept: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
