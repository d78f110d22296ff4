"""Where a number rings: the hour and the days off of a commune, else those its prefix tells."""

from zoneinfo import ZoneInfo

from webapp import calendars
from webapp.clock import PARIS
from webapp.messages.rules import Place

# The longest first: Mayotte's numbers begin as Réunion's do.
DEPARTMENTS = {
    "+262639": "976",
    "+262269": "976",
    "+262": "974",
    "+508": "975",
    "+590": "971",
    "+594": "973",
    "+596": "972",
}
FURTHER = {"+681": "Pacific/Wallis", "+687": "Pacific/Noumea", "+689": "Pacific/Tahiti"}


def place(number: str, insee: str = "") -> Place:
    """Return the place of a commune, else of a number as E.164; of Paris where neither tells."""
    code = insee or next(
        (code for prefix, code in DEPARTMENTS.items() if number.startswith(prefix)), ""
    )
    if code:
        return Place(calendars.zone(code), calendars.holidays(code))
    zone = FURTHER.get(number[:4])
    return Place(ZoneInfo(zone) if zone else PARIS, calendars.holidays(""))
