"""Changes to CVs: keep the answers, forget them."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete

from webapp.cv import queries
from webapp.cv.models import Cv
from webapp.extensions import db
from webapp.people.models import Person


def keep(person: Person, answers: dict[str, Any], now: datetime) -> Cv:
    """Keep what a person chose."""
    cv = queries.cv_of(person) or Cv(person_id=person.id)
    cv.answers, cv.changed_at = answers, now
    db.session.add(cv)
    db.session.flush()
    return cv


def forget(person: Person) -> None:
    """Let nothing of a person's CV stay."""
    gone = delete(Cv).where(Cv.person_id == person.id)
    db.session.execute(gone.execution_options(synchronize_session="fetch"))
