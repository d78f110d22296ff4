"""The SMS of a step that is proposed to a person: one for each proposal, answered OUI or NON."""

from collections.abc import Collection, Sequence
from datetime import datetime, time, timedelta

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.followup import texts
from webapp.followup.enums import TaskState
from webapp.followup.models import Task
from webapp.messages import actions as messages
from webapp.messages.enums import Kind, Status
from webapp.messages.models import Message
from webapp.people.models import Person
from webapp.phones import gets_sms

ANSWERED_WITHIN = timedelta(days=30)
USEFUL = timedelta(days=7)  # a proposal that could not leave by then is read on the page


def tell(task: Task, now: datetime) -> None:
    """Put the SMS of a proposal in the outbox: it leaves at an hour that suits, under the caps.

    Nothing is sent to a number that nobody confirmed: the step stays on the person's page.
    """
    person = task.person
    if not reaches(person) or person.phone is None:
        return
    address = f"{current_app.config['PUBLIC_URL']}/suivi"
    messages.queue(
        kind=Kind.STEP,
        to=person.phone,
        text=texts.proposed(task, address),
        key=key_of(task),
        now=now,
        person_id=person.id,
        drop_at=min(now + USEFUL, end_of(task)),
    )


def reaches(person: Person) -> bool:
    """Return whether a proposal reaches a person by SMS."""
    return bool(person.phone and gets_sms(person.phone) and person.confirmed_at)


def call_off(task: Task, now: datetime) -> None:
    """Keep the SMS of a proposal that is over from leaving."""
    if task.state == TaskState.PROPOSED:
        messages.call_off(key_of(task), now=now)


def key_of(task: Task) -> str:
    """Return what the SMS of a proposal goes by: a step written anew is proposed anew."""
    return f"step:{task.public_id}:{task.version}"


def end_of(task: Task) -> datetime:
    """Return the moment from which the day of a step has passed."""
    return datetime.combine(task.due_on + timedelta(days=1), time(), PARIS)


def asked(phone: str, at: datetime) -> Sequence[tuple[Task, datetime]]:
    """Return the steps that a number was asked about, as they are now, the last asked last."""
    sent = (
        select(Message)
        .where(Message.recipient == phone, Message.kind == Kind.STEP)
        .where(Message.status.in_((Status.SENT, Status.DELIVERED)))
        .where(Message.sent_at > at - ANSWERED_WITHIN, Message.sent_at <= at)
        .order_by(Message.sent_at, Message.id)
    )
    when = {one.key: one.sent_at for one in db.session.scalars(sent) if one.sent_at}
    names = [key.split(":")[1] for key in when]
    found = db.session.scalars(
        select(Task)
        .join(Task.person)
        .where(Task.public_id.in_(names), Task.of_person)
        .where(Person.phone == phone, Person.merged_into_id.is_(None))
        .options(joinedload(Task.author).joinedload(Account.organisation))
        .order_by(Task.id)
    )
    asked = [(task, when[key]) for task in found if (key := asked_by(task, when))]
    return sorted(asked, key=lambda one: one[1])


def asked_by(task: Task, sent: Collection[str]) -> str:
    """Return the SMS that proposed a step as it is now, or just before it was answered."""
    now, before = key_of(task), f"step:{task.public_id}:{task.version - 1}"
    answered = task.state != TaskState.PROPOSED and before in sent
    return now if now in sent else before if answered else ""
