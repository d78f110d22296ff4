"""Commands on the database as a whole."""

from pathlib import Path

import click
from alembic import command
from alembic.config import Config as AlembicConfig
from flask import current_app
from flask.cli import AppGroup

from webapp.clock import now
from webapp.config import ROOT
from webapp.operations import backup, heartbeats, queries

commands = AppGroup("database", help="The database as a whole.")


def alembic_config() -> AlembicConfig:
    """Return what Alembic needs to find the migrations."""
    config = AlembicConfig()
    config.set_main_option("script_location", str(ROOT / "webapp" / "migrations"))
    return config


@commands.command()
def upgrade() -> None:
    """Bring the schema to the present release, keeping the data; copy the data first."""
    if queries.schema_is_current():
        return
    database = queries.sqlite_file()
    if database and queries.revision():
        folder = current_app.config["DATA_DIR"] / "backups"
        copy = backup.back_up(database, folder, "before-upgrade", now())
        click.echo(f"The data before the upgrade are kept in {copy}.", err=True)
    command.upgrade(alembic_config(), "head")
    click.echo("The schema is up to date.", err=True)


@commands.command()
@click.argument("message")
def migrate(message: str) -> None:
    """Write a new migration from the difference between the models and this database."""
    command.revision(alembic_config(), message, autogenerate=True)


@commands.command()
@click.option("--demo/--no-demo", envvar="DEMO", default=True)
@click.pass_context
def prepare(context: click.Context, demo: bool) -> None:
    """Make this instance ready to serve, and print what its operator is told once it does.

    A new database gets the demonstration, except in production. A load that was cut is done
    again: the file that asks for it is removed last.
    """
    data_dir: Path = current_app.config["DATA_DIR"]
    heartbeats.clear(data_dir)
    wanted = data_dir / "demonstration-to-load"
    if demo and not is_production() and not queries.revision():
        wanted.touch()
    context.invoke(upgrade)
    if wanted.exists():
        run(context, "demonstration", "load")
        wanted.unlink()
    click.echo(current_app.config["PUBLIC_URL"])
    run(context, "demonstration", "links")


def is_production() -> bool:
    """Return whether people outside use this instance."""
    return str(current_app.config["PUBLIC_URL"]).startswith("https:")


def run(context: click.Context, group: str, name: str) -> None:
    """Run another feature's command by its name, if this release has it."""
    found = current_app.cli.commands.get(group)
    if isinstance(found, click.Group) and name in found.commands:
        context.invoke(found.commands[name])
