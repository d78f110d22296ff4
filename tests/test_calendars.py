"""The calendar kept in a file is that of the library it was built from, and lasts."""

from datetime import UTC, date, datetime

import pytest
from holidays import country_holidays

from webapp import calendars, clock

PLACES = {
    "69256": None,  # Vaulx-en-Velin
    "2A247": None,  # Porto-Vecchio
    "57463": "57",
    "67482": "6AE",
    "68224": "6AE",
    "97105": "971",
    "97209": "972",
    "97302": "973",
    "97411": "974",
    "97502": "PM",
    "97608": "976",
    "97701": "BL",
    "97801": "MF",
}


@pytest.mark.parametrize("insee", PLACES)
def test_each_place_keeps_its_own_holidays(insee):
    years = range(2024, 2061)

    assert calendars.holidays(insee) == set(
        country_holidays("FR", subdiv=PLACES[insee], years=years)
    )


def test_the_kept_calendar_lasts_five_more_years():
    """When this fails: make the years of scripts/build_holidays.py longer, and run it."""
    assert date(clock.today().year + 5, 12, 25) in calendars.holidays("69256")


@pytest.mark.parametrize(
    ("insee", "hour"), [("69256", 10), ("2A247", 10), ("97411", 13), ("97105", 5), ("97608", 12)]
)
def test_each_place_has_its_own_hour(insee, hour):
    morning = datetime(2026, 11, 20, 9, tzinfo=UTC)

    assert morning.astimezone(calendars.zone(insee)).hour == hour


@pytest.mark.parametrize(
    ("insee", "code"), [("01004", "01"), ("2A247", "2A"), ("97411", "974"), ("75112", "75")]
)
def test_a_commune_tells_its_departement(insee, code):
    assert calendars.department(insee) == code
