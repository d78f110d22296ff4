import json
import sqlite3
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    Table,
    func,
    select,
)
from sqlalchemy import inspect as inspected

from tests.factories import make_account, make_application, make_offer, make_person
from tests.gatherings.making import make_gathering
from tests.path_factories import make_committee
from tests.support.postgresql import program
from webapp.applications.models import Application
from webapp.extensions import Base, db
from webapp.people import erasing, ledger, sweeping
from webapp.people.erasing import NOBODYS, TRACES
from webapp.people.models import Erasure, Person

NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)
NAME, FAMILY, PHONE, WORDS = "Zéphyrine", "Quatremarre", "+33639989123", "mots-de-zephyrine"
BIRTHDAY = "b1e55ed" * 9
APART = ("attempt", "sent_once")  # known by hashes, or by where they led: tested apart
MARKS = (NAME, FAMILY, PHONE, PHONE[1:], WORDS, BIRTHDAY)


def everything_of_someone() -> Person:
    """Make someone of whom every table that may hold something holds something."""
    person = make_person(
        first_name=NAME,
        last_name=FAMILY,
        phone=PHONE,
        birthday_hash=BIRTHDAY,
        settings={"mark": WORDS},
    )
    merged = make_person(first_name=NAME, phone=PHONE, merged_into_id=person.id)
    offer, account = make_offer(), make_account("adviser")
    made = {"person": person.id, "offer": offer.id, "account": account.id}
    made["organisation"], made["contact"] = account.organisation_id, offer.contact_id
    made["committee"] = make_committee(account).id
    made["gathering"] = make_gathering(organisation=account.organisation).id
    make_application(first_name=NAME, phone=PHONE, offer=offer)  # never joined
    make_application(first_name=NAME, phone=PHONE, offer=offer, person_id=merged.id)
    theirs = {table.name for table in erasing.tables_of_people()} - {"person", *APART}
    for table in Base.metadata.sorted_tables:  # parents first, so that children find them
        if table.name in theirs:
            added = db.session.execute(table.insert().values(filled(table, made)))
            made.setdefault(table.name, added.inserted_primary_key[0])
    db.session.commit()
    return person


def filled(table: Table, made: dict[str, int]) -> dict[str, Any]:
    """A row of this table with something of the person in each column that takes it."""
    return {column.name: value_for(column, made) for column in table.columns if wanted(column)}


def wanted(column: Column[Any]) -> bool:
    return not (column.name == "id" and column.primary_key)


def value_for(column: Column[Any], made: dict[str, int]) -> Any:
    if column.foreign_keys:
        target = next(iter(column.foreign_keys)).column.table
        return None if target is column.table else made[target.name]  # the first of its table
    for kind, value in PLAIN:
        if isinstance(column.type, kind):
            return value
    if getattr(column.type, "impl", None) is not None and isinstance(column.type.impl, DateTime):
        return NOW
    if "phone" in column.name or column.name in ("recipient", "sender"):
        return PHONE
    return WORDS[: column.type.length or 99]


PLAIN = (
    (JSON, {"mark": WORDS}),
    (LargeBinary, WORDS.encode()),
    (Boolean, False),
    (Float, 45.7),
    (Integer, 1),
    (Date, date(2026, 11, 21)),
)


def a_crowd(seed: int) -> None:
    """Make others come and go around, so that pages split and old copies stay in them."""
    chance = Random(seed)
    people = [make_person(first_name="N" * chance.randint(3, 40)) for _ in range(60)]
    for one in chance.sample(people, 20):
        one.last_name = "M" * chance.randint(3, 60)
    for one in chance.sample(people, 10):
        db.session.delete(one)
    db.session.commit()


def files_of(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the data folder with its bytes; old copies go with their rotation."""
    for path in folder.rglob("*"):
        if path.is_file() and "backups" not in path.parts:
            yield path.name, path.read_bytes()


def dump(url: str) -> bytes:
    """The whole text of a PostgreSQL database."""
    command = [program("pg_dump"), "--inserts", url]
    return subprocess.run(command, capture_output=True, check=True).stdout


def found_in(content: bytes) -> list[str]:
    """The marks of the person that some bytes hold, readable or as a JSON file writes them."""
    escaped = [json.dumps(mark)[1:-1] for mark in MARKS]
    return [mark for mark in (*MARKS, *escaped) if mark.encode() in content]


def everywhere(database: str, folder: Path) -> dict[str, list[str]]:
    """Where something of the person is still found: by file, or in the dump."""
    places = list(files_of(folder))
    if database.startswith("postgresql"):
        places.append(("dump", dump(database)))
    return {name: marks for name, content in places if (marks := found_in(content))}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_of_someone_stays_in_any_table_or_any_file(database, app, tmp_path, seed):
    a_crowd(seed)
    person = everything_of_someone()
    person.last_name = FAMILY * 3  # a longer row moves, and leaves its old place
    db.session.commit()
    a_crowd(seed + 10)
    assert everywhere(database, tmp_path), "the search finds what is there"

    erasing.erase(person, NOW)
    db.session.commit()

    assert sweeping.sweep()
    assert everywhere(database, tmp_path) == {}


def test_every_table_that_may_hold_someone_is_filled_before_the_proof(app):
    everything_of_someone()

    for table in erasing.tables_of_people():
        if table.name not in APART:
            assert db.session.scalar(select(func.count()).select_from(table)), table.name


def test_each_table_of_the_product_is_somebody_s_or_nobody_s():
    named = {inspected(table).local_table.name for table in TRACES}

    assert named | NOBODYS == set(Base.metadata.tables), "say in erasing.py what goes"
    assert not named & NOBODYS


def test_a_table_that_points_to_people_is_erased_from():
    pointing = {
        table.name
        for table in Base.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name == "person"
    }

    assert not pointing & NOBODYS
    assert len(pointing) >= 8


def test_the_tries_made_on_someone_go_too(database, app):
    from webapp.accounts import tries
    from webapp.accounts.enums import Tried
    from webapp.accounts.models import Attempt

    person, other = make_person(), make_person()
    for subject in (person.phone, person.public_id, other.phone):
        tries.note(Tried.CODE, subject, right=False, now=NOW)
    db.session.commit()

    erasing.erase(person, NOW)
    db.session.commit()

    kept = db.session.scalars(select(Attempt.subject)).all()
    assert kept == [tries.subject_hash(Tried.CODE, other.phone)]


def test_what_stays_names_nobody(database, app, tmp_path):
    person = everything_of_someone()
    name = person.public_id
    erasing.erase(person, NOW)
    db.session.commit()

    (line, *others) = (tmp_path / ledger.NAME).read_text().splitlines()

    assert json.loads(line) == {"subject": name, "at": "2026-11-21T11:00:00+00:00"}
    assert {set(json.loads(one)) == {"subject", "at"} for one in others} == {True}
    assert (tmp_path / ledger.NAME).stat().st_mode & 0o077 == 0
    rows = db.session.scalars(select(Erasure)).all()
    assert name in {row.subject for row in rows}
    stays = {"kind": "copies", "reason": "breakdown", "until": "2026-12-21"}
    assert [row.kept for row in rows] == [[stays]] * len(rows)


def test_those_who_share_the_number_keep_everything(database, app):
    fatou = make_person(first_name="Fatou", phone=PHONE)
    joseph = make_person(first_name="Joseph", phone=PHONE)
    theirs = make_application(first_name="Joseph", phone=PHONE)
    make_application(first_name="FATOU", phone=PHONE)

    erasing.erase(fatou, NOW)
    db.session.commit()

    assert db.session.scalars(select(Person.id)).all() == [joseph.id]
    assert db.session.scalars(select(Application.id)).all() == [theirs.id]


def test_an_employer_no_longer_counts_the_request(database, app):
    from webapp.applications.actions import Wish, apply

    offer = make_offer()
    apply(offer, Wish(way="they_call", first_name=NAME, phone=PHONE), NOW)
    apply(offer, Wish(way="they_call", first_name="Joseph", phone="+33639989124"), NOW)
    person = make_person(first_name=NAME, phone=PHONE)
    db.session.commit()

    erasing.erase(person, NOW)
    db.session.commit()
    db.session.refresh(offer)

    assert offer.request_count == 1


def test_the_file_of_erasures_survives_a_line_that_was_cut(app, tmp_path):
    ledger.write(["aaaaaaaa"], NOW)
    with (tmp_path / ledger.NAME).open("a") as file:
        file.write('{"subject": "bbb')
    ledger.write(["cccccccc"], NOW)

    assert list(ledger.names()) == ["aaaaaaaa", "cccccccc"]


def test_a_sweep_that_others_hold_back_is_done_at_night(app, tmp_path):
    person = everything_of_someone()
    reader = db.get_engine("reader").connect()
    reader.exec_driver_sql("SELECT * FROM person").fetchall()
    with db.get_engine("default").connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=50")
        connection.commit()
    erasing.erase(person, NOW)
    db.session.commit()

    assert not sweeping.sweep()
    assert everywhere("sqlite", tmp_path)
    reader.close()
    sweeping.sweep_if_waiting()

    assert everywhere("sqlite", tmp_path) == {}
    assert not (tmp_path / sweeping.WAITING).exists()


def test_what_another_program_left_in_a_large_file_is_swept_at_night(app, tmp_path, monkeypatch):
    monkeypatch.setattr(sweeping, "SMALL", 0)
    person = everything_of_someone()
    erasing.erase(person, NOW)
    db.session.commit()
    with sqlite3.connect(tmp_path / "app.db", isolation_level=None) as careless:
        careless.execute("PRAGMA secure_delete=OFF")
        careless.execute("CREATE TABLE notes (text TEXT)")
        careless.execute("INSERT INTO notes VALUES (?)", [FAMILY])
        careless.execute("DROP TABLE notes")
    careless.close()
    assert sweeping.sweep()
    assert set(everywhere("sqlite", tmp_path)) == {"app.db"}

    sweeping.sweep_if_waiting()

    assert everywhere("sqlite", tmp_path) == {}


def test_someone_who_asks_by_telephone_is_erased_by_a_command(app, runner, tmp_path):
    person = everything_of_someone()

    assert runner.invoke(args=["people", "erase", "nobody22"]).exit_code == 1
    assert runner.invoke(args=["people", "erase", person.public_id]).exit_code == 0
    assert everywhere("sqlite", tmp_path) == {}
