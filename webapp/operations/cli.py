"""Commands on the database as a whole."""

import os
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup, with_appcontext

from webapp import sealing
from webapp.clock import now
from webapp.operations import backup as copies
from webapp.operations import migrations, postgresql, preparation, queries, restoring

commands = AppGroup("database", help="The database as a whole.")


@commands.command()
def upgrade() -> None:
    """Bring the schema to the present release, keeping the data; copy the data first."""
    preparation.upgrade()


@commands.command()
def prepare() -> None:
    """Make a new database ready: tables, town halls, and the demonstration unless DEMO=0."""
    if not queries.schema_is_current():
        preparation.prepare(demonstration=os.environ.get("DEMO") != "0")


@commands.command()
@click.argument("message")
def migrate(message: str) -> None:
    """Write a new migration from the difference between the models and this database."""
    migrations.write(message)


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
@with_appcontext
def backup(target: Path) -> None:
    """Copy the database to a file, or into a folder, while the product runs."""
    try:
        made = copies.back_up_to(target, now())
    except (copies.BadCopy, postgresql.NoTool, postgresql.Failed, OSError) as error:
        raise click.ClickException(f"Nothing was copied. {error}") from error
    click.echo(f"The data are in {made}.", err=True)
    click.echo(f"The keys are not: keep {sealing.folder()} and SECRET_KEY elsewhere.", err=True)


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@with_appcontext
def restore(source: Path) -> None:
    """Replace the data by a copy, all of it or nothing, while the product runs.

    Whoever was erased since the copy was made is erased again before anyone sees it.
    """
    try:
        count = restoring.restore(source, now())
    except (restoring.WrongFile, postgresql.NoTool, postgresql.Failed, OSError) as error:
        raise click.ClickException(f"Nothing has changed. {error}") from error
    click.echo(f"The data are those of {source}.", err=True)
    click.echo(f"{count} erased since then were erased again.", err=True)
    folder = current_app.config["DATA_DIR"] / "backups"
    click.echo(f"What was there before is kept in {folder}.", err=True)


alone = (backup, restore)  # commands without a group
