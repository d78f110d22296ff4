"""Changes that a request made and did not commit: a view forgot its last line."""

from flask import Flask
from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session
from sqlalchemy.orm.session import UOWTransaction

from webapp.extensions import db

PENDING = "changes not committed"


@event.listens_for(Session, "after_flush")
def flushed(session: Session, _context: UOWTransaction) -> None:
    """Remember that changes were sent to the database."""
    session.info[PENDING] = True


@event.listens_for(Session, "do_orm_execute")
def executed(state: ORMExecuteState) -> None:
    """Remember statements that change rows."""
    if state.is_insert or state.is_update or state.is_delete:
        state.session.info[PENDING] = True


@event.listens_for(Session, "after_commit")
@event.listens_for(Session, "after_rollback")
def settled(session: Session) -> None:
    """Forget them once they are kept or given up."""
    session.info.pop(PENDING, None)


class Leftovers:
    """What the requests of one application left undone."""

    def __init__(self, app: Flask) -> None:
        """Look at each request's session before it is closed."""
        self.found: list[object] = []
        app.teardown_request_funcs.setdefault(None, []).append(self.look)

    def look(self, _error: BaseException | None) -> None:
        """Note what this request leaves."""
        session = db.session
        self.found += [*session.new, *session.dirty, *session.deleted]
        self.found += [PENDING] if session.info.get(PENDING) else []

    def taken(self) -> list[object]:
        """Return what was noted, once."""
        found, self.found = self.found, []
        return found
