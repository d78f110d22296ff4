"""Two records made one: every row of every table that points at a person moves, now and later."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
    func,
    insert,
    select,
)

from tests.factories import make_person
from webapp.columns import Moment
from webapp.extensions import Base, db
from webapp.people import merging
from webapp.people.models import Person

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture
def pair(app) -> tuple[Person, Person]:
    """Two records of one person, the older first."""
    kept = make_person(created_at=NOW - timedelta(days=30), last_name="Diallo")
    gone = make_person(first_name="Fatoumata", created_at=NOW - timedelta(days=3))
    return kept, gone


def plausible(column: Column[Any], owner: int, seen: dict[str, int]) -> Any:
    """A value that a column of any table may hold."""
    if column.foreign_keys:
        return referred(column, owner, seen)
    seen["n"] = seen.get("n", 0) + 1
    for kind, value in KINDS.items():
        if isinstance(column.type, kind):
            return value(seen["n"])
    raise AssertionError(f"{column}: what may it hold?")


KINDS: dict[type, Any] = {
    Moment: lambda _n: NOW,
    Date: lambda _n: date(2026, 11, 21),
    Boolean: lambda _n: False,
    LargeBinary: lambda n: b"%d" % n,
    JSON: lambda _n: {},
    Float: lambda n: float(n),
    Integer: lambda n: n,
    String: lambda n: f"{n:x}"[-8:],
}


def referred(column: Column[Any], owner: int, seen: dict[str, int]) -> int | None:
    """The row that a column points at: the person, a row made before, or a new one."""
    target = next(iter(column.foreign_keys)).column.table
    if target.name == "person":
        return owner
    if column.nullable:
        return None
    if target.name not in seen:
        seen[target.name] = filled(target, owner, seen)
    return seen[target.name]


def filled(table: Table, owner: int, seen: dict[str, int]) -> int:
    """Insert a row with every column that must hold something; return its id."""
    values = {
        column.name: plausible(column, owner, seen)
        for column in table.columns
        if not column.primary_key and (not column.nullable or points_at_person(column))
    }
    return int(db.session.execute(insert(table).values(values)).inserted_primary_key[0])


def points_at_person(column: Column[Any]) -> bool:
    return any(key.column.table.name == "person" for key in column.foreign_keys)


def owned() -> Iterator[Column[Any]]:
    """Every column of the product that points at a person, found without the code under test."""
    for table in Base.metadata.tables.values():
        for column in table.columns:
            if points_at_person(column) and table.name != "person":
                yield column


def test_every_row_of_every_table_that_points_at_a_person_moves(pair, database):
    kept, gone = pair
    seen: dict[str, int] = {}
    columns = list(owned())
    for column in columns:
        filled(column.table, gone.id, seen)
    db.session.commit()
    before = {column: rows(column, gone.id) for column in columns}
    assert len(columns) >= 9, "applications, cards, consents, devices, journal, messages, …"
    assert all(before.values())

    merging.merge(kept, gone, kept.phone, None, NOW)
    db.session.commit()

    for column, count in before.items():
        assert rows(column, gone.id) == 0, f"{column} still points at the record that went"
        assert rows(column, kept.id) >= count, column
    assert db.session.get_one(Person, gone.id).merged_into_id == kept.id


def rows(column: Column[Any], owner: int) -> int:
    query = select(func.count()).select_from(column.table).where(column == owner)
    return db.session.scalar(query) or 0


def test_a_table_that_came_later_would_move_too(app, monkeypatch):
    later = MetaData()
    Table("person", later, Column("id", Integer, primary_key=True))
    note = Table("note", later, Column("id", Integer, primary_key=True),
                 Column("about_id", ForeignKey("person.id")))  # fmt: skip
    monkeypatch.setattr(Base, "metadata", later)

    assert list(merging.pointing()) == [note.c.about_id]


def test_no_rule_of_a_table_forbids_two_rows_of_one_person():
    """A unique column would stop the move: such a table needs its own way to become one."""
    for column in owned():
        unique = [
            set(one.columns)
            for one in column.table.constraints
            if isinstance(one, UniqueConstraint | PrimaryKeyConstraint)
        ]
        unique += [set(index.columns) for index in column.table.indexes if index.unique]
        assert not any(column in columns for columns in unique), column
