"""Commands on the database as a whole."""

import os

import click
from flask.cli import AppGroup

from webapp.operations import migrations, preparation, queries

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
