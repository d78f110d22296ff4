"""Whether criteria make someone eligible, and until when a diagnosis holds: plain values alone."""

from collections.abc import Iterable
from datetime import date, timedelta

from webapp.pathways.facts import DiagnosisFacts, EligibilityFacts, for_kind
from webapp.pathways.spans import last_day


def is_eligible(criteria: Iterable[str], siae: str, facts: EligibilityFacts) -> bool:
    """Return whether these criteria suffice for an SIAE of this kind that certifies them itself."""
    levels = {one.key: one.level for one in facts.criteria}
    found = [levels[key] for key in set(criteria) if key in levels]
    return found.count(1) >= facts.level_1 or found.count(2) >= for_kind(facts.level_2, siae)


def missing(criteria: Iterable[str], siae: str, facts: EligibilityFacts) -> int:
    """Return how many more criteria of level 2 an SIAE of this kind would need."""
    if is_eligible(criteria, siae, facts):
        return 0
    levels = {one.key: one.level for one in facts.criteria}
    second = sum(levels.get(key) == 2 for key in set(criteria))
    return for_kind(facts.level_2, siae) - second


def holds_until(on: date, *, prescriber: bool, facts: DiagnosisFacts) -> date:
    """Return the last day of a diagnosis: months for a prescriber's, days for an SIAE's own."""
    if prescriber:
        return last_day(on, facts.prescriber_months)
    return on + timedelta(days=facts.siae_days - 1)
