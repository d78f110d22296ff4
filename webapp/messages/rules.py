"""What a message may be and when it may leave: its alphabet, hours, caps and tries."""

from datetime import timedelta

from webapp.messages.alphabet import gsm as gsm
from webapp.messages.alphabet import is_gsm as is_gsm
from webapp.messages.alphabet import parts as parts
from webapp.messages.enums import Kind

LIFE = {  # how long a message is of use, unless its sender says until when
    Kind.CODE: timedelta(minutes=10),
    Kind.REPLY: timedelta(hours=1),
    Kind.STAFF_LINK: timedelta(hours=1),
}
USUAL_LIFE = timedelta(days=7)
SECRET = frozenset({Kind.CODE, Kind.STAFF_LINK})  # their text is emptied once sent


def life(kind: Kind) -> timedelta:
    """Return how long a message of this kind is of use."""
    return LIFE.get(kind, USUAL_LIFE)
