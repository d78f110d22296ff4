"""Changes that people make to their own record."""

from datetime import datetime

from webapp.extensions import db
from webapp.people import journal
from webapp.people.enums import Act
from webapp.people.models import Person


def correct(
    person: Person, *, first_name: str, last_name: str, language: str, now: datetime
) -> None:
    """Write what a person says of themselves; only a change of their name is a line."""
    renamed = (first_name, last_name) != (person.first_name, person.last_name)
    person.first_name, person.last_name, person.language = first_name, last_name, language
    db.session.flush()
    if renamed:
        journal.note(person, Act.CHANGED, now=now, what="name")
