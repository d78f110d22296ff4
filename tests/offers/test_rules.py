"""What an offer must say, what it pays, what kind of week it is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.offers import rules
from webapp.offers.rules import Flag

MORNINGS = [[day, 6 * 60, 11 * 60] for day in range(5)]
FACTS = {
    "kind": "job",
    "family": "cleaning",
    "job": "office-cleaning",
    "tasks": ["sweep", "dust"],
    "lat": 45.0,
    "lon": 4.0,
    "zone_km": None,
    "week": MORNINGS,
    "weekly_minutes": 1500,
    "pay_cents": 1231,
    "contract": "cddi",
    "contact_id": 1,
    "backup_id": 2,
    "learned": [],
    "licence": "none",
    "french": "some",
    "posture": "standing",
    "experience": "none",
    "start": "now",
    "way": ["Bus C3"],
}


def test_a_complete_offer_lacks_nothing():
    assert rules.missing(FACTS, kind="ei") == ()


@pytest.mark.parametrize(
    ("change", "lacks"),
    [
        ({"family": None}, "family"),
        ({"job": None}, "job"),
        ({"tasks": ["sweep"]}, "tasks"),
        ({"tasks": ["a", "b", "c", "d", "e", "f", "g"]}, "tasks"),
        ({"lat": None}, "place"),
        ({"zone_km": 10}, "place"),
        ({"week": [], "weekly_minutes": 1500}, "week"),
        ({"pay_cents": None}, "pay"),
        ({"contract": None}, "contract"),
        ({"contact_id": None}, "contact"),
        ({"backup_id": None}, "backup"),
        ({"backup_id": 1}, "backup"),
    ],
)
def test_says_what_an_employer_of_one_place_must_still_give(change, lacks):
    assert rules.missing({**FACTS, **change}, kind="ei") == (lacks,)


def test_those_who_send_people_elsewhere_may_give_a_zone_and_hours_without_a_week():
    elsewhere = {**FACTS, "zone_km": 15, "week": [], "weekly_minutes": 600}

    assert rules.missing(elsewhere, kind="ai") == ()
    assert rules.missing(elsewhere, kind="aci") == ("place", "week")


def test_an_immersion_needs_no_pay_and_no_contract():
    step = {**FACTS, "kind": "immersion", "pay_cents": None, "contract": None}

    assert rules.missing(step, kind="ei") == ()


@pytest.mark.parametrize(
    ("day", "cents"),
    [
        (date(2025, 12, 31), 1188),
        (date(2026, 1, 1), 1202),
        (date(2026, 5, 31), 1202),
        (date(2026, 6, 1), 1231),
        (date(2026, 11, 21), 1231),
    ],
)
def test_the_minimum_wage_is_that_of_the_day(day, cents):
    assert rules.smic_cents(day) == cents


def test_a_month_of_35_hours_at_the_minimum_wage_is_the_legal_amount_to_a_few_cents():
    assert abs(rules.monthly_cents(1231, 35 * 60) - 186_702) < 10


def test_what_reaches_the_account_is_told_in_tens_of_euros():
    assert rules.net_cents(186_702, date(2026, 6, 1)) == 147_000


@pytest.mark.parametrize(
    ("week", "part"),
    [
        (MORNINGS, "morning"),
        ([[0, 14 * 60, 18 * 60]], "afternoon"),
        ([[0, 17 * 60, 21 * 60]], "evening"),
        ([[0, 8 * 60, 12 * 60], [0, 13 * 60, 16 * 60]], "day"),
        ([[0, 21 * 60, 28 * 60]], "night"),
        ([[0, 5 * 60, 9 * 60]], "night"),
        ([[0, 18 * 60, 21 * 60 + 15]], "night"),
        ([[0, 6 * 60, 13 * 60], [1, 13 * 60, 20 * 60]], "mixed"),
        ([], "mixed"),
    ],
)
def test_tells_the_part_of_the_day(week, part):
    assert rules.part_of_day(week) == part


def test_flags_say_what_the_offer_can_be_filtered_by():
    flags = rules.flags(FACTS)

    assert flags & Flag.PART_TIME
    assert flags & Flag.NO_LICENCE
    assert flags & Flag.BY_BUS
    assert flags & Flag.NO_NIGHT
    assert not flags & Flag.SCHOOL_HOURS
    assert not flags & Flag.SEATED


def test_a_need_that_is_taught_on_the_spot_keeps_nobody_out():
    asked = {**FACTS, "experience": "required", "french": "write"}

    assert not rules.flags(asked) & (Flag.BEGINNER | Flag.LITTLE_FRENCH)
    taught = {**asked, "learned": ["experience", "french"]}
    assert rules.flags(taught) & Flag.BEGINNER
    assert rules.flags(taught) & Flag.LITTLE_FRENCH


def test_school_hours_leave_time_to_bring_and_fetch_children():
    assert rules.in_school_hours([[0, 9 * 60, 16 * 60]])
    assert not rules.in_school_hours([[0, 8 * 60, 16 * 60]])
    assert not rules.in_school_hours([[5, 9 * 60, 16 * 60]])
    assert not rules.in_school_hours([])


@given(st.integers(0, 1439), st.integers(1, 14 * 60))
def test_a_slot_touches_the_night_exactly_when_one_of_its_minutes_does(begin, length):
    inside = any(
        minute % 1440 >= 21 * 60 or minute % 1440 < 6 * 60
        for minute in range(begin, begin + length)
    )

    assert rules.touches_night(begin, begin + length) == inside
