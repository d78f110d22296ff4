"""Months and stretches of days, leap years too."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.pathways.helping import DATES
from webapp.pathways.spans import DAY, Span, add_months, joined, last_day


def test_months_end_the_day_before_and_at_the_end_of_shorter_ones():
    assert last_day(date(2026, 3, 15), 24) == date(2028, 3, 14)
    assert last_day(date(2026, 3, 1), 24) == date(2028, 2, 29)
    assert last_day(date(2024, 2, 29), 24) == date(2026, 2, 28)
    assert last_day(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert add_months(date(2024, 2, 29), 24) == date(2026, 2, 28)


@given(DATES, st.integers(1, 90))
def test_months_follow_each_other_without_a_hole(begin, months):
    end = last_day(begin, months)

    assert add_months(begin, months) - DAY <= end <= add_months(begin, months)
    assert months * 28 <= Span(begin, end).days <= months * 31


SPANS = st.lists(
    st.builds(
        lambda begin, days: Span(begin, begin + timedelta(days=days)), DATES, st.integers(0, 90)
    ),
    max_size=6,
)


@given(SPANS)
def test_joined_spans_hold_the_same_days_and_never_touch(spans):
    found = joined(spans)

    days = {one.begin + timedelta(days=n) for one in spans for n in range(one.days)}
    assert {one.begin + timedelta(days=n) for one in found for n in range(one.days)} == days
    assert all(one.end + DAY < two.begin for one, two in pairwise(found))
