"""Changes to approvals: asked, answered, recorded, suspended, prolonged, ended. Nothing commits."""

from dataclasses import dataclass
from datetime import date, datetime

from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.pathways import diagnoses, facts, happened, queries, rules
from webapp.pathways.enums import Regime, RequestState, Stage
from webapp.pathways.facts import ProlongationFacts, ProlongationReason, SuspensionFacts
from webapp.pathways.models import Approval, ApprovalProlongation, ApprovalSuspension
from webapp.pathways.queries import Computed
from webapp.pathways.refusals import (
    AlreadyApproved,
    MustWait,
    NotAllowed,
    OtherRegime,
    Settled,
)
from webapp.pathways.regimes import regime_of
from webapp.pathways.rights import allow, is_prescriber, is_siae, may_answer, may_manage
from webapp.pathways.rules import Problem, Standing, Suspension, Wish
from webapp.pathways.spans import DAY, last_day
from webapp.people.models import Person

OPEN = frozenset({Standing.WAITING, Standing.TO_COME, Standing.VALID, Standing.SUSPENDED})


def ask(person: Person, account: Account, now: datetime) -> Approval:
    """Ask for an approval where silence grants; an extension where another SIAE's still runs.

    Raise NotYours, OtherRegime or AlreadyApproved.
    """
    allow(is_siae(account))
    organisation = account.organisation
    if regime_of(organisation.insee) is not Regime.CONVENTION:
        raise OtherRegime
    known = [one for one in queries.all_computed(person.id, now) if one.standing in OPEN]
    if any(one.approval.organisation_id == organisation.id for one in known):
        raise AlreadyApproved
    elsewhere = next((one for one in known if one.hires), None)
    return add(
        person,
        account,
        now,
        regime=Regime.CONVENTION,
        extension=elsewhere is not None,
        ends_on=elsewhere.end if elsewhere else None,
    )


def add(person: Person, account: Account, now: datetime, **given: object) -> Approval:
    """Write an approval down, in the name of this professional's organisation."""
    approval = Approval(
        person_id=person.id,
        organisation_id=account.organisation_id,
        siae=account.organisation.kind,
        insee=account.organisation.insee,
        asked_at=now,
        asked_by_id=account.id,
        **given,
    )
    db.session.add(approval)
    db.session.flush()
    stage = Stage.ASKED if approval.regime == Regime.CONVENTION else Stage.RECORDED
    note(person, account, now, stage)
    return approval


def note(person: Person, account: Account, now: datetime, stage: Stage) -> None:
    """Tell the person what was done to their approval."""
    happened.tell(person, "approval", account, now, stage=stage)


def answer(approval: Approval, account: Account, *, granted: bool, now: datetime) -> None:
    """Answer in writing. Raise NotYours, or Settled once silence or a word has decided."""
    allow(may_answer(account, approval))
    if queries.computed(approval, now).standing is not Standing.WAITING:
        raise Settled
    approval.answered_at, approval.answered_by_id, approval.granted = now, account.id, granted
    note(approval.person, account, now, Stage.GRANTED if granted else Stage.REFUSED)


def withdraw(approval: Approval, account: Account, now: datetime) -> None:
    """Take back what one's own SIAE asked, while it waits. Raise NotYours or Settled."""
    allow(is_siae(account) and approval.organisation_id == account.organisation_id)
    if queries.computed(approval, now).standing is not Standing.WAITING:
        raise Settled
    approval.withdrawn_at = now
    note(approval.person, account, now, Stage.WITHDRAWN)


@dataclass(frozen=True, kw_only=True)
class Given:
    """A PASS IAE as the national platform gave it."""

    number: str
    begins_on: date
    ends_on: date


def record(person: Person, account: Account, given: Given, now: datetime) -> Approval:
    """Write down the PASS IAE that the national platform gave.

    Raise NotYours, OtherRegime, AlreadyApproved, MustWait, or NotAllowed for days backwards.
    """
    allow(may_manage(account))
    if regime_of(account.organisation.insee) is not Regime.PASS:
        raise OtherRegime
    if given.ends_on < given.begins_on:
        raise NotAllowed(Problem.BACKWARDS)
    known = queries.all_computed(person.id, now)
    if any(one.standing in OPEN for one in known):
        raise AlreadyApproved
    if queries.waiting_on(known, given.begins_on) and not is_prescriber(account):
        raise MustWait
    diagnoses.settle(person, RequestState.DONE, now)
    return add(person, account, now, regime=Regime.PASS, **vars(given))


def waive(approval: Approval, account: Account, now: datetime) -> None:
    """Decide that the years of waiting do not hold. Raise NotYours or Settled."""
    allow(is_prescriber(account))
    known = queries.computed(approval, now)
    if queries.waiting_on([known], known.on) is None:
        raise Settled
    approval.waived_at, approval.waived_by_id = now, account.id
    note(approval.person, account, now, Stage.WAIVED)


def suspend(
    approval: Approval, account: Account, wish: Suspension, reason: str, now: datetime
) -> ApprovalSuspension:
    """Suspend an approval for days, or until further notice. Raise NotYours or NotAllowed."""
    allow(may_manage(account))
    known, pauses = running(approval, now)
    allowed = next(one for one in pauses.reasons if one.key == reason).kinds
    problem = rules.wrong_suspension(path_of(known), wish, known.on, pauses)
    if problem is None and allowed and approval.siae not in allowed:
        problem = Problem.OTHER_KIND
    if problem is not None:
        raise NotAllowed(problem)
    made = ApprovalSuspension(
        approval=approval,
        begins_on=wish.begin,
        ends_on=wish.end,
        reason=reason,
        declared_at=now,
        declared_by_id=account.id,
    )
    db.session.add(made)
    note(approval.person, account, now, Stage.SUSPENDED)
    return made


def running(approval: Approval, now: datetime) -> tuple[Computed, SuspensionFacts]:
    """Return an approval that was granted and not put to an end, or raise Settled."""
    known = queries.computed(approval, now)
    if known.path is None or approval.interrupted_on is not None:
        raise Settled
    return known, facts.in_force(SuspensionFacts, known.on)


def path_of(known: Computed) -> rules.Path:
    """Return the days of an approval that has some."""
    if known.path is None:
        raise Settled
    return known.path


def resume(suspension: ApprovalSuspension, account: Account, last: date, now: datetime) -> None:
    """End a suspension on its last day. Raise NotYours, Settled or NotAllowed."""
    allow(may_manage(account))
    known, pauses = running(suspension.approval, now)
    if suspension.ends_on is not None and suspension.ends_on < known.on:
        raise Settled
    if last < suspension.begins_on:
        raise NotAllowed(Problem.BACKWARDS)
    if last > last_day(suspension.begins_on, pauses.most_months):
        raise NotAllowed(Problem.TOO_LONG)
    suspension.ends_on = last
    note(suspension.approval.person, account, now, Stage.RESUMED)


def prolong(
    approval: Approval, account: Account, until: date, reason: str, now: datetime
) -> ApprovalProlongation:
    """Prolong an approval until a day, for a reason. Raise NotYours or NotAllowed.

    Where the rule wants an entitled prescriber's decision, one of them records it.
    """
    allow(may_manage(account))
    begin = first_added_day(approval, account, until, reason, now)
    made = ApprovalProlongation(
        approval=approval,
        begins_on=begin,
        ends_on=until,
        reason=reason,
        recorded_at=now,
        recorded_by_id=account.id,
    )
    db.session.add(made)
    note(approval.person, account, now, Stage.PROLONGED)
    return made


def first_added_day(
    approval: Approval, account: Account, until: date, reason: str, now: datetime
) -> date:
    """Return the first day that a prolongation adds; raise NotAllowed where it may not."""
    known, pauses = running(approval, now)
    more, path = facts.in_force(ProlongationFacts, known.on), path_of(known)
    wish = Wish(
        until=until,
        reason=reason_of(more, reason),
        siae=approval.siae,
        opinion=is_prescriber(account),
    )
    problem = rules.wrong_prolongation(path, wish, known.on, more, pauses)
    if problem is not None:
        raise NotAllowed(problem)
    return rules.end_of(path, known.on, pauses) + DAY


def reason_of(more: ProlongationFacts, key: str) -> ProlongationReason:
    """Return a reason to prolong by its key."""
    return next(one for one in more.reasons if one.key == key)


def interrupt(approval: Approval, account: Account, now: datetime) -> None:
    """End a path that has been suspended for longer than a year. Raise NotYours or Settled."""
    allow(may_manage(account))
    known = queries.computed(approval, now)
    if not known.may_interrupt or approval.interrupted_on is not None:
        raise Settled
    approval.interrupted_on = known.on
    note(approval.person, account, now, Stage.INTERRUPTED)
