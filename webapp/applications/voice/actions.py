"""Changes to messages: keep what arrives, make ready or refuse, note who opened, forget."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from webapp import sealing
from webapp.accounts.models import Account
from webapp.applications import answers
from webapp.applications.actions import NoRequest
from webapp.applications.enums import OPEN
from webapp.applications.models import Application
from webapp.applications.voice import queries, rules
from webapp.applications.voice.enums import State, Unfit
from webapp.applications.voice.models import VoiceMessage, VoicePiece
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import lazy_gettext as _l
from webapp.people import journal
from webapp.people.enums import Act
from webapp.people.models import Person


class NotASound(Refused):
    """What came is not a recording, whatever its name says."""

    title = _l("Ce n’est pas un message vocal")
    advice = _l("Enregistrez votre voix encore une fois, ou écrivez deux phrases.")
    code = 415


class TooHeavy(Refused):
    """More bytes than a minute of voice takes."""

    title = _l("Ce message est trop long")
    advice = _l("Recommencez, plus court : 1 minute au plus.")
    code = 413


@dataclass(frozen=True)
class Announced:
    """What a phone says it will send: what tells it from another message, and how many bytes."""

    print: str
    size: int


def take(
    application: Application, announced: Announced, begin: int, piece: bytes, now: datetime
) -> VoiceMessage:
    """Keep one piece of a message; return the message, which says how much of it is here.

    A piece that is here already, or comes too early, changes nothing: the phone goes on from where
    the message is. Raise NotASound or TooHeavy.
    """
    lock(application)
    message = queries.sent(application, announced.print) or start(application, announced, now)
    if piece and message.state == State.COMING and begin == message.received:
        add(message, piece)
    return message


def lock(application: Application) -> None:
    """Let one request at a time change the messages of an application that waits for an answer."""
    row = select(Application.status).where(Application.id == application.id).with_for_update()
    if db.session.scalar(row) not in OPEN:
        raise NoRequest


def start(application: Application, announced: Announced, now: datetime) -> VoiceMessage:
    """Begin a message; one that was left half-way gives up its place, one that is ready stays."""
    left = VoiceMessage.state.in_((State.COMING, State.REFUSED))
    remove(VoiceMessage.application_id == application.id, left)
    message = VoiceMessage(
        application_id=application.id,
        state=State.COMING,
        print=announced.print,
        size=announced.size,
        received=0,
        created_at=now,
    )
    db.session.add(message)
    db.session.flush()
    return message


def add(message: VoiceMessage, piece: bytes) -> None:
    """Keep the next piece, sealed; the first must be the beginning of a sound."""
    if not rules.fits(message.received, len(piece), message.size):
        raise TooHeavy
    if message.received == 0 and rules.kind_of(piece[: rules.HEAD]) is None:
        raise NotASound
    sealed = sealing.seal_bytes(piece)
    db.session.add(VoicePiece(message_id=message.id, begin=message.received, sealed=sealed))
    message.received += len(piece)
    if message.received == message.size:
        message.state = State.WHOLE
    db.session.flush()


def keep_file(application: Application, sound: bytes, now: datetime) -> VoiceMessage:
    """Keep a recording that came whole, by a form; raise NotASound or TooHeavy."""
    if len(sound) > rules.LARGEST_FILE:
        raise TooHeavy
    announced = Announced(hashlib.sha256(sound).hexdigest(), len(sound))
    message = take(application, announced, 0, sound[: rules.LARGEST_PIECE], now)
    while message.state == State.COMING:
        add(message, sound[message.received :][: rules.LARGEST_PIECE])
    return message


def keep_text(application: Application, text: str, now: datetime) -> VoiceMessage:
    """Keep two sentences instead of a sound."""
    lock(application)
    announced = Announced(hashlib.sha256(text.encode()).hexdigest(), len(text))
    message = start(application, announced, now)
    message.written = True
    make_ready(message, sealing.seal(text))
    return message


def make_ready(message: VoiceMessage, sealed: bytes, seconds: int | None = None) -> None:
    """Give a message its sealed content; the request's earlier messages go."""
    message.sealed, message.seconds, message.state = sealed, seconds, State.READY
    db.session.execute(delete(VoicePiece).where(VoicePiece.message_id == message.id))
    earlier = VoiceMessage.id < message.id
    remove(VoiceMessage.application_id == message.application_id, earlier)


def refuse(message: VoiceMessage, reason: Unfit) -> None:
    """Say why a message cannot be kept, and let its bytes go."""
    message.state, message.refusal = State.REFUSED, reason
    db.session.execute(delete(VoicePiece).where(VoicePiece.message_id == message.id))


def remove(*conditions: object) -> None:
    """Remove messages with their pieces."""
    gone = delete(VoiceMessage).where(*conditions)  # type: ignore[arg-type]
    db.session.execute(gone.execution_options(synchronize_session="fetch"))


def open_for(message: VoiceMessage, account: Account, now: datetime) -> bytes:
    """Return what a message holds, once it is noted that this professional opened it."""
    application = message.application
    message.opened_at = message.opened_at or now
    answers.note_seen(application, now)
    since = now - rules.SAME_HEARING
    if application.person_id and not queries.heard_since(application, account.id, since):
        person = db.session.get_one(Person, application.person_id)
        journal.note(person, Act.HEARD, account=account, now=now, request=application.public_id)
    return content(message)


def content(message: VoiceMessage) -> bytes:
    """Return the MP3 or the text of a message that is ready."""
    return sealing.unseal_bytes(message.sealed or b"")


def forget_left(now: datetime) -> None:
    """Forget what never became a message."""
    unfinished = VoiceMessage.state.in_((State.COMING, State.REFUSED))
    remove(unfinished, VoiceMessage.created_at < now - rules.LEFT)
