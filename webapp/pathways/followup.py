"""What this feature tells an adviser and a SIAE: diagnoses, approvals, contracts, committees."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from flask import url_for
from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import contains_eager

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.followup import caseloads
from webapp.followup.due import MOST, Due, source
from webapp.pathways import due_committees, due_contracts, happened, reach
from webapp.pathways.due_words import KINDS
from webapp.pathways.engagement_models import Engagement
from webapp.pathways.enums import Regime, RequestState
from webapp.pathways.models import Approval, DiagnosisRequest
from webapp.pathways.rights import is_prescriber, may_answer
from webapp.pathways.rules import Standing
from webapp.people.models import Person
from webapp.people.viewing import visible

__all__ = ["happened", "waiting"]
FORTNIGHT = timedelta(days=14)
SOON = timedelta(days=92)  # an approval near its end


@source("pathways", KINDS)
def waiting(account: Account, at: datetime, *, everyone: bool) -> Sequence[Due]:
    """Return what waits on the paths of an account's people, in a fixed number of queries."""
    on = at.astimezone(PARIS).date()
    own = caseloads.mine(account, at, everyone=everyone)
    return [
        *diagnoses(account, on),
        *questions(account, at),
        *ending(at, and_(own, reach.approvals(account, on))),
        *due_contracts.waiting(account, at, own),
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
    for known in due_contracts.approvals(at, *wanted):
        if known.standing is Standing.WAITING and may_answer(account, known.approval):
            person = known.approval.person
            address = page("approval.show", person)
            yield Due(kind="approval-asked", address=address, person=person, at=known.due)


def ending(at: datetime, own: ColumnElement[bool]) -> Iterator[Due]:
    """Give the approvals of one's own people that end within three months.

    What moved their end is known here alone: a year is the longest that is looked back.
    """
    on = at.astimezone(PARIS).date()
    near = Approval.ends_on.between(on - timedelta(days=365), on + SOON)
    for known in due_contracts.approvals(at, near, own):
        if known.hires and known.end is not None and known.end <= on + SOON:
            person = known.approval.person
            address = page("approval.show", person)
            yield Due(kind="approval-ends", address=address, person=person, on=known.end)


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
