"""Tables of messages: what was said, sealed, and the pieces of what is still on its way."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from webapp.applications.models import Application
from webapp.columns import PUBLIC_ID, Moment, new_public_id
from webapp.extensions import Base


class VoiceMessage(Base):
    """What a person says to an employer with a request: a sound, or two sentences."""

    __tablename__ = "voice_message"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(PUBLIC_ID, unique=True, default=new_public_id)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    state: Mapped[str] = mapped_column(String(8))  # enums.State
    written: Mapped[bool] = mapped_column(default=False)  # two sentences instead of a sound
    print: Mapped[str] = mapped_column(String(64))  # tells one sending from another
    size: Mapped[int]  # bytes that the phone announced
    received: Mapped[int] = mapped_column(default=0)
    seconds: Mapped[int | None]
    refusal: Mapped[str] = mapped_column(String(8), default="")  # enums.Unfit
    # MP3, or text, once it is ready; read with the row only when it is opened
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    created_at: Mapped[datetime] = mapped_column(Moment, index=True)
    opened_at: Mapped[datetime | None] = mapped_column(Moment)  # by the employer, the first time

    application: Mapped[Application] = relationship(back_populates="messages")

    __table_args__ = (Index("ix_voice_message_application_id", "application_id"),)


class VoicePiece(Base):
    """Some bytes of a message on its way, sealed; they go once it is whole and looked at."""

    __tablename__ = "voice_piece"

    id: Mapped[int] = mapped_column(primary_key=True)
    message_id: Mapped[int] = mapped_column(ForeignKey("voice_message.id", ondelete="CASCADE"))
    begin: Mapped[int]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)

    __table_args__ = (
        UniqueConstraint("message_id", "begin", name="uq_voice_piece_message_id_begin"),
    )
