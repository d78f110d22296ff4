"""What happens around a restore: copies that grow old, someone erased while it is prepared."""

import os
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from tests.factories import make_person
from tests.operations.test_restore import erase, people
from webapp.extensions import db
from webapp.operations import backup, restoring
from webapp.people import ledger
from webapp.people.models import Erasure

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
