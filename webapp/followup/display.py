"""A person's timeline and what waits for an adviser, ready to be shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from sqlalchemy import select

from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.followup import notes, timeline
from webapp.followup.due import Due
from webapp.followup.enums import Readers, TaskState
from webapp.followup.models import Note, Task
from webapp.followup.sent import Sent
from webapp.followup.timeline import Told
from webapp.i18n import LANGUAGES
from webapp.i18n import gettext as _
from webapp.i18n import lazy_gettext as _l
from webapp.pages.choosing import groups
from webapp.people.display import clock_text, local, near_text, who_text
from webapp.people.models import Person


@dataclass(frozen=True)
class Line:
    """Something that happened: what, who, at what time, and the words that go with it."""

    event: Told
    note: Note | None
    task: str

    @property
    def what(self) -> str:
        """What happened, in words."""
        return timeline.KINDS[self.event.kind].text(self.event.about)

    @property
    def words(self) -> str:
        """What a message said; empty for all else."""
        return self.event.words if isinstance(self.event, Sent) else ""

    @property
    def picture(self) -> str:
        """Its picture."""
        return timeline.KINDS[self.event.kind].picture

    @property
    def address(self) -> str:
        """Where it leads, for a professional; empty when nowhere."""
        leads = timeline.KINDS[self.event.kind].address
        return leads(self.event.about) if leads else ""

    @property
    def who(self) -> str:
        """Who did it; empty when the person did, or a date."""
        return who_text(self.event.account)

    @property
    def place(self) -> str:
        """The structure of who did it."""
        return self.event.organisation.name if self.event.organisation else ""

    @property
    def time(self) -> str:
        """At what time."""
        return clock_text(self.event.at)

    @property
    def changed_text(self) -> str:
        """Who changed a note since, and when; empty when nobody did."""
        return changed(self.note) if self.note is not None and self.note.version > 1 else ""


@dataclass(frozen=True)
class Day:
    """What happened on a day."""

    text: str
    lines: Sequence[Line]


def days(events: Sequence[Told], on: date) -> list[Day]:
    """Return events by days, with their notes and steps: two queries, however many there are."""
    found, titles = notes.of_events(events), titles_of(events)
    lines = [
        Line(one, found.get(one.public_id), titles.get(str(one.about.get("task", "")), ""))
        for one in events
        if one.kind in timeline.KINDS
    ]
    by_day = groupby(lines, key=lambda line: local(line.event.at).date())
    return [Day(near_text(day, on), list(same)) for day, same in by_day]


def titles_of(events: Iterable[Told]) -> Mapping[str, str]:
    """Return the words of the next steps that events tell of."""
    names = {str(one.about["task"]) for one in events if "task" in one.about}
    if not names:
        return {}
    rows = db.session.execute(
        select(Task.public_id, Task.title).where(Task.public_id.in_(names)).order_by(Task.id)
    )
    return {row.public_id: row.title for row in rows}


def changed(row: Note | Task) -> str:
    """Return who changed something last, and when."""
    who, at = row.changed_by, moment_text(row.changed_at)
    if who is None:
        return _("Changé le %(moment)s", moment=at)
    return _("Changé par %(name)s le %(moment)s", name=full_name(who), moment=at)


def moment_text(at: datetime) -> str:
    """Return a day and an hour: `30/11 à 9 h 02`."""
    return _("%(day)s à %(hour)s", day=f"{local(at):%d/%m}", hour=clock_text(at))


def full_name(account: Account) -> str:
    """Return a professional's names."""
    return f"{account.first_name} {account.last_name}".strip()


def settings(person: Person) -> str:
    """Return how a person reads: their language, then what they chose, in words."""
    chosen = {**person.settings}
    told = [
        f"{group.title.lower()} {option.text.lower()}"
        for group in groups()
        for option in group.options
        if option.value and chosen.get(group.key) == option.value
    ]
    name = LANGUAGES.get(person.language, LANGUAGES[""]).name
    return _("Lit en : %(settings)s", settings=", ".join([name, *told]))


SOON = timedelta(days=1)
READERS = {
    Readers.MINE: _l("pour moi"),
    Readers.ORGANISATION: _l("pour ma structure"),
    Readers.SHARED: _l("partagé"),
    Readers.PERSON: _l("la personne le lit"),
}
STATES = {
    TaskState.PROPOSED: _l("n’a pas encore répondu"),
    TaskState.OPEN: _l("a dit oui"),
    TaskState.DECLINED: _l("a dit non"),
}


def when(due: Due, on: date) -> str:
    """Return by when something is due, in few words."""
    if due.at is not None and due.day == on:
        return clock_text(due.at)
    if due.day is None or due.day == on:
        return _("À faire")
    return _("Demain") if due.day == on + SOON else f"{due.day:%d/%m}"


def part(due: Due, on: date) -> str:
    """Return in which part of the day's list something stands: past its day, it is late."""
    if due.day is None:
        return "late" if due.late else "any"
    if due.late or due.day < on:
        return "late"
    return "today" if due.day == on else "soon"
