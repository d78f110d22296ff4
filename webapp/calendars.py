"""The days and the hour of a place: its zone, and the public holidays of its département."""

from datetime import date
from functools import cache
from zoneinfo import ZoneInfo

from webapp.clock import PARIS

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
# The library's names of the places that keep other holidays than the rest of France.
CALENDARS = {
    "57": "57",
    "67": "6AE",
    "68": "6AE",
    "975": "PM",
    "977": "BL",
    "978": "MF",
} | {code: code for code in ("971", "972", "973", "974", "976")}


def department(insee: str) -> str:
    """Return the code of the département of a commune: `69`, `2A`, `974`."""
    return insee[:3] if insee.startswith(OVERSEAS) else insee[:2]


def zone(insee: str) -> ZoneInfo:
    """Return the time zone of a commune."""
    name = ZONES.get(department(insee))
    return ZoneInfo(name) if name else PARIS


def holidays_from(insee: str, day: date) -> frozenset[date]:
    """Return the public holidays of this place in the year of a day and in the next one."""
    calendar = CALENDARS.get(department(insee))
    return holidays_of(calendar, day.year) | holidays_of(calendar, day.year + 1)


@cache
def holidays_of(calendar: str | None, year: int) -> frozenset[date]:
    """Return the public holidays of a year; the library loads only when they are asked for."""
    from holidays import country_holidays

    return frozenset(country_holidays("FR", subdiv=calendar, years=year))
