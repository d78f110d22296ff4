"""Notes and next steps made for tests."""

from datetime import timedelta
from typing import Any

from webapp import clock
from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.followup import notes, tasks
from webapp.followup.enums import Readers
from webapp.followup.models import Note, Task
from webapp.people.models import Person


def make_note(person: Person, account: Account, **facts: Any) -> Note:
    """Make a note about someone, for the author's structure unless a fact says otherwise."""
    usual: dict[str, Any] = {
        "text": "Cherche le matin.",
        "to": Readers.ORGANISATION,
        "now": clock.now(),
    }
    note = notes.write(person, account, **usual | facts)
    db.session.commit()
    return note


def make_task(person: Person, account: Account, **facts: Any) -> Task:
    """Make a next step for an adviser, within a week; with `owner=None`, proposed to the person."""
    now = facts.pop("now", clock.now())
    usual: dict[str, Any] = {"title": "Faire la carte de bus", "owner": account}
    usual["due_on"] = clock.today() + timedelta(days=7)
    task = tasks.add(person, account, tasks.Wish(**usual | facts), now)
    db.session.commit()
    return task
