"""What an exit review begins with: every contract there, what was given, what else happened."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import select

from webapp.accounts.models import Account
from webapp.clock import PARIS
from webapp.extensions import db
from webapp.followup.enums import Contact, Happened
from webapp.followup.models import TimelineEvent
from webapp.followup.readers import readable
from webapp.pathways import work
from webapp.pathways.work_models import WorkContract
from webapp.pathways.work_rules import Given

MET = ("request-met", Happened.BESIDE)  # with an employer; beside an adviser
KINDS = (*MET, Happened.CONTACT, "help-asked")


@dataclass(frozen=True, kw_only=True)
class Begun:
    """What is known when a review begins."""

    contracts: Sequence[WorkContract]  # of the same SIAE, the first begun first
    given: Given
    meetings: int = 0
    helps: int = 0


def begun(contract: WorkContract, account: Account, now: datetime) -> Begun:
    """Return what a review begins with, of what this account may read of the timeline."""
    contracts = [
        one
        for one in reversed(work.contracts_of(contract.person))
        if one.organisation_id == contract.organisation_id and one.begins_on <= contract.begins_on
    ]
    first = contracts[0].begins_on if contracts else contract.begins_on
    counts = happened(contract, account, datetime.combine(first, time(), PARIS), now)
    return Begun(
        contracts=contracts,
        given=work.given(contracts),
        meetings=counts["met"],
        helps=counts["help-asked"],
    )


def happened(
    contract: WorkContract, account: Account, since: datetime, now: datetime
) -> Counter[str]:
    """Return how many meetings and requests for help there were since a moment."""
    on = now.astimezone(PARIS).date()
    rows = db.session.execute(
        select(TimelineEvent.kind, TimelineEvent.about)
        .where(TimelineEvent.person_id == contract.person_id, TimelineEvent.kind.in_(KINDS))
        .where(TimelineEvent.at >= since, readable(TimelineEvent, account, on))
    )
    return Counter(name for kind, about in rows if (name := counted(kind, about)))


def counted(kind: str, about: dict[str, object]) -> str:
    """Return as what an event counts; nothing where a contact was no meeting."""
    if kind == Happened.CONTACT:
        return "met" if about.get("way") == Contact.MEETING else ""
    return "met" if kind in MET else kind
