"""What this feature tells an adviser and a SIAE: diagnoses, approvals, alerts, exit reviews."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from flask import url_for
from sqlalchemy import ColumnElement, Row, and_, false, or_, select
from sqlalchemy.orm import contains_eager, selectinload

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.followup.due import MOST, Due, Kind, source
from webapp.i18n import lazy_gettext as _l
from webapp.pathways import due_committees, exit_reviews, facts, happened, queries, work, work_rules
from webapp.pathways.engagement_models import Engagement
from webapp.pathways.enums import Regime, RequestState
from webapp.pathways.facts import ContractFacts
from webapp.pathways.models import Approval, DiagnosisRequest
from webapp.pathways.rights import is_prescriber, is_siae, may_answer
from webapp.pathways.rules import Standing
from webapp.pathways.work_models import ExitReview, Renewal, WorkContract, WorkEvent
from webapp.people.models import Person
from webapp.people.viewing import visible

__all__ = ["happened", "waiting"]
FORTNIGHT = timedelta(days=14)
SOON = timedelta(days=92)  # an approval near its end
KINDS = {
    "diagnosis": Kind(
        title=_l("Faire le diagnostic de %(name)s"), press=_l("Ouvrir"), picture="signature"
    ),
    "approval-asked": Kind(
        title=_l("Répondre à l’agrément de %(name)s"), press=_l("Répondre"), picture="badge"
    ),
    "approval-ends": Kind(
        title=_l("L’agrément de %(name)s finit bientôt"), press=_l("Regarder"), picture="badge"
    ),
    "absence": Kind(title=_l("Absence de %(name)s au travail"), press=_l("Regarder")),
    "break": Kind(title=_l("Le contrat de %(name)s est suspendu"), press=_l("Regarder")),
    "lost": Kind(title=_l("Plus de nouvelles de %(name)s au travail"), press=_l("Regarder")),
    "engagement": Kind(
        title=_l("Faire le point sur l’engagement de %(name)s"), press=_l("Ouvrir"), picture="list"
    ),
    "committee": Kind(title=_l("Décision du comité pour %(name)s"), press=_l("Ouvrir")),
    "committee-comes": Kind(title=_l("Préparer le comité"), press=_l("Ouvrir"), picture="users"),
    "minutes": Kind(title=_l("Garder le compte rendu du comité"), press=_l("Ouvrir")),
    "renewal": Kind(
        title=_l("%(name)s : inscription à France Travail pas confirmée"), press=_l("Regarder")
    ),
    "exit-review": Kind(
        title=_l("Faire le bilan de sortie de %(name)s"), press=_l("Ouvrir"), picture="signature"
    ),
}


@source("pathways", KINDS)
def waiting(account: Account, at: datetime, *, everyone: bool) -> Sequence[Due]:
    """Return what waits on the paths of an account's people, in a fixed number of queries."""
    on = at.astimezone(PARIS).date()
    own = caseloads.mine(account, at, everyone=everyone)
    return [
        *diagnoses(account, on),
        *questions(account, at),
        *ending(at, own),
        *alerts(account, on, own),
        *unconfirmed(on, own),
        *reviews(account, at, own),
        *engagements(account, on, own),
        *due_committees.decisions(account, on),
        *due_committees.meetings(account, on),
    ]


def page(endpoint: str, person: Person) -> str:
    """Return a page of someone's path."""
    return url_for(f"pathways.{endpoint}", public_id=person.public_id)


def diagnoses(account: Account, on: date) -> Iterator[Due]:
    """Give the diagnoses asked of this prescriber, for whom the person's agreement holds."""
    if not is_prescriber(account):
        return
    found = db.session.scalars(
        select(DiagnosisRequest)
        .join(DiagnosisRequest.person)
        .options(contains_eager(DiagnosisRequest.person))
        .where(DiagnosisRequest.prescriber_id == account.organisation_id)
        .where(DiagnosisRequest.state == RequestState.OPEN, visible(account, on))
        .order_by(DiagnosisRequest.due_on, DiagnosisRequest.id)
        .limit(MOST)
    )
    for one in found:
        address, late = page("liaison.index", one.person), one.due_on < on
        yield Due(kind="diagnosis", address=address, person=one.person, on=one.due_on, late=late)


def questions(account: Account, at: datetime) -> Iterator[Due]:
    """Give the approvals that wait for this account's written answer, before silence grants."""
    if not is_prescriber(account):
        return
    wanted = (
        Approval.regime == Regime.CONVENTION,
        Approval.answered_at.is_(None),
        Approval.withdrawn_at.is_(None),
        Approval.asked_at >= at - timedelta(days=30),
        visible(account, at.astimezone(PARIS).date()),
    )
    for known in computed(at, *wanted):
        if known.standing is Standing.WAITING and may_answer(account, known.approval):
            person = known.approval.person
            address = page("approval.show", person)
            yield Due(kind="approval-asked", address=address, person=person, at=known.due)


def computed(at: datetime, *wanted: ColumnElement[bool]) -> list[queries.Computed]:
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
    return [queries.computed(one, at) for one in found]


def ending(at: datetime, own: ColumnElement[bool]) -> Iterator[Due]:
    """Give the approvals of one's own people that end within three months.

    What moved their end is known here alone: a year is the longest that is looked back.
    """
    on = at.astimezone(PARIS).date()
    near = Approval.ends_on.between(on - timedelta(days=365), on + SOON)
    for known in computed(at, near, own):
        if known.hires and known.end is not None and known.end <= on + SOON:
            person = known.approval.person
            address = page("approval.show", person)
            yield Due(kind="approval-ends", address=address, person=person, on=known.end)


def in_contract(account: Account, on: date, own: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition of the contracts of one's own people, or of one's own SIAE."""
    here = WorkContract.organisation_id == account.organisation_id
    siae = and_(here, visible(account, on)) if is_siae(account) else false()
    return or_(own, siae)


def alerts(account: Account, on: date, own: ColumnElement[bool]) -> Iterator[Due]:
    """Give the absences, breaks and lost contacts that nobody has dealt with yet."""
    found = db.session.scalars(
        select(WorkEvent)
        .join(WorkEvent.contract)
        .join(WorkContract.person)
        .options(contains_eager(WorkEvent.contract).contains_eager(WorkContract.person))
        .where(WorkEvent.kind.in_(work.ALERTS), WorkEvent.settled_at.is_(None))
        .where(in_contract(account, on, own))
        .order_by(WorkEvent.begins_on, WorkEvent.id)
        .limit(MOST)
    )
    for one in found:
        person = one.contract.person
        address, late = page("work.index", person), one.begins_on < on
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
        address = page("work.index", one.person)
        yield Due(kind="renewal", address=address, person=one.person, on=last, late=on > last)


def reviews(account: Account, at: datetime, own: ColumnElement[bool]) -> Iterator[Due]:
    """Give the exit reviews to make: three months before the contract or the approval ends."""
    on = at.astimezone(PARIS).date()
    months, mine = facts.in_force(ContractFacts, on).review_months, in_contract(account, on, own)
    ends = approval_ends(at, mine)
    for contract, review in reviewed(on, mine, ends):
        end = min(filter(None, [contract.ends_on, ends.get(contract.person_id)]))
        signed = review is not None and exit_reviews.is_frozen(review)
        if work_rules.review_is_due(end, months, on, signed=signed):
            address = url_for("pathways.work.review", public_id=contract.public_id)
            yield Due(kind="exit-review", address=address, person=contract.person, on=end)


def approval_ends(at: datetime, mine: ColumnElement[bool]) -> dict[int, date]:
    """Return, of the people in these contracts, the approvals that end within three months."""
    on = at.astimezone(PARIS).date()
    people = select(WorkContract.person_id).join(WorkContract.person).where(mine)
    near = Approval.ends_on.between(on - timedelta(days=365), on + SOON)
    known = computed(at, near, Approval.person_id.in_(people))
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


def engagements(account: Account, on: date, own: ColumnElement[bool]) -> Iterator[Due]:
    """Give the engagements of one's own body whose review comes within a fortnight."""
    found = db.session.scalars(
        select(Engagement)
        .join(Engagement.person)
        .options(contains_eager(Engagement.person))
        .where(Engagement.organisation_id == account.organisation_id)
        .where(Engagement.ended_on.is_(None), Engagement.review_on <= on + FORTNIGHT, own)
        .order_by(Engagement.review_on, Engagement.id)
        .limit(MOST)
    )
    for one in found:
        address, late = page("engagement.index", one.person), one.review_on < on
        yield Due(
            kind="engagement", address=address, person=one.person, on=one.review_on, late=late
        )
