"""Committees: held by an organisation, with its partners; cases by the person's word alone."""

import json
from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import joinedload, selectinload

from webapp import sealing
from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.followup import tasks
from webapp.followup.tasks import Wish
from webapp.organisations.models import Organisation
from webapp.pathways.committee_models import Committee, CommitteeCase, CommitteeMember
from webapp.pathways.refusals import Settled
from webapp.pathways.rights import allow
from webapp.people import journal
from webapp.people.enums import Act
from webapp.people.models import Person
from webapp.people.viewing import for_viewer, may_see

TITLE = 120  # signs of a next step


def sits(account: Account) -> ColumnElement[bool]:
    """Return the condition of the committees in which a professional's organisation sits."""
    here = account.organisation_id
    invited = select(CommitteeMember.committee_id).where(CommitteeMember.organisation_id == here)
    return or_(Committee.organisation_id == here, Committee.id.in_(invited))


def committees_of(account: Account) -> Sequence[Committee]:
    """Return the committees of a professional's organisation, the latest first."""
    return db.session.scalars(
        select(Committee)
        .where(sits(account))
        .options(joinedload(Committee.organisation), selectinload(Committee.cases))
        .order_by(Committee.on.desc(), Committee.id.desc())
        .limit(50)
    ).all()


def committee_of(account: Account, public_id: str) -> Committee | None:
    """Return a committee by its public name, if this professional's organisation sits in it."""
    return db.session.scalar(
        select(Committee)
        .where(Committee.public_id == public_id.lower(), sits(account))
        .options(
            selectinload(Committee.members).joinedload(CommitteeMember.organisation),
            selectinload(Committee.cases).joinedload(CommitteeCase.person),
        )
    )


def case_of(account: Account, public_id: str, on: date) -> CommitteeCase | None:
    """Return a case by its public name, of a committee of theirs, about whom they may see."""
    wanted = (
        select(CommitteeCase)
        .join(CommitteeCase.committee)
        .join(CommitteeCase.person)
        .where(CommitteeCase.public_id == public_id.lower(), sits(account))
    )
    return db.session.scalar(for_viewer(wanted, account, on))


def call(
    account: Account, on: date, place: str, partners: Sequence[Organisation], now: datetime
) -> Committee:
    """Call a committee: its day, its place, and who sits there."""
    made = Committee(organisation_id=account.organisation_id, on=on, place=place, created_at=now)
    made.members = [CommitteeMember(organisation_id=one.id) for one in partners]
    db.session.add(made)
    db.session.flush()
    return made


def submit(
    committee: Committee, person: Person, account: Account, question: str, now: datetime
) -> CommitteeCase:
    """Put a case on the agenda, by the word of the person; raise Settled once it is over."""
    known = [one for one in committee.cases if one.person_id == person.id]
    if committee.closed_at is not None or known:
        raise Settled
    case = CommitteeCase(
        committee=committee,
        person=person,
        submitted_by_id=account.id,
        submitted_at=now,
        sealed=sealing.seal(json.dumps({"question": question}, ensure_ascii=False)),
    )
    db.session.add(case)
    db.session.flush()
    journal.note(person, Act.CHANGED, account=account, now=now, what="committee")
    return case


def opened(case: CommitteeCase) -> dict[str, str]:
    """Return the words of a case: the question, and those of the decision."""
    found: dict[str, str] = json.loads(sealing.unseal(case.sealed))
    return found


def decide(
    case: CommitteeCase,
    account: Account,
    decision: str,
    name: str,
    told: tuple[str, int | None, date | None],
    now: datetime,
) -> None:
    """Note what was decided, who does it and until when; the first time it becomes a next step.

    `name` is the decision in words. Raise NotYours or Settled.
    """
    allow(case.committee.organisation_id == account.organisation_id)
    if case.committee.closed_at is not None:
        raise Settled
    text, case.owner_id, case.due_on = told
    if not case.decision:
        give_task(case, account, text or name, now)
    case.decision = decision
    case.sealed = sealing.seal(json.dumps({**opened(case), "text": text}, ensure_ascii=False))
    journal.note(case.person, Act.CHANGED, account=account, now=now, what="committee")


def give_task(case: CommitteeCase, account: Account, title: str, now: datetime) -> None:
    """Add what was decided to the next steps of the person, for a human of who is to do it.

    Where nobody there submitted or holds the committee, it waits on the list of that structure.
    """
    humans = [one for one in (case.submitted_by, account) if one is not None]
    owner = next((one for one in humans if one.organisation_id == case.owner_id), None)
    if owner is not None and case.due_on is not None:
        tasks.add(
            case.person, account, Wish(title=title[:TITLE], due_on=case.due_on, owner=owner), now
        )


def done(case: CommitteeCase, account: Account, now: datetime) -> None:
    """Note that what was decided is done. Raise NotYours or Settled."""
    allow(account.organisation_id in (case.owner_id, case.committee.organisation_id))
    if case.done_at is not None or not case.decision:
        raise Settled
    case.done_at = now


def close(committee: Committee, account: Account, minutes: str, now: datetime) -> None:
    """Keep the minutes; after this nothing changes. Raise NotYours or Settled."""
    allow(committee.organisation_id == account.organisation_id)
    if committee.closed_at is not None:
        raise Settled
    committee.minutes, committee.closed_at = minutes, now


def readable(committee: Committee, account: Account, on: date) -> set[int]:
    """Return the cases of a committee about people whom this professional may see."""
    return {one.id for one in committee.cases if may_see(account, one.person, on)}
