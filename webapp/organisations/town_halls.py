"""The town hall of each commune, brought in as a help place with its phone and its hours."""

import csv
import gzip
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import delete, func, insert, select

from webapp.extensions import db
from webapp.organisations.models import HelpPlace
from webapp.phones import BadPhone, read
from webapp.places import queries as places

DATA = Path(__file__).parent.parent / "places" / "data" / "town_halls.csv.gz"
KIND = "town_hall"
BATCH = 2_000
MAINLAND = re.compile(r"0(?:[134579]\d|2(?!6[23])\d|6(?!9[0-4679]|39)\d)\d{7}")


def load_town_halls(limit: int | None = None) -> int:
    """Replace every town hall by those of the packaged file; return how many there are."""
    db.session.execute(delete(HelpPlace).where(HelpPlace.kind == KIND))
    rows = islice(town_halls(), limit)
    count = 0
    while batch := list(islice(rows, BATCH)):
        db.session.execute(insert(HelpPlace), batch)
        count += len(batch)
    return count


def town_halls_loaded() -> bool:
    """Return whether the town halls are there."""
    query = select(func.count()).select_from(HelpPlace).where(HelpPlace.kind == KIND)
    return bool(db.session.scalar(query))


def town_halls() -> Iterator[dict[str, Any]]:
    """Give each town hall of the packaged file as a row."""
    with gzip.open(DATA, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            commune = places.commune(row["insee"])
            if commune is not None:
                yield {
                    "source_id": f"mairie-{row['insee']}",
                    "kind": KIND,
                    "name": _("Mairie de %(town)s", town=commune.name),
                    "address": row["address"],
                    "insee": row["insee"],
                    "lat": commune.lat,
                    "lon": commune.lon,
                    "phone": phone(row["phone"]),
                    "hours": hours(row["hours"]),
                }


def phone(text: str) -> str | None:
    """Return the number as E.164; none where the file has none that can be called.

    Numbers of the mainland are only rewritten: they were checked when the file was built.
    """
    if MAINLAND.fullmatch(text):
        return f"+33{text[1:]}"
    try:
        return read(text).e164
    except BadPhone:
        return None


def hours(text: str) -> list[list[int]]:
    """Return slots `[day 0-6, from, to]` from `1-4 0800-1200 1330-1730;6 0900-1200`."""
    slots = []
    for group in filter(None, text.split(";")):
        days, *ranges = group.split(" ")
        first, _dash, last = days.partition("-")
        for day in range(int(first) - 1, int(last or first)):
            slots += [[day, minute(part[:4]), minute(part[5:])] for part in ranges]
    return sorted(slots)


def minute(text: str) -> int:
    """Return `0830` as a minute of the day."""
    return int(text[:2]) * 60 + int(text[2:])
