"""Town halls: real places to go to, near anywhere in France."""

import pytest
from sqlalchemy import func, select

from webapp.extensions import db
from webapp.organisations import queries, town_halls
from webapp.organisations.models import HelpPlace


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0472048080", "+33472048080"),
        ("0262401640", "+262262401640"),
        ("0596596000", "+596596596000"),
        ("0269611450", "+262269611450"),
        ("", None),
        ("3939", None),
    ],
)
def test_numbers_are_kept_so_that_they_can_be_dialled(typed, kept):
    assert town_halls.phone(typed) == kept


def test_loads_the_town_halls_once_and_finds_the_nearest(app):
    count = town_halls.load_town_halls(limit=2_500)  # the first départements of the file
    again = town_halls.load_town_halls(limit=2_500)
    db.session.commit()

    assert count == again == db.session.scalar(select(func.count()).select_from(HelpPlace))
    known = db.session.scalar(select(HelpPlace).where(HelpPlace.insee == "01053"))
    assert known.name == "Mairie de Bourg-en-Bresse"
    assert known.phone.startswith("+334")
    assert queries.help_places_near(known.lat, known.lon, limit=1)[0].id == known.id


@pytest.mark.long
def test_the_whole_file_gives_rows_with_points_hours_and_phones():
    rows = list(town_halls.town_halls())

    assert len(rows) > 34_500
    assert len({row["source_id"] for row in rows}) == len(rows)
    assert sum(row["phone"] is not None for row in rows) > 0.98 * len(rows)
    assert sum(bool(row["hours"]) for row in rows) > 0.9 * len(rows)
    assert all(
        0 <= day <= 6 and 0 <= begin < end <= 1440
        for row in rows
        for day, begin, end in row["hours"]
    )
