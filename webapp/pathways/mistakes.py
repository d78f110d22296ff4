"""Taking back what was noted by mistake in a contract or on an approval. Nothing commits."""

from datetime import datetime

from webapp.accounts.models import Account
from webapp.pathways import approvals, happened, work
from webapp.pathways.enums import Mistake, Stage
from webapp.pathways.mistake_models import Mistakable
from webapp.pathways.models import ApprovalSuspension
from webapp.pathways.refusals import Settled
from webapp.pathways.rights import allow, may_manage
from webapp.pathways.work_models import WorkEvent


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


def withdraw_suspension(
    suspension: ApprovalSuspension, account: Account, why: Mistake, now: datetime
) -> None:
    """Take back a suspension: its days count again. Raise NotYours or Settled."""
    allow(may_manage(account))
    approvals.running(suspension.approval, now)
    take_back(suspension, account, why, now)
    approvals.note(suspension.approval.person, account, now, Stage.CORRECTED)
