"""At most one SMS a week, with what is new."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from webapp.alerts import rules

DAY = date(2026, 12, 1)


@given(st.lists(st.integers(0, 60), max_size=8), st.integers(0, 80))
def test_a_number_gets_one_sms_a_week_at_most(sent, after):
    on = DAY + timedelta(days=after)
    before = [DAY + timedelta(days=one) for one in sent if one <= after]

    if rules.is_due(before, on):
        assert all(on - day >= timedelta(days=7) for day in before)


@given(st.lists(st.integers(), unique=True), st.lists(st.integers()))
def test_only_what_is_new_is_told_the_nearest_first(found, told):
    new = rules.new(found, told)

    assert len(new) <= 3
    assert not set(new) & set(told)
    assert new == [one for one in found if one in new]
