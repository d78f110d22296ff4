"""Who can see a person's follow-up now, and who may do its next steps."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from webapp.accounts.enums import Role
from webapp.accounts.models import Account
from webapp.extensions import db
from webapp.followup.models import Following
from webapp.people.models import Consent, Person
from webapp.people.viewing import has_agreed

MOST = 40


def agreements(person: Person, account: Account, on: date) -> Sequence[Consent]:
    """Return the agreements that hold, where this account's organisation has one; else none."""
    if not has_agreed(account, person, on):
        return []
    found = (
        select(Consent)
        .where(Consent.person_id == person.id, Consent.holds(on))
        .options(joinedload(Consent.organisation))
        .order_by(Consent.until.desc(), Consent.id)
    )
    return db.session.scalars(found).all()


def owners(person: Person, account: Account, shared_with: Sequence[Consent]) -> Sequence[Account]:
    """Return who may do a next step: this account, its colleagues, and who follows elsewhere."""
    places = [one.organisation_id for one in shared_with]
    elsewhere = select(Following.account_id).where(
        Following.person_id == person.id,
        Following.organisation_id.in_(places),
        Following.ended_at.is_(None),
    )
    advises = Account.role.in_((Role.ADVISER, Role.LEAD))
    here = (Account.organisation_id == account.organisation_id) & advises
    found = db.session.scalars(
        select(Account)
        .where(Account.closed_at.is_(None), or_(here, Account.id.in_(elsewhere)))
        .options(joinedload(Account.organisation))
        .order_by(Account.first_name, Account.id)
        .limit(MOST)
    ).all()
    return sorted(found, key=lambda one: one.id != account.id)
