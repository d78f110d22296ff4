"""The monthly renewal at France Travail: asked of who works in an SIAE, told when it was not done.

Who works, even full time, may stay registered; one renewal forgotten ends rights that count later.
So everyone in a contract is asked, until they or who accompanies them say that they are not
registered; a new contract asks again. Written once a month: a second turn of the night's work finds
the row of the month.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.orm import joinedload

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.pathways import reach, texts, work_rules
from webapp.pathways.asking import tell
from webapp.pathways.enums import Renewed
from webapp.pathways.refusals import Settled
from webapp.pathways.work_models import Renewal, WorkContract
from webapp.people import journal
from webapp.people.enums import Act
from webapp.people.models import Person
from webapp.people.viewing import for_viewer


def remind(on: date, now: datetime) -> int:
    """Remind who works in an SIAE of their monthly renewal; return how many were."""
    if not work_rules.is_time_to_renew(on):
        return 0
    count = 0
    for contract in to_remind(on):
        person = contract.person
        one = question(person, on, now)
        db.session.add(one)
        if person.phone:
            tell(contract, texts.renewal(person.first_name), f"renewal:{one.once}", now)
        count += 1
    return count


def question(person: Person, on: date, now: datetime) -> Renewal:
    """Return the question of a month, which one record is asked once."""
    month = on.replace(day=1)
    once = f"{person.public_id}:{month:%Y-%m}"
    return Renewal(person_id=person.id, month=month, once=once, asked_at=now)


def to_remind(on: date) -> Iterator[WorkContract]:
    """Give one contract of each person who is to be asked this month."""
    known, month = asked(on), on.replace(day=1)
    people: set[int] = set()
    for contract in db.session.scalars(
        select(WorkContract)
        .where(running(on))
        .options(joinedload(WorkContract.person), joinedload(WorkContract.organisation))
        .order_by(WorkContract.begins_on.desc(), WorkContract.id)
    ):
        mine = known[contract.person_id]
        if contract.person_id not in people and not is_settled(contract, mine, month):
            people.add(contract.person_id)
            yield contract


def is_settled(contract: WorkContract, known: Sequence[Renewal], month: date) -> bool:
    """Return whether nothing is to be asked: it was this month, or they are not registered."""
    begin = contract.begins_on
    return any(
        one.month == month
        or (one.answer == Renewed.OUT and one.asked_at.astimezone(PARIS).date() >= begin)
        for one in known
    )


def running(on: date) -> ColumnElement[bool]:
    """Return the condition of the contracts that run on a day."""
    return and_(
        WorkContract.begins_on <= on,
        or_(WorkContract.ends_on.is_(None), WorkContract.ends_on >= on),
        or_(WorkContract.stopped_on.is_(None), WorkContract.stopped_on >= on),
    )


def asked(on: date) -> dict[int, list[Renewal]]:
    """Return what was asked of those in a contract on a day, by person."""
    people = select(WorkContract.person_id).where(running(on))
    found: dict[int, list[Renewal]] = defaultdict(list)
    for one in db.session.scalars(select(Renewal).where(Renewal.person_id.in_(people))):
        found[one.person_id].append(one)
    return found


def waiting_for(person: Person, on: date) -> Renewal | None:
    """Return the renewal of this month of which nobody has said anything."""
    return db.session.scalars(
        select(Renewal).where(
            Renewal.person_id == person.id,
            Renewal.month == on.replace(day=1),
            Renewal.answer == "",
        )
    ).first()


def waiting_on(phone: str, at: datetime) -> Sequence[Renewal]:
    """Return what waits on a number: the renewal of this month."""
    month = at.astimezone(PARIS).date().replace(day=1)
    return db.session.scalars(
        select(Renewal)
        .join(Renewal.person)
        .where(Person.phone == phone, Renewal.month == month, Renewal.answer == "")
        .order_by(Renewal.asked_at.desc(), Renewal.id.desc())
    ).all()


def of_account(account: Account, public_id: str, on: date) -> Renewal | None:
    """Return a renewal by its public name, if this professional reads of the steps of the path."""
    wanted = select(Renewal).join(Renewal.person).where(Renewal.public_id == public_id.lower())
    wanted = wanted.where(reach.steps(account, on))
    return db.session.scalar(for_viewer(wanted, account, on))


def settle(one: Renewal, answer: Renewed, now: datetime, *, by: Account | None = None) -> None:
    """Keep what was said of a renewal, by the person or by who accompanies. Raise Settled."""
    if one.answer:
        raise Settled
    same = Renewal.person_id == one.person_id, Renewal.month == one.month, Renewal.answer == ""
    db.session.execute(update(Renewal).where(*same).values(answer=answer, answered_at=now))
    if by is not None:
        journal.note(one.person, Act.CHANGED, account=by, now=now, what="renewal")
