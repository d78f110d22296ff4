"""Contracts held against the rules: what was worked before, and the approval that covers them."""

from collections.abc import Sequence
from datetime import date, datetime

from webapp.organisations.models import Organisation
from webapp.pathways import contract_rules, facts, queries
from webapp.pathways.contract_rules import Terms
from webapp.pathways.facts import ContractFacts
from webapp.pathways.queries import Computed
from webapp.pathways.refusals import WrongContract
from webapp.pathways.spans import Span
from webapp.pathways.work_models import WorkContract
from webapp.people.models import Person


def check(
    former: Sequence[WorkContract], siae: Organisation, person: Person, terms: Terms, now: datetime
) -> None:
    """Raise WrongContract where the rules do not let these terms follow the former contracts."""
    known = queries.hiring(person.id, siae.id, now)
    limits = facts.in_force(ContractFacts, terms.begins_on).terms_of(terms.kind)
    prolonged = known.end if known and known.approval.prolongations else None
    wrong = contract_rules.wrong(terms, worked(former, known), limits, prolonged)
    if wrong is not None:
        raise WrongContract(wrong)


def worked(former: Sequence[WorkContract], known: Computed | None) -> list[Span]:
    """Return the days of these contracts, of the path that runs where one is known."""
    begin = known.path.begin if known and known.path else date.min
    spans = [Span(one.begins_on, one.last_day or date.max) for one in former]
    return [one for one in spans if one.end >= begin]


def first_end(contract: WorkContract, approvals: Sequence[Computed]) -> date | None:
    """Return what ends first, the contract or the approval that it stands on; None where neither.

    A contract that was stopped has ended, whatever the approval.
    """
    if contract.stopped_on is not None:
        return contract.stopped_on
    held = [one.end for one in approvals if one.hires and one.end is not None]
    return min([*held[:1], *filter(None, [contract.ends_on])], default=None)


def is_covered(contract: WorkContract, approvals: Sequence[Computed]) -> bool:
    """Return whether an approval holds on the first and on the last day of a contract.

    A permanent contract needs one on its first day alone.
    """
    last = contract.last_day or contract.begins_on
    for one in approvals:
        if one.path is None or one.end is None:
            continue
        if one.path.begin <= contract.begins_on and last <= one.end:
            return True
    return False
