"""72 hours to say no: whole hours, whatever the clocks do."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.people import objections
from webapp.people.beside_texts import moment

PARIS = ZoneInfo("Europe/Paris")
moments = st.datetimes(
    datetime(2020, 1, 1),  # noqa: DTZ001  the zone is drawn beside
    datetime(2040, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, PARIS]),
)


@given(moments)
def test_it_lasts_72_hours_that_pass_whatever_the_clocks_do(told_at):
    until = objections.until(told_at.astimezone(UTC))

    assert until.astimezone(UTC) - told_at.astimezone(UTC) == timedelta(hours=72)


@given(moments, st.integers(-400_000, 400_000))
def test_a_no_counts_until_the_last_second_and_never_after(told_at, seconds):
    until = objections.until(told_at.astimezone(UTC))
    at = told_at.astimezone(UTC) + timedelta(seconds=seconds)

    assert objections.is_open(until, None, at) == (seconds < 72 * 3600)


@given(moments, moments)
def test_a_no_said_once_is_said(told_at, objected_at):
    until = objections.until(told_at.astimezone(UTC))

    assert not objections.is_open(until, objected_at, told_at.astimezone(UTC))


@pytest.mark.parametrize(
    ("told_at", "said"),
    [
        (datetime(2026, 11, 21, 10, 5, tzinfo=PARIS), "24/11 à 10h05"),
        # The clocks go back on 25 October 2026, forward on 28 March 2027: 72 hours that pass.
        (datetime(2026, 10, 23, 10, 0, tzinfo=PARIS), "26/10 à 09h00"),
        (datetime(2027, 3, 26, 10, 0, tzinfo=PARIS), "29/03 à 11h00"),
    ],
)
def test_the_hour_that_is_said_is_the_one_on_the_wall_that_day(told_at, said):
    assert moment(objections.until(told_at.astimezone(UTC))) == said


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        objections.until(datetime(2026, 11, 21, 10, 0))  # noqa: DTZ001


NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def may_cancel(**facts: object) -> bool:
    usual = {
        "by_someone_else": True,
        "made_at": NOW - timedelta(days=10),
        "confirmed_at": None,
        "came_by_themselves": False,
        "at": NOW,
    }
    return objections.may_cancel(**usual | facts)  # type: ignore[arg-type]


def test_a_no_erases_what_an_adviser_wrote_until_a_yes_and_for_72_hours_after():
    assert may_cancel()
    assert not may_cancel(confirmed_at=NOW - timedelta(days=10))
    assert may_cancel(made_at=NOW - timedelta(hours=71), confirmed_at=NOW - timedelta(hours=71))


def test_who_came_by_themselves_erases_on_their_own_page():
    assert not may_cancel(by_someone_else=False)
    assert not may_cancel(came_by_themselves=True)
