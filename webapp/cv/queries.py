"""CVs, read: a person's own."""

from sqlalchemy import select

from webapp.cv.models import Cv
from webapp.extensions import db
from webapp.people.models import Person


def cv_of(person: Person) -> Cv | None:
    """Return a person's CV; of two, as when two records became one, the last changed."""
    found = select(Cv).where(Cv.person_id == person.id)
    return db.session.scalar(found.order_by(Cv.changed_at.desc(), Cv.id.desc()).limit(1))
