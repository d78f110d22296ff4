"""What is kept of someone's path: for their own copy, and to erase; children before parents."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import joinedload

from webapp.extensions import Base, db
from webapp.pathways import own_copy
from webapp.pathways.committee_models import CommitteeCase
from webapp.pathways.engagement_models import Engagement
from webapp.pathways.liaison_models import LiaisonForm, LiaisonPart
from webapp.pathways.models import (
    Approval,
    ApprovalProlongation,
    ApprovalSuspension,
    DiagnosisRequest,
    SharedAnswers,
)
from webapp.pathways.work_models import ExitReview, Outcome, Renewal, WorkContract, WorkEvent
from webapp.people.models import Person

People = Sequence[int]
Rows = Sequence[Mapping[str, Any]]


def approvals_of(people: People) -> Select[int]:
    """Return the query of the approvals of people, by their numbers."""
    return select(Approval.id).where(Approval.person_id.in_(people))


def forms_of(people: People) -> Select[int]:
    """Return the query of the liaison forms of people, by their numbers."""
    return select(LiaisonForm.id).where(LiaisonForm.person_id.in_(people))


def contracts_of(people: People) -> Select[int]:
    """Return the query of the contracts of people, by their numbers."""
    return select(WorkContract.id).where(WorkContract.person_id.in_(people))


# The rows of each table that are someone's.
TRACES: Mapping[type[Base], Callable[[People], ColumnElement[bool]]] = {
    ApprovalSuspension: lambda people: ApprovalSuspension.approval_id.in_(approvals_of(people)),
    ApprovalProlongation: lambda people: ApprovalProlongation.approval_id.in_(approvals_of(people)),
    Approval: lambda people: Approval.person_id.in_(people),
    DiagnosisRequest: lambda people: DiagnosisRequest.person_id.in_(people),
    SharedAnswers: lambda people: SharedAnswers.person_id.in_(people),
    Engagement: lambda people: Engagement.person_id.in_(people),
    LiaisonPart: lambda people: LiaisonPart.form_id.in_(forms_of(people)),
    LiaisonForm: lambda people: LiaisonForm.person_id.in_(people),
    WorkEvent: lambda people: WorkEvent.contract_id.in_(contracts_of(people)),
    ExitReview: lambda people: ExitReview.contract_id.in_(contracts_of(people)),
    Renewal: lambda people: Renewal.person_id.in_(people),
    Outcome: lambda people: Outcome.person_id.in_(people),
    WorkContract: lambda people: WorkContract.person_id.in_(people),
    CommitteeCase: lambda people: CommitteeCase.person_id.in_(people),
}


def approvals(person: Person) -> Rows:
    """Return their approvals, each with what moved its end."""
    found = db.session.scalars(
        select(Approval).where(Approval.person_id == person.id).order_by(Approval.id)
    )
    told = ("regime", "number", "begins_on", "ends_on", "asked_at", "answered_at", "granted")
    more = ("extension", "withdrawn_at", "interrupted_on", "waived_at")
    return [
        {
            **{name: getattr(one, name) for name in told + more},
            "structure": one.organisation.name if one.organisation else None,
            "suspensions": [suspension(part) for part in one.suspensions],
            "prolongations": [
                {"begins_on": part.begins_on, "ends_on": part.ends_on, "reason": part.reason}
                for part in one.prolongations
            ],
        }
        for one in found
    ]


def suspension(part: ApprovalSuspension) -> Mapping[str, Any]:
    """Return a suspension, and that it was a mistake where it was."""
    told = ("begins_on", "ends_on", "reason", "withdrawn_at", "withdrawn_why")
    return {name: getattr(part, name) for name in told}


def diagnoses(person: Person) -> Rows:
    """Return the diagnoses that were asked for them."""
    found = db.session.scalars(
        select(DiagnosisRequest)
        .where(DiagnosisRequest.person_id == person.id)
        .options(joinedload(DiagnosisRequest.siae), joinedload(DiagnosisRequest.prescriber))
        .order_by(DiagnosisRequest.id)
    )
    return [
        {
            "structure": one.siae.name,
            "prescriber": one.prescriber.name if one.prescriber else None,
            "state": one.state,
            "asked_at": one.asked_at,
            "due_on": one.due_on,
        }
        for one in found
    ]


PARTS: Mapping[str, Callable[[Person], Any]] = {
    "approvals": approvals,
    "diagnosis_requests": diagnoses,
    **own_copy.PARTS,
}
TOLD = frozenset(TRACES)
