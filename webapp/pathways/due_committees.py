"""What waits of committees: to prepare one, to keep its minutes, to do what it decided."""

from collections.abc import Iterator
from datetime import date, timedelta

from flask import url_for
from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload

from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.followup.due import MOST, Due
from webapp.pathways.committee_models import Committee, CommitteeCase
from webapp.pathways.committees import sits
from webapp.people.viewing import visible

WEEK = timedelta(days=7)


def decisions(account: Account, on: date) -> Iterator[Due]:
    """Give what committees decided and that this account's organisation is to do."""
    found = db.session.scalars(
        select(CommitteeCase)
        .join(CommitteeCase.person)
        .options(contains_eager(CommitteeCase.person))
        .where(CommitteeCase.owner_id == account.organisation_id)
        .where(CommitteeCase.done_at.is_(None), visible(account, on))
        .order_by(CommitteeCase.due_on, CommitteeCase.id)
        .limit(MOST)
    )
    for one in found:
        address = url_for("pathways.committees.case", public_id=one.public_id)
        late = one.due_on is not None and one.due_on < on
        yield Due(kind="committee", address=address, person=one.person, on=one.due_on, late=late)


def meetings(account: Account, on: date) -> Iterator[Due]:
    """Give the committees of this week, and those that are over and wait for their minutes."""
    found = db.session.scalars(
        select(Committee)
        .where(sits(account), Committee.closed_at.is_(None), Committee.on <= on + WEEK)
        .options(joinedload(Committee.organisation))
        .order_by(Committee.on, Committee.id)
        .limit(MOST)
    )
    for one in found:
        comes, own = one.on >= on, one.organisation_id == account.organisation_id
        if comes or own:
            address = url_for("pathways.committees.show", public_id=one.public_id)
            kind = "committee-comes" if comes else "minutes"
            place = one.organisation
            yield Due(kind=kind, address=address, organisation=place, on=one.on, late=not comes)
