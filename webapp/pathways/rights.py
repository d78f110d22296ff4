"""Who does what on a path: the SIAE that hires, the prescriber who decides, who accompanies."""

from webapp.accounts.enums import Role
from webapp.accounts.models import Account
from webapp.pathways import facts
from webapp.pathways.models import Approval
from webapp.pathways.refusals import NotYours


def is_siae(account: Account) -> bool:
    """Return whether a professional hires for a SIAE."""
    hires = account.role in (Role.EMPLOYER, Role.LEAD)
    return hires and account.organisation.what.is_siae


def is_prescriber(account: Account) -> bool:
    """Return whether a professional decides for an entitled prescriber."""
    decides = account.role in (Role.ADVISER, Role.LEAD)
    return decides and account.organisation.what.is_entitled


def may_answer(account: Account, approval: Approval) -> bool:
    """Return whether a professional answers approvals of this regime."""
    by = facts.regime(approval.regime).answered_by
    return is_prescriber(account) and account.organisation.kind in by


def may_manage(account: Account) -> bool:
    """Return whether a professional declares what happens to an approval."""
    return is_siae(account) or is_prescriber(account)


def allow(allowed: bool) -> None:
    """Raise NotYours unless it is allowed."""
    if not allowed:
        raise NotYours
