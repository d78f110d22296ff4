"""What happens around a restore: copies that grow old, someone erased while it is prepared."""

import os
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.factories import make_person
from tests.operations.test_restore import erase, people
from webapp.extensions import db
from webapp.operations import backup, restoring
from webapp.people import ledger
from webapp.people.models import Erasure

pytestmark = pytest.mark.process

NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)


def test_copies_of_a_month_ago_are_removed_of_both_kinds(app, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir(exist_ok=True)
    old = (NOW - timedelta(days=31)).timestamp()
    for name in ("before-restore-old.db", "before-restore-old.dump", "before-restore-new.dump"):
        (folder / name).touch()
        os.utime(folder / name, (old, old) if "old" in name else None)

    backup.forget_old(NOW)

    assert [path.name for path in folder.iterdir()] == ["before-restore-new.dump"]


def test_who_is_erased_during_a_restore_does_not_come_back(database, app, tmp_path, monkeypatch):
    fatou = make_person(first_name="Fatou")
    make_person(first_name="Joseph")
    db.session.commit()
    backup.back_up_to(tmp_path / "copy", NOW)
    prepare = restoring.prepare

    def prepare_then_erase(*args: object) -> int:
        count = prepare(*args)
        erase(fatou)
        return count

    monkeypatch.setattr(restoring, "prepare", prepare_then_erase)
    restoring.restore(tmp_path / "copy", NOW)

    assert people() == ["Joseph"]
    assert db.session.scalars(select(Erasure.subject)).all() == list(ledger.names())


def damage_pages(database: Path) -> None:
    whole = bytearray(database.read_bytes())
    third = len(whole) // 3
    whole[third : 2 * third] = os.urandom(third)
    database.write_bytes(whole)


def damage_everything(database: Path) -> None:
    database.write_bytes(os.urandom(8192))


@pytest.mark.parametrize("damage", [damage_pages, damage_everything])
def test_a_damaged_database_is_replaced_and_its_bytes_are_kept(
    app, runner, tmp_path, damage: Callable[[Path], None]
):
    make_person(first_name="Fatou")
    runner.invoke(args=["backup", str(tmp_path / "copy")])
    database = Path(str(db.get_engine("default").url.database))
    db.session.close()
    for engine in db.engines.values():
        engine.dispose()
    damage(database)
    damaged = database.read_bytes()

    done = runner.invoke(args=["restore", str(tmp_path / "copy")])

    assert done.exit_code == 0, done.output
    assert people() == ["Fatou"]
    (kept,) = (tmp_path / "backups").glob("before-restore-*.damaged")
    assert kept.read_bytes() == damaged
    assert kept.stat().st_mode & 0o077 == 0
    assert not list((tmp_path / "backups").glob("*.part"))


def test_a_database_that_is_only_busy_is_never_set_aside(sqlite, app, tmp_path, monkeypatch):
    make_person(first_name="Fatou")
    db.session.commit()
    backup.back_up_to(tmp_path / "copy", NOW)
    make_person(first_name="Joseph")
    db.session.commit()

    def busy(*_args: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(restoring, "replace", busy)
    with pytest.raises(restoring.WrongFile, match="database is locked"):
        restoring.restore(tmp_path / "copy", NOW)

    assert people() == ["Fatou", "Joseph"]
    assert not list((tmp_path / "backups").glob("*.damaged"))
