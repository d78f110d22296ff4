"""Messages that people report: kept once, counted, forgotten after a time."""

import hashlib
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select, update

from webapp.clock import PARIS
from webapp.errors import Refused
from webapp.extensions import db
from webapp.i18n import lazy_gettext as _l
from webapp.scams.models import ToldMessage
from webapp.scams.rules import check

LONGEST = 4000  # characters kept of a message
KEPT = timedelta(days=90)  # since the last time it was told


class NothingToTell(Refused):
    """There are no words left in what was sent."""

    title = _l("Il n’y a plus de texte")
    advice = _l("Collez le message encore une fois, puis signalez-le.")
    code = 422


def tell(text: str, now: datetime) -> ToldMessage:
    """Keep a message, or count it once more when its words are known; raise NothingToTell."""
    words = " ".join(text[:LONGEST].split())
    if not words:
        raise NothingToTell
    mark = hashlib.sha256(words.casefold().encode()).hexdigest()
    known = db.session.scalar(select(ToldMessage).where(ToldMessage.print == mark))
    if known is None:
        return keep(text[:LONGEST].strip(), mark, now)
    db.session.execute(
        update(ToldMessage)
        .where(ToldMessage.id == known.id)
        .values(times=ToldMessage.times + 1, last_at=now)
    )
    return known


def keep(text: str, mark: str, now: datetime) -> ToldMessage:
    """Keep a message that nobody has told yet, with what the rules say of it."""
    verdict = check(text, None)
    told = ToldMessage(
        print=mark,
        text=text,
        level=verdict.level.value,
        signs=[found.sign.value for found in verdict.signs],
        first_at=now,
        last_at=now,
    )
    db.session.add(told)
    db.session.flush()
    return told


def mark_read(told: ToldMessage, now: datetime) -> None:
    """Note that someone has read a message; told again, it does not come back."""
    told.read_at = now


def forget_old(on: date) -> int:
    """Erase the messages that nobody has told for ninety days; return how many went."""
    before = datetime(on.year, on.month, on.day, tzinfo=PARIS) - KEPT
    erased = db.session.execute(delete(ToldMessage).where(ToldMessage.last_at < before))
    return int(erased.rowcount)  # type: ignore[attr-defined]
