"""Copies that bring everything back, but nobody who was erased: on both databases, with files."""

import sqlite3
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from tests.factories import make_application, make_offer, make_person
from webapp import sealing
from webapp.applications.models import Application
from webapp.extensions import db
from webapp.offers.models import Offer
from webapp.operations import backup, postgresql, restoring
from webapp.people import erasing
from webapp.people.models import Erasure, Person

pytestmark = pytest.mark.process

NOW = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)


def people() -> list[str]:
    db.session.rollback()
    return list(db.session.scalars(select(Person.first_name).order_by(Person.first_name)))


def erase(person: Person) -> None:
    erasing.erase(person, NOW)
    db.session.commit()


def test_what_was_there_comes_back(database, app, runner, tmp_path):
    make_person(first_name="Fatou")
    offer = make_offer()
    assert runner.invoke(args=["backup", str(tmp_path / "copy")]).exit_code == 0
    make_person(first_name="Joseph")
    offer.words = "changed since"
    db.session.commit()

    done = runner.invoke(args=["restore", str(tmp_path / "copy")])

    assert done.exit_code == 0, done.output
    assert people() == ["Fatou"]
    assert db.session.scalar(select(Offer.words)) == ""
    assert (tmp_path / "copy").stat().st_mode & 0o077 == 0
    assert not list(tmp_path.glob("restoring*"))


def test_nobody_erased_comes_back(database, app, runner, tmp_path):
    fatou, joseph = make_person(first_name="Fatou"), make_person(first_name="Joseph")
    make_application(first_name="Fatou", phone=fatou.phone)
    make_application(first_name="Joseph", phone=joseph.phone)
    runner.invoke(args=["backup", str(tmp_path / "copy")])
    erase(fatou)

    done = runner.invoke(args=["restore", str(tmp_path / "copy")])

    assert people() == ["Joseph"]
    assert db.session.scalars(select(Application.first_name)).all() == ["Joseph"]
    assert "erased again" in done.output
    erased = db.session.scalars(select(Erasure.subject)).all()
    assert len(erased) == len(set(erased)) == 2  # the person, and the request


def test_a_request_made_before_its_record_does_not_come_back_either(
    database, app, runner, tmp_path
):
    make_application(first_name="Fatou", phone="+33639989123")
    runner.invoke(args=["backup", str(tmp_path / "copy")])
    erase(make_person(first_name="Fatou", phone="+33639989123"))

    runner.invoke(args=["restore", str(tmp_path / "copy")])

    assert db.session.scalar(select(func.count(Application.id))) == 0


def test_a_copy_restored_on_another_machine_needs_only_the_list_of_erasures(
    database, app, runner, tmp_path
):
    fatou = make_person(first_name="Fatou")
    runner.invoke(args=["backup", str(tmp_path / "copy")])
    name = fatou.public_id
    (tmp_path / "erasures.jsonl").write_text(f'{{"subject": "{name}", "at": "2026-11-21"}}\n')

    runner.invoke(args=["restore", str(tmp_path / "copy")])

    assert people() == []
    assert db.session.scalars(select(Erasure.subject)).all() == [name]


def test_a_folder_gets_a_dated_copy_and_the_keys_stay_out(database, app, runner, tmp_path):
    folder = tmp_path / "copies"
    folder.mkdir()
    sealing.seal("a first key is made")
    (key,) = sealing.key_files()

    done = runner.invoke(args=["backup", str(folder)])

    (copy,) = folder.iterdir()
    assert copy.name.startswith("a-deux-pas-20")
    assert key.read_bytes() not in copy.read_bytes()
    assert str(sealing.folder()) in done.output.replace("\n", "")


def refused(runner, path: Path) -> str:
    done = runner.invoke(args=["restore", str(path)])
    assert done.exit_code == 1
    assert "Nothing has changed." in done.output
    assert people() == ["Fatou"]
    return str(done.output)


def test_a_wrong_file_changes_nothing_and_says_why(database, app, runner, tmp_path):
    make_person(first_name="Fatou")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG and so on")
    (tmp_path / "empty").touch()

    assert "no copy made by" in refused(runner, tmp_path / "picture.png")
    assert "no copy made by" in refused(runner, tmp_path / "empty")
    assert "There is no file" in refused(runner, tmp_path / "nowhere")
    assert "There is no file" in refused(runner, tmp_path)


def test_a_copy_cut_short_changes_nothing(database, app, runner, tmp_path):
    make_person(first_name="Fatou")
    runner.invoke(args=["backup", str(tmp_path / "copy")])
    whole = (tmp_path / "copy").read_bytes()
    (tmp_path / "cut").write_bytes(whole[: len(whole) * 2 // 3])

    assert refused(runner, tmp_path / "cut")


def test_a_copy_for_the_other_database_is_refused(database, app, runner, tmp_path):
    make_person(first_name="Fatou")
    sqlite = database.startswith("sqlite")
    (tmp_path / "copy").write_bytes(b"PGDMP..." if sqlite else b"SQLite format 3\0...")

    assert "this instance needs" in refused(runner, tmp_path / "copy")


def test_a_copy_of_a_newer_release_is_refused(database, app, runner, tmp_path):
    make_person(first_name="Fatou")
    latest = db.session.scalar(text("SELECT version_num FROM alembic_version"))
    set_revision("9999")
    runner.invoke(args=["backup", str(tmp_path / "copy")])
    set_revision(latest)

    assert "newer release" in refused(runner, tmp_path / "copy")


def set_revision(name: str) -> None:
    db.session.execute(text("UPDATE alembic_version SET version_num = :name"), {"name": name})
    db.session.commit()


def test_another_program_s_database_is_refused(sqlite, app, runner, tmp_path):
    make_person(first_name="Fatou")
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE notes (text TEXT)")
    other.close()

    assert "another program" in refused(runner, tmp_path / "other.db")


def test_a_copy_of_the_previous_schema_is_brought_up_to_date(sqlite, app, runner, tmp_path):
    from alembic import command

    from webapp.operations import migrations, queries

    make_person(first_name="Fatou")
    older = tmp_path / "older.db"
    runner.invoke(args=["backup", str(older)])
    staged = restoring.Config(
        **{one.name: app.config[one.name] for one in restoring.fields(restoring.Config)}
        | {"SQLALCHEMY_ENGINES": restoring.engines(f"sqlite:///{older}")}
    )
    with restoring_app(staged).app_context():
        command.downgrade(migrations.settings(), "-1")
        for engine in db.engines.values():
            engine.dispose()

    assert runner.invoke(args=["restore", str(older)]).exit_code == 0
    assert queries.schema_is_current()
    assert people() == ["Fatou"]


def restoring_app(config):
    from webapp import create_app

    return create_app(config)


def test_it_works_while_others_read_and_write(database, app, runner, tmp_path):
    make_person(first_name="Fatou")
    runner.invoke(args=["backup", str(tmp_path / "copy")])
    stop, faults = threading.Event(), []

    def work() -> None:
        with app.app_context():
            while not stop.is_set():
                try:
                    make_person(first_name="Joseph")
                    people()
                except Exception as fault:  # whatever it is, it is told
                    faults.append(fault)
                    db.session.rollback()

    writer = threading.Thread(target=work)
    writer.start()
    done = runner.invoke(args=["restore", str(tmp_path / "copy")])
    stop.set()
    writer.join()

    assert done.exit_code == 0, done.output
    assert "Fatou" in people()
    assert not faults


def test_a_cut_between_preparing_and_replacing_changes_nothing(
    database, app, tmp_path, monkeypatch
):
    make_person(first_name="Fatou")
    db.session.commit()
    backup.back_up_to(tmp_path / "copy", NOW)
    make_person(first_name="Joseph")
    db.session.commit()

    def cut(*_args: object) -> None:
        raise postgresql.Failed("cut")

    monkeypatch.setattr(restoring, "replace", cut)
    monkeypatch.setattr(postgresql, "replace", cut)
    with pytest.raises(postgresql.Failed):
        restoring.restore(tmp_path / "copy", NOW)

    assert people() == ["Fatou", "Joseph"]


def test_before_a_restore_what_was_there_is_kept(database, app, runner, tmp_path):
    make_person(first_name="Fatou")
    runner.invoke(args=["backup", str(tmp_path / "copy")])
    make_person(first_name="Joseph")

    done = runner.invoke(args=["restore", str(tmp_path / "copy")])

    assert people() == ["Fatou"]
    assert "What was there before is kept in" in done.output
    (kept,) = (tmp_path / "backups").glob("before-restore-*")
    assert kept.stat().st_mode & 0o077 == 0
    assert runner.invoke(args=["restore", str(kept)]).exit_code == 0
    assert people() == ["Fatou", "Joseph"]


def test_without_the_tools_of_postgresql_the_words_are_clear(
    postgres, app, runner, monkeypatch, tmp_path
):
    monkeypatch.setattr(postgresql, "DEBIAN", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))

    done = runner.invoke(args=["backup", str(tmp_path / "copy")])

    assert done.exit_code == 1
    assert "pg_dump is not installed here: apt-get install postgresql-client" in done.output
    assert not (tmp_path / "copy").exists()


def test_a_role_that_may_not_prepare_is_told_what_right_it_needs(postgres, app, runner, tmp_path):
    make_person(first_name="Fatou")
    runner.invoke(args=["backup", str(tmp_path / "copy")])
    url = db.get_engine("default").url
    with postgresql.administering(url) as connection:
        connection.execute("CREATE ROLE humble LOGIN")
    with (
        pytest.raises(postgresql.Failed, match="ALTER ROLE humble CREATEDB"),
        postgresql.spare_database(url.set(username="humble")),
    ):
        pass
    with postgresql.administering(url) as connection:
        connection.execute("DROP ROLE humble")


def test_copies_of_ours_are_never_older_than_thirty_days(app, tmp_path):
    import os

    folder = tmp_path / "backups"
    folder.mkdir()
    for name, days in (("before-upgrade-1.db", 31), ("daily-1.db", 29)):
        (folder / name).touch()
        moment = NOW.timestamp() - days * 86400
        os.utime(folder / name, (moment, moment))

    backup.forget_old(NOW)

    assert [path.name for path in folder.iterdir()] == ["daily-1.db"]
