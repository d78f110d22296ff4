"""Criteria: one of level 1, or three of level 2, two for AI and ETTI; and how long they hold."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pathways.helping import DATES
from webapp.pathways import eligibility, facts
from webapp.pathways.facts import DiagnosisFacts, EligibilityFacts

DAY = date(2026, 11, 30)
RULE, LENGTHS = facts.in_force(EligibilityFacts, DAY), facts.in_force(DiagnosisFacts, DAY)
KEYS = [one.key for one in RULE.criteria]
SECOND = [one.key for one in RULE.criteria if one.level == 2]


def test_there_are_18_criteria_4_of_level_1():
    assert len(set(KEYS)) == 18
    assert len(SECOND) == 14
    assert all(one.proof for one in RULE.criteria)


@pytest.mark.parametrize(
    ("siae", "needed"), [("aci", 3), ("ei", 3), ("eiti", 3), ("ai", 2), ("etti", 2)]
)
def test_so_many_of_level_2_suffice(siae, needed):
    assert eligibility.is_eligible(SECOND[:needed], siae, RULE)
    assert not eligibility.is_eligible(SECOND[: needed - 1], siae, RULE)
    assert eligibility.missing(SECOND[: needed - 1], siae, RULE) == 1


@pytest.mark.parametrize("siae", ["aci", "etti"])
def test_one_of_level_1_suffices(siae):
    assert eligibility.is_eligible(["rsa"], siae, RULE)


@given(st.lists(st.sampled_from(KEYS)), st.sampled_from(KEYS), st.sampled_from(["aci", "ai", "ei"]))
def test_neither_order_nor_repetition_counts_and_one_more_never_harms(found, more, siae):
    said = eligibility.is_eligible(found, siae, RULE)

    assert said == eligibility.is_eligible(found[::-1] * 2, siae, RULE)
    assert eligibility.is_eligible([*found, more], siae, RULE) or not said
    assert said == (eligibility.missing(found, siae, RULE) == 0)


@given(DATES)
def test_a_prescriber_s_holds_six_months_and_an_siae_s_92_days(on):
    siae = eligibility.holds_until(on, prescriber=False, facts=LENGTHS)
    months = eligibility.holds_until(on, prescriber=True, facts=LENGTHS)

    assert (siae - on).days + 1 == 92
    assert timedelta(days=180) <= months - on <= timedelta(days=184)
