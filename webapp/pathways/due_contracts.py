"""What waits of contracts: alerts, renewals at France Travail, exit reviews, an end that comes."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from flask import url_for
from sqlalchemy import ColumnElement, Row, and_, exists, false, or_, select
from sqlalchemy.orm import aliased, contains_eager, selectinload

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.followup.due import MOST, Due
from webapp.pathways import exit_reviews, facts, reach, work, work_rules
from webapp.pathways.facts import ContractFacts
from webapp.pathways.models import Approval
from webapp.pathways.queries import Computed, computed
from webapp.pathways.rights import is_siae
from webapp.pathways.work_models import ExitReview, Renewal, WorkContract, WorkEvent
from webapp.people.models import Person
from webapp.people.viewing import visible

SOON = timedelta(days=92)  # an approval near its end
MONTH = timedelta(days=31)  # a contract near its end


def waiting(account: Account, at: datetime, own: ColumnElement[bool]) -> Iterator[Due]:
    """Give what waits of the contracts of one's own people, or of one's own SIAE."""
    on = at.astimezone(PARIS).date()
    yield from alerts(account, on, own)
    yield from unconfirmed(on, and_(own, reach.steps(account, on)))
    yield from reviews(account, at, own)
    yield from endings(account, on, own)


def page(person: Person) -> str:
    """Return the page of someone's contracts."""
    return url_for("pathways.work.index", public_id=person.public_id)


def approvals(at: datetime, *wanted: ColumnElement[bool]) -> list[Computed]:
    """Return what some approvals come to, with their people."""
    found = db.session.scalars(
        select(Approval)
        .join(Approval.person)
        .options(contains_eager(Approval.person))
        .options(selectinload(Approval.suspensions), selectinload(Approval.prolongations))
        .where(*wanted)
        .order_by(Approval.ends_on, Approval.id)
        .limit(MOST)
    )
    return [computed(one, at) for one in found]


def in_contract(account: Account, on: date, own: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition of the contracts of one's own people, or of one's own SIAE."""
    here = WorkContract.organisation_id == account.organisation_id
    siae = and_(here, visible(account, on)) if is_siae(account) else false()
    return or_(and_(own, reach.contracts(account, on)), siae)


def alerts(account: Account, on: date, own: ColumnElement[bool]) -> Iterator[Due]:
    """Give the absences, breaks and lost contacts that nobody has dealt with yet."""
    found = db.session.scalars(
        select(WorkEvent)
        .join(WorkEvent.contract)
        .join(WorkContract.person)
        .options(contains_eager(WorkEvent.contract).contains_eager(WorkContract.person))
        .where(WorkEvent.kind.in_(work.ALERTS), WorkEvent.settled_at.is_(None))
        .where(WorkEvent.withdrawn_at.is_(None))
        .where(in_contract(account, on, own))
        .order_by(WorkEvent.begins_on, WorkEvent.id)
        .limit(MOST)
    )
    for one in found:
        person = one.contract.person
        address, late = page(person), one.begins_on < on
        yield Due(kind=one.kind, address=address, person=person, on=one.begins_on, late=late)


def unconfirmed(on: date, own: ColumnElement[bool]) -> Iterator[Due]:
    """Give those of one's own people who have not confirmed their renewal of this month."""
    if not work_rules.is_renewal_told(on):
        return
    month = on.replace(day=1)
    last = month.replace(day=work_rules.LAST_DAY)
    found = db.session.scalars(
        select(Renewal)
        .join(Renewal.person)
        .options(contains_eager(Renewal.person))
        .where(Renewal.month == month, Renewal.answer == "", own)
        .order_by(Renewal.id)
        .limit(MOST)
    )
    for one in found:
        address = page(one.person)
        yield Due(kind="renewal", address=address, person=one.person, on=last, late=on > last)


def reviews(account: Account, at: datetime, own: ColumnElement[bool]) -> Iterator[Due]:
    """Give the exit reviews to make or sign: three months before contract or approval ends."""
    on = at.astimezone(PARIS).date()
    months, mine = facts.in_force(ContractFacts, on).review_months, in_contract(account, on, own)
    ends = approval_ends(at, mine)
    for contract, review in reviewed(on, mine, ends):
        end = min(filter(None, [contract.ends_on, ends.get(contract.person_id)]))
        signed = review is not None and exit_reviews.has_signed(account, contract, review, at)
        if work_rules.review_is_due(end, months, on, signed=signed):
            address = url_for("pathways.work.review", public_id=contract.public_id)
            yield Due(kind="exit-review", address=address, person=contract.person, on=end)


def approval_ends(at: datetime, mine: ColumnElement[bool]) -> dict[int, date]:
    """Return, of the people in these contracts, the approvals that end within three months."""
    on = at.astimezone(PARIS).date()
    people = select(WorkContract.person_id).join(WorkContract.person).where(mine)
    near = Approval.ends_on.between(on - timedelta(days=365), on + SOON)
    known = approvals(at, near, Approval.person_id.in_(people))
    ends = {one.approval.person_id: one.end for one in known if one.hires}
    return {person: end for person, end in ends.items() if end is not None and end <= on + SOON}


def reviewed(
    on: date, mine: ColumnElement[bool], ends: dict[int, date]
) -> Sequence[Row[WorkContract, ExitReview]]:
    """Return the contracts whose end is near, or that of their approval, with their review."""
    near = or_(WorkContract.ends_on.between(on, on + SOON), WorkContract.person_id.in_(ends))
    return db.session.execute(
        select(WorkContract, ExitReview)
        .join(WorkContract.person)
        .outerjoin(ExitReview, ExitReview.contract_id == WorkContract.id)
        .options(contains_eager(WorkContract.person))
        .where(WorkContract.stopped_on.is_(None), near, mine)
        .where(or_(WorkContract.ends_on.is_(None), WorkContract.ends_on >= on))
        .order_by(WorkContract.ends_on, WorkContract.id)
        .limit(MOST)
    ).all()


def endings(account: Account, on: date, own: ColumnElement[bool]) -> Iterator[Due]:
    """Give the contracts that end within a month and that no other follows."""
    later = aliased(WorkContract)
    followed = exists().where(
        later.person_id == WorkContract.person_id, later.begins_on > WorkContract.begins_on
    )
    found = db.session.scalars(
        select(WorkContract)
        .join(WorkContract.person)
        .options(contains_eager(WorkContract.person))
        .where(WorkContract.ends_on.between(on, on + MONTH), WorkContract.stopped_on.is_(None))
        .where(~followed, in_contract(account, on, own))
        .order_by(WorkContract.ends_on, WorkContract.id)
        .limit(MOST)
    )
    for one in found:
        yield Due(kind="contract-ends", address=page(one.person), person=one.person, on=one.ends_on)
