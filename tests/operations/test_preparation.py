from pathlib import Path

import click
import pytest
from flask.cli import AppGroup

from tests.support import databases
from webapp import create_app
from webapp.config import last_served
from webapp.operations import migrations, preparation, queries

pytestmark = pytest.mark.process


@pytest.fixture
def new_instance(tmp_path):
    """An application whose database does not exist yet, with a demonstration that counts."""
    app = create_app(databases.make_config(f"sqlite:///{tmp_path / 'app.db'}", tmp_path))
    group, loads = AppGroup("demonstration"), []
    app.cli.commands.pop("demonstration", None)
    group.command("load")(lambda: loads.append(queries.revision()))
    group.command("links")(lambda: click.echo("http://localhost:8000/employeur/entrer", err=True))
    app.cli.add_command(group)
    with databases.running(app), app.app_context():
        app.extensions["loads"] = loads
        yield app


def test_a_new_database_is_migrated_and_gets_the_demonstration_once(new_instance, tmp_path):
    preparation.prepare(demonstration=True)
    preparation.prepare(demonstration=True)

    assert new_instance.extensions["loads"] == [queries.last_migration()]
    assert queries.schema_is_current()
    assert not (tmp_path / "backups").exists()


def test_a_demonstration_that_was_cut_is_loaded_at_the_next_start(new_instance):
    load = new_instance.cli.commands["demonstration"].commands["load"]
    whole = load.callback
    load.callback = lambda: 1 / 0
    with pytest.raises(ZeroDivisionError):
        preparation.prepare(demonstration=True)

    load.callback = whole
    preparation.prepare(demonstration=True)

    assert new_instance.extensions["loads"] == [queries.last_migration()]


@pytest.mark.parametrize(
    ("public_url", "demonstration"),
    [("http://localhost:8000", False), ("https://exemple.fr", True)],
)
def test_no_demonstration_unasked_nor_in_production(new_instance, public_url, demonstration):
    new_instance.config["PUBLIC_URL"] = public_url

    preparation.prepare(demonstration=demonstration)

    assert new_instance.extensions["loads"] == []
    assert queries.schema_is_current()


def test_the_operator_is_told_where_to_go(new_instance, capsys):
    preparation.greet()

    assert capsys.readouterr().err == (
        "http://localhost:8000\nhttp://localhost:8000/employeur/entrer\n"
    )


def test_the_data_of_an_older_release_are_copied_before_the_upgrade(app, tmp_path, monkeypatch):
    monkeypatch.setattr(queries, "last_migration", lambda: "later")
    copies: list[list[Path]] = []
    monkeypatch.setattr(
        migrations, "run", lambda: copies.append(list((tmp_path / "backups").iterdir()))
    )

    preparation.upgrade()

    ((copy,),) = copies
    assert copy.name.startswith("before-upgrade-")


def test_alembic_agrees_on_the_last_migration(app):
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory.from_config(migrations.settings())

    assert scripts.get_current_head() == queries.last_migration() == queries.revision()


def test_the_models_and_the_migrations_tell_the_same_schema(database, app):
    from alembic import command

    command.check(migrations.settings())


@pytest.mark.parametrize(
    ("public_url", "kept"),
    [("http://localhost:8123", "http://localhost:8123"), ("https://exemple.fr", "")],
)
def test_the_address_served_is_kept_in_a_local_run(new_instance, tmp_path, public_url, kept):
    new_instance.config["PUBLIC_URL"] = public_url

    preparation.greet()

    assert last_served(tmp_path) == kept
