"""Changes in the SIAE: contracts, and what happens during them."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from webapp.accounts.enums import Role
from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.followup import changing
from webapp.pathways import contract_checks, happened, reach
from webapp.pathways.contract_rules import Terms
from webapp.pathways.enums import Happened
from webapp.pathways.refusals import Settled
from webapp.pathways.rights import allow, is_siae
from webapp.pathways.work_models import WorkContract, WorkEvent
from webapp.pathways.work_rules import Given
from webapp.people import journal
from webapp.people.enums import Act
from webapp.people.models import Person
from webapp.people.viewing import for_viewer

ALERTS = frozenset({Happened.ABSENCE, Happened.BREAK, Happened.LOST})


def contracts_of(person: Person) -> Sequence[WorkContract]:
    """Return every contract of a person with what happened, the latest first."""
    return db.session.scalars(
        select(WorkContract)
        .where(WorkContract.person_id == person.id)
        .options(selectinload(WorkContract.events).joinedload(WorkEvent.withdrawn_by))
        .options(joinedload(WorkContract.organisation))
        .order_by(WorkContract.begins_on.desc(), WorkContract.id.desc())
    ).all()


def read_by(account: Account, person: Person, on: date) -> Sequence[WorkContract]:
    """Return the contracts of a person that a professional reads, the latest first."""
    ours = select(WorkContract.id).where(
        WorkContract.person_id == person.id, reach.contracts(account, on)
    )
    read = set(db.session.scalars(ours))
    return [one for one in contracts_of(person) if one.id in read]


def contract_of(account: Account, public_id: str, on: date) -> WorkContract | None:
    """Return a contract by its public name, if this professional reads it."""
    wanted = select(WorkContract).join(WorkContract.person).where(reach.contracts(account, on))
    return db.session.scalar(
        for_viewer(wanted.where(WorkContract.public_id == public_id.lower()), account, on)
    )


def event_of(account: Account, public_id: str, on: date) -> WorkEvent | None:
    """Return what happened, by its public name, if this professional reads of the contract."""
    wanted = select(WorkEvent).join(WorkEvent.contract).join(WorkContract.person)
    wanted = wanted.where(reach.contracts(account, on))
    return db.session.scalar(
        for_viewer(wanted.where(WorkEvent.public_id == public_id.lower()), account, on)
    )


def is_of(account: Account, contract: WorkContract) -> bool:
    """Return whether a professional writes in this contract: the SIAE that signed it."""
    return is_siae(account) and contract.organisation_id == account.organisation_id


def write(person: Person, account: Account, terms: Terms, now: datetime) -> WorkContract:
    """Write a contract down; one that follows another of the same SIAE renews it.

    Raise NotYours, or WrongContract where the rules do not let it be so.
    """
    allow(is_siae(account))
    here = account.organisation_id
    former = [one for one in contracts_of(person) if one.organisation_id == here]
    contract_checks.check(former, account.organisation, person, terms, now)
    contract = WorkContract(
        person=person,
        organisation_id=account.organisation_id,
        renews_id=former[0].id if former else None,
        written_by_id=account.id,
        written_at=now,
        **vars(terms),
    )
    db.session.add(contract)
    db.session.flush()
    happened.tell(contract.person, "contract", account, now, form=terms.kind)
    return contract


def stop(contract: WorkContract, account: Account, last: date, reason: str, now: datetime) -> None:
    """Note that a contract ends before its day. Raise NotYours or Settled."""
    allow(is_of(account, contract))
    if contract.stopped_on is not None or last < contract.begins_on:
        raise Settled
    contract.stopped_on, contract.stop_reason = last, reason
    happened.tell(contract.person, "contract-end", account, now, day=last)


def note(
    contract: WorkContract,
    account: Account,
    kind: Happened,
    days: tuple[date, date | None],
    minutes: int,
    now: datetime,
) -> WorkEvent:
    """Note what happened in a contract; an absence or a lost contact waits for someone.

    The same thing sent again a moment later, by a second press, is noted once.
    """
    allow(is_of(account, contract))
    facts = {"kind": kind, "begins_on": days[0], "ends_on": days[1], "minutes": minutes}
    for one in contract.happened:
        same = all(getattr(one, name) == value for name, value in facts.items())
        if same and one.written_at > now - changing.MOMENT:
            return one
    event = WorkEvent(contract=contract, written_by_id=account.id, written_at=now, **facts)
    db.session.add(event)
    db.session.flush()
    happened.tell(contract.person, "event", account, now, event=kind, day=days[0])
    return event


def settle(event: WorkEvent, account: Account, now: datetime) -> None:
    """Note that an alert was dealt with, by the SIAE or by who accompanies."""
    allow(is_of(account, event.contract) or account.role in (Role.ADVISER, Role.LEAD))
    if event.settled_at or event.withdrawn_at or event.kind not in ALERTS:
        raise Settled
    event.settled_at = now
    journal.note(event.contract.person, Act.CHANGED, account=account, now=now, what="event")


def given(contracts: Sequence[WorkContract]) -> Given:
    """Return what was given during contracts, in all."""
    by_kind: dict[str, list[WorkEvent]] = {}
    for one in (event for contract in contracts for event in contract.happened):
        by_kind.setdefault(one.kind, []).append(one)
    minutes = {kind: sum(one.minutes for one in found) for kind, found in by_kind.items()}
    return Given(
        help_minutes=minutes.get(Happened.HELP, 0),
        training_minutes=minutes.get(Happened.TRAINING, 0),
        trainings=len(by_kind.get(Happened.TRAINING, ())),
        immersions=len(by_kind.get(Happened.IMMERSION, ())),
        absences=len(by_kind.get(Happened.ABSENCE, ())),
    )


def ended_between(begin: date, end: date) -> Sequence[WorkContract]:
    """Return the contracts that ended between two days and that no other contract renews."""
    later = select(WorkContract.renews_id).where(WorkContract.renews_id.is_not(None))
    return db.session.scalars(
        select(WorkContract)
        .where(WorkContract.id.not_in(later))
        .where(
            (WorkContract.stopped_on.between(begin, end))
            | (WorkContract.stopped_on.is_(None) & WorkContract.ends_on.between(begin, end))
        )
        .options(joinedload(WorkContract.person), joinedload(WorkContract.organisation))
        .order_by(WorkContract.id)
    ).all()


HALF_A_YEAR = timedelta(days=240)
