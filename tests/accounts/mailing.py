"""How a professional comes in: the door, and the links in the outbox."""

from sqlalchemy import select

from webapp.extensions import db
from webapp.messages.models import Message

DOOR = "/connexion/pro"
KEY = f"{DOOR}/cle"


def mailed(count: int = 1) -> list[str]:
    """The links in the outbox, as they stand in the e-mails."""
    texts = db.session.scalars(select(Message.text).order_by(Message.id)).all()
    assert len(texts) == count
    return [text.split("localhost:8000", 1)[1].split()[0] for text in texts]
