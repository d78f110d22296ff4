"""How far an agreement reaches on a path: what each professional reads of what others wrote there.

A structure always reads what it wrote itself about someone whom it may see. Of what others wrote,
it reads what the words of a holding agreement tell of: the steps and contracts of a path are in
the shared follow-up and in the agreement to be hired, not in the one to be presented; a structure's
own record of someone is no agreement at all.
"""

from datetime import date

from sqlalchemy import ColumnElement, and_, exists, or_

from webapp.accounts.enums import Role
from webapp.accounts.models import Account
from webapp.pathways.engagement_models import Engagement
from webapp.pathways.liaison_models import LiaisonForm, LiaisonPart
from webapp.pathways.models import Approval, DiagnosisRequest
from webapp.pathways.work_models import WorkContract
from webapp.people.models import Person
from webapp.people.rules import TELLS_STEPS
from webapp.people.viewing import agreed_by, has_agreed


def tells_steps(account: Account, person: Person, on: date) -> bool:
    """Return whether an agreement of this person tells of the steps of their path."""
    return has_agreed(account, person, on, TELLS_STEPS)


def steps(account: Account, on: date) -> ColumnElement[bool]:
    """Return the condition, on `Person`, that an agreement tells of the steps of their path."""
    return agreed_by(Person.id, account, on, TELLS_STEPS)


def contracts(account: Account, on: date) -> ColumnElement[bool]:
    """Return the condition of the contracts that a professional reads."""
    here = WorkContract.organisation_id == account.organisation_id
    return or_(here, agreed_by(WorkContract.person_id, account, on, TELLS_STEPS))


def engagements(account: Account, on: date) -> ColumnElement[bool]:
    """Return the condition of the engagements that a professional reads."""
    here = Engagement.organisation_id == account.organisation_id
    return or_(here, agreed_by(Engagement.person_id, account, on, TELLS_STEPS))


def approvals(account: Account, on: date) -> ColumnElement[bool]:
    """Return the condition of the approvals that a professional reads."""
    here = Approval.organisation_id == account.organisation_id
    return or_(here, agreed_by(Approval.person_id, account, on))


def requests(account: Account, on: date) -> ColumnElement[bool]:
    """Return the condition of the asked diagnoses that a professional reads."""
    here = account.organisation_id
    ours = or_(DiagnosisRequest.siae_id == here, DiagnosisRequest.prescriber_id == here)
    return or_(ours, agreed_by(DiagnosisRequest.person_id, account, on))


def forms(account: Account, on: date) -> ColumnElement[bool]:
    """Return the condition of the liaison forms that a professional reads.

    Who hires reads those sent to their own structure or written there; who accompanies reads all
    those of whom an agreement holds, and those that their own structure wrote in.
    """
    here = account.organisation_id
    ours = or_(LiaisonForm.siae_id == here, LiaisonForm.sender_id == here)
    if account.role not in (Role.ADVISER, Role.LEAD) or account.organisation.what.is_siae:
        return ours
    signed = exists().where(
        and_(LiaisonPart.form_id == LiaisonForm.id, LiaisonPart.organisation_id == here)
    )
    return or_(ours, signed, agreed_by(LiaisonForm.person_id, account, on))
