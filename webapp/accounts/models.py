"""Tables of professionals' accounts, of devices and passkeys, of codes, links, cards and tries."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base
from webapp.organisations.models import Organisation
from webapp.people.models import Person


class Account(Base):
    """A professional of one organisation, with one role; closed the day they leave."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    organisation_id: Mapped[int] = mapped_column(
        ForeignKey("organisation.id", ondelete="CASCADE"), index=True
    )
    role: Mapped[str] = mapped_column(String(12))  # enums.Role
    email: Mapped[str] = mapped_column(String(254), unique=True)  # in lower case
    first_name: Mapped[str] = mapped_column(String(40))
    last_name: Mapped[str] = mapped_column(String(60), default="")
    function: Mapped[str] = mapped_column(String(60), default="")  # what they do, in their words
    phone: Mapped[str | None] = mapped_column(String(16))
    backup_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    away_from: Mapped[date | None]
    away_until: Mapped[date | None]
    opened_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    demonstration: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)

    organisation: Mapped[Organisation] = relationship()


class Device(Base):
    """A browser that someone signed in with: only the hash of what it holds is kept."""

    __tablename__ = "device"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    account_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    shared: Mapped[bool] = mapped_column(default=False)  # "on le partage"
    way: Mapped[str] = mapped_column(String(12))  # enums.SignInWay
    label: Mapped[str] = mapped_column(String(60), default="")  # "Téléphone Android, Chrome"
    created_at: Mapped[datetime] = mapped_column(Moment)
    seen_on: Mapped[date]
    expires_at: Mapped[datetime] = mapped_column(Moment)
    confirmed_at: Mapped[datetime | None] = mapped_column(Moment)  # the second proof was given
    closed_at: Mapped[datetime | None] = mapped_column(Moment)

    person: Mapped[Person | None] = relationship()
    account: Mapped[Account | None] = relationship()


class Together(Base):
    """A session of two on one device: an adviser beside a person, for some minutes."""

    __tablename__ = "together"

    id: Mapped[int] = mapped_column(primary_key=True)
    device_id: Mapped[int] = mapped_column(ForeignKey("device.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    place: Mapped[str] = mapped_column(String(8))  # enums.Place
    started_at: Mapped[datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)
    acts: Mapped[int] = mapped_column(default=0)  # what was sent in it

    device: Mapped[Device] = relationship()
    account: Mapped[Account | None] = relationship()


class SignInCode(Base):
    """Six digits sent to a phone number, for the browser that asked for them."""

    __tablename__ = "sign_in_code"

    id: Mapped[int] = mapped_column(primary_key=True)
    phone: Mapped[str] = mapped_column(String(16))
    code_hash: Mapped[str] = mapped_column(String(64))
    browser_hash: Mapped[str] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    wrong_tries: Mapped[int] = mapped_column(default=0)
    used_at: Mapped[datetime | None] = mapped_column(Moment)

    __table_args__ = (Index("ix_sign_in_code_phone_created_at", "phone", "created_at"),)


class Attempt(Base):
    """One try at a secret, or one code sent: what limits are counted from, without any name."""

    __tablename__ = "attempt"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))  # enums.Tried
    subject: Mapped[str] = mapped_column(String(64))  # keyed hash of the number, card or address
    network: Mapped[str] = mapped_column(String(64), default="")  # keyed hash
    browser: Mapped[str] = mapped_column(String(64), default="")  # keyed hash
    right: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime] = mapped_column(Moment)

    __table_args__ = (
        Index("ix_attempt_kind_subject_at", "kind", "subject", "at"),
        Index("ix_attempt_kind_at", "kind", "at"),
    )


class Passkey(Base):
    """A key that a phone or a computer keeps, opened by a finger or its own code."""

    __tablename__ = "passkey"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    account_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    credential_id: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(default=0)
    label: Mapped[str] = mapped_column(String(60), default="")
    created_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)


class EmailLink(Base):
    """A link mailed to a professional; opening it shows a button, pressing it signs in, once."""

    __tablename__ = "email_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)

    account: Mapped[Account] = relationship()


class Card(Base):
    """A paper card: its QR code or its 8 signs open, with one thing the person knows."""

    __tablename__ = "card"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    code_hash: Mapped[str] = mapped_column(String(64), unique=True)  # keyed hash of the 8 signs
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    created_at: Mapped[datetime] = mapped_column(Moment)
    wrong_tries: Mapped[int] = mapped_column(default=0)  # in a row; too many end the card
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)

    person: Mapped[Person] = relationship()
    account: Mapped[Account | None] = relationship()
