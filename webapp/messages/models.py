"""Tables of messages to send, of those received, and of what is known of a number."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base


class Message(Base):
    """One message to one number or address: written with the fact that causes it, sent after."""

    __tablename__ = "message"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    key: Mapped[str] = mapped_column(String(80), unique=True)  # the same fact makes one message
    channel: Mapped[str] = mapped_column(String(8))  # enums.Channel
    kind: Mapped[str] = mapped_column(String(24))  # enums.Kind
    recipient: Mapped[str] = mapped_column(String(254), index=True)  # E.164, or an e-mail address
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    subject: Mapped[str] = mapped_column(String(120), default="")  # e-mail
    text: Mapped[str] = mapped_column(Text)  # emptied once sent where it holds a secret
    parts: Mapped[int] = mapped_column(default=0)
    status: Mapped[str] = mapped_column(String(10), default="queued")  # enums.Status
    urgent: Mapped[bool] = mapped_column(default=False)  # someone waits for it
    created_at: Mapped[datetime] = mapped_column(Moment)
    send_at: Mapped[datetime] = mapped_column(Moment)  # not before
    drop_at: Mapped[datetime | None] = mapped_column(Moment)  # useless after
    insee: Mapped[str] = mapped_column(String(5), default="")  # where the person lives, if known
    tries: Mapped[int] = mapped_column(default=0)
    tried_at: Mapped[datetime | None] = mapped_column(Moment)  # last handed to a provider
    gateway: Mapped[str] = mapped_column(String(16), default="")
    provider_id: Mapped[str] = mapped_column(String(80), default="", index=True)
    sent_at: Mapped[datetime | None] = mapped_column(Moment)
    settled_at: Mapped[datetime | None] = mapped_column(Moment)
    reason: Mapped[str] = mapped_column(String(40), default="")  # why dropped or failed: a key

    __table_args__ = (Index("ix_message_status_urgent_send_at", "status", "urgent", "send_at"),)


class Inbound(Base):
    """A message received, handled once however often the provider tells it."""

    __tablename__ = "inbound"

    id: Mapped[int] = mapped_column(primary_key=True)
    provider_id: Mapped[str] = mapped_column(String(80), unique=True)
    sender: Mapped[str] = mapped_column(String(16), index=True)
    text: Mapped[str] = mapped_column(String(480))
    understood: Mapped[str] = mapped_column(String(24), default="")  # the word it was read as
    at: Mapped[datetime] = mapped_column(Moment)


class NumberState(Base):
    """What is known of a number: it asked us to stop, or it no longer answers."""

    __tablename__ = "number_state"

    phone: Mapped[str] = mapped_column(String(16), primary_key=True)
    stopped_at: Mapped[datetime | None] = mapped_column(Moment)
    failures: Mapped[int] = mapped_column(default=0)  # in a row
    dead_at: Mapped[datetime | None] = mapped_column(Moment)


class PushSubscription(Base):
    """A browser that takes notifications for its person, as long as it lets them in."""

    __tablename__ = "push_subscription"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    device_id: Mapped[int] = mapped_column(ForeignKey("device.id", ondelete="CASCADE"), index=True)
    endpoint: Mapped[str] = mapped_column(String(700), unique=True)  # an address of its maker's
    p256dh: Mapped[str] = mapped_column(String(120))  # what a notification is sealed with
    auth: Mapped[str] = mapped_column(String(40))
    created_at: Mapped[datetime] = mapped_column(Moment)
