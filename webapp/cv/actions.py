"""Changes to CVs: keep the answers, forget them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import delete

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.cv import happened, queries
from webapp.cv.models import Cv
from webapp.extensions import db
from webapp.people.models import Person


def keep(person: Person, answers: dict[str, Any], now: datetime, by: Account | None = None) -> Cv:
    """Keep what a person chose, alone or beside an adviser; their timeline tells it once a day."""
    cv = queries.cv_of(person) or Cv(person_id=person.id)
    if cv.changed_at is None or day_of(cv.changed_at) != day_of(now):
        happened.tell(person, by, now)
    cv.answers, cv.changed_at = answers, now
    db.session.add(cv)
    db.session.flush()
    return cv


def day_of(moment: datetime) -> date:
    """Return the day of a moment, as clocks show it here."""
    return moment.astimezone(PARIS).date()


def forget(person: Person) -> None:
    """Let nothing of a person's CV stay."""
    gone = delete(Cv).where(Cv.person_id == person.id)
    db.session.execute(gone.execution_options(synchronize_session="fetch"))
