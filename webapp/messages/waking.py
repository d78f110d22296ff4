"""Waking the sweeper after a commit: a wake that is lost loses nothing but a minute."""

from collections.abc import Callable

from flask import Flask, current_app, has_app_context
from sqlalchemy import event
from sqlalchemy.orm import Session

from webapp.extensions import RoutedSession, db
from webapp.logger import log

WAITING = "messages-waiting"  # in a session's notes: it queued something


def after_commit() -> None:
    """Ask that the sweeper be woken when this session commits."""
    db.session.info[WAITING] = True


def wake(session: Session) -> None:
    """Wake the sweeper if this session queued something; never fail what was committed.

    The end of a savepoint commits nothing yet, nor takes back what was queued before it.
    """
    if session.in_nested_transaction():
        return
    if not session.info.pop(WAITING, False) or not has_app_context():
        return
    knock: Callable[[], object] = current_app.extensions.get("wake-sweeper", int)
    try:
        knock()
    except Exception as error:  # whatever it is, the next turn of the sweeper sends the message
        log.warning("wake", kind=type(error).__name__)


def forget(session: Session) -> None:
    """Forget what was queued and not committed."""
    if not session.in_nested_transaction():
        session.info.pop(WAITING, None)


def init_app(app: Flask) -> None:
    """Listen to what sessions commit."""
    for name, function in (("after_commit", wake), ("after_rollback", forget)):
        if not event.contains(RoutedSession, name, function):
            event.listen(RoutedSession, name, function)
