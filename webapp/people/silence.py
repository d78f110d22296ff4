"""People who give no sign for 24 months: told by SMS, then erased a month later if still silent."""

from collections.abc import Sequence
from datetime import date, datetime

from flask import current_app
from sqlalchemy import select

from webapp.extensions import db
from webapp.messages.actions import queue
from webapp.messages.enums import Kind
from webapp.people import erasing, rules, sweeping, texts
from webapp.people.models import Person
from webapp.people.rules import Silence


def look_after(on: date, now: datetime) -> int:
    """Warn or erase whoever has been silent long enough; return how many were erased."""
    erased = 0
    for person in long_silent(on):
        step = rules.silence(person.active_on, person.warned_on, on)
        if step == Silence.WARN:
            warn(person, on, now)
        elif step == Silence.ERASE:
            erasing.erase(person, now)
            erased += 1
    if erased:
        sweeping.waiting().touch()  # once this is committed
    return erased


def long_silent(on: date) -> Sequence[Person]:
    """Return the people without a sign for 24 months; a merged record goes with the other."""
    return db.session.scalars(
        select(Person)
        .where(
            Person.active_on <= on - rules.INACTIVE,
            Person.merged_into_id.is_(None),
            Person.demonstration.is_(False),
        )
        .order_by(Person.id)
    ).all()


def warn(person: Person, on: date, now: datetime) -> None:
    """Tell someone that silence will erase them; without a number there is nobody to tell."""
    person.warned_on = on
    if person.phone:
        queue(
            kind=Kind.INACTIVE,
            to=person.phone,
            text=texts.silent(f"{current_app.config['PUBLIC_URL']}/moi", rules.SILENCE.days),
            key=f"{Kind.INACTIVE}:{person.public_id}:{on}",
            now=now,
            person_id=person.id,
        )
