"""What is written to people in or out of a contract: the monthly renewal, what became of them."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from webapp.extensions import db
from webapp.messages.actions import queue
from webapp.messages.enums import Kind
from webapp.pathways import texts, work, work_rules
from webapp.pathways.work_models import Outcome, WorkContract
from webapp.people.models import Person


def remind(on: date, now: datetime) -> int:
    """Remind those in a small contract of their monthly renewal; return how many were.

    Written twice for a month, it is sent once.
    """
    count = 0
    for contract in running(on):
        minutes = contract.weekly_minutes
        due = work_rules.month_to_renew(contract.begins_on, on, working_minutes=minutes)
        if due and contract.person.phone:
            key = f"renewal:{contract.person.public_id}:{on:%Y-%m}"
            tell(contract, texts.renewal(contract.person.first_name), key, now)
            count += 1
    return count


def running(on: date) -> Iterator[WorkContract]:
    """Give the contracts that run on a day, with their people."""
    found = db.session.scalars(
        select(WorkContract)
        .where(WorkContract.begins_on <= on)
        .where(WorkContract.ends_on.is_(None) | (WorkContract.ends_on >= on))
        .where(WorkContract.stopped_on.is_(None) | (WorkContract.stopped_on >= on))
        .options(joinedload(WorkContract.person))
        .order_by(WorkContract.id)
    )
    yield from found


def tell(contract: WorkContract, text: str, key: str, now: datetime) -> None:
    """Send someone an SMS about their contract."""
    insee = contract.organisation.insee
    queue(
        kind=Kind.PATH,
        to=contract.person.phone or "",
        text=text,
        key=key,
        now=now,
        person_id=contract.person_id,
        insee=insee,
    )


def ask_outcomes(on: date, now: datetime) -> int:
    """Ask those whose last contract ended what became of them; return how many were asked."""
    contracts = work.ended_between(on - work.HALF_A_YEAR, on)
    asked = asked_already([one.person_id for one in contracts])
    count = 0
    for contract in contracts:
        ended = contract.last_day
        if ended is None or not contract.person.phone:
            continue
        known = frozenset(asked[contract.person_id, contract.organisation_id])
        months = work_rules.question_due(ended, known, on)
        if months is not None:
            ask(contract, months, now)
            count += 1
    return count


def asked_already(people: list[int]) -> dict[tuple[int, int], set[int]]:
    """Return after how many months each was asked, by person and SIAE."""
    found: dict[tuple[int, int], set[int]] = defaultdict(set)
    rows = db.session.scalars(select(Outcome).where(Outcome.person_id.in_(people)))
    for one in rows:
        found[one.person_id, one.organisation_id].add(one.months)
    return found


def ask(contract: WorkContract, months: int, now: datetime) -> None:
    """Write the question down and send it."""
    question = Outcome(
        person_id=contract.person_id,
        organisation_id=contract.organisation_id,
        months=months,
        asked_at=now,
    )
    db.session.add(question)
    text = texts.outcome(contract.person.first_name, contract.organisation.name)
    key = f"outcome:{contract.public_id}:{months}"
    tell(contract, text, key, now)


def waiting_on(phone: str, at: datetime) -> list[Outcome]:
    """Return the questions that wait on a number, the last asked first."""
    found = db.session.scalars(
        select(Outcome)
        .join(Person, Person.id == Outcome.person_id)
        .where(Person.phone == phone, Outcome.answered_at.is_(None))
        .where(Outcome.asked_at <= at, Outcome.asked_at >= at - OPEN)
        .order_by(Outcome.asked_at.desc(), Outcome.id.desc())
    )
    return list(found)


OPEN = timedelta(days=30)  # how long an answer still counts
