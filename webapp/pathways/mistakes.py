"""Taking back what was noted by mistake in a contract or on an approval. Nothing commits."""

from datetime import date, datetime

from webapp.accounts.models import Account
from webapp.pathways import approvals, happened, work
from webapp.pathways.enums import Mistake, Stage
from webapp.pathways.mistake_models import Mistakable
from webapp.pathways.models import ApprovalSuspension
from webapp.pathways.refusals import Followed, Settled
from webapp.pathways.rights import allow, may_manage
from webapp.pathways.work_models import WorkContract, WorkEvent


def take_back(noted: Mistakable, account: Account, why: Mistake, now: datetime) -> None:
    """Keep who took it back, when and why. Raise Settled where someone did before."""
    if noted.withdrawn_at is not None:
        raise Settled
    noted.withdrawn_at, noted.withdrawn_by, noted.withdrawn_why = now, account, why


def withdraw_event(event: WorkEvent, account: Account, why: Mistake, now: datetime) -> None:
    """Take back what the SIAE noted in a contract. Raise NotYours or Settled."""
    allow(work.is_of(account, event.contract))
    take_back(event, account, why, now)
    person, day = event.contract.person, event.begins_on
    happened.tell(person, "event-withdrawn", account, now, event=event.kind, day=day)


def withdraw_end(contract: WorkContract, account: Account, why: Mistake, now: datetime) -> None:
    """Take back an early end: the contract goes on. Raise NotYours, Settled or Followed."""
    allow(work.is_of(account, contract))
    if contract.stopped_on is None:
        raise Settled
    last = contract.stopped_on
    if any(last < one.begins_on <= (contract.ends_on or date.max) for one in others(contract)):
        raise Followed
    by = f"{account.first_name} {account.last_name}".strip()
    told = {"last": last.isoformat(), "reason": contract.stop_reason, "by": by}
    contract.mistakes = [*contract.mistakes, {**told, "at": now.isoformat(), "why": why}]
    contract.stopped_on, contract.stop_reason = None, ""
    happened.tell(contract.person, "contract-on", account, now, day=last)


def others(contract: WorkContract) -> list[WorkContract]:
    """Return the other contracts of this person in the same SIAE."""
    here = contract.organisation_id
    found = work.contracts_of(contract.person)
    return [one for one in found if one.organisation_id == here and one.id != contract.id]


def withdraw_suspension(
    suspension: ApprovalSuspension, account: Account, why: Mistake, now: datetime
) -> None:
    """Take back a suspension: its days count again. Raise NotYours or Settled."""
    allow(may_manage(account))
    approvals.running(suspension.approval, now)
    take_back(suspension, account, why, now)
    approvals.note(suspension.approval.person, account, now, Stage.CORRECTED)
