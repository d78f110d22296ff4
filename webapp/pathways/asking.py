"""What is written to people after a contract: what became of them, at the exit and later."""

from collections import defaultdict
from datetime import date, datetime, timedelta

from sqlalchemy import select

from webapp.clock import PARIS
from webapp.extensions import db
from webapp.messages.actions import queue
from webapp.messages.enums import Kind
from webapp.pathways import texts, work, work_rules
from webapp.pathways.work_models import Outcome, WorkContract
from webapp.people.models import Person


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
        known = asked_since(ended, asked[contract.person_id, contract.organisation_id])
        months = work_rules.question_due(ended, known, on)
        if months is not None:
            ask(contract, months, now)
            count += 1
    return count


def asked_already(people: list[int]) -> dict[tuple[int, int], list[Outcome]]:
    """Return what each was asked, by person and SIAE."""
    found: dict[tuple[int, int], list[Outcome]] = defaultdict(list)
    rows = db.session.scalars(select(Outcome).where(Outcome.person_id.in_(people)))
    for one in rows:
        found[one.person_id, one.organisation_id].append(one)
    return found


def asked_since(ended: date, asked: list[Outcome]) -> frozenset[int]:
    """Return after how many months someone was asked since an exit; one before asks nothing."""
    since = (one for one in asked if one.asked_at.astimezone(PARIS).date() >= ended)
    return frozenset(one.months for one in since)


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


def waiting_on(phone: str, at: datetime, answer: str = "") -> list[Outcome]:
    """Return the questions that wait on a number, the last asked first.

    With an answer, those that were answered so, and of which more may be said.
    """
    found = db.session.scalars(
        select(Outcome)
        .join(Person, Person.id == Outcome.person_id)
        .where(Person.phone == phone, Outcome.answer == answer)
        .where(Outcome.asked_at <= at, Outcome.asked_at >= at - OPEN)
        .order_by(Outcome.asked_at.desc(), Outcome.id.desc())
    )
    return list(found)


def answered_since(phone: str, since: datetime) -> list[Outcome]:
    """Return the questions that a number answered since a moment, the last answered first."""
    found = db.session.scalars(
        select(Outcome)
        .join(Person, Person.id == Outcome.person_id)
        .where(Person.phone == phone, Outcome.answered_at >= since)
        .order_by(Outcome.answered_at.desc(), Outcome.id.desc())
    )
    return list(found)


CORRECTED = timedelta(days=1)  # how long an answer may still be put right
OPEN = timedelta(days=30)  # how long an answer still counts
