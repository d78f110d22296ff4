"""The days and the hour of a place: its zone, and the public holidays of its département."""

import csv
from datetime import date
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from webapp.clock import PARIS

HOLIDAYS = Path(__file__).with_name("calendars.csv")  # written by scripts/build_holidays.py
OVERSEAS = "97"
ZONES = {
    "971": "America/Guadeloupe",
    "972": "America/Martinique",
    "973": "America/Cayenne",
    "974": "Indian/Reunion",
    "975": "America/Miquelon",
    "976": "Indian/Mayotte",
    "977": "America/St_Barthelemy",
    "978": "America/Marigot",
}
SAME_CALENDAR = {"68": "67"}  # both are Alsace


def department(insee: str) -> str:
    """Return the code of the département of a commune: `69`, `2A`, `974`."""
    return insee[:3] if insee.startswith(OVERSEAS) else insee[:2]


def zone(insee: str) -> ZoneInfo:
    """Return the time zone of a commune."""
    name = ZONES.get(department(insee))
    return ZoneInfo(name) if name else PARIS


def holidays(insee: str) -> frozenset[date]:
    """Return the public holidays of the place of a commune, for all the years that are known."""
    code = department(insee)
    return calendar("") | calendar(SAME_CALENDAR.get(code, code))


@cache
def calendar(name: str) -> frozenset[date]:
    """Return the days of one calendar: that of all France without a name, else what one adds."""
    with HOLIDAYS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return frozenset(date.fromisoformat(row["day"]) for row in rows if row["calendar"] == name)
