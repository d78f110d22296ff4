"""Approvals and asked diagnoses, read: those of a person, and what they come to at a moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import joinedload, selectinload

from webapp import calendars
from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.pathways import facts, reach, rules
from webapp.pathways.enums import Regime, RequestState
from webapp.pathways.facts import SuspensionFacts, Waiting
from webapp.pathways.models import Approval, ApprovalSuspension, DiagnosisRequest
from webapp.pathways.rules import Path, Place, Prolongation, Question, Standing, Suspension
from webapp.pathways.spans import last_day
from webapp.people.models import Person
from webapp.people.viewing import for_viewer

EVERY = true()  # no condition


@dataclass(frozen=True, kw_only=True)
class Computed:
    """What an approval comes to at a moment: all of it follows from the facts."""

    approval: Approval
    regime: facts.Regime
    standing: Standing
    on: date
    due: datetime | None = None
    granted_at: datetime | None = None
    deemed: bool = False
    path: Path | None = None
    end: date | None = None
    left: int = 0
    waiting_until: date | None = None
    may_interrupt: bool = False

    @property
    def hires(self) -> bool:
        """Whether it lets the person be hired, or stay so."""
        return self.standing in rules.HIRES


def computed(approval: Approval, at: datetime) -> Computed:
    """Return what an approval comes to at a moment."""
    regime = facts.regime(approval.regime)
    where = place(approval.insee)
    on = at.astimezone(where.zone).date()
    if regime.is_tacit:
        return of_convention(approval, regime, where, at)
    given = path_of(approval, approval.begins_on or on, approval.ends_on or on)
    return with_path(
        Computed(approval=approval, regime=regime, standing=Standing.OVER, on=on), given
    )


def place(insee: str) -> Place:
    """Return where the days of a commune are counted."""
    return Place(calendars.zone(insee), calendars.holidays(insee))


def question_of(approval: Approval) -> Question:
    """Return what was asked and answered, as the rules read it."""
    return Question(
        asked_at=approval.asked_at,
        siae=approval.siae,
        extension=approval.extension,
        answered_at=approval.answered_at,
        granted=approval.granted,
        withdrawn_at=approval.withdrawn_at,
    )


def of_convention(approval: Approval, regime: facts.Regime, where: Place, at: datetime) -> Computed:
    """Return what an approval comes to where silence grants: its days follow from the answer."""
    question, on = question_of(approval), at.astimezone(where.zone).date()
    granted = rules.granted_at(question, regime, where, at)
    known = Computed(
        approval=approval,
        regime=regime,
        standing=unanswered(approval, at),
        on=on,
        due=rules.answer_due(question, regime, where),
        granted_at=granted,
        deemed=rules.is_deemed(question, regime, where, at),
    )
    if granted is None:
        return known
    begin = granted.astimezone(where.zone).date()
    return with_path(
        known, path_of(approval, begin, approval.ends_on or last_day(begin, regime.months))
    )


def unanswered(approval: Approval, at: datetime) -> Standing:
    """Return where an approval stands that was not granted."""
    if approval.withdrawn_at is not None and approval.withdrawn_at <= at:
        return Standing.WITHDRAWN
    refused = approval.answered_at is not None and approval.answered_at <= at
    return Standing.REFUSED if refused else Standing.WAITING


def path_of(approval: Approval, begin: date, end: date) -> Path:
    """Return the days of an approval and what moved them, as the rules read it."""
    return Path(
        begin=begin,
        end=end,
        suspensions=[Suspension(begin=one.begins_on, end=one.ends_on) for one in approval.pauses],
        prolongations=[
            Prolongation(begin=one.begins_on, end=one.ends_on, reason=one.reason)
            for one in approval.prolongations
        ],
        interrupted_on=approval.interrupted_on,
    )


def with_path(known: Computed, path: Path) -> Computed:
    """Return what is known of an approval, with its days."""
    on, pauses = known.on, facts.in_force(SuspensionFacts, known.on)
    waiting = facts.in_force(Waiting, on)
    return Computed(
        **{
            **vars(known),
            "path": path,
            "standing": rules.standing(path, on, pauses),
            "end": rules.end_of(path, on, pauses),
            "left": rules.days_left(path, on, pauses),
            "waiting_until": rules.waiting_until(path, on, pauses, waiting),
            "may_interrupt": rules.may_interrupt(path, on, pauses, waiting),
        }
    )


def approvals_of(people: Sequence[int], wanted: ColumnElement[bool] = EVERY) -> Sequence[Approval]:
    """Return the approvals of people with what moved each, the latest first."""
    return db.session.scalars(
        select(Approval)
        .where(Approval.person_id.in_(people), wanted)
        .options(
            selectinload(Approval.suspensions).joinedload(ApprovalSuspension.withdrawn_by),
            selectinload(Approval.prolongations),
            joinedload(Approval.organisation),
            joinedload(Approval.asked_by),
            joinedload(Approval.answered_by),
        )
        .order_by(Approval.asked_at.desc(), Approval.id.desc())
    ).all()


def all_computed(person_id: int, at: datetime) -> list[Computed]:
    """Return what each approval of a person comes to, the latest first."""
    return [computed(one, at) for one in approvals_of([person_id])]


def read_by(account: Account, person: Person, at: datetime) -> list[Computed]:
    """Return what each approval that a professional reads comes to, the latest first."""
    wanted = reach.approvals(account, at.astimezone(PARIS).date())
    return [computed(one, at) for one in approvals_of([person.id], wanted)]


def latest(
    people: Sequence[int], at: datetime, wanted: ColumnElement[bool] = EVERY
) -> dict[int, Computed]:
    """Return what the latest approval of each of these people comes to: the same few queries."""
    found = {one.person_id: one for one in reversed(approvals_of(people, wanted))}
    return {person_id: computed(one, at) for person_id, one in found.items()}


def hiring(person_id: int, organisation_id: int, at: datetime) -> Computed | None:
    """Return the approval by which a SIAE may hire someone; None without one.

    A PASS IAE goes with the person; an approval of the convention is for the SIAE that asked.
    """
    for one in all_computed(person_id, at):
        theirs = one.approval.organisation_id == organisation_id
        if one.hires and (theirs or one.approval.regime == Regime.PASS):
            return one
    return None


def waiting_on(approvals: Sequence[Computed], on: date) -> Computed | None:
    """Return the path that is over and whose years of waiting still run; None without one.

    A waiver of an entitled prescriber ends the wait.
    """
    for one in approvals:
        over = one.standing == Standing.OVER and one.waiting_until is not None
        if over and one.approval.waived_at is None and on <= (one.waiting_until or on):
            return one
    return None


def person_of(account: Account, public_id: str, on: date) -> Person | None:
    """Return someone by their public name, if this professional may see them."""
    wanted = select(Person).where(Person.public_id == public_id.lower())
    return db.session.scalar(for_viewer(wanted, account, on))


def approval_of(account: Account, public_id: str, on: date) -> Approval | None:
    """Return an approval by its public name, if this professional reads it."""
    wanted = select(Approval).join(Approval.person).where(Approval.public_id == public_id.lower())
    wanted = wanted.where(reach.approvals(account, on))
    return db.session.scalar(for_viewer(wanted, account, on))


def suspension_of(account: Account, public_id: str, on: date) -> ApprovalSuspension | None:
    """Return a suspension by its public name, if this professional reads its approval."""
    wanted = (
        select(ApprovalSuspension)
        .join(ApprovalSuspension.approval)
        .join(Approval.person)
        .where(ApprovalSuspension.public_id == public_id.lower(), reach.approvals(account, on))
    )
    return db.session.scalar(for_viewer(wanted, account, on))


def request_of(account: Account, public_id: str, on: date) -> DiagnosisRequest | None:
    """Return a diagnosis asked for, by its public name, if this professional reads it."""
    wanted = (
        select(DiagnosisRequest)
        .join(DiagnosisRequest.person)
        .where(DiagnosisRequest.public_id == public_id.lower(), reach.requests(account, on))
    )
    return db.session.scalar(for_viewer(wanted, account, on))


def open_requests(person_id: int) -> Sequence[DiagnosisRequest]:
    """Return the diagnoses that were asked for someone and wait, the first due first."""
    return db.session.scalars(
        select(DiagnosisRequest)
        .where(DiagnosisRequest.person_id == person_id)
        .where(DiagnosisRequest.state == RequestState.OPEN)
        .options(joinedload(DiagnosisRequest.siae), joinedload(DiagnosisRequest.prescriber))
        .order_by(DiagnosisRequest.due_on, DiagnosisRequest.id)
    ).all()
