"""What the person's agreements open to a professional, who else reads, who may do next steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from webapp.accounts.enums import Role
from webapp.accounts.models import Account
from webapp.errors import Refused
from webapp.extensions import db
from webapp.followup.models import Following
from webapp.i18n import lazy_gettext as _l
from webapp.people import queries
from webapp.people.enums import Purpose
from webapp.people.models import Consent, Person
from webapp.people.rules import OWN_RECORD, RENEWAL, TELLS_FOLLOWUP, TELLS_STEPS
from webapp.people.viewing import purposes_of

MOST = 40


class NotShared(Refused):
    """The person's agreement does not tell of what is asked for."""

    title = _l("Son accord ne va pas jusque-là")
    advice = _l("Demandez-lui de partager son suivi avec votre structure, sur sa page.")
    code = 409


@dataclass(frozen=True, kw_only=True)
class Sharing:
    """Where the agreements of a person stand, as far as one structure may know."""

    ours: Sequence[Consent]  # of this structure, that hold for a purpose of the account's role
    readers: Sequence[Consent]  # who reads the follow-up, or its steps; none unless it is open
    question: Consent | None  # the last time that this structure asked for the follow-up
    own_record: bool

    @property
    def told(self) -> bool:
        """Whether an agreement with this structure tells of the shared follow-up."""
        return any(one.purpose in TELLS_FOLLOWUP for one in self.ours)

    def ends_soon(self, on: date) -> bool:
        """Whether all that tells of the follow-up ends within a month."""
        days = [one.until for one in self.ours if one.purpose in TELLS_FOLLOWUP and one.until]
        return bool(days) and max(days) - RENEWAL <= on

    @property
    def opened(self) -> bool:
        """Whether the follow-up is open here: told of, or the structure's own record."""
        return self.told or self.own_record


def of(person: Person, account: Account, on: date) -> Sharing:
    """Return what a person's agreements open to an account: two queries, however many there are."""
    found = queries.of_person(person)
    mine = [
        one
        for one in found
        if one.organisation_id == account.organisation_id
        and one.purpose in purposes_of(account.role)
    ]
    ours = [one for one in mine if one.holds(on)]
    writes = account.role in OWN_RECORD and person.registered_by_id is not None
    keeper = queries.keeper(person) if writes else None
    told = any(one.purpose in TELLS_FOLLOWUP for one in ours)
    return Sharing(
        ours=ours,
        readers=who_reads(found, on) if told else [],
        question=next((one for one in mine if one.purpose == Purpose.FOLLOWUP), None),
        own_record=keeper is not None and keeper.id == account.organisation_id,
    )


def who_reads(found: Sequence[Consent], on: date) -> list[Consent]:
    """Return the agreements that tell of the follow-up or of its steps, the longest first.

    A structure is named once, by the agreement that tells most.
    """
    telling = [one for one in found if one.holds(on) and one.purpose in TELLS_STEPS]
    telling.sort(key=lambda one: (one.purpose not in TELLS_FOLLOWUP, -one.until.toordinal()))  # type: ignore[union-attr]
    return list({one.organisation_id: one for one in reversed(telling)}.values())[::-1]


def owners(person: Person, account: Account, shared_with: Sequence[Consent]) -> Sequence[Account]:
    """Return who may do a next step: this account, its colleagues, and who follows elsewhere."""
    places = [one.organisation_id for one in shared_with]
    elsewhere = select(Following.account_id).where(
        Following.person_id == person.id,
        Following.organisation_id.in_(places),
        Following.ended_at.is_(None),
    )
    follows = Account.role.in_((Role.ADVISER, Role.EMPLOYER, Role.LEAD))
    here = (Account.organisation_id == account.organisation_id) & follows
    found = db.session.scalars(
        select(Account)
        .where(Account.closed_at.is_(None), or_(here, Account.id.in_(elsewhere)))
        .options(joinedload(Account.organisation))
        .order_by(Account.first_name, Account.id)
        .limit(MOST)
    ).all()
    return sorted(found, key=lambda one: one.id != account.id)
