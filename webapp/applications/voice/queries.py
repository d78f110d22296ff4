"""Messages, read: the latest of a request, and what is on its way."""

from datetime import datetime

from sqlalchemy import Select, select

from webapp import sealing
from webapp.applications.models import Application
from webapp.applications.voice.enums import State
from webapp.applications.voice.models import VoiceMessage, VoicePiece
from webapp.extensions import db
from webapp.people.enums import Act
from webapp.people.models import JournalEntry


def latest(application: Application) -> VoiceMessage | None:
    """Return the last message of a request, whatever became of it."""
    return db.session.scalar(of(application).order_by(VoiceMessage.id.desc()).limit(1))


def ready(application: Application) -> VoiceMessage | None:
    """Return the message of a request that can be heard or read."""
    found = of(application).where(VoiceMessage.state == State.READY)
    return db.session.scalar(found.order_by(VoiceMessage.id.desc()).limit(1))


def of(application: Application) -> Select[VoiceMessage]:
    """Return the query of the messages of a request."""
    return select(VoiceMessage).where(VoiceMessage.application_id == application.id)


def sent(application: Application, print_: str) -> VoiceMessage | None:
    """Return the message of these very bytes, locked until the end of the transaction."""
    found = of(application).where(VoiceMessage.print == print_).with_for_update()
    return db.session.scalar(found.order_by(VoiceMessage.id.desc()).limit(1))


def next_whole() -> VoiceMessage | None:
    """Return the first message that waits to be looked at."""
    waiting = select(VoiceMessage).where(VoiceMessage.state == State.WHOLE)
    return db.session.scalar(waiting.order_by(VoiceMessage.id).limit(1))


def whole(message_id: int) -> VoiceMessage | None:
    """Return a message that still waits to be looked at, locked until the transaction ends."""
    found = select(VoiceMessage).where(
        VoiceMessage.id == message_id, VoiceMessage.state == State.WHOLE
    )
    return db.session.scalar(found.with_for_update())


def bytes_of(message: VoiceMessage) -> bytes:
    """Return what the phone sent, its pieces put together."""
    pieces = select(VoicePiece.sealed).where(VoicePiece.message_id == message.id)
    return b"".join(
        map(sealing.unseal_bytes, db.session.scalars(pieces.order_by(VoicePiece.begin)))
    )


def heard_since(application: Application, account_id: int, since: datetime) -> bool:
    """Return whether this professional's journal line for this message is recent enough."""
    found = select(JournalEntry.id).where(
        JournalEntry.person_id == application.person_id,
        JournalEntry.account_id == account_id,
        JournalEntry.act == Act.HEARD,
        JournalEntry.at >= since,
        JournalEntry.about["request"].as_string() == application.public_id,
    )
    return db.session.scalar(found.limit(1)) is not None
