"""The town hall of each commune, brought in as a help place with its phone and its hours."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from sqlalchemy import delete, insert, select

from webapp.extensions import db
from webapp.organisations.models import HelpPlace
from webapp.phones import BadPhone, read
from webapp.places.halls import Opening, halls

KIND = "town_hall"
BATCH = 2_000
MAINLAND = re.compile(r"0(?:[1349]\d|2(?!6[239])\d|5(?!9[046])\d|[67](?!9[0-4679]|39)\d)\d{7}")


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
    return (
        db.session.scalar(select(HelpPlace.id).where(HelpPlace.kind == KIND).limit(1)) is not None
    )


def town_halls() -> Iterator[dict[str, Any]]:
    """Give each town hall of the packaged file as a row."""
    known = halls()
    for at in range(len(known)):
        hall = known.hall(at)
        yield {
            "source_id": f"mairie-{known.code(at)}",
            "kind": KIND,
            "name": hall.name,
            "address": hall.address,
            "insee": hall.insee,
            "lat": hall.lat,
            "lon": hall.lon,
            "phone": phone(hall.phone),
            "hours": sorted(slot for opening in hall.hours for slot in slots(opening)),
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


def slots(opening: Opening) -> Iterator[list[int]]:
    """Give `[day 0-6, from, to]` in minutes; a slot that ends before it begins tells nothing."""
    for day in range(opening.first_day - 1, opening.last_day):
        for begin, end in opening.slots:
            if begin < end:
                yield [day, minute(begin), minute(end)]


def minute(text: str) -> int:
    """Return `0830` as a minute of the day."""
    return int(text[:2]) * 60 + int(text[2:])
