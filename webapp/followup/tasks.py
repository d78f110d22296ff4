"""Next steps of a person: shared by those who follow them, proposed to the person, who answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import joinedload

from webapp.accounts.models import Account
from webapp.errors import Refused
from webapp.extensions import db
from webapp.followup import changing, proposing, readers, rules, timeline
from webapp.followup.enums import Happened, Readers, TaskState
from webapp.followup.models import Task
from webapp.i18n import lazy_gettext as _l
from webapp.people.models import Person
from webapp.people.viewing import for_viewer

SHOWN = 50
ASKED = (TaskState.PROPOSED, TaskState.OPEN)  # not over, and not refused
GOING = (*ASKED, TaskState.DECLINED)
EVENTS = {
    TaskState.OPEN: Happened.TASK_ACCEPTED,
    TaskState.DECLINED: Happened.TASK_DECLINED,
    TaskState.DONE: Happened.TASK_DONE,
    TaskState.DROPPED: Happened.TASK_DROPPED,
}


@dataclass(frozen=True, kw_only=True)
class Wish:
    """A next step as it is written: what, before which day, who does it, who reads it."""

    title: str
    due_on: date
    owner: Account | None = None  # None: the person
    readers: Readers = Readers.SHARED


class AlreadySettled(Refused):
    """The step was answered, done or dropped meanwhile."""

    title = _l("Cette étape est déjà réglée")
    advice = _l("Revenez en arrière : la liste est à jour.")
    code = 409


def add(person: Person, account: Account, wish: Wish, now: datetime) -> Task:
    """Add a next step; one that is the person's to do is proposed, and they read it.

    The same one sent again a moment later, by a second press, is the one that is there.
    """
    twin = next((one for one in just_added(person, account, now) if is_same(one, wish)), None)
    return twin or add_anew(person, account, wish, now)


def add_anew(person: Person, account: Account, wish: Wish, now: datetime) -> Task:
    """Add a next step that is not there."""
    mine = wish.owner is None
    task = Task(
        person_id=person.id,
        organisation_id=account.organisation_id,
        account_id=account.id,
        of_person=mine,
        owner_id=wish.owner.id if wish.owner else None,
        title=wish.title,
        due_on=wish.due_on,
        state=TaskState.PROPOSED if mine else TaskState.OPEN,
        readers=Readers.PERSON if mine else wish.readers,
        created_at=now,
        changed_at=now,
        changed_by_id=account.id,
    )
    db.session.add(task)
    db.session.flush()
    announce(task, Happened.TASK_OPENED, account, now)
    return task


def just_added(person: Person, account: Account, now: datetime) -> Sequence[Task]:
    """Return the steps that an account added a moment ago."""
    return db.session.scalars(
        select(Task).where(
            Task.person_id == person.id,
            Task.account_id == account.id,
            Task.created_at > now - changing.MOMENT,
        )
    ).all()


def is_same(task: Task, wish: Wish) -> bool:
    """Return whether a step is what is wished for; what the person does, they always read."""
    owner = wish.owner.id if wish.owner else None
    to = Readers.PERSON if wish.owner is None else wish.readers
    wished = (wish.title, wish.due_on, wish.owner is None, owner, to)
    return (task.title, task.due_on, task.of_person, task.owner_id, task.readers) == wished


def announce(task: Task, kind: Happened, account: Account, now: datetime) -> None:
    """Tell of a step that is new or written anew: the timeline, and the person who is asked."""
    told(task, Happened.TASK_PROPOSED if task.of_person else kind, account, now)
    if task.of_person:
        proposing.tell(task, now)


def told(task: Task, kind: Happened, by: Account | None, now: datetime) -> None:
    """Tell on the timeline what became of a step, to those who read the step."""
    to = Readers(task.readers)
    timeline.record(task.person, kind, now, by=by, readers=to, task=task.public_id)


def settle(
    task: Task, version: int, state: TaskState, now: datetime, *, by: Account | None
) -> None:
    """Bring a step to another state; `by` is empty when the person did. Raise AlreadySettled.

    What is there already, by a second press or by someone else, is no fault of anybody.
    """
    if task.state == state:
        return
    if not rules.may_become(task.state, state):
        raise AlreadySettled
    proposing.call_off(task, now)
    changing.change(task, version, by=by, now=now, state=state)
    told(task, EVENTS[state], by, now)


def change(task: Task, version: int, wish: Wish, account: Account, now: datetime) -> None:
    """Write a step anew: what, by which day, whose; what the person must do is proposed again.

    Where nothing differs nothing is written: what the person accepted is not asked again.
    """
    if task.state in rules.ENDED and task.state != TaskState.DECLINED:
        raise AlreadySettled
    if task.state in ASKED and is_same(task, wish):
        return
    mine = wish.owner is None
    proposing.call_off(task, now)
    changing.change(
        task,
        version,
        by=account,
        now=now,
        title=wish.title,
        due_on=wish.due_on,
        of_person=mine,
        owner_id=wish.owner.id if wish.owner else None,
        state=TaskState.PROPOSED if mine else TaskState.OPEN,
        readers=Readers.PERSON if mine else wish.readers,
    )
    announce(task, Happened.TASK_CHANGED, account, now)


def going(person: Person, account: Account, on: date) -> Sequence[Task]:
    """Return the steps of a person that are not over, as an account may read them, by day."""
    return listed(
        and_(
            Task.person_id == person.id, Task.state.in_(GOING), readers.readable(Task, account, on)
        )
    )


def own(person: Person) -> Sequence[Task]:
    """Return the steps that the person reads: proposed to them, theirs, or shown to them."""
    return listed(
        and_(
            Task.person_id == person.id,
            Task.readers == Readers.PERSON,
            Task.state.in_(ASKED),
        )
    )


def listed(condition: ColumnElement[bool]) -> Sequence[Task]:
    """Return steps with whose they are, by their day."""
    return db.session.scalars(
        select(Task)
        .where(condition)
        .options(joinedload(Task.owner), joinedload(Task.author), joinedload(Task.changed_by))
        .order_by(Task.due_on, Task.id)
        .limit(SHOWN)
    ).all()


def to_change(account: Account, public_id: str, on: date) -> Task | None:
    """Return a step that this account may change: one it reads, of whom it may see."""
    found = (
        select(Task)
        .join(Person, Person.id == Task.person_id)
        .where(Task.public_id == public_id.lower())
        .where(readers.changeable(account, on))
        .options(joinedload(Task.person), joinedload(Task.changed_by))
    )
    return db.session.scalar(for_viewer(found, account, on))


def of_person_named(person: Person, public_id: str) -> Task | None:
    """Return a step that this person reads, by its name."""
    found = select(Task).where(
        Task.person_id == person.id,
        Task.public_id == public_id.lower(),
        Task.readers == Readers.PERSON,
    )
    return db.session.scalar(found)
