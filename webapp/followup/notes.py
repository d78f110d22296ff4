"""Notes about a person: written, changed, taken out; each has its event on the timeline."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import joinedload

from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.followup import changing, readers, timeline
from webapp.followup.enums import Happened, Readers
from webapp.followup.models import Note, TimelineEvent
from webapp.people.models import Person
from webapp.people.viewing import for_viewer

LONGEST = 2000  # characters


def write(person: Person, account: Account, text: str, to: Readers, now: datetime) -> Note:
    """Write a note about a person, for some readers; one sent twice is written once."""
    twin = just_written(person, account, text, to, now)
    if twin is not None:
        return twin
    note = Note(
        person_id=person.id,
        account_id=account.id,
        organisation_id=account.organisation_id,
        readers=to,
        text=text,
        created_at=now,
        changed_at=now,
        changed_by_id=account.id,
    )
    db.session.add(note)
    db.session.flush()
    event = timeline.record(person, Happened.NOTE, now, by=account, readers=to)
    event.public_id = note.public_id
    return note


def just_written(
    person: Person, account: Account, text: str, to: Readers, now: datetime
) -> Note | None:
    """Return the note that an account wrote with these words a moment ago."""
    found = select(Note).where(
        Note.person_id == person.id,
        Note.account_id == account.id,
        Note.created_at > now - changing.MOMENT,
        Note.text == text,
        Note.readers == to,
    )
    return db.session.scalars(found).first()


def rewrite(
    note: Note, version: int, account: Account, text: str, to: Readers, now: datetime
) -> None:
    """Change a note that was read at a version; raise Meanwhile when someone else did since."""
    changing.change(note, version, by=account, now=now, text=text, readers=to)
    db.session.execute(
        update(TimelineEvent).where(TimelineEvent.public_id == note.public_id).values(readers=to)
    )


def remove(note: Note, version: int, account: Account, now: datetime) -> None:
    """Take a note out, with its event; raise Meanwhile when someone else changed it since."""
    changing.change(note, version, by=account, now=now)
    name = note.public_id
    db.session.execute(delete(TimelineEvent).where(TimelineEvent.public_id == name))
    db.session.execute(delete(Note).where(Note.public_id == name))


def to_change(account: Account, public_id: str, on: date) -> Note | None:
    """Return a note that this account may change: of its organisation, about whom it may see."""
    found = (
        select(Note)
        .join(Person, Person.id == Note.person_id)
        .where(Note.public_id == public_id.lower(), readers.own(Note, account))
        .options(joinedload(Note.changed_by))
    )
    return db.session.scalar(for_viewer(found, account, on))


def of_events(events: Iterable[timeline.Told]) -> Mapping[str, Note]:
    """Return the notes of some events, by their public name."""
    names = [one.public_id for one in events if one.kind == Happened.NOTE]
    found = select(Note).where(Note.public_id.in_(names)).options(joinedload(Note.changed_by))
    return {note.public_id: note for note in db.session.scalars(found)} if names else {}
