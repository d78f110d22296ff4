"""Write webapp/calendars.csv: the public holidays of France and of the places that keep others.

The days come from the library `holidays` (MIT), which takes 36 MB of memory once loaded: too much
for each worker of a page that needs twelve days a year.

Run: .venv/bin/python scripts/build_holidays.py
"""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from holidays import country_holidays

TARGET = Path(__file__).parent.parent / "webapp" / "calendars.csv"
YEARS = range(2024, 2061)
# Our name of each calendar, and the library's name of the part of France that keeps it.
CALENDARS = {
    "57": "57",
    "67": "6AE",
    "971": "971",
    "972": "972",
    "973": "973",
    "974": "974",
    "975": "PM",
    "976": "976",
    "977": "BL",
    "978": "MF",
}


def rows() -> Iterator[tuple[str, str]]:
    """Yield each calendar and day: those of all France under no name, then what others add."""
    common = days(None)
    yield from (("", day.isoformat()) for day in sorted(common))
    for name, subdivision in CALENDARS.items():
        yield from ((name, day.isoformat()) for day in sorted(days(subdivision) - common))


def days(subdivision: str | None) -> set[date]:
    """Return the public holidays of all the years in one part of France."""
    return set(country_holidays("FR", subdiv=subdivision, years=YEARS))


def main() -> None:
    """Write the file."""
    with TARGET.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("calendar", "day"))
        writer.writerows(rows())
    print(f"{TARGET.name}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
