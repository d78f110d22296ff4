"""Whether there is room for one more person: never against what was wanted, never for ever."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.presenting.rules import USUAL_A_WEEK, WEEK, Order, Room, again_on, room

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("order", "held", "lately", "expected"),
    [
        (None, 50, 9, Room.OPEN),
        (Order(3, TODAY, 2), 3, 0, Room.FULL),
        (Order(3, TODAY, 2), 2, 2, Room.THIS_WEEK),
        (Order(3, TODAY, 2), 2, 1, Room.OPEN),
        (Order(3, TODAY), 0, 0, Room.TO_CONFIRM),
        (Order(3, TODAY - timedelta(days=1)), 0, 0, Room.OPEN),
        (Order(30, TODAY - timedelta(days=1)), 3, USUAL_A_WEEK, Room.THIS_WEEK),
    ],
)
def test_there_is_room_or_why_not(order, held, lately, expected):
    assert room(order, held, [NOW] * lately, TODAY) is expected


@given(
    wanted=st.integers(1, 30),
    held=st.integers(0, 40),
    per_week=st.none() | st.sampled_from((1, 2, 3, 5)),
    hours=st.lists(st.integers(0, 167), max_size=8),
)
def test_an_order_that_is_not_full_has_room_again_within_a_week_of_the_last_one(
    wanted, held, per_week, hours
):
    order = Order(wanted, TODAY - timedelta(days=1), per_week)
    lately = [NOW - timedelta(hours=one) for one in hours]
    again = again_on(lately, per_week)

    if held >= wanted:
        assert room(order, held, lately, TODAY) is Room.FULL
    elif again is None:
        assert room(order, held, lately, TODAY) is Room.OPEN
    else:
        assert NOW < again <= NOW + WEEK
        left = [one for one in lately if one > again - WEEK]
        assert room(order, held, left, again.date()) is Room.OPEN
