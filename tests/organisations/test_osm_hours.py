"""Opening hours as OpenStreetMap writes them: a usual week is read, nothing is guessed."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.clock import PARIS
from webapp.organisations import osm_hours

MORNING, AFTERNOON = (540, 720), (840, 1110)


def week(*days: int, times=(MORNING, AFTERNOON)):
    """The same hours on some days."""
    return [[day, begin, end] for day in days for begin, end in times]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Mo-Fr 09:00-12:00,14:00-18:30", week(0, 1, 2, 3, 4)),
        (
            "Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00",
            [*week(0, 1, 2, 3, 4), [5, 510, 720]],
        ),
        ("Mo,We 09:00-12:00, 14:00-18:30", week(0, 2)),
        ("Sa-Mo 9:00-12:00", week(0, 5, 6, times=[MORNING])),
        ("Mo-Fr 09:00-12:00; We off", week(0, 1, 3, 4, times=[MORNING])),
        ("Mo-Fr 09:00-12:00; PH off", week(0, 1, 2, 3, 4, times=[MORNING])),
        ("09:00-12:00", week(*range(7), times=[MORNING])),
        ("24/7", [[day, 0, 1440] for day in range(7)]),
        ("", []),
    ],
)
def test_a_usual_week_is_read(text, hours):
    assert osm_hours.read(text) == hours


@pytest.mark.parametrize(
    "text",
    [
        "Jan-Mar Mo 09:00-12:00",
        "week 1-53/2 Fr 09:00-12:00",
        "Mo[1] 09:00-12:00",
        'Mo-Fr 09:00-12:00 "sur rendez-vous"',
        "Mo 12:00-09:00",
        "Mo 22:00-02:00",
        "Mo 09:75-12:00",
        "Mo 09:00-12:00,11:00-13:00",
        "du lundi au vendredi",
    ],
)
def test_what_is_no_usual_week_is_not_guessed(text):
    assert osm_hours.read(text) is None


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 23), st.integers(1, 59)), max_size=5))
def test_what_is_written_so_is_read_back(found):
    days = {day: (hour * 60, hour * 60 + minutes) for day, hour, minutes in found}
    text = "; ".join(
        f"{osm_hours.DAYS[day]} {begin // 60:02d}:00-{end // 60:02d}:{end % 60:02d}"
        for day, (begin, end) in days.items()
    )

    assert osm_hours.read(text) == sorted([day, begin, end] for day, (begin, end) in days.items())


@given(st.text(alphabet="MoTuWeFr0123456789:-,; offPH", max_size=30))
def test_any_text_gives_hours_in_order_or_none(text):
    hours = osm_hours.read(text)

    assert hours is None or hours == sorted(hours)
    assert hours is None or all(0 <= begin < end <= 1440 for _day, begin, end in hours)


def test_open_until_the_end_and_never_on_a_day_off():
    hours = week(0)
    monday = datetime(2026, 11, 30, 9, 0, tzinfo=PARIS)

    assert osm_hours.open_until(hours, monday, frozenset()) == 720
    assert osm_hours.open_until(hours, monday.replace(hour=12), frozenset()) is None
    assert osm_hours.open_until(hours, monday.replace(hour=14), frozenset()) == 1110
    assert osm_hours.open_until(hours, monday.replace(day=29), frozenset()) is None
    assert osm_hours.open_until(hours, monday, frozenset({date(2026, 11, 30)})) is None
